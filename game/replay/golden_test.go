package replay

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
)

var update = flag.Bool("update", false, "record testdata anew, after a change of the rules that is meant")

// golden are the recordings kept in testdata. They hold entries, so that playing them asks no pilot and no server. What a
// test of this package can record is recorded here; people who stall, drop and leave need a real match, and are recorded
// by the tests of server/match.
var golden = []struct {
	file string
	// last is the tick it ends with, hashes how many are compared on the way.
	last   game.Tick
	hashes int
	record func(*testing.T) []byte
}{
	// A hash for every tick: the first that differs is told to the tick.
	{"brawl.bsrp", 1200, 1200, func(t *testing.T) []byte {
		rec, _ := fight(t, load(t, assets.MirrorHalls), 8, 1200, 1, 120)
		return rec
	}},
	// A whole round, from warm-up to results, between two.
	{"round.bsrp", wholeRound, int(wholeRound / 12), func(t *testing.T) []byte {
		rec, _ := fight(t, load(t, assets.SixPockets), 2, int(wholeRound/12), 12, 100)
		return rec
	}},
	{"people.bsrp", 2400, 37, nil},
}

var wholeRound = game.WarmupTicks + game.CountdownTicks + game.Modes[arena.FreeForAll].Play + game.ResultsTicks

// TestTheRulesStillMeanWhatTheyMeant plays the kept recordings on whatever processor this is.
func TestTheRulesStillMeanWhatTheyMeant(t *testing.T) {
	var events [game.EventKinds]int
	var facts [game.FactKinds]int
	for _, g := range golden {
		t.Run(g.file, func(t *testing.T) {
			file := filepath.Join("testdata", g.file)
			if *update && g.record != nil {
				if err := os.WriteFile(file, g.record(t), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Open(b)
			if errors.Is(err, ErrRules) {
				t.Fatalf("the rules have changed; if they were meant to, record anew:\n"+
					"go test ./game/replay -update; go test ./server/match -run TestWhoStallsDropsAndLeaves -update\n%v", err)
			}
			if err != nil {
				t.Fatal(err)
			}
			got, err := r.Play(0, 0, func(f Frame) {
				for i := range f.Events {
					events[f.Events[i].Kind]++
				}
				for i := range f.Entry.Facts {
					facts[f.Entry.Facts[i].Kind]++
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			if got.Difference != nil {
				t.Fatal(got.Difference)
			}
			if r.Torn != nil || got.First != 0 || got.Last != g.last || got.Hashes != g.hashes || got.States == 0 {
				t.Errorf("%+v, torn: %v", got, r.Torn)
			}
		})
	}
	for k := game.EventKind(1); k < game.EventKinds; k++ {
		if events[k] == 0 {
			t.Errorf("no recording has an event of kind %s", EventWord(k))
		}
	}
	for k := game.FactKind(1); k < game.FactKinds; k++ {
		if facts[k] == 0 {
			t.Errorf("no recording has a fact of kind %s", FactWord(k))
		}
	}
}
