package scene

import (
	"time"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/snap"
)

// chronicle is what the room has told so far and what is still to be shown of it.
type chronicle struct {
	feed     feed
	death    death
	calls    announcer
	gain     gain
	watch    watcher
	outcome  outcome
	vote     vote
	line     snap.Line
	phase    game.Phase
	scribble []byte
}

func newChronicle() chronicle {
	return chronicle{vote: newVote(), scribble: make([]byte, 0, longestLine)}
}

// event reads one of the room's events; one of a newer server is skipped. live says that kills count.
func (c *chronicle) event(data []byte, me game.Seat, live bool, now time.Duration) {
	switch snap.KindOf(data) {
	case snap.NoticeKill, snap.NoticeWin, snap.NoticeAward:
		if n, err := snap.DecodeNotice(data); err == nil {
			c.notice(&n, me, live, now)
		}
	case snap.NoticeBallot:
		if b, err := snap.DecodeBallot(data); err == nil {
			c.vote.told(b)
		}
	case snap.NoticeBestShot:
		if s, err := snap.DecodeBestShot(data); err == nil {
			c.outcome.best(&s, now)
		}
	case snap.NoticeLine:
		if l, err := snap.DecodeLine(data); err == nil {
			c.line = l
		}
	}
}

func (c *chronicle) notice(n *snap.Notice, me game.Seat, live bool, now time.Duration) {
	switch n.Kind {
	case snap.NoticeAward:
		c.outcome.award(n)
	case snap.NoticeKill:
		k := killOf(n, me, now)
		c.feed.add(k)
		if k.victimMine {
			c.death.told(n, k.self)
		}
		first := live && !c.calls.bled && !k.self
		c.calls.bled = c.calls.bled || first
		c.calls.kill(n, me, first, &c.scribble, now)
	}
}

// look takes in a frame's View, once.
func (c *chronicle) look(v *predict.View, now time.Duration) {
	if !v.Ready {
		return
	}
	if hour(v) {
		c.hear(v, now)
	}
	c.watch.watch(&c.calls, v, &c.scribble, now)
	c.death.watch(v)
	c.gain.watch(v, now)
	if c.phase == game.Results && v.Phase != game.Results {
		// What was told about the round before is over with the results.
		c.outcome, c.vote = outcome{}, newVote()
	}
	c.phase = v.Phase
}

// waits is my place in the line for a ship, 0 when I don't stand in it.
func (c *chronicle) waits(me game.Seat) int {
	for i := range c.line {
		if c.line[i].Seat == me {
			return i + 1
		}
	}
	return 0
}
