package replay

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/wire"
)

var update = flag.Bool("update", false, "record testdata anew, after a change of the rules that is meant")

// golden are the recordings kept in testdata. They hold entries, so that playing them asks no pilot and no server. What a
// test of this package can record is recorded here; people who stall, drop and leave need a real match, and are recorded
// by the tests of server/match.
var golden = []struct {
	file   string
	record func(*testing.T) []byte
}{
	// A hash for every tick: the first that differs is told to the tick.
	{"brawl.bsrp", func(t *testing.T) []byte {
		rec, _ := fight(t, load(t, assets.MirrorHalls), arena.FreeForAll, 8, 1200, 1, 120)
		return rec
	}},
	// A whole round, from warm-up to results, between two.
	{"round.bsrp", func(t *testing.T) []byte {
		round := game.WarmupTicks + game.CountdownTicks + game.Modes[arena.FreeForAll].Play + game.ResultsTicks
		rec, _ := fight(t, load(t, assets.SixPockets), arena.FreeForAll, 2, int(round/12), 12, 100)
		return rec
	}},
	// All that can be picked up, met, broken, taken and brought home.
	{"capture.bsrp", func(t *testing.T) []byte { return perform(t) }},
	// Long enough for the hill to move.
	{"hill.bsrp", func(t *testing.T) []byte {
		long := game.WarmupTicks + 2*game.CountdownTicks + game.HillMoves + 10*game.TickHz
		rec, _ := fight(t, load(t, assets.Crown), arena.Hill, 4, int(long/4), 4, 100)
		return rec
	}},
	{"people.bsrp", nil},
}

// howToUpdate is what to run, in this order: the second command measures what the first has recorded.
const howToUpdate = "go test ./server/match -run TestWhoStallsDropsAndLeaves -update && go test ./game/replay -update"

// measures is a table of the recordings: what they hold, how long they are in bytes, and where they lead. The bytes of
// bodies are what the netcode costs: a change that lets them grow shows in it.
const (
	measures     = "golden.txt"
	measuresHead = "recording      ticks  hashes  states  bytes of bodies  of states  hash at the end\n"
)

// TestTheRulesStillMeanWhatTheyMeant plays the kept recordings on whatever processor this is.
func TestTheRulesStillMeanWhatTheyMeant(t *testing.T) {
	var events [game.EventKinds]int
	var facts [game.FactKinds]int
	var weapons [game.WeaponKinds]int
	var picked [game.PickupKinds]int
	var phases [game.Phases]int
	table := measuresHead
	for _, g := range golden {
		t.Run(g.file, func(t *testing.T) {
			r := kept(t, g.file, g.record)
			var end uint64
			got, err := r.Play(0, 0, func(f Frame) {
				for i := range f.Events {
					ev := &f.Events[i]
					events[ev.Kind]++
					switch ev.Kind {
					case game.EventFired:
						weapons[ev.Weapon]++
					case game.EventPicked:
						picked[ev.Amount]++
					}
				}
				for i := range f.Entry.Facts {
					facts[f.Entry.Facts[i].Kind]++
				}
				phases[f.State.Phase]++
				end = f.State.Hash()
			})
			if err != nil {
				t.Fatal(err)
			}
			if got.Difference != nil {
				t.Fatal(got.Difference)
			}
			if r.Torn != nil || got.First != 0 || got.Hashes == 0 || got.States == 0 {
				t.Errorf("%+v, torn: %v", got, r.Torn)
			}
			bodies, states := r.weigh(t)
			table += fmt.Sprintf("%-13s  %5d  %6d  %6d  %15d  %9d  %016x\n", g.file, got.Last, got.Hashes, got.States, bodies, states, end)
		})
	}
	every(t, "an event", events[1:], func(i int) string { return EventWord(game.EventKind(i + 1)) })
	every(t, "a fact", facts[1:], func(i int) string { return FactWord(game.FactKind(i + 1)) })
	every(t, "a shot", weapons[:], func(i int) string { return WeaponWord(game.WeaponKind(i)) })
	every(t, "somebody who picked up", picked[1:], func(i int) string { return PickupWord(game.PickupKind(i + 1)) })
	every(t, "a tick", phases[:], func(i int) string { return PhaseWord(game.Phase(i)) })
	if t.Failed() {
		return
	}
	stands(t, measures, table)
}

// stands fails if a file of testdata says something else than a table; with -update it is written anew.
func stands(t *testing.T, name, table string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if have := strings.ReplaceAll(string(want), "\r\n", "\n"); have != table {
		t.Errorf("%s says\n%sbut it is\n%s; if that is meant:\n%s", file, have, table, howToUpdate)
	}
}

// kept opens a recording of testdata, having recorded it anew if asked to.
func kept(t *testing.T, name string, record func(*testing.T) []byte) *Recording {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update && record != nil {
		if err := os.WriteFile(file, record(t), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Open(b)
	if errors.Is(err, ErrRules) {
		t.Fatalf("the rules have changed; if they were meant to, record anew:\n%s\n%v", howToUpdate, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// weigh sums up the bytes of a recording's snapshots and of its states.
func (r *Recording) weigh(t *testing.T) (bodies, states int) {
	t.Helper()
	for _, s := range r.stretches {
		full, rest, err := cutPart(s, wire.MaxShared)
		states += len(full)
		for err == nil && len(rest) > 0 {
			var body []byte
			body, rest, err = cutPart(rest, wire.MaxDelta)
			bodies += len(body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return bodies, states
}

// every says which kinds none of the recordings has.
func every(t *testing.T, what string, counts []int, word func(int) string) {
	t.Helper()
	for i, n := range counts {
		if n == 0 {
			t.Errorf("no recording has %s of kind %s", what, word(i))
		}
	}
}
