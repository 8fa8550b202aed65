package match

import (
	"cmp"
	"slices"
	"sort"

	"bankshot/game"
	"bankshot/game/snap"
)

// trail is the way of a shot in flight.
type trail struct {
	id  game.ShotID
	way way
}

// way is a list of places: where a shot came to be, each wall, mirror and end of a portal it has met, and its end.
type way struct {
	points [snap.MaxPath]game.Vec
	n      int
}

func begin(id game.ShotID, at game.Vec) trail {
	t := trail{id: id}
	t.way.add(at)
	return t
}

// add appends a place. A way that is full loses every other one of its places but the first, so that the whole of it can
// still be seen.
func (w *way) add(at game.Vec) {
	if w.n == len(w.points) {
		n := 0
		for i := 0; i < w.n; i += 2 {
			w.points[n] = w.points[i]
			n++
		}
		w.n = n
	}
	w.points[w.n] = at
	w.n++
}

// upTo is the way up to a place on it.
func (w *way) upTo(at game.Vec) (way, bool) {
	i := slices.Index(w.points[:w.n], at)
	part := *w
	part.n = i + 1
	return part, i >= 0
}

// search is where the trail of a shot is, or would have to be. Trails are long, so that none is copied to look at it.
func (s *shots) search(id game.ShotID) (int, bool) {
	return sort.Find(len(s.trails), func(i int) int { return cmp.Compare(id, s.trails[i].id) })
}

// find is the trail of a shot, nil for one that is not followed.
func (s *shots) find(id game.ShotID) *trail {
	if i, found := s.search(id); found {
		return &s.trails[i]
	}
	return nil
}

func liveShot(p *game.Public, id game.ShotID) (int, bool) {
	return sort.Find(len(p.Shots), func(i int) int { return cmp.Compare(id, p.Shots[i].ID) })
}

// sweep makes the trails those of the shots in flight: who came by a split takes the way of where it split from, and what
// has ended is forgotten.
func (s *shots) sweep(p *game.Public) {
	if s.matches(p.Shots) {
		return
	}
	for i := range p.Shots {
		if at, found := s.search(p.Shots[i].ID); !found {
			s.trails = slices.Insert(s.trails, at, s.adopt(&p.Shots[i]))
		}
	}
	kept := 0
	for i := range s.trails {
		if _, flies := liveShot(p, s.trails[i].id); !flies {
			continue
		}
		if kept != i {
			s.trails[kept] = s.trails[i]
		}
		kept++
	}
	s.trails = s.trails[:kept]
}

func (s *shots) matches(flying []game.Shot) bool {
	if len(s.trails) != len(flying) {
		return false
	}
	for i := range flying {
		if s.trails[i].id != flying[i].ID {
			return false
		}
	}
	return true
}

// adopt is the trail of a shot that was not seen being fired: one of a volley that has split, or one that was in flight
// when following began.
func (s *shots) adopt(shot *game.Shot) trail {
	for i := range s.trails {
		t := &s.trails[i]
		if t.id.Tick() != shot.ID.Tick() || t.id.Seat() != shot.ID.Seat() {
			continue
		}
		if w, ok := t.way.upTo(shot.Born); ok {
			return trail{id: shot.ID, way: w}
		}
	}
	return begin(shot.ID, shot.Born)
}
