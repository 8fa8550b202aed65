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
	// begin and end are the shot's places: whose eyes they are is looked for only when something is near, since nearly every
	// flight passes nobody, and then slack is known exactly; from and to are found only when they are needed.
	begin, end      Vec
	unsought, unmet bool
	i               int // the owner's ship
}

// fastest bounds how far a ship moves in a tick, 1/256 unit.
const fastest = DashSpeed / (VelUnit / Unit)

// mostSlack is the slack of who sees the others as late as anybody may.
const mostSlack = (2 + MaxLag/LagParts) * fastest

// sightOf makes it the sight of the shot's owner while it flies from one place to another; that of nobody is the present.
func (eyes *sight) sightOf(shot *Shot, begin, end Vec) {
	eyes.owner, eyes.slack, eyes.begin, eyes.end, eyes.unsought = shot.Owner, mostSlack, begin, end, true
}

// seek finds the owner's ship.
func (s *State) seek(eyes *sight) {
	eyes.unsought = false
	eyes.slack = 2 * fastest
	if i := s.ShipOf(eyes.owner); i >= 0 && s.Ships[i].Lag > 0 {
		eyes.slack += (int32(s.Ships[i].Lag) + LagParts - 1) / LagParts * fastest
		eyes.i, eyes.unmet = i, true
	}
}

// look finds out how late the owner sees.
func (s *State) look(eyes *sight) {
	eyes.unmet = false
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
