package frontier

import (
	"errors"
	"math/rand/v2"
	"testing"

	"bankshot/game"
	"bankshot/server/room"
)

func TestAFrontierGoesOnFromACheckpoint(t *testing.T) {
	f := newFrontier(t, 30, Divisor)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range 30 {
		f.Seat(room.Seat(i), "", room.Here)
	}
	play := func(f *Frontier, ticks int) {
		for range ticks {
			var inputs []room.Input
			for i := range 30 {
				inputs = hands(rng, inputs, room.Seat(i), f.state.Tick+1)
			}
			f.Step(inputs)
		}
	}
	play(f, 200)
	b := f.Checkpoint(nil)
	g := newFrontier(t, 30, Divisor)
	if err := g.Restore(b); err != nil {
		t.Fatal(err)
	}
	if len(g.state.Ships) != 30 || g.state.Tick != f.state.Tick || len(g.state.Shots) != len(f.state.Shots) || g.state.Secret != f.state.Secret {
		t.Fatalf("%d ships and %d shots at tick %d", len(g.state.Ships), len(g.state.Shots), g.state.Tick)
	}
	for i := range f.state.Ships {
		if p, q := &f.state.Ships[i], &g.state.Ships[i]; p.Pos != q.Pos || p.Name != q.Name || p.Score != q.Score || f.state.Private[i] != g.state.Private[i] {
			t.Errorf("%+v became %+v", p, q)
		}
	}
	for i := range 30 {
		g.Seat(room.Seat(i), f.people[i].name, room.Here)
	}
	play(g, 20)
	g.Tell(alone)
	c := client{seat: 3, focus: game.NoSeat}
	c.hears(t, g, true)
	c.check(t, g)
}

func TestADamagedCheckpointIsRefused(t *testing.T) {
	f := newFrontier(t, 4, Divisor)
	f.Seat(0, "Ana", room.Here)
	f.Step(nil)
	b := f.Checkpoint(nil)
	for n := 0; n < len(b); n += 1 + n/20 {
		if err := f.Restore(b[:n]); !errors.Is(err, ErrCheckpoint) {
			t.Fatalf("%d of %d bytes: %v", n, len(b), err)
		}
	}
	if err := f.Restore(append(b, 0)); !errors.Is(err, ErrCheckpoint) {
		t.Errorf("a byte too many: %v", err)
	}
	if f.state.ShipOf(0) < 0 {
		t.Error("a refused checkpoint has changed something")
	}
}
