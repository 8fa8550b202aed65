package scene

import (
	"time"

	"bankshot/game/snap"
)

// outcome is what the room told about the round that is over.
type outcome struct {
	awards  [snap.Awards]snap.Notice // awards[:given]
	given   int
	shot    snap.BestShot
	hasShot bool
	shotAt  time.Duration // when it came: its way is drawn from then on
	word    *echo         // what sharing it came to
}

func (o *outcome) award(n *snap.Notice) {
	if o.given < len(o.awards) {
		o.awards[o.given] = *n
		o.given++
	}
}

func (o *outcome) best(s *snap.BestShot, now time.Duration) {
	o.shot, o.hasShot, o.shotAt, o.word = *s, true, now, nil
}
