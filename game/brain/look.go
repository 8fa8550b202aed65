package brain

import "bankshot/game"

// Half of what a player's screen shows, in 1/256 unit: whatever is farther away a pilot does not see.
const (
	viewX = 640 * game.Unit
	viewY = 360 * game.Unit
)

// sees says whether a place is on the screen of somebody at me.
func sees(me, at game.Vec) bool {
	return abs(at.X-me.X) <= viewX && abs(at.Y-me.Y) <= viewY
}

// mostFoes is how many a pilot keeps in mind: the nearest.
const mostFoes = 4

// foe is somebody in view.
type foe struct {
	ship *game.Ship
	far  int64
	// open says that nothing solid stands between.
	open bool
}

// foes are the nearest in view, the nearest first.
type foes struct {
	list [mostFoes]foe
	n    int
	// mate is the nearest team-mate in view, nil for none.
	mate *game.Ship
}

func (f *foes) all() []foe { return f.list[:f.n] }

// open counts those who could fire straight.
func (f *foes) open() int {
	n := 0
	for i := range f.all() {
		if f.list[i].open {
			n++
		}
	}
	return n
}

// crowded says that somebody in the open is so near that neither can see the other's shots coming.
func (f *foes) crowded() bool {
	const near = 220 * game.Unit
	for i := range f.all() {
		if f.list[i].open && f.list[i].far < near {
			return true
		}
	}
	return false
}

// mates says whether two ships are of one team.
func mates(a, b *game.Ship) bool { return a.Team != game.NoTeam && a.Team == b.Team }

// look finds who is in view.
func (p *Pilot) look(s *game.Public, c *Chart, me *game.Ship) foes {
	var f foes
	for i := range s.Ships {
		o := &s.Ships[i]
		if o.Seat == me.Seat || !o.Alive || !sees(me.Pos, o.Pos) {
			continue
		}
		far := distance(me.Pos, o.Pos)
		if mates(me, o) {
			if f.mate == nil || far < distance(me.Pos, f.mate.Pos) {
				f.mate = o
			}
			continue
		}
		k := f.n
		for k > 0 && f.list[k-1].far > far {
			k--
		}
		if k == mostFoes {
			continue
		}
		f.n = min(f.n+1, mostFoes)
		copy(f.list[k+1:f.n], f.list[k:f.n-1])
		f.list[k] = foe{ship: o, far: far}
	}
	for i := range f.all() {
		f.list[i].open = c.sight(me.Pos, f.list[i].ship.Pos)
	}
	return f
}
