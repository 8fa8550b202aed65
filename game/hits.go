package game

// reach is how near a shot's way has to come to a ship's centre to strike it.
const reach = ShipRadius + ShotRadius

// inTheWay is the ship that shot strikes first between its place and to, and where; nil for none. Of two ships struck at
// the same point it is the one in the lower seat.
func (s *State) inTheWay(shot *Shot, to Vec) (*Ship, Vec) {
	var victim *Ship
	way := sub(to, shot.Pos)
	square := dot(way, way)
	first := square + 1
	for i := range s.Ships {
		ship := &s.Ships[i]
		if !ship.Alive || !shot.canStrike(ship, s.Tick) {
			continue
		}
		if entry, ok := entry(sub(shot.Pos, ship.Pos), way, square); ok && entry < first {
			victim, first = ship, entry
		}
	}
	if victim == nil || first == 0 {
		return victim, shot.Pos
	}
	return victim, add(shot.Pos, scale(way, first, square))
}

// canStrike leaves out dashing ships, and the shooter until its shot has banked and had time to get away.
func (p *Shot) canStrike(ship *Ship, now Tick) bool {
	if ship.DashLeft > 0 {
		return false
	}
	return p.Owner != ship.Seat || p.Banks >= 1 && p.age(now) >= SelfHitAfter
}

// entry is where a point, at from relative to a ship's centre, comes within reach on its way: in parts of square, the
// way's length squared, so that entries of one way compare exactly without a division.
func entry(from, way Vec, square int64) (int64, bool) {
	if beyond(from.X, way.X) || beyond(from.Y, way.Y) {
		return 0, false
	}
	outside := dot(from, from) - reach*reach
	if outside <= 0 {
		return 0, true
	}
	ahead := -dot(from, way)
	under := ahead*ahead - square*outside
	if ahead <= 0 || under < 0 {
		return 0, false
	}
	at := ahead - int64(isqrt(uint64(under)))
	return at, at <= square
}

// beyond says that in one coordinate the way never comes within reach. It keeps the squares in entry far from overflow.
func beyond(from, way int32) bool {
	return abs(int64(from)) > reach+abs(int64(way))
}

// strike is a hit: the shot ends at this place, on a shield without harm, else at the cost of health.
func (s *State) strike(victim *Ship, shot *Shot, at Vec, ev []Event) []Event {
	shot.Pos = at
	harm := uint8(0)
	if victim.Shield == 0 {
		harm = min(damage(shot, victim), victim.Health)
		victim.Health -= harm
		if shot.Owner != victim.Seat && shot.Owner != NoSeat {
			victim.HitBy, victim.HitTick = shot.Owner, s.Tick
		}
	}
	ev = append(ev, Event{
		Kind: EventHit, Tick: s.Tick, Seat: victim.Seat, Other: shot.Owner,
		Shot: shot.ID, Pos: at, Banks: shot.Banks, Amount: int16(harm),
	})
	if victim.Health == 0 {
		ev = s.kill(victim, shot, ev)
	}
	return ev
}

// damage is what the shot takes from this ship: more with every bank, half from its own shooter.
func damage(shot *Shot, victim *Ship) uint8 {
	banks := min(int(shot.Banks), len(DamagePercent)-1)
	harm := PulseDamage * DamagePercent[banks] / 100
	if shot.Owner == victim.Seat {
		harm /= 2
	}
	return uint8(harm)
}
