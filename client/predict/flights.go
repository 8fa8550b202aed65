package predict

import (
	"cmp"
	"math"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// flight is one shot in the ticks that may be drawn: from the others' time to mine.
type flight struct {
	id game.ShotID
	// first and last are the ticks at whose ends it is in flight, of those looked at.
	first, last game.Tick
	// on says that it flies on after last, as far as I know; only then is it drawn beyond it, in newer ticks than are known.
	on bool
	// own says that it is mine by then.
	own bool
}

// gather finds all that is in flight between the others' time and mine: known ticks first, then mine in those that I
// predict. The list ascends by ID.
func (p *Predictor) gather() []flight {
	list := p.draw.flights[:0]
	newest := p.replica.Tick
	oldest := game.Tick(max(p.draw.lens.others, 0))
	if newest-oldest >= pastTicks && int32(newest-oldest) > 0 {
		oldest = newest - pastTicks + 1
	}
	oldest = min(oldest, newest)
	for t := oldest; int32(newest-t) >= 0; t++ {
		if m := p.past.at(t); m != nil {
			list = addFlights(list, m.public.Shots, t)
		}
	}
	for i := range list {
		list[i].on = list[i].last == newest
	}
	if p.ahead.valid {
		if s := p.ahead.at(newest + 1); s != nil {
			// Whether mine fly on I know myself.
			for i := range list {
				f := &list[i]
				if f.on && p.shotAt(f, newest).Owner == p.seat {
					f.on = false
				}
			}
		}
		for t := newest + 1; int32(p.ahead.newest-t) >= 0; t++ {
			if s := p.ahead.at(t); s != nil {
				list = addFlights(list, s.state.Shots, t)
			}
		}
	}
	for i := range list {
		list[i].own = p.shotAt(&list[i], list[i].last).Owner == p.seat
	}
	p.draw.flights = list
	return list
}

// addFlights takes in the shots that are in flight at the end of a tick.
func addFlights(list []flight, shots []game.Shot, t game.Tick) []flight {
	k := 0
	for i := range shots {
		id := shots[i].ID
		for k < len(list) && list[k].id < id {
			k++
		}
		if k < len(list) && list[k].id == id {
			list[k].last = t
			continue
		}
		list = slices.Insert(list, k, flight{id: id, first: t, last: t})
	}
	return list
}

// publicAt is the state at the end of a tick that a shot is drawn from, nil for none.
func (p *Predictor) publicAt(t game.Tick) *game.Public {
	if int32(t-p.replica.Tick) <= 0 {
		if m := p.past.at(t); m != nil {
			return &m.public
		}
		return nil
	}
	if s := p.ahead.at(t); s != nil {
		return &s.state.Public
	}
	return nil
}

// shotAt is a shot at the end of a tick, nil if it is not in flight there.
func (p *Predictor) shotAt(f *flight, t game.Tick) *game.Shot {
	public := p.publicAt(t)
	if public == nil {
		return nil
	}
	i, found := slices.BinarySearchFunc(public.Shots, f.id, func(s game.Shot, id game.ShotID) int { return cmp.Compare(s.ID, id) })
	if !found {
		return nil
	}
	return &public.Shots[i]
}

// instant is what a shot is drawn from at a time: the end of a tick, the same shot one tick later if it still flew then, and
// how far it is beyond that end, below 0 in its first tick.
type instant struct {
	tick       game.Tick
	shot, next *game.Shot
	frac       float32
}

// at is what to draw a shot from at a time; shot is nil where it is not in flight.
func (p *Predictor) at(f *flight, time float64) instant {
	t := game.Tick(max(time, 0))
	switch {
	case int32(t-f.first) < 0:
		return instant{tick: f.first, shot: p.shotAt(f, f.first), frac: float32(time - float64(f.first))}
	case int32(t-f.last) >= 0:
		return instant{tick: f.last, shot: p.shotAt(f, f.last), frac: float32(time - float64(f.last))}
	}
	// Where full snapshots have left a gap, nothing is drawn between its ends.
	for p.shotAt(f, t) == nil {
		t--
	}
	m := instant{tick: t, shot: p.shotAt(f, t), next: p.shotAt(f, t+1)}
	if m.next != nil {
		m.frac = float32(time - float64(t))
	}
	return m
}

// flies says whether the shot is in flight at the time of the instant.
func (m *instant) flies(f *flight) bool {
	switch {
	case m.shot == nil || m.frac <= -1:
		return false
	case m.frac < 0:
		return m.shot.Pos != m.shot.Born // else a part of another, which has not flown yet
	case m.next != nil:
		return true
	}
	w := &game.Weapons[m.shot.Weapon]
	return m.frac < 1 && m.tick == f.last || f.on && float64(m.tick-m.shot.ID.Tick())+float64(m.frac) < float64(w.Life)-1 || m.frac == 0
}

// place is where the shot is, near enough to say how far away that is.
func (p *Predictor) place(f *flight, time float64) Point {
	m := p.at(f, time)
	if m.shot == nil {
		return Point{}
	}
	from := point(m.shot.Pos)
	switch {
	case m.frac == 0:
		return from
	case m.frac <= -1:
		return point(m.shot.Born)
	case m.frac < 0:
		return along(from, point(m.shot.Born), -m.frac)
	case m.next != nil:
		return along(from, point(m.next.Pos), m.frac)
	case f.on:
		var corners [game.MaxBanks + 1]arena.Leg
		flown, _ := p.draw.live.Fly(m.shot.Pos, moved(m.shot.Vel, m.frac), banksLeft(m.shot), corners[:0])
		return point(flown.End)
	}
	const perTick = game.VelUnit
	part := min(m.frac, 1)
	return Point{from.X + float32(m.shot.Vel.X)/perTick*part, from.Y + float32(m.shot.Vel.Y)/perTick*part}
}

// banksLeft is how many banks a shot has before it, as far as it can be flown: where it splits, it waits.
func banksLeft(s *game.Shot) int {
	w := &game.Weapons[s.Weapon]
	if w.Split > 1 && s.Banks == 0 {
		return 0
	}
	return int(w.Banks) - int(s.Banks)
}

// speedOf is how far a shot of that weapon flies in a tick, in units.
func speedOf(w game.WeaponKind) float32 { return float32(game.Weapons[w].Speed) / game.VelUnit }

// moved is the way made in so many ticks, in 1/256 unit.
func moved(vel game.Vec, ticks float32) game.Vec {
	const perTick = game.VelUnit / game.Unit
	return game.Vec{
		X: int32(math.Round(float64(vel.X) * float64(ticks) / perTick)),
		Y: int32(math.Round(float64(vel.Y) * float64(ticks) / perTick)),
	}
}
