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
	// The lists of each field: the number of the first plus 1, and of each the next one's.
	ships, shots        []int32
	nextShip, nextShot  []int32
	pickups, nextPickup []int32
	order               []patch
	found               []int32
	view                game.Public
}

// patch is one of those around a pilot.
type patch struct{ x, y int32 }

// Watch looks at the world once, for all pilots that Think before it changes.
func (l *Lookout) Watch(s *game.Public, c *Chart) {
	l.world = s
	if l.chart != c {
		l.survey(c)
	}
	clear(l.ships)
	clear(l.shots)
	l.nextShip, l.nextShot = l.nextShip[:0], l.nextShot[:0]
	for i := range s.Ships {
		l.nextShip = append(l.nextShip, 0)
		if s.Ships[i].Alive {
			put(l.ships, l.nextShip, l.fieldOf(s.Ships[i].Pos), i)
		}
	}
	for i := range s.Shots {
		l.nextShot = append(l.nextShot, 0)
		put(l.shots, l.nextShot, l.fieldOf(s.Shots[i].Pos), i)
	}
}

// survey takes over the size of an arena, and where its pick-ups lie.
func (l *Lookout) survey(c *Chart) {
	l.chart = c
	l.w, l.h = int32(c.arena.W)*arena.TileSub>>fieldShift+1, int32(c.arena.H)*arena.TileSub>>fieldShift+1
	n := l.w * l.h
	l.ships, l.shots, l.pickups = make([]int32, n), make([]int32, n), make([]int32, n)
	l.nextPickup = make([]int32, len(c.pickups))
	for i, at := range c.pickups {
		put(l.pickups, l.nextPickup, l.fieldOf(at), i)
	}
	l.order = l.order[:0]
	for y := int32(-fieldsY); y <= fieldsY; y++ {
		for x := int32(-fieldsX); x <= fieldsX; x++ {
			l.order = append(l.order, patch{x, y})
		}
	}
	slices.SortStableFunc(l.order, func(a, b patch) int { return int(a.x*a.x + a.y*a.y - b.x*b.x - b.y*b.y) })
}

func put(heads, next []int32, field int32, i int) {
	next[i] = heads[field]
	heads[field] = int32(i) + 1
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
		for k := l.ships[at]; k != 0 && len(l.found) < mostShips; k = l.nextShip[k-1] {
			if sees(me.Pos, l.world.Ships[k-1].Pos) {
				l.found = append(l.found, k-1)
			}
		}
		for k := l.shots[at]; k != 0 && len(v.Shots) < mostShots; k = l.nextShot[k-1] {
			if shot := &l.world.Shots[k-1]; sees(me.Pos, shot.Pos) {
				v.Shots = append(v.Shots, *shot)
			}
		}
		l.addPickups(at)
	}
	slices.Sort(l.found)
	for _, i := range l.found {
		v.Ships = append(v.Ships, l.world.Ships[i])
	}
	v.Broken = l.world.Broken // it looks at those in view alone
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
	ships, shots, pickups := v.Ships[:0], v.Shots[:0], v.Pickups[:0]
	*v = *l.world
	v.Ships, v.Shots, v.Pickups, v.Broken = ships, shots, pickups, nil
	return v
}

func (l *Lookout) addPickups(field int32) {
	for k := l.pickups[field]; k != 0; k = l.nextPickup[k-1] {
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
	return p.Think(l.around(me), l.chart)
}
