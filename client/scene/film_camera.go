package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
	"bankshot/game/replay"
)

// direct tells the camera where to look, and marks whose film it is.
func (f *film) direct(v *predict.View) {
	star := f.star()
	v.Focus = f.focus(v, star)
	for i := range v.Ships {
		if s := &v.Ships[i]; s.Seat == star {
			// Drawn as one sees oneself; how ready it was, nobody knows any more.
			s.Mine, s.DashReady, s.Energy = true, 1, 1
		}
	}
	for i := range v.Shots {
		v.Shots[i].Mine = v.Shots[i].Owner == star
	}
}

// star is whose film it is: who was chosen, or who made the kill.
func (f *film) star() game.Seat {
	switch {
	case f.watch != game.NoSeat:
		return f.watch
	case f.hasKill && f.kill.Other != game.NoSeat:
		return f.kill.Other
	}
	return game.NoSeat
}

// focus is the shooter until it fires, then the shot, then what came of it.
func (f *film) focus(v *predict.View, star game.Seat) predict.Point {
	if f.watch != game.NoSeat || !f.hasKill || len(f.kill.Way) == 0 {
		return shipOr(v, star, v.Focus)
	}
	way := f.kill.Way
	switch t := f.shown.time; {
	case t < float64(way[0].Tick):
		return shipOr(v, f.kill.Shot.Seat(), v.Focus)
	case t < float64(f.kill.Tick):
		return f.head(v)
	case t < float64(f.kill.Tick)+endStays:
		return placeAt(way[len(way)-1].At)
	case t < float64(f.kill.Tick)+aftermath:
		return middle(way)
	}
	return shipOr(v, star, v.Focus)
}

// middle is the middle of a way, from where most of it is seen.
func middle(way []replay.Bend) predict.Point {
	lo, hi := way[0].At, way[0].At
	for _, b := range way {
		lo = game.Vec{X: min(lo.X, b.At.X), Y: min(lo.Y, b.At.Y)}
		hi = game.Vec{X: max(hi.X, b.At.X), Y: max(hi.Y, b.At.Y)}
	}
	return placeAt(game.Vec{X: lo.X + (hi.X-lo.X)/2, Y: lo.Y + (hi.Y-lo.Y)/2})
}

// head is where the shot is now: itself, or what will split into it, or its last bend.
func (f *film) head(v *predict.View) predict.Point {
	id := f.kill.Shot
	at, found := predict.Point{}, false
	for i := range v.Shots {
		s := &v.Shots[i]
		if s.Points == 0 || s.ID.Seat() != id.Seat() || s.ID.Tick() != id.Tick() {
			continue
		}
		if s.ID == id {
			return s.Trail[0]
		}
		if !found {
			at, found = s.Trail[0], true
		}
	}
	if found {
		return at
	}
	return placeAt(f.kill.Way[f.bend()].At)
}

// bend is the last one that the shot has passed.
func (f *film) bend() int {
	n := 0
	for i := range f.kill.Way {
		if float64(f.kill.Way[i].Tick) <= f.shown.time {
			n = i
		}
	}
	return n
}

func shipOr(v *predict.View, seat game.Seat, other predict.Point) predict.Point {
	for i := range v.Ships {
		if v.Ships[i].Seat == seat {
			return v.Ships[i].Pos
		}
	}
	return other
}

// watchNext has the camera follow the next ship, after the last one the shot again.
func (f *film) watchNext() {
	if f.seen == nil {
		return
	}
	next := game.NoSeat
	for i := range f.seen.Ships {
		seat := f.seen.Ships[i].Seat
		if (f.watch == game.NoSeat || seat > f.watch) && (next == game.NoSeat || seat < next) {
			next = seat
		}
	}
	f.watch = next
}

var (
	comingStroke = render.Stroke{Core: 0.6, Glow: 4, Heat: 0.1}
	flownStroke  = render.Stroke{Core: 1.3, Glow: 9, Heat: 0.5}
)

// way draws the shot's way: what is to come faintly, what it has flown as hot as it was, and a number at each bank.
func (f *film) way(s scribe, g *Game) {
	way := f.kill.Way
	if !f.hasKill || len(way) < 2 || f.watch != game.NoSeat {
		return
	}
	t := f.shown.time
	if t < float64(way[0].Tick)-leadIn || t > float64(f.kill.Tick)+2*aftermath {
		return
	}
	now := f.bend()
	for i := 1; i < len(way); i++ {
		if way[i].Cut {
			continue
		}
		color := render.Heat(way[i-1].Banks).Color
		x0, y0 := onCanvas(s, g, placeAt(way[i-1].At))
		x1, y1 := onCanvas(s, g, placeAt(way[i].At))
		leg(s, x0, y0, x1, y1, comingStroke, color.Times(0.45))
		switch {
		case t < float64(way[0].Tick):
		case i <= now:
			leg(s, x0, y0, x1, y1, flownStroke, color)
		case i == now+1:
			hx, hy := onCanvas(s, g, f.head(f.seen))
			leg(s, x0, y0, hx, hy, flownStroke, color)
		}
	}
	f.bends(s, g, way)
}

// leg draws a line as far as it lies within the picture: above the controls, and not in the bars beside it.
func leg(s scribe, x0, y0, x1, y1 float32, stroke render.Stroke, color render.Color) {
	dx, dy := x1-x0, y1-y0
	from, to := float32(0), float32(1)
	// Where the line comes in over an edge it begins, where it leaves over one it ends.
	for _, edge := range [4][2]float32{{-dx, x0}, {dx, s.W - x0}, {-dy, y0}, {dy, controlsAt(s.H) - y0}} {
		outwards, room := edge[0], edge[1]
		switch {
		case outwards == 0 && room < 0:
			return
		case outwards < 0:
			from = max(from, room/outwards)
		case outwards > 0:
			to = min(to, room/outwards)
		}
	}
	if from < to {
		s.Line(x0+dx*from, y0+dy*from, x0+dx*to, y0+dy*to, stroke, color)
	}
}

// pictured says that a place lies within the picture.
func pictured(s scribe, x, y float32) bool {
	return x >= 0 && x <= s.W && y >= 0 && y <= controlsAt(s.H)
}

// bends marks where it began, each bank by its number, and where it ended.
func (f *film) bends(s scribe, g *Game, way []replay.Bend) {
	if x, y := onCanvas(s, g, placeAt(way[0].At)); pictured(s, x, y) {
		s.Ring(x, y, 6, comingStroke, render.TextColor)
	}
	for i := 1; i < len(way); i++ {
		x, y := onCanvas(s, g, placeAt(way[i].At))
		if !pictured(s, x, y) {
			continue
		}
		switch {
		case i == len(way)-1:
			s.Ring(x, y, 18, flownStroke, render.BadColor)
		case way[i].Banks > way[i-1].Banks:
			s.Bytes(s.write().int(int(way[i].Banks)).b, x, y-12, render.SizeBody, render.Middle, render.Heat(way[i].Banks).Color)
		default:
			s.Ring(x, y, 6, comingStroke, render.ShieldTint)
		}
	}
}
