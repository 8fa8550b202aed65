package predict

import (
	"math"

	"bankshot/game"
)

// lens says for one frame at which time a place is drawn: game.Lens, as it looks from my ship. Near it that is my time,
// far away the others', in between some time between; without a ship it is the others' everywhere. So what flies at me is
// where it will meet me, what I fire is where it will meet those whom I see, and each goes on smoothly from one to the
// other.
//
// A server goes back by game.MaxLag at most. Where the others are later than that, what I fire is drawn later by the rest, so
// that it still hits those whom it is seen to hit.
type lens struct {
	mine, others float64
	// over is by how many ticks my lag is longer than anybody is rewound.
	over float64
	// me is where my ship is at the ends of the ticks first to last, by tick.
	me          [meTicks]Point
	first, last game.Tick
	seated      bool
}

// meTicks is how many ticks my ship's places are kept for; a power of two. It spans all that can lie between both times.
const meTicks = 256

// warpUnits is farther than anything flies in a tick: nothing is drawn between two places so far apart.
const warpUnits = 64

// focusOn makes the lens for a frame.
func (p *Predictor) focusOn(mine, others float64) {
	l := &p.draw.lens
	l.mine, l.others = mine, min(others, mine)
	l.over = max(l.mine-l.others-game.MaxLag/game.LagParts, 0)
	l.first, l.last = game.Tick(max(l.others-1, 0)), game.Tick(max(mine, 0))+1
	if l.last-l.first >= meTicks {
		l.first = l.last - meTicks + 1
	}
	known, at := false, Point{}
	for t := l.first; t <= l.last; t++ {
		if pos, ok := p.placeAt(t); ok {
			if !known {
				for k := l.first; k < t; k++ {
					l.me[k%meTicks] = point(pos) // it was nowhere yet
				}
			}
			known, at = true, point(pos)
		}
		l.me[t%meTicks] = at
	}
	l.seated = known
}

// placeAt is where my ship is after a tick, known or predicted.
func (p *Predictor) placeAt(t game.Tick) (game.Vec, bool) {
	if int32(t-p.replica.Tick) > 0 {
		if s := p.ahead.at(t); s != nil && len(s.state.Ships) > 0 {
			return s.state.Ships[0].Pos, true
		}
		return game.Vec{}, false
	}
	if m := p.past.at(t); m != nil {
		if i := m.public.ShipOf(p.seat); i >= 0 {
			return m.public.Ships[i].Pos, true
		}
	}
	return game.Vec{}, false
}

// meAt is where my ship is at a time.
func (l *lens) meAt(time float64) Point {
	time = min(max(time, float64(l.first)), float64(l.last))
	t := game.Tick(time)
	if t >= l.last {
		return l.me[l.last%meTicks]
	}
	return along(l.me[t%meTicks], l.me[(t+1)%meTicks], float32(time-float64(t)))
}

// along is a place on the way from one to another, the first where there is no way between.
func along(a, b Point, part float32) Point {
	way := Point{b.X - a.X, b.Y - a.Y}
	if max(way.X, -way.X, way.Y, -way.Y) > warpUnits {
		return a
	}
	return Point{a.X + way.X*part, a.Y + way.Y*part}
}

// behind is by how much what is at a place is drawn behind my time, if it is drawn at that time; own says that it is mine. It
// is game.Lens without its steps, which would be seen.
func (l *lens) behind(at Point, time float64, own bool) float64 {
	lag := l.mine - l.others
	if !l.seated {
		return lag
	}
	me := l.meAt(time)
	away := math.Hypot(float64(at.X-me.X), float64(at.Y-me.Y)) * game.Unit
	share := min(max(away-game.LensNear, 0)/(game.LensFar-game.LensNear), 1)
	if own {
		return l.over + (lag-l.over)*share
	}
	return lag * share
}

// timeAt is the time at which what stays at a place is drawn.
func (l *lens) timeAt(at Point, own bool) float64 {
	time := l.mine
	for range 4 {
		time = l.mine - l.behind(at, time, own)
	}
	return time
}

const (
	// lensSteps and lensExact bound how long, and how exactly in ticks, the time of what moves is looked for.
	lensSteps = 8
	lensExact = 0.01
)

// solve is the time at which something is drawn that is at place(time): the one time at which the lens agrees. It is looked
// for by false position, Illinois variant, since nothing flies so fast that there would be two.
func (l *lens) solve(own bool, place func(time float64) Point) float64 {
	high, low := l.mine, l.others
	if own {
		high -= l.over
	}
	over := l.behind(place(high), high, own) - (l.mine - high)
	if over <= lensExact {
		return high
	}
	under := l.behind(place(low), low, own) - (l.mine - low)
	if under >= -lensExact {
		return low
	}
	side := 0
	for range lensSteps {
		time := high - (high-low)*over/(over-under)
		off := l.behind(place(time), time, own) - (l.mine - time)
		switch {
		case off > lensExact:
			high, over = time, off
			if side > 0 {
				under /= 2
			}
			side = 1
		case off < -lensExact:
			low, under = time, off
			if side < 0 {
				over /= 2
			}
			side = -1
		default:
			return time
		}
	}
	return high - (high-low)*over/(over-under)
}
