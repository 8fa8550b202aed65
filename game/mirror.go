package game

// A mirror is held in front of the ship, towards its aim, and returns what comes from there: the shot flies on as the
// mirror's own. It costs energy for as long as it is held.

// MirrorArc is how far to each side of the aim the mirror reaches, in AimSteps.
const MirrorArc = AimSteps / 6

// holdMirrors raises and lowers mirrors as the inputs say.
func holdMirrors(s *State, e *Entry) {
	for i := range s.Ships {
		s.Ships[i].Mirror = s.Ships[i].Alive && e.Inputs[i].Buttons&Mirror != 0
	}
}

// mirrors says whether a ship's mirror stands in the way of what comes flying in this direction.
func (p *stance) mirrors(dir uint16) bool {
	if p.state&WasMirroring == 0 {
		return false
	}
	off := int16((dir+AimSteps/2-p.aim)<<4) >> 4
	return off <= MirrorArc && off >= -MirrorArc
}

// returned is the direction in which a mirror with this aim sends on what comes in direction dir: as a flat mirror does.
func returned(dir, aim uint16) uint16 { return (2*aim + AimSteps/2 - dir) & aimMask }

// turnShot gives a shot to the ship whose mirror it met, and sends it on in direction dir.
func (s *State) turnShot(holder *Ship, shot *Shot, at Vec, dir uint16, ev []Event) []Event {
	from := shot.Owner
	shot.Pos, shot.Born = at, at
	shot.Vel = Weapons[shot.Weapon].velocity(dir)
	shot.Owner, shot.Since = holder.Seat, s.Tick
	shot.Returned = true
	return append(ev, Event{
		Kind: EventReturned, Tick: s.Tick, Seat: holder.Seat, Other: from, Shot: shot.ID, Pos: at, Aim: dir, Banks: shot.Banks,
	})
}
