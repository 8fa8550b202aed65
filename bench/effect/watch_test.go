package effect

import (
	"slices"
	"testing"
	"time"

	"bankshot/game"
)

// told is what a Watch has told.
type told struct {
	kind  Kind
	after time.Duration
}

type scene struct {
	watch *Watch
	eyes  map[game.Seat]*Eye
	known game.Public
	told  []told
	seen  []Sight
}

func newScene(seats ...game.Seat) *scene {
	s := &scene{eyes: map[game.Seat]*Eye{}}
	s.watch = New(
		func(k Kind, after time.Duration) { s.told = append(s.told, told{k, after}) },
		func(seen Sight) { s.seen = append(s.seen, seen) },
	)
	s.known.Tick = 100
	for _, seat := range seats {
		s.known.Ships = append(s.known.Ships, game.Ship{Seat: seat})
		s.eyes[seat] = s.watch.Eye()
	}
	for _, seat := range seats {
		s.look(seat, 0)
	}
	return s
}

func (s *scene) look(seat game.Seat, now time.Duration, events ...game.Event) {
	s.eyes[seat].Look("red-fox", seat, &s.known, events, now)
}

func fired(seat game.Seat, tick game.Tick) game.Event {
	return game.Event{Kind: game.EventFired, Seat: seat, Tick: tick, Shot: game.NewShotID(tick, seat, 0)}
}

// arrive puts a shot on the snapshots.
func (s *scene) arrive(e game.Event) {
	s.known.Tick = e.Tick
	s.known.Shots = append(s.known.Shots, game.Shot{ID: e.Shot, Owner: e.Seat})
}

func (s *scene) expect(t *testing.T, want ...told) {
	t.Helper()
	if !slices.Equal(s.told, want) {
		t.Errorf("told %v, want %v", s.told, want)
	}
}

func TestAShotIsFollowedFromItsInputToTheOtherScreen(t *testing.T) {
	s := newScene(1, 2)
	shot := fired(2, 108)
	s.look(2, 10, shot)
	s.look(1, 20)
	s.expect(t)
	s.arrive(shot)
	s.look(1, 150)
	s.look(1, 160)
	s.look(1, 230, shot)
	s.look(1, 240, shot)
	s.expect(t, told{Decoded, 140}, told{Drawn, 220})
}

func TestOnlyTheNextSeatWatches(t *testing.T) {
	s := newScene(1, 2, 5)
	shot := fired(1, 108)
	s.look(1, 10, shot)
	s.arrive(shot)
	s.look(2, 20, shot)
	s.look(1, 25, shot)
	s.expect(t)
	s.look(5, 30)
	s.expect(t, told{Decoded, 20})
}

func TestWhatWasNotForeseenIsNotMeasured(t *testing.T) {
	s := newScene(1, 2)
	shot := fired(2, 100) // the server has told of it: the press came late
	s.look(2, 10, shot)
	s.arrive(shot)
	s.look(1, 20, shot)
	s.expect(t)
}

func TestWhatNeverHappenedIsLost(t *testing.T) {
	s := newScene(1, 2)
	s.look(2, 10, fired(2, 108))
	s.look(1, 10+patience)
	s.expect(t)
	s.look(1, 11+patience)
	s.expect(t, told{Lost, patience + 1})
	s.look(1, 12+patience)
	s.expect(t, told{Lost, patience + 1})
}

func TestWhatWasDecodedButNeverDrawnIsNotLost(t *testing.T) {
	s := newScene(1, 2)
	shot := fired(2, 108)
	s.look(2, 10, shot)
	s.arrive(shot)
	s.look(1, 20)
	s.look(1, 20+2*patience)
	s.expect(t, told{Decoded, 10})
}

func TestWhoIsAloneIsWatchedByNobody(t *testing.T) {
	s := newScene(1)
	shot := fired(1, 108)
	s.look(1, 10, shot)
	s.arrive(shot)
	s.look(1, 20, shot)
	s.look(1, 21+patience)
	s.expect(t)
}

func TestRoomsAreApartAndWhoMovesIsWatchedThere(t *testing.T) {
	s := newScene(1, 2)
	s.eyes[2].Look("blue-owl", 2, &s.known, nil, 1)
	shot := fired(1, 108)
	s.look(1, 10, shot)
	s.arrive(shot)
	s.eyes[2].Look("blue-owl", 2, &s.known, []game.Event{shot}, 20)
	s.expect(t)
	s.look(2, 30)
	s.expect(t, told{Decoded, 20})
}

func TestWhoHasNoShipNeitherActsNorWatches(t *testing.T) {
	s := newScene(1, 2)
	s.watch.Eye().Look("red-fox", 7, &s.known, []game.Event{fired(7, 108)}, 1)
	s.expect(t)
}

func TestLookingAllocatesNothing(t *testing.T) {
	s := newScene(1, 2)
	s.watch.tell = func(Kind, time.Duration) {}
	now, tick := time.Duration(0), game.Tick(100)
	frame := func() {
		now += 16
		tick++
		shot := fired(2, tick)
		events := [1]game.Event{shot}
		s.known.Tick = tick - 1
		s.eyes[2].Look("red-fox", 2, &s.known, events[:], now)
		s.known.Shots = append(s.known.Shots[:0], game.Shot{ID: shot.Shot, Owner: 2})
		s.eyes[1].Look("red-fox", 1, &s.known, events[:], now)
	}
	for range 100 {
		frame()
	}
	if got := testing.AllocsPerRun(1000, frame); got != 0 {
		t.Errorf("%v allocations", got)
	}
}

func TestWhereOnlyWhatIsNearIsKnownTheNextSeatThatKnowsWatches(t *testing.T) {
	s := newScene(1, 2, 5)
	near := s.known // what seat 5 knows: all but the ship in seat 1
	near.Ships = near.Ships[1:]
	s.eyes[5].Look("red-fox", 5, &near, nil, 1)
	shot := fired(1, 108)
	s.look(1, 10, shot)
	s.arrive(shot)
	s.eyes[5].Look("red-fox", 5, &near, nil, 30)
	s.expect(t)
	s.look(2, 40)
	s.expect(t, told{Decoded, 30})
}
