package snap

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// TestWhatComesIntoACellIsSmall holds the records of ships and shots to their budget, over a match that nobody chose.
func TestWhatComesIntoACellIsSmall(t *testing.T) {
	a := realArenas(t)[0]
	w := newCellWorld(t, game.NewMatch(a, arena.FreeForAll, 1), a)
	ships, shots := sizes{}, sizes{}
	for _, snap := range recordIn(t, a, arena.FreeForAll, 6, 6, 2, 600, 1) {
		w.interval(snap.delta.Entries)
		for c := range w.held {
			cell := &w.held[c]
			z := cell.zone(a)
			for i := range cell.Ships {
				ships.add(func(wr *writer) { wr.newShip(&z, &cell.Ships[i]) })
			}
			for i := range cell.Shots {
				shots.add(func(wr *writer) { wr.shot(&z, &cell.Shots[i]) })
			}
		}
	}
	t.Logf("a ship takes %.1f bytes, a shot %.1f", ships.mean(), shots.mean())
	if ships.mean() > 30 || shots.mean() > 12 {
		t.Errorf("a ship takes %.1f bytes, at most 30; a shot %.1f, at most 12", ships.mean(), shots.mean())
	}
}

type sizes struct{ bytes, n int }

func (s *sizes) add(write func(*writer)) {
	var w writer
	w.beginBlock(nil)
	write(&w)
	s.bytes += len(w.finish())
	s.n++
}

func (s *sizes) mean() float64 { return float64(s.bytes) / float64(max(s.n, 1)) }
