package gateway

import (
	"context"
	"time"
)

const (
	// controlInterval is that of an ordinary room: two ticks of 60 a second.
	controlInterval = time.Second / 30
	// aliveLimit is for how long the control may not have woken before the process counts as stuck. A machine that is
	// merely busy is late by a tenth of that.
	aliveLimit = 2 * time.Second
)

// Watch is the idle control. It wakes on an absolute schedule as often as a room
// does, and does nothing but to note how late it was: a room that is no later
// than this is as punctual as the machine lets anybody be. It is the watchdog of
// /livez, too: that it wakes at all shows that the process still gets things
// done. Once a second it looks whether the server is full. It returns when ctx ends.
func (g *Gateway) Watch(ctx context.Context) {
	begin := time.Now()
	g.wake(begin)
	looked := begin
	timer := time.NewTimer(controlInterval)
	defer timer.Stop()
	for next := time.Duration(1); ; {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		due := begin.Add(next * controlInterval)
		now := time.Now()
		g.metrics.Control(now.Sub(due))
		g.wake(now)
		if now.Sub(looked) >= lookEvery {
			looked = now
			g.look(now)
		}
		// What was overslept is not made up for, as in a room.
		next = max(next, now.Sub(begin)/controlInterval) + 1
		timer.Reset(time.Until(begin.Add(next * controlInterval)))
	}
}

// look has the admission judge how things stand, and tells operators when its mind
// has changed.
func (g *Gateway) look(now time.Time) {
	if !g.pressed.look(g, now) || !g.selective {
		return
	}
	if state, was := g.pressed.state(); state.shut {
		g.log.Warn("the server is full: newcomers are sent away", "why", state.why, "connections", was.inside)
	} else {
		g.log.Info("the server takes newcomers again", "connections", was.inside)
	}
}

// wake notes that the control did.
func (g *Gateway) wake(now time.Time) { g.beat.Store(int64(now.Sub(g.started))) }

// alive says that the control has woken lately. It must not depend on anything
// that a restart would not mend.
func (g *Gateway) alive() bool {
	// Before the first time it counts from the start: who asks at once has to wait as long as everybody.
	return time.Since(g.started)-time.Duration(g.beat.Load()) < aliveLimit
}
