package game

import (
	"slices"

	"bankshot/game/arena"
)

// PickupKind says what lies at a place for pick-ups.
type PickupKind uint8

// The kinds of pick-ups: nothing yet, a weapon, or what a ship lacks.
const (
	NoPickup PickupKind = iota
	PickScatter
	PickRail
	PickOrb
	PickPrism
	PickHealth
	PickEnergy

	PickupKinds
)

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

// weaponOf is the weapon of a kind of pick-up.
var weaponOf = [PickupKinds]WeaponKind{PickScatter: Scatter, PickRail: Rail, PickOrb: Orb, PickPrism: Prism}

// Weapon is the weapon that lies there; Pulse for what is no weapon.
func (k PickupKind) Weapon() WeaponKind { return weaponOf[k] }

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
		switch pick.Kind {
		case PickHealth:
			ship.Health = min(ship.Health+PickupHealth, MaxHealth)
		case PickEnergy:
			s.Private[i].Energy = MaxEnergy
		default:
			ship.Weapon = pick.Kind.Weapon()
			ship.Ammo = Weapons[ship.Weapon].Ammo
			ship.Charge = 0
		}
		ev = append(ev, Event{
			Kind: EventPicked, Tick: s.Tick, Seat: ship.Seat, Other: NoSeat, Pos: at, Amount: int16(pick.Kind),
		})
		*pick = Pickup{Place: pick.Place, Due: s.Tick + PickupTicks}
		return ev
	}
	return ev
}

// wants says whether a ship takes a kind by flying over it: health only when it lacks some. Energy is taken always, since
// nobody but its owner knows whether it lacks any.
func (s *State) wants(i int, kind PickupKind) bool {
	return kind != PickHealth || s.Ships[i].Health < MaxHealth
}

// decidePickups lets a new pick-up appear wherever one is due.
func decidePickups(next *State, secret *Secret, e *Entry) {
	for n := range next.Pickups {
		if p := &next.Pickups[n]; p.Kind == NoPickup && next.Tick >= p.Due && len(e.Facts) < MaxFacts {
			kind := PickScatter + PickupKind(secret.next()%uint64(PickupKinds-PickScatter))
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
