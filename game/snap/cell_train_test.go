package snap

import (
	"fmt"
	"os"
	"strings"
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
	a, crowd := town(t, 2, 90)
	with := newCellWorld(t, game.NewMatch(a, arena.Frontier, 2), a)
	bits, ships := 0, 0
	for i := range crowd {
		with.interval(crowd[i].delta.Entries)
		bits += with.readers[1].frame.Spent.All()
		for c := range with.held {
			if with.readers[1].holds[c] {
				ships += len(with.held[c].Ships)
			}
		}
	}
	t.Logf("%.2f bits a ship and snapshot for who sees every other cell", float64(bits)/float64(ships))
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
	var b strings.Builder
	b.WriteString("package snap\n\n// untouchedCell is what every block of a cell begins with beside the inputs' part of untouched: what `go test -run Probabilities\n" +
		"// -train` found to suit a recorded crowd that was told by cells. To change it is to change the protocol.\nvar untouchedCell = [cellOnly]uint16{")
	for c, v := range untouchedCells[contexts:] {
		if c%12 == 0 {
			b.WriteString("\n\t")
		} else {
			b.WriteString(" ")
		}
		fmt.Fprintf(&b, "%d,", v)
	}
	b.WriteString("\n}\n")
	if err := os.WriteFile("cell_probabilities.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
