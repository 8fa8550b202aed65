package predict

import (
	"cmp"
	"errors"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// errTwice says that two cells hold the same ship or shot.
var errTwice = errors.New("predict: something is in two cells at once")

// gathered puts together what the known cells hold after one tick: ships, shots, pick-ups and glass, and the events of
// that tick. Each cell's are in order; all together are not until in has put them so.
type gathered struct {
	ships   []game.Ship
	private []game.Private
	shots   []game.Shot
	pickups []game.Pickup
	broken  []arena.Pane
	events  []game.Event

	order []key
}

// key is what something is put in order by, and where it lies.
type key struct {
	by uint64
	at int
}

// reset empties it and keeps its memory.
func (g *gathered) reset() {
	g.ships, g.private, g.shots = g.ships[:0], g.private[:0], g.shots[:0]
	g.pickups, g.broken, g.events = g.pickups[:0], g.broken[:0], g.events[:0]
}

// add takes in what one cell holds.
func (g *gathered) add(c *snap.CellState) {
	g.ships = append(g.ships, c.Ships...)
	g.private = append(g.private, c.Private...)
	g.shots = append(g.shots, c.Shots...)
	g.pickups = append(g.pickups, c.Pickups...)
	g.broken = append(g.broken, c.Broken...)
}

// happened takes in what happened in one.
func (g *gathered) happened(events []game.Event) { g.events = append(g.events, events...) }

// into makes the lists of s those gathered, in order.
func (g *gathered) into(s *game.State) error {
	if err := g.sort(len(g.ships), func(i int) uint64 { return uint64(g.ships[i].Seat) }); err != nil {
		return err
	}
	s.Ships, s.Private = s.Ships[:0], s.Private[:0]
	for _, k := range g.order {
		s.Ships = append(s.Ships, g.ships[k.at])
		s.Private = append(s.Private, g.private[k.at])
	}
	if err := g.sort(len(g.shots), func(i int) uint64 { return uint64(g.shots[i].ID) }); err != nil {
		return err
	}
	s.Shots = s.Shots[:0]
	for _, k := range g.order {
		s.Shots = append(s.Shots, g.shots[k.at])
	}
	s.Pickups = append(s.Pickups[:0], g.pickups...)
	slices.SortFunc(s.Pickups, func(a, b game.Pickup) int { return cmp.Compare(a.Place, b.Place) })
	s.Broken = append(s.Broken[:0], g.broken...)
	slices.SortFunc(s.Broken, func(a, b arena.Pane) int { return cmp.Compare(a.Index, b.Index) })
	s.StandStill()
	return nil
}

// sort makes g.order that of n things by what names them, which no two may share.
func (g *gathered) sort(n int, by func(i int) uint64) error {
	g.order = g.order[:0]
	for i := range n {
		g.order = append(g.order, key{by(i), i})
	}
	slices.SortFunc(g.order, func(a, b key) int { return cmp.Compare(a.by, b.by) })
	for i := 1; i < n; i++ {
		if g.order[i-1].by == g.order[i].by {
			return errTwice
		}
	}
	return nil
}
