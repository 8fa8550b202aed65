package snap

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// town is a crowd of pilots and people in a town, cut into snapshots.
func town(t testing.TB, seed uint64, snapshots int) (*arena.Arena, []snapshot) {
	a := arena.NewFrontier(seed)
	return a, recordIn(t, a, arena.Frontier, 150, 80, 2, snapshots, seed)
}

// TestTheProbabilitiesOfCellsAreWorthTheirPlace finds them anew with -train, out of another town than the one measured.
func TestTheProbabilitiesOfCellsAreWorthTheirPlace(t *testing.T) {
	if *train {
		trainCells(t)
		return
	}
	with := bitsAShip(t)
	was := untouchedCells
	defer func() { untouchedCells = was }()
	for c := contexts; c < allContexts; c++ {
		untouchedCells[c] = 1 << (probBits - 1)
	}
	if without := bitsAShip(t); with > 0.95*without {
		t.Errorf("%.2f bits a ship and snapshot with them, %.2f without: train them with -train", with, without)
	}
}

// bitsAShip is what entries and other news of a town cost for each ship and snapshot who sees every other cell of it. Most of
// these bits are numbers, which no probability makes fewer.
func bitsAShip(t *testing.T) float64 {
	a, crowd := town(t, 2, 90)
	w := newCellWorld(t, game.NewMatch(a, arena.Frontier, 2), a)
	r := &w.readers[1]
	bits, ships := 0, 0
	for i := range crowd {
		w.interval(crowd[i].delta.Entries)
		bits += r.frame.Spent.Entries + r.frame.Spent.News
		for c := range w.held {
			if r.holds[c] {
				ships += len(w.held[c].Ships)
			}
		}
	}
	return float64(bits) / float64(ships)
}

func trainCells(t *testing.T) {
	a, crowd := town(t, 1, 500)
	var p [allContexts]float64
	for c := range p {
		p[c] = float64(untouchedCells[c])
	}
	for _, step := range []float64{0.02, 0.004, 0.001} {
		w := newCellWorld(t, game.NewMatch(a, arena.Frontier, 1), a)
		// What the model learns in a block is compared with what it began with: on average there should be no difference.
		var learned [allContexts]float64
		for i := range w.readers {
			r := &w.readers[i]
			r.codec.reader.model = untouchedCells
			ticks := 0
			r.each = func(_ *CellState, sure bool) {
				if !sure {
					if ticks++; ticks%2 != 0 {
						return
					}
				}
				for c, v := range r.codec.reader.model {
					learned[c] += float64(int(v) - int(untouchedCells[c]))
				}
				r.codec.reader.model = untouchedCells // a cell of which nothing is told has taught nothing
			}
		}
		for i := range crowd {
			clear(learned[:])
			w.interval(crowd[i].delta.Entries)
			for c := contexts; c < allContexts; c++ {
				p[c] = min(max(p[c]+step*learned[c], 20), 1<<probBits-20)
				untouchedCells[c] = uint16(p[c])
			}
			for i := range w.readers {
				w.readers[i].codec.reader.model = untouchedCells
			}
		}
	}
	writeProbabilities(t, "cell_probabilities.go", untouchedCells[contexts:], "// untouchedCell is what every block of a cell begins with beside the inputs' part of untouched: what `go test -run Probabilities\n"+
		"// -train` found to suit a recorded crowd that was told by cells. To change it is to change the protocol.\nvar untouchedCell = [cellOnly]uint16{")
}
