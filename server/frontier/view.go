package frontier

import (
	"slices"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// What is told of around a ship, in units: the view, which the client's camera keeps within the arena; as far beyond it as
// the camera looks ahead and a ship flies until its player's client hears of the next cells; and as far again until a cell is
// told of no more, so that nobody who flies along a border has cells come and go.
const (
	viewWidth  = 1280
	viewHeight = 720
	beyond     = 160
	until      = 160
	// edge is how far the camera looks past the arena's border.
	edge = 64
)

// view is what one seat sees.
type view struct {
	held []game.Cell // ascending
	// near is what should be held, far what may be; sound says that what is held is all of near and nothing beyond far.
	near, far box
	sound     bool
	focus     game.Seat
	focused   bool // the client knows focus

	// What Look has chosen for Sight to tell: fresh are the cells that come whole, ascending.
	head  snap.CellsHead
	fresh []game.Cell
}

// box is a rectangle of cells, corners included.
type box struct{ left, top, right, bottom int }

func (b *box) has(g game.Grid, c game.Cell) bool {
	x, y := g.Column(c), g.Row(c)
	return x >= b.left && x <= b.right && y >= b.top && y <= b.bottom
}

// around is the box of the cells that come within so many units more of a view around pos than it has.
func around(g game.Grid, pos game.Vec, more int32) box {
	w, h := (viewWidth/2+more)*game.Unit, (viewHeight/2+more)*game.Unit
	a := g.CellOf(game.Vec{X: pos.X - w, Y: pos.Y - h})
	b := g.CellOf(game.Vec{X: pos.X + w, Y: pos.Y + h})
	return box{g.Column(a), g.Row(a), g.Column(b), g.Row(b)}
}

// Narrow has views end where the screen does.
func (f *Frontier) Narrow(yes bool) { f.narrow = yes }

// Look chooses what one seat is told.
func (f *Frontier) Look(seat room.Seat, whole bool) {
	v := &f.views[seat]
	v.head = snap.CellsHead{Tick: f.told, Ticks: f.span}
	head := &v.head
	if whole {
		f.leave(v)
		head.Ticks = 0
	}
	v.fresh = v.fresh[:0]
	at, focus := f.centre(game.Seat(seat), v)
	if !v.focused || focus != v.focus {
		v.focus, v.focused = focus, true
		head.HasFocus, head.Focus = true, focus
	}
	if !whole && f.foretold[seat] != f.tells {
		head.Private = f.private(seat)
	}
	g := f.split.Grid()
	centre := f.within(at)
	more := int32(beyond)
	if f.narrow {
		more = 0
	}
	near, far := around(g, centre, more), around(g, centre, more+until)
	heavy := f.bytes > mostKept
	if v.sound && near == v.near && far == v.far && !heavy {
		return
	}
	v.near, v.far = near, far
	head.Held = len(v.held)
	for i, c := range v.held {
		if !far.has(g, c) {
			head.Gone |= 1 << i
		}
	}
	shed := uint64(0)
	if heavy {
		shed = f.shed(v, g, at, head.Gone)
		head.Gone |= shed
	}
	if head.Gone != 0 && head.Private == nil {
		// Its ship may have been in one of them, whose last step the client does not make.
		head.Private = f.private(seat)
	}
	f.freshen(v, g, at, head.Gone)
	v.sound = v.sound && shed == 0
	head.HasNew = len(v.fresh) > 0
	for i, c := range v.held {
		if head.Gone>>i&1 != 0 {
			f.unsee(c)
		}
	}
}

// Sight appends what Look has chosen for a seat. It changes nothing but the seat's own view.
func (f *Frontier) Sight(dst []byte, seat room.Seat) []byte {
	v := &f.views[seat]
	dst = snap.AppendCellsHead(dst, &v.head)
	if v.head.Gone != 0 {
		n := 0
		for i, c := range v.held {
			if v.head.Gone>>i&1 == 0 {
				v.held[n] = c
				n++
			}
		}
		v.held = v.held[:n]
	}
	if len(v.fresh) > 0 {
		dst = snap.AppendNewCells(dst, len(v.fresh))
		before := -1
		for _, c := range v.fresh {
			dst = snap.AppendNewCell(dst, c, before, f.cells[c].full)
			before = int(c)
		}
	}
	if v.head.Ticks > 0 {
		dst = snap.AppendInterval(dst, v.held, f.words)
	}
	if len(v.fresh) > 0 {
		v.held = append(v.held, v.fresh...)
		slices.Sort(v.held)
	}
	return dst
}

// private is what is private of a seat's ship, nil where it has none.
func (f *Frontier) private(seat room.Seat) *game.Private {
	if i := f.state.ShipOf(game.Seat(seat)); i >= 0 {
		return &f.state.Private[i]
	}
	return nil
}

// leave has a seat see nothing any more.
func (f *Frontier) leave(v *view) {
	for _, c := range v.held {
		f.unsee(c)
	}
	v.held, v.sound, v.focused = v.held[:0], false, false
}

// centre is the place of the ship around which a seat sees, and whose ship that is: game.NoSeat for its own.
func (f *Frontier) centre(seat game.Seat, v *view) (game.Vec, game.Seat) {
	focus := game.NoSeat
	i := f.state.ShipOf(seat)
	if i < 0 {
		if focus = f.shown(v.focus); focus == game.NoSeat {
			return game.Vec{}, focus
		}
		i = f.state.ShipOf(focus)
	}
	return f.state.Ships[i].Pos, focus
}

// shown is whom somebody sees who has no ship: the same as before, as long as it lives or waits to return; else whoever
// kills most.
func (f *Frontier) shown(before game.Seat) game.Seat {
	if f.state.ShipOf(before) >= 0 {
		return before
	}
	best := -1
	for i := range f.state.Ships {
		if s := &f.state.Ships[i]; s.Alive && (best < 0 || s.Streak > f.state.Ships[best].Streak) {
			best = i
		}
	}
	if best < 0 {
		return game.NoSeat
	}
	return f.state.Ships[best].Seat
}

// within is where the camera looks that follows a ship at pos.
func (f *Frontier) within(pos game.Vec) game.Vec {
	a := f.cfg.Ground.Arena
	inside := func(x int32, tiles int, view int32) int32 {
		size := int32(tiles) * tileUnits
		return min(max(x, (view/2-edge)*game.Unit), (size-view/2+edge)*game.Unit)
	}
	return game.Vec{X: inside(pos.X, a.W, viewWidth), Y: inside(pos.Y, a.H, viewHeight)}
}
