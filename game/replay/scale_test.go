package replay

import (
	"fmt"
	"slices"
	"testing"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// budgets are what a kind of content may cost over all the recordings, in bits for each moving ship and snapshot. What costs
// more has to be saved elsewhere: together they may not cost what is promised.
var budgets = [snap.Parts]float64{
	snap.PartTick:     3, // 8 of each snapshot, however many move
	snap.PartFacts:    0.5,
	snap.PartThrust:   1.25,
	snap.PartMirror:   0.1,
	snap.PartTriggers: 0.5,
	snap.PartAim:      10.5,
	snap.PartLag:      0.1,
	snap.PartHash:     0.5,
	snap.PartEnd:      1,
}

// promised is how many bits a moving ship may cost in a snapshot, everything in the snapshot's body included.
const promised = 16

// interval is a snapshot as a server would send it: two ticks, and a hash in one of 32.
type interval struct {
	base   []game.Ship
	delta  snap.Delta
	moving int
}

// moved counts the ships that live and have flown or turned.
func moved(before, after []game.Ship) (n int) {
	for i := range after {
		k := slices.IndexFunc(before, func(s game.Ship) bool { return s.Seat == after[i].Seat })
		if k >= 0 && after[i].Alive && (after[i].Pos != before[k].Pos || after[i].Aim != before[k].Aim) {
			n++
		}
	}
	return n
}

// intervals cuts what a recording holds into snapshots as a server would send them, whatever the recording's own are.
func intervals(t *testing.T, r *Recording) []interval {
	t.Helper()
	var all []interval
	var now interval
	_, err := r.Play(0, 0, func(f Frame) {
		if now.base != nil {
			now.delta.Entries = append(now.delta.Entries, game.Entry{
				Facts: slices.Clone(f.Entry.Facts), Inputs: slices.Clone(f.Entry.Inputs),
			})
		}
		if n := len(now.delta.Entries); n == 0 || n == 2 {
			if n == 2 {
				now.moving = moved(now.base, f.State.Ships)
				if (len(all)+1)%wire.HashEvery == 0 {
					now.delta.HasHash, now.delta.Hash = true, uint32(f.State.Hash())
				}
				all = append(all, now)
			}
			now = interval{base: slices.Clone(f.State.Ships), delta: snap.Delta{First: f.State.Tick + 1}}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAMovingShipCostsTwoBytesASnapshot weighs every kept recording by kind of content, to the byte (with -update after
// golden_test.go, by the order of the files, has recorded them anew): a change of the codec
// or of what is told shows in the table, and one that costs more than was promised fails.
func TestAMovingShipCostsTwoBytesASnapshot(t *testing.T) {
	table := "recording      snapshots  bytes  moving"
	for p := range snap.Parts {
		table += fmt.Sprintf("  %8s", p)
	}
	table += "   bits of each kind, and for each moving ship\n"
	var all snap.Scale
	flying := 0
	for _, g := range golden {
		var s snap.Scale
		moving := 0
		r := kept(t, g.file, nil)
		for _, i := range intervals(t, r) {
			s.Add(i.base, &i.delta)
			all.Add(i.base, &i.delta)
			moving += i.moving
		}
		flying += moving
		table += weighed(g.file, &s, moving)
	}
	table += weighed("all", &all, flying)
	for p, bits := range all.Bits {
		if cost := bits / float64(flying); cost > budgets[p] {
			t.Errorf("%v costs %.2f bits for each moving ship and snapshot; its budget is %.2f", snap.Part(p), cost, budgets[p])
		}
	}
	if cost := 8 * float64(all.Bytes) / float64(flying); cost > promised {
		t.Errorf("a moving ship costs %.2f bits a snapshot; %d are promised", cost, promised)
	}
	stands(t, "bytes.txt", table)
}

// weighed is a line of the table.
func weighed(name string, s *snap.Scale, moving int) string {
	line := fmt.Sprintf("%-13s  %9d  %5d  %6d", name, s.Bodies, s.Bytes, moving)
	for _, bits := range s.Bits {
		line += fmt.Sprintf("  %8.0f", bits)
	}
	return line + fmt.Sprintf("   %.2f\n", 8*float64(s.Bytes)/float64(moving))
}
