package game

const (
	// LensNear is how near to a ship everything is in that ship's own time, LensFar how far from it everything is in the
	// time in which its player sees the others. 1/256 unit.
	LensNear = 3 * ShipRadius
	LensFar  = 640 * Unit
	// LensWhole is the whole of a lag.
	LensWhole = 256
)

const (
	// LagParts is how many parts of a tick Input.Lag counts, MaxLag the longest lag: 15 ticks, a quarter of a second.
	LagParts = 4
	MaxLag   = 15 * LagParts
)

// Lens is the share, in 1/256, of a player's lag by which what is so far from the player's ship is set back: nothing close
// to it, all of it from LensFar on, sliding between. It is a local perception filter (Sharkey, Ryan and Roberts, 1998), and
// the one thing that drawing and judging have in common: a player sees the ships of others late by the lag, and a shot late
// by this share of it. So a shot meets another's ship as that was the other share ago.
//
// Everything that flies is slower than the lens can set it back, so that time goes forward for it at every lag.
func Lens(away int32) int32 {
	return (min(max(away, LensNear), LensFar) - LensNear) * LensWhole / (LensFar - LensNear)
}

// backParts is how many parts of a tick moments in the past are counted in.
const backParts = LagParts * LensWhole

// sight is through whose eyes a flight of one tick is judged: by how much the player who owns the shot saw the others late,
// beside the shot as it was at the beginning of the tick and at its end.
type sight struct {
	owner    Seat
	from, to int32 // in 1/backParts of a tick
	// slack is how far from where it is now a ship may have been, 1/256 unit.
	slack int32
	// still says that it all happens in the same moment.
	still bool
	// i is the owner's ship, begin and end are the shot's places: from and to are found only when they are needed.
	i          int
	begin, end Vec
	unknown    bool
}

// fastest bounds how far a ship moves in a tick, 1/256 unit.
const fastest = DashSpeed / (VelUnit / Unit)

// sightOf is the sight of the shot's owner while it flies from one place to another; that of nobody is the present.
func (s *State) sightOf(shot *Shot, begin, end Vec) sight {
	eyes := sight{owner: shot.Owner, slack: 2 * fastest}
	if i := s.ShipOf(shot.Owner); i >= 0 && s.Ships[i].Lag > 0 {
		eyes.slack += (int32(s.Ships[i].Lag) + LagParts - 1) / LagParts * fastest
		eyes.i, eyes.begin, eyes.end, eyes.unknown = i, begin, end, true
	}
	return eyes
}

// look finds out how late the owner sees.
func (s *State) look(eyes *sight) {
	eyes.unknown = false
	owner, been := &s.Ships[eyes.i], &s.Been[eyes.i]
	before := owner.Pos
	if was, there := been.at(s.Tick-1, s.Tick); there && been.ring(s.Tick).State&WasWarped == 0 {
		before = was.Pos
	}
	lag := int32(owner.Lag)
	eyes.from = lag * (LensWhole - Lens(distance(eyes.begin, before)))
	eyes.to = lag * (LensWhole - Lens(distance(eyes.end, owner.Pos)))
}

// beamSight is that of who fires a beam: everything at once, and all of it as late as the others are seen.
func (p *Ship) beamSight() sight {
	back := int32(p.Lag) * LensWhole
	return sight{owner: p.Seat, from: back, to: back, still: true, slack: (int32(p.Lag)/LagParts + 2) * fastest}
}
