package frontier

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/google/go-cmp/cmp"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// fataler is a test, or one of rapid's.
type fataler interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// client knows nothing but what it was sent.
type client struct {
	seat    room.Seat
	held    []snap.CellState
	private game.Private
	focus   game.Seat
	codec   snap.CellCodec
	frame   snap.CellFrame
	body    []byte
	tick    game.Tick
	kills   []game.Event
}

func (c *client) ids() (ids []game.Cell) {
	for i := range c.held {
		ids = append(ids, c.held[i].Cell)
	}
	return ids
}

// hears takes what a seat is told.
func (c *client) hears(t fataler, f *Frontier, whole bool) {
	t.Helper()
	c.looks(t, f, whole)
	c.body = f.Sight(c.body[:0], c.seat)
	c.reads(t, f)
}

// looks has the world choose what the seat is told, with a Full before it or without.
func (c *client) looks(t fataler, f *Frontier, whole bool) {
	t.Helper()
	if whole {
		var head game.Public
		if err := snap.DecodeFull(f.Full(nil), &head); err != nil {
			t.Fatal(err)
		}
		c.held, c.tick = nil, head.Tick
		if err := snap.DecodePrivate(f.Private(nil, c.seat), &c.private); err != nil {
			t.Fatal(err)
		}
	}
	f.Look(c.seat, whole)
}

// reads takes the body that the seat was told.
func (c *client) reads(t fataler, f *Frontier) {
	t.Helper()
	a := f.cfg.Ground.Arena
	c.kills = c.kills[:0]
	if err := c.frame.Decode(c.body, c.ids(), c.tick); err != nil {
		t.Fatal(err)
	}
	if c.frame.Tick-game.Tick(c.frame.Ticks) != c.tick {
		t.Fatalf("a frame leads from tick %d to %d; %d is held", c.frame.Tick-game.Tick(c.frame.Ticks), c.frame.Tick, c.tick)
	}
	private := c.private
	var next []snap.CellState
	var kept []*snap.CellState
	for i := range c.held {
		if slices.Contains(c.frame.Kept, c.held[i].Cell) {
			next = append(next, c.held[i])
		}
	}
	for i := range next {
		kept = append(kept, &next[i])
		if i := next[i].ShipOf(game.Seat(c.seat)); i >= 0 {
			kept[len(kept)-1].Private[i] = c.private
		}
	}
	if c.frame.Ticks > 0 {
		ticks := 0
		err := c.codec.DecodeInterval(&c.frame, kept, a, func(cell *snap.CellState, ev []game.Event, sure bool) {
			for _, e := range ev {
				if e.Kind == game.EventKilled {
					c.kills = append(c.kills, e)
				}
			}
			if i := cell.ShipOf(game.Seat(c.seat)); i >= 0 && !sure {
				if ticks++; ticks == c.frame.Ticks {
					private = cell.Private[i]
				}
			}
		})
		if err != nil {
			t.Fatalf("tick %d, seat %d, cells %v: %v", c.frame.Tick, c.seat, c.frame.Kept, err)
		}
	}
	head := snap.Head(&f.state.Public)
	for _, fresh := range c.frame.New {
		var cell snap.CellState
		if err := c.codec.DecodeFull(fresh.Body, fresh.Cell, &head, &cell, a); err != nil {
			t.Fatalf("tick %d, seat %d, cell %d: %v", c.frame.Tick, c.seat, fresh.Cell, err)
		}
		next = append(next, cell)
	}
	slices.SortFunc(next, func(p, q snap.CellState) int { return int(p.Cell) - int(q.Cell) })
	c.held, c.tick = next, c.frame.Tick
	c.private = private
	if c.frame.HasPrivate {
		c.private = c.frame.Private
	}
	if c.frame.HasFocus {
		c.focus = c.frame.Focus
	}
}

// holds holds what the client knows against what is true.
func (c *client) holds(t fataler, f *Frontier) {
	t.Helper()
	split := f.split // of the state as it is: a Tell has just been made
	var is snap.CellState
	for i := range c.held {
		split.Fill(&is, c.held[i].Cell, &f.state)
		if c.held[i].Hash() != is.Hash() {
			t.Fatalf("tick %d, seat %d, cell %d: %s", f.state.Tick, c.seat, is.Cell, cmp.Diff(is.Public, c.held[i].Public, cmp.AllowUnexported(arena.Arena{})))
		}
	}
	v := &f.views[c.seat]
	if !slices.Equal(c.ids(), v.held) {
		t.Fatalf("tick %d, seat %d holds %v, and the server believes %v", f.state.Tick, c.seat, c.ids(), v.held)
	}
}

// check is holds, and asks whether the client knows what it should and nothing else.
func (c *client) check(t fataler, f *Frontier) {
	t.Helper()
	c.holds(t, f)
	v := &f.views[c.seat]
	at, focus := f.centre(game.Seat(c.seat), v)
	if focus != c.focus {
		t.Fatalf("tick %d, seat %d believes to see around %d; it is %d", f.state.Tick, c.seat, c.focus, focus)
	}
	g := f.split.Grid()
	if i := f.state.ShipOf(game.Seat(c.seat)); i >= 0 && !slices.Contains(v.held, g.CellOf(at)) {
		t.Fatalf("tick %d, seat %d does not see its own ship", f.state.Tick, c.seat)
	}
	at = f.within(at)
	far := around(g, at, beyond+until)
	for _, cell := range v.held {
		if !far.has(g, cell) {
			t.Fatalf("tick %d, seat %d was told of cell %d, far from where it is", f.state.Tick, c.seat, cell)
		}
	}
	if v.sound {
		near := around(g, at, 0)
		for y := near.top; y <= near.bottom; y++ {
			for x := near.left; x <= near.right; x++ {
				if !slices.Contains(v.held, g.At(x, y)) {
					t.Fatalf("tick %d, seat %d does not see cell %d,%d on its screen", f.state.Tick, c.seat, x, y)
				}
			}
		}
	}
	if i := f.state.ShipOf(game.Seat(c.seat)); i >= 0 && c.private != f.state.Private[i] {
		t.Fatalf("tick %d, seat %d takes %+v for private; it is %+v", f.state.Tick, c.seat, c.private, f.state.Private[i])
	}
}

// together shares work among goroutines, each of which takes the next thing to do.
func together(n int, do func(hand, i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for hand := range 4 {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(hand, i)
			}
		})
	}
	all.Wait()
}

// alone shares work with nobody.
func alone(n int, do func(hand, i int)) {
	for i := range n {
		do(0, i)
	}
}
