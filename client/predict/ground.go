package predict

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// drawGround fills in what belongs to the arena and the mode rather than to a ship: glass, pick-ups, goals.
// Goals are decided between players, so they are drawn in the others' time. Pick-ups lie still: they are
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
	for n := range others.a.Goals {
		v.Goals = append(v.Goals, p.goal(v, n, others.a))
	}
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

// goal is the n-th goal. Whether I have it is shown as soon as it is known, like everything of mine.
func (p *Predictor) goal(v *View, n int, others *game.Public) Goal {
	is := &others.Goals[n]
	if n < len(p.replica.Goals) && is.Kind == game.FlagGoal {
		if known := &p.replica.Goals[n]; known.Holder == p.seat || is.Holder == p.seat {
			is = known
		}
	}
	g := Goal{Kind: is.Kind, Team: is.Team, Holder: is.Holder}
	home, ok := is.Home(p.arena)
	if ok {
		g.There, g.HasHome, g.Home, g.Pos = true, true, point(home), point(home)
	}
	if is.Due > 0 {
		g.DueIn = max(int32(float64(is.Due)-v.Others), 0)
	}
	switch {
	case is.Kind == game.ZoneGoal:
		g.AtHome, g.Radius = ok, float32(game.ZoneRadius)/game.Unit
		for i := range v.Ships {
			if s := &v.Ships[i]; s.Alive && length(Point{s.Pos.X - g.Pos.X, s.Pos.Y - g.Pos.Y}) <= g.Radius {
				g.Inside++
			}
		}
	case is.Away:
		g.There, g.Pos = true, point(is.Pos)
	case is.Holder != game.NoSeat:
		for i := range v.Ships {
			if s := &v.Ships[i]; s.Seat == is.Holder {
				g.There, g.Pos = true, s.Pos
			}
		}
	default:
		g.AtHome = ok
	}
	return g
}

// team is mine, as it is known.
func (p *Predictor) team() uint8 {
	if i := p.replica.ShipOf(p.seat); i >= 0 {
		return p.replica.Ships[i].Team
	}
	return game.NoTeam
}
