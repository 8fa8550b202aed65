package predict

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// drawGround fills in what belongs to the arena and the mode rather than to a ship: glass, pick-ups, flags, the hill.
// Flags and the hill are decided between players, so they are drawn in the others' time. Pick-ups lie still: they are
// drawn as I foresee them, so that what I take is gone in the frame in which I take it.
func (p *Predictor) drawGround(v *View, others, mine span) {
	if others.a == nil {
		return
	}
	v.Broken = p.drawPanes(others.a.Broken, &mine)
	pickups, now := others.a.Pickups, v.Others
	if mine.foretold() {
		pickups, now = mine.a.Pickups, v.Tick
	}
	p.drawPickups(v, pickups, now)
	v.Team = p.team()
	v.TeamScore = [2]int{int(p.replica.TeamScore[0]), int(p.replica.TeamScore[1])}
	if v.Mode == arena.Capture {
		for n := range v.Flags {
			p.drawFlag(v, n, others.a)
		}
	}
	drawHill(v, p.arena, others.a)
}

func (p *Predictor) drawPickups(v *View, pickups []game.Pickup, now float64) {
	for i := range pickups {
		is := &pickups[i]
		pick := Pickup{At: point(p.draw.places.of(p.arena, is.Place)), Kind: is.Kind, Progress: 1}
		if pick.Kind == game.NoPickup {
			pick.Progress = 1 - float32(min(max(float64(is.Due)-now, 0)/game.PickupTicks, 1))
		}
		v.Pickups = append(v.Pickups, pick)
	}
}

// places is where an arena's pick-ups lie: found once, for an endless arena has many.
type places struct {
	arena *arena.Arena
	at    []game.Vec
}

// of is where the place with that number lies among those for pick-ups; all that is drawn has been checked.
func (l *places) of(a *arena.Arena, place uint16) game.Vec {
	if l.arena != a {
		l.arena, l.at = a, l.at[:0]
		for i := range a.Places {
			if a.Places[i].Kind == arena.PickupPlace {
				l.at = append(l.at, a.Places[i].At.Centre())
			}
		}
	}
	if int(place) >= len(l.at) {
		return game.Vec{}
	}
	return l.at[place]
}

// tellWhere adds to the events what the rules, which tell of a pick-up by its index, leave to whoever draws it.
func (p *Predictor) tellWhere(events []game.Event, pickups []game.Pickup) {
	for i := range events {
		if e := &events[i]; e.Kind == game.EventAppeared && e.Pos == (game.Vec{}) && int(e.Length) < len(pickups) {
			e.Pos = p.draw.places.of(p.arena, pickups[e.Length].Place)
		}
	}
}

// drawFlag is the flag of team n+1. Whether I carry it is shown as soon as it is known, like everything of mine.
func (p *Predictor) drawFlag(v *View, n int, others *game.Public) {
	is := &others.Flags[n]
	if known := &p.replica.Flags[n]; known.Carrier == p.seat || is.Carrier == p.seat {
		is = known
	}
	f := &v.Flags[n]
	f.Team, f.Carrier = uint8(n+1), is.Carrier
	base, ok := p.arena.Find(arena.Base, f.Team)
	if !ok {
		return
	}
	f.There, f.Base = true, point(base.Centre())
	switch {
	case is.Away:
		f.Pos, f.BackIn = point(is.Pos), max(int32(float64(is.Back)-v.Others), 0)
	case is.Carrier != game.NoSeat:
		f.Pos = f.Base
		for i := range v.Ships {
			if s := &v.Ships[i]; s.Seat == is.Carrier {
				f.Pos, s.Flag = s.Pos, f.Team
			}
		}
	default:
		f.Pos, f.Home = f.Base, true
	}
}

func drawHill(v *View, a *arena.Arena, others *game.Public) {
	at, ok := game.HillOf(others, a)
	if !ok {
		return
	}
	v.Hill = Hill{
		There: true, At: point(at), Radius: float32(game.HillRadius) / game.Unit, Holder: others.HillHolder,
		MovesIn: max(int32(float64(others.HillEnd)-v.Others), 0),
	}
	for i := range v.Ships {
		s := &v.Ships[i]
		if s.Alive && length(Point{s.Pos.X - v.Hill.At.X, s.Pos.Y - v.Hill.At.Y}) <= v.Hill.Radius {
			v.Hill.Inside++
		}
	}
}

// team is mine, as it is known.
func (p *Predictor) team() uint8 {
	if i := p.replica.ShipOf(p.seat); i >= 0 {
		return p.replica.Ships[i].Team
	}
	return game.NoTeam
}
