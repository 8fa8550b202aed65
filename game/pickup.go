package game

import (
	"slices"

	"bankshot/game/arena"
)

// PickupKind says what lies at a place for pick-ups.
type PickupKind uint8

// The kinds of pick-ups: nothing yet, which has the number of Basic; the other weapons by theirs (PickupOf); then supplies.
const (
	NoPickup    = PickupKind(Basic)
	firstSupply = PickupKind(WeaponKinds)
)

// PickupOf is the pick-up of a weapon; NoPickup for Basic, which nobody picks up.
func PickupOf(w WeaponKind) PickupKind { return PickupKind(w) }

// Pickup is one place for pick-ups.
type Pickup struct {
	// Place says which one: its number among the arena's PickupPlaces. A match holds all of them, so that it is the index in
	// Public.Pickups too; a state that is only a part of the world, as a cell's, holds its own.
	Place uint16
	// Kind is what lies there now, NoPickup while it is being waited for.
	Kind PickupKind
	// Due is the tick at which the next one appears, while there is none.
	Due Tick
}

// pickupAt is the index in Pickups of a place, or where it would stand.
func (p *Public) pickupAt(place uint16) (int, bool) {
	if int(place) < len(p.Pickups) && p.Pickups[place].Place == place {
		return int(place), true // a whole world holds them all
	}
	return slices.BinarySearchFunc(p.Pickups, place, func(have Pickup, place uint16) int { return int(have.Place) - int(place) })
}

func (p *Public) hasPickup(place uint16) bool {
	_, ok := p.pickupAt(place)
	return ok
}

// Weapon is the weapon that lies there; Basic for what is no weapon.
func (k PickupKind) Weapon() WeaponKind {
	if k >= firstSupply {
		return Basic
	}
	return WeaponKind(k)
}

// Supply is what lies there for a ship that lacks it; nothing of it in a weapon.
func (k PickupKind) Supply() Supply {
	if k < firstSupply {
		return Supply{}
	}
	return Supplies[k-firstSupply]
}

// Name is what it is called, empty for nothing.
func (k PickupKind) Name() string {
	switch {
	case k == NoPickup:
		return ""
	case k < firstSupply:
		return Weapons[k].Name
	}
	return Supplies[k-firstSupply].Name
}

// takePickups gives what lies in reach of a ship to it: at one place to the lowest seat.
func takePickups(s *State, a *arena.Arena, ev []Event) []Event {
	if a.Made() {
		for n := range s.Pickups {
			if at, ok := a.PickupAt(int(s.Pickups[n].Place)); ok && s.Pickups[n].Kind != NoPickup {
				ev = s.take(n, at.Centre(), ev)
			}
		}
		return ev
	}
	n, place := 0, uint16(0)
	for i := range a.Places {
		if a.Places[i].Kind != arena.PickupPlace {
			continue
		}
		if n >= len(s.Pickups) {
			break
		}
		if s.Pickups[n].Place == place {
			if s.Pickups[n].Kind != NoPickup {
				ev = s.take(n, a.Places[i].At.Centre(), ev)
			}
			n++
		}
		place++
	}
	return ev
}

func (s *State) take(n int, at Vec, ev []Event) []Event {
	const reach = ShipRadius + PickupRadius
	pick := &s.Pickups[n]
	for _, i := range s.around(sub(at, Vec{X: reach, Y: reach}), add(at, Vec{X: reach, Y: reach})) {
		ship := &s.Ships[i]
		if !ship.Alive || !near(ship.Pos, at, reach) || !s.wants(int(i), pick.Kind) {
			continue
		}
		if w := pick.Kind.Weapon(); w != Basic {
			ship.Weapon, ship.Ammo, ship.Charge = w, Weapons[w].Ammo, 0
		}
		supply := pick.Kind.Supply()
		ship.Health = min(ship.Health+supply.Health, MaxHealth)
		s.Private[i].Energy = min(s.Private[i].Energy+supply.Energy, MaxEnergy)
		ev = append(ev, Event{
			Kind: EventPicked, Tick: s.Tick, Seat: ship.Seat, Other: NoSeat, Pos: at, Amount: int16(pick.Kind),
		})
		*pick = Pickup{Place: pick.Place, Due: s.Tick + PickupTicks}
		return ev
	}
	return ev
}

// wants says whether a ship takes a kind by flying over it: health alone only when it lacks some. Energy is taken always,
// since nobody but its owner knows whether it lacks any.
func (s *State) wants(i int, kind PickupKind) bool {
	supply := kind.Supply()
	return supply.Health == 0 || supply.Energy > 0 || s.Ships[i].Health < MaxHealth
}

// decidePickups lets a new pick-up appear wherever one is due.
func decidePickups(next *State, secret *Secret, e *Entry) {
	for n := range next.Pickups {
		if p := &next.Pickups[n]; p.Kind == NoPickup && next.Tick >= p.Due && len(e.Facts) < MaxFacts {
			kind := NoPickup + 1 + PickupKind(secret.next()%uint64(PickupKinds-1))
			next.decide(Fact{Kind: FactPickup, Index: p.Place, Pickup: kind}, e)
		}
	}
}

func pickupDue(p *Public) bool {
	for n := range p.Pickups {
		if p.Pickups[n].Kind == NoPickup && p.Tick+1 >= p.Pickups[n].Due {
			return true
		}
	}
	return false
}

// near says whether two places are at most so far apart.
func near(p, q Vec, distance int32) bool {
	d := sub(p, q)
	return dot(d, d) <= int64(distance)*int64(distance)
}
