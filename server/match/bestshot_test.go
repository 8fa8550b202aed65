package match

import (
	"math"
	"slices"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// apart is the distance between two places, in units.
func apart(p, q game.Vec) float64 {
	return math.Hypot(float64(q.X-p.X), float64(q.Y-p.Y)) / game.Unit
}

const (
	pilotSeat = game.FirstPilotSeat
	victim    = game.Seat(9)
)

func at(x int32) game.Vec { return game.Vec{X: x * 100, Y: x} }

// film is a collector and the state that it sees, with a person in seat 1, a pilot, and their victim.
type film struct {
	shots
	p    game.Public
	next game.Tick
}

func newFilm() *film {
	return &film{p: game.Public{Phase: game.Playing, Ships: []game.Ship{
		{Seat: 1, Name: "Ana"}, {Seat: victim, Name: "Vic"}, {Seat: pilotSeat, Name: "Cue", Pilot: true},
	}}}
}

// shoots is a whole life of a shot in one step: fired, so many banks, a kill of that length.
func (f *film) shoots(by game.Seat, banks uint8, length uint16, extra ...game.Event) {
	f.next++
	f.p.Tick = f.next
	id := game.NewShotID(f.next, by, 0)
	events := []game.Event{{Kind: game.EventFired, Seat: by, Shot: id, Pos: at(1)}}
	for n := range banks {
		events = append(events, game.Event{Kind: game.EventBanked, Seat: by, Shot: id, Banks: n + 1, Pos: at(int32(n) + 2)})
	}
	for _, e := range extra {
		e.Shot = id
		events = append(events, e)
	}
	events = append(events,
		game.Event{Kind: game.EventKilled, Tick: f.next, Seat: victim, Other: by, Shot: id, Banks: banks, Length: length, Pos: at(99)},
		game.Event{Kind: game.EventEnded, Seat: by, Shot: id, Pos: at(50), Banks: banks})
	f.follow(&f.p, events)
}

func TestTheShotOfTheRoundHasTheMostBanksThenTheLongestWayThenAPersonsName(t *testing.T) {
	f := newFilm()
	if _, ok := f.bestShot(); ok {
		t.Fatal("a best shot before any")
	}
	for _, s := range []struct {
		by     game.Seat
		banks  uint8
		length uint16
		best   game.Tick
	}{
		{pilotSeat, 1, 300, 1},
		{1, 0, 900, 1},
		{pilotSeat, 2, 100, 3},
		{1, 2, 99, 3},
		{1, 2, 100, 5}, // as good, but a person's
		{pilotSeat, 2, 100, 5},
		{1, 2, 100, 5}, // as good, but later
		{pilotSeat, 2, 101, 8},
	} {
		f.shoots(s.by, s.banks, s.length)
		if got, _ := f.bestShot(); got.Tick != s.best {
			t.Fatalf("after %+v the best is that of tick %d, want %d", s, got.Tick, s.best)
		}
	}
	best, _ := f.bestShot()
	want := []game.Vec{at(1), at(2), at(3), at(50)}
	if best.Name != "Cue" || best.VictimName != "Vic" || best.Banks != 2 || !slices.Equal(best.Path, want) {
		t.Errorf("%+v", best)
	}
	if len(f.trails) != 0 {
		t.Errorf("%d trails of shots that have ended", len(f.trails))
	}
}

func TestKillsThatDoNotCountAreNoShotsOfTheRound(t *testing.T) {
	f := newFilm()
	f.p.Phase = game.Warmup
	f.shoots(1, 4, 100)
	f.p.Phase = game.Playing
	f.shoots(game.NoSeat, 4, 100) // nobody's
	f.next++
	id := game.NewShotID(f.next, victim, 0) // the victim's own shot, credited to who had hit it before
	f.follow(&f.p, []game.Event{
		{Kind: game.EventFired, Seat: victim, Shot: id},
		{Kind: game.EventKilled, Seat: victim, Other: 1, Shot: id, Banks: 3},
		{Kind: game.EventEnded, Seat: victim, Shot: id},
	})
	f.follow(&f.p, []game.Event{{Kind: game.EventKilled, Seat: victim, Other: 1, Shot: game.NewShotID(1, 7, 0), Banks: 3}}) // a hazard
	if best, ok := f.bestShot(); ok {
		t.Errorf("%+v", best)
	}
}

func TestANewRoundForgetsTheBestShot(t *testing.T) {
	f := newFilm()
	f.shoots(1, 1, 100)
	f.follow(&f.p, []game.Event{{Kind: game.EventPhase, Amount: int16(game.Countdown)}})
	if _, ok := f.bestShot(); ok {
		t.Error("it is still there")
	}
}

func TestMirrorsAreCornersOfTheWay(t *testing.T) {
	f := newFilm()
	f.shoots(1, 1, 100, game.Event{Kind: game.EventReturned, Seat: 1, Other: victim, Pos: at(30)})
	best, _ := f.bestShot()
	if want := []game.Vec{at(1), at(2), at(30), at(50)}; !slices.Equal(best.Path, want) {
		t.Errorf("%v, want %v", best.Path, want)
	}
}

func TestAWayTooLongIsThinnedAndKeepsItsEnds(t *testing.T) {
	var w way
	for n := range int32(500) {
		w.add(at(n))
	}
	if w.n > snap.MaxPath || w.points[0] != at(0) || w.points[w.n-1] != at(499) {
		t.Errorf("%d points from %v to %v", w.n, w.points[0], w.points[w.n-1])
	}
	if !slices.IsSortedFunc(w.points[:w.n], func(p, q game.Vec) int { return int(p.X - q.X) }) {
		t.Errorf("out of order: %v", w.points[:w.n])
	}
}

// The real rules make the events: a person fires, and whatever flies is followed from its birth, splits and portals
// included.
func TestEveryShotInFlightIsFollowedFromItsBirth(t *testing.T) {
	for _, weapon := range []game.WeaponKind{game.Pulse, game.Scatter, game.Rail, game.Orb, game.Prism} {
		m := newGame(t, arena.FreeForAll, 8, 0)
		m.come(0, 1)
		m.step(t)
		m.skipTo(t, game.Playing)
		parts := 0
		for n := range 400 {
			s := m.ship(t, 0)
			s.Weapon, s.Ammo = weapon, game.Weapons[weapon].Ammo
			held := game.Buttons(0)
			if n%20 == 0 {
				held = game.Fire
			}
			m.Step([]room.Input{payload(0, m.state.Tick+1, game.Input{Aim: uint16(n*97) % game.AimSteps, Buttons: held})})
			if !m.shots.matches(m.state.Shots) {
				t.Fatalf("weapon %d: the trails are not those of the shots", weapon)
			}
			for i := range m.shots.trails {
				tr, shot := &m.shots.trails[i], &m.state.Shots[i]
				if tr.id.Tick() != shot.ID.Tick() || tr.way.points[0] == (game.Vec{}) || tr.way.n != 1+int(shot.Banks) {
					t.Fatalf("weapon %d: a shot of %d banks has a way of %d points", weapon, shot.Banks, tr.way.n)
				}
				if game.ShotID(byte(shot.ID)) > 0 && weapon == game.Prism {
					parts++
					if tr.way.points[1] != shot.Born && shot.Banks == 1 {
						t.Fatalf("a part of a split begins at %v, its way is %v", shot.Born, tr.way.points[:tr.way.n])
					}
				}
			}
		}
		if weapon == game.Prism && parts == 0 {
			t.Error("nothing has split")
		}
	}
}
