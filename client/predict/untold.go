package predict

import "bankshot/game"

// untold adds to the events of a tick those that no cell has shown by itself, because what caused them came from another:
// a ship that was hit from there, one that the server let appear, a pick-up. Whoever draws wants to know of them. before is
// the world at the tick before.
func (p *Predictor) untold(before *game.Public, events []game.Event) []game.Event {
	shown := len(events)
	now := &p.replica.Public
	for i := range now.Ships {
		is := &now.Ships[i]
		k := before.ShipOf(is.Seat)
		switch {
		case is.Alive && is.SpawnTick != 0 && int32(is.SpawnTick-before.Tick) > 0:
			e := game.Event{Kind: game.EventSpawned, Tick: now.Tick, Seat: is.Seat, Other: game.NoSeat, Pos: is.Pos, Aim: is.Aim}
			events = shows(events[:shown], events, &e)
		case k < 0:
		case before.Ships[k].Health > is.Health:
			was := &before.Ships[k]
			e := game.Event{
				Kind: game.EventHit, Tick: now.Tick, Seat: is.Seat, Other: is.HitBy, Pos: is.Pos, Amount: int16(was.Health - is.Health),
			}
			if is.HitBy == p.seat {
				e.Shot = p.seen.waitsFor(is.Seat)
			}
			events = shows(events[:shown], events, &e)
			if was.Alive && !is.Alive {
				e.Kind, e.Amount, e.Helper = game.EventKilled, 0, game.NoSeat
				events = shows(events[:shown], events, &e)
			}
		}
	}
	i := 0
	for n := range now.Pickups {
		is := &now.Pickups[n]
		for i < len(before.Pickups) && before.Pickups[i].Place < is.Place {
			i++
		}
		if i < len(before.Pickups) && before.Pickups[i].Place == is.Place && before.Pickups[i].Kind == game.NoPickup && is.Kind != game.NoPickup {
			events = append(events, game.Event{
				Kind: game.EventAppeared, Tick: now.Tick, Seat: game.NoSeat, Other: game.NoSeat, Amount: int16(is.Kind),
				Pos: p.draw.places.of(p.arena, is.Place),
			})
		}
	}
	return events
}

// shows adds an event to all of them unless one of its kind is among those shown of the same ship.
func shows(shown, all []game.Event, e *game.Event) []game.Event {
	for i := range shown {
		if shown[i].Kind == e.Kind && shown[i].Seat == e.Seat {
			return all
		}
	}
	return append(all, *e)
}

// waitsFor is my shot that was seen to hit a ship, of those of which nobody has told yet; 0 for none.
func (h *seenHits) waitsFor(victim game.Seat) game.ShotID {
	for k := range h.n {
		if w := &h.waiting[(h.first+k)%len(h.waiting)]; w.victim == victim && w.shot != 0 {
			return w.shot
		}
	}
	return 0
}
