package game

import "bankshot/game/arena"

// touchGround is what the tile under its centre does to each living ship: it is pushed or held back, hurt, led to the other
// end of a pair. Who dashes flies over all of that but what leads.
func touchGround(s *State, a *arena.Arena, ev []Event) []Event {
	for i := range s.Ships {
		ship := &s.Ships[i]
		if !ship.Alive {
			continue
		}
		cell, ok := tileUnder(ship.Pos)
		if !ok {
			continue
		}
		tile := a.At(cell.X, cell.Y)
		if tile.Plain() {
			continue
		}
		rules := tile.Rules()
		if rules.Most > 0 && ship.DashLeft == 0 {
			ship.Vel = limit(add(ship.Vel, rules.Push), int64(rules.Most))
		}
		if rules.Harm > 0 && s.Tick%Tick(rules.Every) == 0 && ship.DashLeft == 0 {
			// It is as if the ship had shot itself: the death is its own, or that of who drove it here.
			own := Shot{ID: NewShotID(s.Tick, NoSeat, 0), Owner: ship.Seat, Pos: ship.Pos, Born: ship.Pos, Since: s.Tick}
			ev = s.hurt(ship, &own, rules.Harm, ship.Pos, ev)
		}
		if rules.Leads && ship.Alive {
			ev = s.warpShip(ship, cell, a, ev)
		}
	}
	return ev
}

// tileUnder is the tile a place is in; none for a place on the line between two, which would be either's.
func tileUnder(at Vec) (arena.Cell, bool) {
	return arena.CellOf(at), at.X%arena.TileSub != 0 && at.Y%arena.TileSub != 0
}

// warpShip leads a ship through a portal, if it fits at the other end and has not just come from there.
func (s *State) warpShip(ship *Ship, from arena.Cell, a *arena.Arena, ev []Event) []Event {
	end, ok := a.PortalEnd(from)
	if !ok || ship.Portal > 0 {
		return ev
	}
	to := add(end.Centre(), sub(ship.Pos, from.Centre()))
	if !a.Fits(to, ShipRadius) {
		return ev
	}
	ev = append(ev, Event{Kind: EventWarped, Tick: s.Tick, Seat: ship.Seat, Other: NoSeat, Pos: ship.Pos})
	ship.Pos, ship.Portal, ship.WarpTick = to, ShipPortalTicks, s.Tick
	return ev
}

// warpShot leads a shot through the portal in whose tile it has ended its tick. It keeps its speed and its banks.
func (s *State) warpShot(shot *Shot, a *arena.Arena, ev []Event) []Event {
	if shot.Portal > 0 {
		shot.Portal--
		return ev
	}
	cell, ok := tileUnder(shot.Pos)
	if !ok || !a.At(cell.X, cell.Y).Rules().Leads {
		return ev
	}
	end, ok := a.PortalEnd(cell)
	if !ok {
		return ev
	}
	ev = append(ev, Event{Kind: EventWarped, Tick: s.Tick, Seat: NoSeat, Other: shot.Owner, Shot: shot.ID, Pos: shot.Pos})
	shot.Pos = add(end.Centre(), sub(shot.Pos, cell.Centre()))
	shot.Born, shot.Portal = shot.Pos, ShotPortalTicks
	return ev
}
