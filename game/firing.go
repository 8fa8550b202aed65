package game

import "bankshot/game/arena"

// fireShots lets every trigger work that took effect, and every charge go off that has run down. Shots are born at the
// ship's centre: always free space, since a ship's radius keeps its centre off the walls. The ship's own velocity adds
// nothing, so that a shot goes where the aim line shows. Shots are born in the order of seats, which keeps Shots in the
// order of IDs.
func fireShots(s *State, a *arena.Arena, e *Entry, ev []Event) []Event {
	for i := range s.Ships {
		ship := &s.Ships[i]
		if !ship.Alive {
			continue
		}
		w := &Weapons[ship.Weapon]
		if ship.Charge > 0 {
			if ship.Charge--; ship.Charge > 0 {
				continue
			}
		} else {
			if e.Inputs[i].Buttons&Fire == 0 {
				continue
			}
			ship.Shield = 0
			s.Private[i].FireIn = w.Cooldown
			if w.Charge > 0 {
				ship.Charge = w.Charge
				ev = append(ev, Event{Kind: EventCharging, Tick: s.Tick, Seat: ship.Seat, Other: NoSeat, Pos: ship.Pos, Aim: ship.Aim, Weapon: ship.Weapon})
				continue
			}
		}
		if w.Beam() {
			ev = s.fireBeam(ship, a, ev)
		} else {
			ev = s.fireVolley(ship, w, ev)
		}
		ship.spend(w)
	}
	return ev
}

// fireVolley gives birth to the weapon's pellets, side by side around the aim.
func (s *State) fireVolley(ship *Ship, w *Weapon, ev []Event) []Event {
	most := MostShots(s.Mode)
	for n := range w.Pellets {
		if len(s.Shots) >= most {
			break
		}
		aim := ship.Aim + uint16(2*int(n)+1-int(w.Pellets))*(w.Fan/2) + s.jitter(ship.Seat, n, w.Jitter)
		shot := Shot{
			ID: NewShotID(s.Tick, ship.Seat, n), Weapon: ship.Weapon, Owner: ship.Seat,
			Pos: ship.Pos, Vel: w.velocity(aim & aimMask), Born: ship.Pos, Since: s.Tick,
		}
		s.Shots = append(s.Shots, shot)
		ev = append(ev, s.fired(ship, &shot, aim&aimMask))
	}
	return ev
}

// spend takes one shot off a picked-up weapon; without any left it is Basic again. Whom a mirror has killed with the very
// beam that was fired has lost the weapon already.
func (p *Ship) spend(w *Weapon) {
	if w.Ammo == 0 || !p.Alive {
		return
	}
	if p.Ammo--; p.Ammo == 0 {
		p.Weapon = Basic
	}
}

// velocity of a shot in direction aim.
func (w *Weapon) velocity(aim uint16) Vec { return scale(Dir(aim), int64(w.Speed), One) }

// jitter is a number from -most to most that everybody can foresee: a hash of the public seed, the tick, who and which.
func (s *State) jitter(seat Seat, n uint8, most uint16) uint16 {
	if most == 0 {
		return 0
	}
	d := newDigest()
	d.add(uint64(s.Seed)<<32 | uint64(s.Tick))
	d.add(uint64(seat)<<8 | uint64(n))
	return uint16(uint64(d)>>32%uint64(2*most+1)) - most
}

func (s *State) fired(ship *Ship, shot *Shot, aim uint16) Event {
	return Event{
		Kind: EventFired, Tick: s.Tick, Seat: ship.Seat, Other: NoSeat, Shot: shot.ID, Pos: shot.Pos, Aim: aim, Weapon: shot.Weapon,
	}
}
