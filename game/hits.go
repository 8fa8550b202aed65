package game

// reach is how near a shot's way has to come to a ship's centre to strike it.
func (p *Shot) reach() int32 { return ShipRadius + Weapons[p.Weapon].Radius }

// inTheWay is the ship that shot strikes first between its place and to, and where; nil for none. Of two ships struck at
// the same point it is the one in the lower seat.
func (s *State) inTheWay(shot *Shot, to Vec) (*Ship, Vec) {
	from, reach := shot.Pos, shot.reach()
	// Nearly every ship is outside of this box, and the box also keeps the squares in entry far from overflow.
	left, right := min(from.X, to.X)-reach, max(from.X, to.X)+reach
	top, bottom := min(from.Y, to.Y)-reach, max(from.Y, to.Y)+reach
	way := sub(to, from)
	square := dot(way, way)

	var victim *Ship
	first := square + 1
	for _, i := range s.around(Vec{X: left, Y: top}, Vec{X: right, Y: bottom}) {
		ship := &s.Ships[i]
		at := ship.Pos
		if at.X < left || at.X > right || at.Y < top || at.Y > bottom || !s.canStrike(shot, ship) {
			continue
		}
		if part, ok := entry(sub(from, at), way, square, reach); ok && part < first {
			victim, first = ship, part
		}
	}
	if victim == nil || first == 0 {
		return victim, from
	}
	return victim, add(from, scale(way, first, square))
}

// canStrike leaves out the dead and the dashing, the owner's team-mates, and the owner until the shot has banked and had
// time to get away.
func (s *State) canStrike(shot *Shot, ship *Ship) bool {
	if !ship.Alive || ship.DashLeft > 0 {
		return false
	}
	if shot.Owner == ship.Seat {
		return shot.Banks >= 1 && s.Tick-shot.Since >= SelfHitAfter
	}
	return ship.Team == NoTeam || s.teamOf(shot.Owner) != ship.Team
}

// entry is where a point, at from relative to a ship's centre, comes within reach on its way: in parts of square, the
// way's length squared, so that entries of one way compare exactly without a division.
func entry(from, way Vec, square int64, reach int32) (int64, bool) {
	outside := dot(from, from) - int64(reach)*int64(reach)
	if outside <= 0 {
		return 0, true
	}
	ahead := -dot(from, way)
	if ahead <= 0 {
		return 0, false
	}
	under := ahead*ahead - square*outside
	if under < 0 {
		return 0, false
	}
	part := ahead - int64(isqrt(uint64(under)))
	return part, part <= square
}

// strike is a hit: the shot ends at this place.
func (s *State) strike(victim *Ship, shot *Shot, at Vec, ev []Event) []Event {
	shot.Pos = at
	return s.hurt(victim, shot, damage(shot, victim), at, ev)
}

// hurt takes health for a shot's sake; a shield swallows it.
func (s *State) hurt(victim *Ship, shot *Shot, harm uint8, at Vec, ev []Event) []Event {
	helper := NoSeat
	if victim.Shield > 0 {
		harm = 0
	} else {
		harm = min(harm, victim.Health)
		victim.Health -= harm
		if shot.Owner != victim.Seat && shot.Owner != NoSeat {
			if victim.HitBy != shot.Owner && s.Tick-victim.HitTick <= RevengeTicks {
				helper = victim.HitBy
			}
			victim.HitBy, victim.HitTick = shot.Owner, s.Tick
		}
	}
	ev = append(ev, Event{
		Kind: EventHit, Tick: s.Tick, Seat: victim.Seat, Other: shot.Owner,
		Shot: shot.ID, Pos: at, Banks: shot.Banks, Amount: int16(harm), Weapon: shot.Weapon,
	})
	if victim.Health == 0 {
		ev = s.kill(victim, shot, helper, ev)
	}
	return ev
}

// damage is what the shot takes from this ship: more with every bank, half from its own shooter.
func damage(shot *Shot, victim *Ship) uint8 {
	banks := min(int(shot.Banks), len(DamagePercent)-1)
	harm := Weapons[shot.Weapon].Damage * DamagePercent[banks] / 100
	if shot.Owner == victim.Seat {
		harm /= 2
	}
	return uint8(min(harm, MaxHealth))
}
