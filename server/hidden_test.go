package main

import (
	"testing"
	"time"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/wire"
)

// hides is what a page does the moment it is hidden: it says so, and draws no more.
func (p *person) hides() {
	p.link.Send(wire.AppendPresence(nil, &wire.SetPresence{Presence: wire.PresenceAway}))
	p.link.SetHello(p.side.HelloAway(nil))
	p.gone = true
}

// shows is what it does when it is shown again.
func (p *person) shows() {
	p.gone = false
	p.link.Doubt()
	p.side.SetPresence(wire.PresenceAway)
	p.side.SetPresence(wire.PresenceHere)
}

// oneInterval is how often a match sends.
const oneInterval = 2 * time.Second / game.TickHz

func TestAHiddenPageIsBackInItsShipWithinAnIntervalAndARoundTrip(t *testing.T) {
	// The way takes no time here. A page says that it is back in its first frame, and shows it in the one after the answer.
	const most = oneInterval + 2*time.Second/60
	for _, c := range []struct {
		name   string
		hidden time.Duration
		alive  bool // is the connection it had
	}{{"for a moment", 300 * time.Millisecond, true}, {"for seconds", 9 * time.Second, true}, {"for minutes", 5 * time.Minute, false}} {
		t.Run(c.name, func(t *testing.T) {
			inFakeTime(t, func(w *place) {
				ana, bo := w.enters("Ana"), w.enters("Bo")
				seat, connections := ana.side.Seat(), ana.link.Stats().Connections
				ana.hides()
				w.pass(c.hidden)
				if s := shipOf(bo.side.Replica(), seat); s == nil || !s.Pilot {
					t.Fatalf("a hidden page's ship is %+v", s)
				}
				score := shipOf(bo.side.Replica(), seat).Score
				ana.shows()
				back := time.Now()
				now := bo.side.Replica().Tick
				w.until(patience, "Ana is back at the stick", func() bool { return ana.flies() && int32(ana.side.Replica().Tick-now) > 0 })
				if d := time.Since(back); d > most {
					t.Errorf("back after %v; an interval and two frames are %v", d, most)
				}
				if ana.side.Seat() != seat || bo.namesakes("Ana") != 1 || ana.ship().Score < score {
					t.Errorf("back in seat %d of %d with %d points of %d", ana.side.Seat(), seat, ana.ship().Score, score)
				}
				if same := ana.link.Stats().Connections == connections; same != c.alive {
					t.Errorf("%d connections, and then %d", connections, ana.link.Stats().Connections)
				}
				if s := ana.side.Stats(); s.Desyncs+s.Broken != 0 {
					t.Errorf("%+v", s)
				}
			}, "-ships", "0")
		})
	}
}

func TestAHiddenPageWhoseNetworkWasGoneIsBackAsSoonAsThereIsOne(t *testing.T) {
	inFakeTime(t, func(w *place) {
		ana := w.enters("Ana")
		seat := ana.side.Seat()
		ana.hides()
		w.pass(time.Second)
		w.net.set(false)
		w.pass(40 * time.Second) // by now it tries every few seconds
		w.net.set(true)
		ana.shows()
		back := time.Now()
		w.until(patience, "Ana is back at the stick", ana.flies)
		if d := time.Since(back); d > oneInterval+4*time.Second/60 {
			t.Errorf("back after %v", d)
		}
		if ana.side.Seat() != seat || ana.link.State() != link.Open {
			t.Errorf("back in seat %d, was in %d", ana.side.Seat(), seat)
		}
	}, "-ships", "0")
}
