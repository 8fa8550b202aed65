package effect

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
)

// Sight is a ship on another's screen, compared with where its own player's screen had it at that time.
type Sight struct {
	// Off is how far apart the two were, in units.
	Off float64
	// Leapt says that the ship went farther since the frame before than any ship flies, and nothing excuses it: no death, no
	// birth, no portal.
	Leapt bool
}

const (
	// trackFrames is how many frames of a screen are kept; others see them a third of a second later at most.
	trackFrames = 128
	// widestGap is by how many ticks two frames may be apart for the ship to be taken to have flown straight between.
	widestGap = 3.0
	// fastest is what no ship is drawn faster than, in units a tick: half as fast again as a dash.
	fastest = 1.5 * game.DashSpeed / game.VelUnit
)

// track is where one player's own ship was on the player's own screen, newest last.
type track struct {
	spots [trackFrames]spot
	n     int
}

// spot is one frame of it.
type spot struct {
	tick   float64 // the time that the player's screen showed
	pos    predict.Point
	alive  bool
	warped game.Tick
	life
}

// life tells one life of a ship from the next: a player learns of an own birth later than the tick it happened in, so that
// there is nothing to compare until then.
type life struct {
	round  uint32
	deaths int
	born   bool // not long ago: the shield of birth is still up
}

// glance is how a watcher saw its target last.
type glance struct {
	seat   game.Seat
	tick   float64
	ship   predict.Ship
	looked bool
}

func (t *track) put(s spot) {
	t.spots[t.n%trackFrames] = s
	t.n++
}

// at is where the ship was at a time; false where its life or its way had a break there, or nobody looked.
func (t *track) at(tick float64, l life) (predict.Point, bool) {
	for i := t.n - 1; i > 0 && i > t.n-trackFrames; i-- {
		a, b := &t.spots[(i-1)%trackFrames], &t.spots[i%trackFrames]
		if a.tick > tick {
			continue
		}
		if b.tick < tick || b.tick-a.tick > widestGap || !a.alive || !b.alive || a.warped != b.warped || b.tick == a.tick || a.life != l {
			return predict.Point{}, false
		}
		share := float32((tick - a.tick) / (b.tick - a.tick))
		return predict.Point{X: a.pos.X + (b.pos.X-a.pos.X)*share, Y: a.pos.Y + (b.pos.Y-a.pos.Y)*share}, true
	}
	return predict.Point{}, false
}

// See is to be called in every frame after Look, with what was drawn in it.
func (e *Eye) See(v *predict.View) {
	r := e.room
	if r == nil || !v.Ready {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	own := r.tracks[e.seat]
	if v.Me >= 0 && own != nil {
		s := &v.Ships[v.Me]
		own.put(spot{v.Tick, s.Pos, s.Alive && !s.Pilot, s.Warped, lifeOf(v, s)})
	}
	target := r.watchedBy(e)
	was := e.last
	e.last = glance{}
	if target == game.NoSeat {
		return
	}
	for i := range v.Ships {
		s := &v.Ships[i]
		if s.Seat != target || !s.Alive || s.Pilot {
			continue
		}
		e.last = glance{target, v.Others, *s, true}
		sight := Sight{Leapt: was.looked && was.seat == target && leapt(&was.ship, s, v.Others-was.tick)}
		theirs, ok := r.tracks[target].at(v.Others, lifeOf(v, s))
		if ok {
			sight.Off = math.Hypot(float64(theirs.X-s.Pos.X), float64(theirs.Y-s.Pos.Y))
		}
		if ok || sight.Leapt {
			e.watch.saw(sight)
		}
	}
}

func lifeOf(v *predict.View, s *predict.Ship) life { return life{v.Round, s.Deaths, s.Shield > 0} }

func leapt(was, is *predict.Ship, ticks float64) bool {
	if is.Warped != was.Warped || is.Shield > was.Shield || is.Deaths != was.Deaths {
		return false
	}
	return math.Hypot(float64(is.Pos.X-was.Pos.X), float64(is.Pos.Y-was.Pos.Y)) > fastest*max(ticks, 1)
}
