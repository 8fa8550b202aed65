package predict

import (
	"math"
	"slices"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

// TestEveryEventIsToldOnce compares what a client was told with what the rules said on the server.
func TestEveryEventIsToldOnce(t *testing.T) {
	for _, c := range []struct {
		name          string
		delay, jitter time.Duration
		gallery       bool
		long          time.Duration
		last          game.EventKind
	}{
		{"on an even link", 20 * time.Millisecond, 0, false, 40 * time.Second, game.EventEnded},
		{"on an uneven link", 40 * time.Millisecond, 10 * time.Millisecond, false, 40 * time.Second, game.EventEnded},
		{"in the gallery", 20 * time.Millisecond, 0, true, 180 * time.Second, game.EventHome},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newPlay(t, Config{Name: "Ana"}, 7, c.delay, c.jitter)
			g.hold = lively(9)
			if c.gallery {
				g = newPlayIn(t, gallery(t), arena.Capture, Config{Name: "Ana"}, 7, c.delay, c.jitter)
				for i := range g.srv.wanderers {
					g.srv.wanderers[i].mirrors = true
				}
				for i := range 4 { // two of each team
					g.raid(i)
				}
				g.hold = curious(g, 9)
			}
			told := map[game.Event]int{}
			others := 0.0
			g.seen = func(v *View) {
				for _, e := range v.Events {
					if e.Kind == game.EventAppeared {
						if !slices.ContainsFunc(v.Pickups, func(p Pickup) bool { return p.At == point(e.Pos) }) {
							t.Errorf("a pick-up has appeared at %v, where none lies", e.Pos)
						}
						e.Pos = game.Vec{} // the rules leave it out
					}
					told[e]++
					theirs := !isMine(&e, mySeat) && !isAboutMe(&e, mySeat) && !ofShot(&e)
					if ofShot(&e) && float64(e.Tick) > v.Tick+1 {
						t.Errorf("%+v was told at %.2f", e, v.Tick)
					}
					if at := float64(e.Tick); theirs && others > 0 && (at > v.Others || at <= math.Floor(others)) {
						t.Errorf("%+v was told between the others' times %.2f and %.2f", e, others, v.Others)
					}
				}
				others = v.Others
			}
			g.run(settled)
			from := g.p.replica.Tick
			g.run(c.long)
			until := game.Tick(g.p.clock.others)
			g.run(settled)

			kinds := map[game.EventKind]int{}
			for _, e := range g.srv.events {
				if e.Tick <= from || e.Tick > until {
					continue
				}
				kinds[e.Kind]++
				if n := told[e]; n == 0 && elsewhere(told, &e) {
					continue
				} else if n != 1 && !(n == 0 && e.Kind == game.EventEnded && e.Seat == mySeat) {
					t.Errorf("%+v was told %d times", e, n)
				}
				delete(told, e)
			}
			for e, n := range told {
				// What I foresaw of a shot that has struck somebody before is told all the same.
				if e.Tick > from && e.Tick <= until && !isMine(&e, mySeat) && e.Kind != game.EventShattered {
					t.Errorf("%+v was told %d times and never happened", e, n)
				}
			}
			for kind := game.EventFired; kind <= c.last; kind++ {
				if joined := kind == game.EventJoined || kind == game.EventLeft || kind == game.EventPhase; kinds[kind] == 0 && !joined {
					t.Errorf("no event of kind %d has happened", kind)
				}
			}
		})
	}
}

// elsewhere says whether a bank of a shot of mine was told as I had foreseen it, before others broke the glass in its way,
// or a dash of mine a moment sooner, before others decided when I could, or glass by my shot that another's has broken.
func elsewhere(told map[game.Event]int, e *game.Event) bool {
	for other := range told {
		if e.Kind == game.EventDashed && other.Kind == e.Kind && other.Seat == mySeat && e.Seat == mySeat &&
			other.Tick-e.Tick+dashWindow < 2*dashWindow {
			return true
		}
		if e.Kind == game.EventShattered && other.Kind == e.Kind && other.Pos == e.Pos && other.Tick-e.Tick+againTicks < 2*againTicks {
			return true
		}
		if e.Kind == game.EventBanked && other.Kind == e.Kind && other.Shot == e.Shot && other.Banks == e.Banks && e.Seat == mySeat {
			return true
		}
	}
	return false
}

func TestWhatIDoIsToldInTheFrameInWhichIDoIt(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 75*time.Millisecond, 0)
	g.run(settled)
	g.hold = func(int) game.Input { return game.Input{Thrust: 1, Buttons: game.Fire | game.Dash} }
	frames, fired, dashed := 0, 0, 0
	g.seen = func(v *View) {
		frames++
		for _, e := range v.Events {
			if frames > 1 && frames < 9 { // the trigger works again later
				t.Errorf("told in frame %d: %+v", frames, e)
			}
			switch e.Kind {
			case game.EventFired:
				fired++
			case game.EventDashed:
				dashed++
			}
		}
		if frames == 1 && (fired != 1 || dashed != 1 || len(v.Shots) != 1 || !v.Shots[0].Mine) {
			t.Errorf("the first frame tells of %d shots and %d dashes, and shows %d shots", fired, dashed, len(v.Shots))
		}
	}
	g.run(time.Second)
}

func TestHitsOnMeAreToldAsSoonAsTheyAreKnown(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 7, 30*time.Millisecond, 0)
	hits := 0
	g.seen = func(v *View) {
		for _, e := range v.Events {
			if e.Kind == game.EventHit && e.Seat == mySeat {
				hits++
				if late := int32(g.p.replica.Tick - e.Tick); late > 2 {
					t.Errorf("a hit was told %d ticks after it was known", late)
				}
			}
		}
	}
	g.run(60 * time.Second)
	if hits == 0 {
		t.Error("nobody ever hit me")
	}
}

func TestEventsThatNobodyTakesAreCountedAndGo(t *testing.T) {
	var h happenings
	for i := range maxPendingEvents + 10 {
		h.tell(&game.Event{Kind: game.EventFired, Tick: game.Tick(i)})
	}
	if len(h.due) != maxPendingEvents || h.lost != 10 || h.due[0].Tick != 10 {
		t.Errorf("%d wait, the first is %d, %d are lost", len(h.due), h.due[0].Tick, h.lost)
	}
}
