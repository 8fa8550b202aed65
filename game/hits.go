package game

// reach is how near a shot's way has to come to a ship's centre to strike it.
func (p *Shot) reach() int32 { return ShipRadius + Weapons[p.Weapon].Radius }

// leg is a straight part of a shot's way in a tick: from where it is to a place, and which part of the tick that takes.
type leg struct {
	to         Vec
	begin, end int64 // in 1/wholeTick
}

// meeting is a ship that a shot reaches, as the shot's owner saw it, and where.
type meeting struct {
	ship *Ship
	as   stance
	at   Vec
}

// inTheWay finds the ship that shot strikes first on a leg, and says whether there is one. Both are in motion: it is the way
// of the one as seen from the other that is looked at. Of two ships struck at once it is the one in the lower seat. first is
// set only then: it is large, and most shots of most ticks meet nobody.
func (s *State) inTheWay(shot *Shot, l leg, eyes *sight, first *meeting) bool {
	from, reach := shot.Pos, shot.reach()
	// Nearly every ship is outside of these boxes, by where it is now and by where it was then; they also keep the squares
	// in entry far from overflow.
	now, then := boxAround(from, l.to, reach+eyes.slack), boxAround(from, l.to, reach+3*fastest)
	whole := sub(l.to, from)

	soonest := int64(legParts) + 1
	for _, n := range s.around(Vec{X: then.left, Y: then.top}, Vec{X: then.right, Y: then.bottom}) {
		i := int(n)
		ship := &s.Ships[i]
		// Whom a portal has led away may have been here a moment ago.
		if !now.holds(ship.Pos) && s.Tick-ship.WarpTick >= BeenTicks || !s.canStrike(shot, ship) {
			continue
		}
		if eyes.unsought {
			s.seek(eyes)
			now = boxAround(from, l.to, reach+eyes.slack)
			if !now.holds(ship.Pos) && s.Tick-ship.WarpTick >= BeenTicks {
				continue
			}
		}
		if eyes.unmet {
			s.look(eyes)
		}
		if was := s.Been[i].ring(s.Tick - eyes.whole(ship)); was.State&WasWarped == 0 && !then.holds(was.Pos) {
			continue
		}
		as, there := s.stanceOf(i, eyes)
		if !there {
			continue
		}
		begin := as.at(l.begin)
		way := sub(whole, sub(as.at(l.end), begin))
		square := dot(way, way)
		part, ok := entry(sub(from, begin), way, square, reach)
		if !ok {
			continue
		}
		share := int64(0)
		if part > 0 {
			share = part * legParts / square
		}
		if share >= soonest {
			continue
		}
		at := from
		if part > 0 {
			at = add(from, scale(whole, part, square))
		}
		s.settle(&as, i, eyes, l.begin+(l.end-l.begin)*share/legParts)
		if as.state&WasDashing != 0 {
			share, ok = s.afterDash(&as, i, eyes, from, l, reach, share)
			if !ok || share >= soonest {
				continue
			}
			at = add(from, scale(whole, share, legParts))
		}
		soonest = share
		*first = meeting{ship, as, at}
	}
	return soonest <= legParts
}

// box is a rectangle along the axes.
type box struct{ left, top, right, bottom int32 }

func boxAround(p, q Vec, margin int32) box {
	return box{min(p.X, q.X) - margin, min(p.Y, q.Y) - margin, max(p.X, q.X) + margin, max(p.Y, q.Y) + margin}
}

func (b *box) holds(at Vec) bool {
	return at.X >= b.left && at.X <= b.right && at.Y >= b.top && at.Y <= b.bottom
}

// legParts is how finely it is told which of two ships on a leg is struck first.
const legParts = 1 << 16

// canStrike leaves out the dead, the owner's team-mates, and the owner until the shot has banked and had time to get away.
// Who dashes is left out beside it.
func (s *State) canStrike(shot *Shot, ship *Ship) bool {
	if !ship.Alive {
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
