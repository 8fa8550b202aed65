package scene

import (
	"time"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/snap"
)

// hear makes notices of the kills that are seen: where a thousand play, the room tells nobody of all of them.
func (c *chronicle) hear(v *predict.View, now time.Duration) {
	for i := range v.Events {
		if e := &v.Events[i]; e.Kind == game.EventKilled {
			n := noticeOf(v, e)
			c.notice(&n, v.Seat, false, now)
		}
	}
}

// noticeOf is what a room would have told of a kill. Who is not near any more has no name.
func noticeOf(v *predict.View, e *game.Event) snap.Notice {
	return snap.Notice{
		Kind: snap.NoticeKill, Seat: e.Seat, Other: e.Other, Banks: e.Banks, Points: e.Amount, Weapon: e.Weapon,
		Returned: e.Returned, Revenge: e.Revenge, Streak: e.Streak, Length: e.Length,
		Name: nameOf(v, e.Seat), OtherName: nameOf(v, e.Other), HelperName: nameOf(v, e.Helper),
	}
}
