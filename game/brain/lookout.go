package brain

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

const (
	// fieldShift makes fields of 256 units.
	fieldShift = 16
	// fieldsX and fieldsY are how many fields to each side of its own a view can reach into.
	fieldsX = viewX>>fieldShift + 1
	fieldsY = viewY>>fieldShift + 1
	// A pilot keeps so much of what is in view in mind, by fields from the nearest on: in the middle of a thousand it is
	// as quick as anywhere.
	mostShips = 48
	mostShots = 128
)

// Lookout shows pilots of a large world what is in their view, without each looking at all of it. One serves all pilots
// of a room, one after another; it is not for several goroutines at a time.
type Lookout struct {
	world *game.Public
	chart *Chart
	w, h  int32

	ships, shots, panes, pickups lists

	order []patch
	found []int32
	view  game.Public
	// rumours are how many ships are about where, as the minimap of every player tells it, and of when.
	rumours [rumourSide * rumourSide]int32
	heard   game.Tick
}

// lists are things by field: heads the number of the first plus 1, next of each the one after it.
type lists struct{ heads, next []int32 }

func (l *lists) clear(fields int32) {
	if len(l.heads) != int(fields) {
		l.heads = make([]int32, fields)
	}
	clear(l.heads)
	l.next = l.next[:0]
}

func (l *lists) put(field int32) {
	l.next = append(l.next, l.heads[field])
	l.heads[field] = int32(len(l.next))
}

// patch is one of those around a pilot.
type patch struct{ x, y int32 }

// Watch looks at the world once, for all pilots that Think before it changes.
func (l *Lookout) Watch(s *game.Public, c *Chart) {
	l.world = s
	if l.chart != c {
		l.survey(c)
	}
	fields := l.w * l.h
	l.ships.clear(fields)
	for i := range s.Ships {
		l.ships.put(l.fieldOf(s.Ships[i].Pos))
	}
	l.shots.clear(fields)
	for i := range s.Shots {
		l.shots.put(l.fieldOf(s.Shots[i].Pos))
	}
	l.panes.clear(fields)
	for i := range s.Broken {
		l.panes.put(l.fieldOf(c.arena.CellAt(int(s.Broken[i].Index)).Centre()))
	}
	l.listen(s)
}

// survey takes over the size of an arena, and where its pick-ups lie.
func (l *Lookout) survey(c *Chart) {
	l.chart = c
	l.w, l.h = int32(c.arena.W)*arena.TileSub>>fieldShift+1, int32(c.arena.H)*arena.TileSub>>fieldShift+1
	l.pickups.clear(l.w * l.h)
	for _, at := range c.pickups {
		l.pickups.put(l.fieldOf(at))
	}
	l.heard = 0
	l.order = l.order[:0]
	for y := int32(-fieldsY); y <= fieldsY; y++ {
		for x := int32(-fieldsX); x <= fieldsX; x++ {
			l.order = append(l.order, patch{x, y})
		}
	}
	slices.SortStableFunc(l.order, func(a, b patch) int { return int(a.x*a.x + a.y*a.y - b.x*b.x - b.y*b.y) })
}

func (l *Lookout) fieldOf(p game.Vec) int32 {
	return min(max(p.Y>>fieldShift, 0), l.h-1)*l.w + min(max(p.X>>fieldShift, 0), l.w-1)
}

// around is the world as far as a pilot sees it. Its shots are in no order.
func (l *Lookout) around(me *game.Ship) *game.Public {
	v := l.begin()
	l.found = l.found[:0]
	x0, y0 := me.Pos.X>>fieldShift, me.Pos.Y>>fieldShift
	for _, d := range l.order {
		x, y := x0+d.x, y0+d.y
		if x < 0 || y < 0 || x >= l.w || y >= l.h {
			continue
		}
		at := y*l.w + x
		for k := l.ships.heads[at]; k != 0 && len(l.found) < mostShips; k = l.ships.next[k-1] {
			if o := &l.world.Ships[k-1]; o.Alive && sees(me.Pos, o.Pos) {
				l.found = append(l.found, k-1)
			}
		}
		for k := l.shots.heads[at]; k != 0 && len(v.Shots) < mostShots; k = l.shots.next[k-1] {
			if shot := &l.world.Shots[k-1]; sees(me.Pos, shot.Pos) {
				v.Shots = append(v.Shots, *shot)
			}
		}
		for k := l.panes.heads[at]; k != 0; k = l.panes.next[k-1] {
			v.Broken = append(v.Broken, l.world.Broken[k-1])
		}
		l.addPickups(at)
	}
	slices.SortFunc(v.Broken, func(a, b arena.Pane) int { return int(a.Index - b.Index) })
	slices.Sort(l.found)
	for _, i := range l.found {
		v.Ships = append(v.Ships, l.world.Ships[i])
	}
	return v
}

// close is what a pilot minds between two thoughts: itself, its prey, and pick-ups close by.
func (l *Lookout) close(me *game.Ship, prey game.Seat) *game.Public {
	v := l.begin()
	i := -1
	if prey != game.NoSeat && prey != me.Seat {
		i = l.world.ShipOf(prey)
	}
	if i >= 0 && prey < me.Seat {
		v.Ships = append(v.Ships, l.world.Ships[i])
	}
	v.Ships = append(v.Ships, *me)
	if i >= 0 && prey > me.Seat {
		v.Ships = append(v.Ships, l.world.Ships[i])
	}
	x0, y0 := me.Pos.X>>fieldShift, me.Pos.Y>>fieldShift
	for y := max(y0-1, 0); y <= min(y0+1, l.h-1); y++ {
		for x := max(x0-1, 0); x <= min(x0+1, l.w-1); x++ {
			l.addPickups(y*l.w + x)
		}
	}
	return v
}

// begin is the view of nothing yet, with what everybody is told.
func (l *Lookout) begin() *game.Public {
	v := &l.view
	ships, shots, pickups, panes := v.Ships[:0], v.Shots[:0], v.Pickups[:0], v.Broken[:0]
	*v = *l.world
	v.Ships, v.Shots, v.Pickups, v.Broken = ships, shots, pickups, panes
	return v
}

func (l *Lookout) addPickups(field int32) {
	for k := l.pickups.heads[field]; k != 0; k = l.pickups.next[k-1] {
		if int(k) <= len(l.world.Pickups) {
			l.view.Pickups = append(l.view.Pickups, l.world.Pickups[k-1])
		}
	}
}

// ThinkIn is Think in a large world, which the lookout has been shown in this tick.
func (p *Pilot) ThinkIn(l *Lookout) game.Input {
	i := l.world.ShipOf(p.seat)
	if i < 0 || !l.world.Ships[i].Alive {
		return p.Think(l.world, l.chart)
	}
	me := &l.world.Ships[i]
	if now := l.world.Tick; p.awake && now >= p.last && now < p.planAt && now < p.alertAt {
		return p.Think(l.close(me, p.prey.seat), l.chart)
	}
	if p.travel.goal < 0 || p.draw(rumourOdds) == 0 {
		p.travel.rumour = l.rumour(p, me)
	}
	return p.Think(l.around(me), l.chart)
}
