package replay

import (
	"encoding/binary"
	"errors"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
	"bankshot/game/snap"
)

var update = flag.Bool("update", false, "record testdata anew, after a change of the rules that is meant")

func load(t testing.TB, name string) *arena.Arena {
	t.Helper()
	text, err := assets.Arenas.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := arena.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// record plays a match of eight pilots, as a room would, with a hash in every snapshot. It gives the recording and every
// world on the way.
func record(t testing.TB, name string, snapshots int) ([]byte, []game.State) {
	a := load(t, name)
	chart := brain.Survey(a)
	s := game.NewMatch(a, arena.FreeForAll, 5)
	var pilots []brain.Pilot
	var joins []game.Fact
	for i := range 8 {
		seat := game.FirstPilotSeat + game.Seat(i)
		pilots = append(pilots, brain.New(seat, brain.Strengths()[i%3], 5))
		joins = append(joins, game.Fact{Kind: game.FactJoin, Seat: seat, Name: brain.Name(i), Pilot: true})
	}
	rec := Begin(nil, a, &s.Public)
	var worlds []game.State
	for range snapshots {
		base := append([]game.Ship(nil), s.Ships...)
		d := snap.Delta{First: s.Tick + 1}
		for range 2 {
			var asks []game.Ask
			for i := range pilots {
				asks = append(asks, game.Ask{Seat: game.FirstPilotSeat + game.Seat(i), Input: pilots[i].Think(&s.Public, chart)})
			}
			e := game.Entry{Facts: joins}
			joins = nil
			game.Decide(&s, a, asks, &e)
			game.Step(&s, a, &e, nil)
			d.Entries = append(d.Entries, e)
			worlds = append(worlds, s.Clone())
		}
		d.HasHash, d.Hash = true, uint32(s.Hash())
		rec = Append(rec, snap.AppendDelta(nil, base, &d))
	}
	return rec, worlds
}

func TestAMatchPlayedAgainIsTheSameMatch(t *testing.T) {
	for _, name := range assets.ArenaNames {
		t.Run(name, func(t *testing.T) {
			rec, worlds := record(t, name, 450)
			n := 0
			got, err := Run(rec, func(s *game.State, _ *arena.Arena, _ []game.Event) {
				if s.Hash() != worlds[n].Hash() {
					t.Fatalf("after tick %d (-was +is)\n%s", s.Tick, cmp.Diff(worlds[n].Public, s.Public, cmpopts.EquateEmpty()))
				}
				n++
			})
			if want := (Result{Last: 900, Hashes: 450}); err != nil || got != want || n != 900 {
				t.Errorf("%+v, %d ticks, %v", got, n, err)
			}
		})
	}
}

func TestTheFirstTickThatDiffersIsTold(t *testing.T) {
	a := load(t, assets.Crossfire)
	s := game.NewMatch(a, arena.FreeForAll, 5)
	rec := Begin(nil, a, &s.Public)
	for i := range 4 {
		d := snap.Delta{First: s.Tick + 1, Entries: make([]game.Entry, 2), HasHash: true}
		for k := range d.Entries {
			game.Step(&s, a, &d.Entries[k], nil)
		}
		if d.Hash = uint32(s.Hash()); i >= 2 {
			d.Hash++
		}
		rec = Append(rec, snap.AppendDelta(nil, nil, &d))
	}
	got, err := Run(rec, nil)
	if want := (Result{Last: 6, Hashes: 3, Differed: true, Differs: 6}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestWhatIsNoRecordingIsNamed(t *testing.T) {
	rec, _ := record(t, assets.Crossfire, 3)
	changed := func(at int, b byte) []byte {
		c := append([]byte(nil), rec...)
		c[at] ^= b
		return c
	}
	for _, c := range []struct {
		name string
		b    []byte
		want error
	}{
		{"nothing", nil, ErrMagic},
		{"something else", []byte("MThd, a piece of music"), ErrMagic},
		{"another version", changed(len(magic), 8), ErrVersion},
		{"other rules", changed(len(magic)+1, 1), ErrRules},
		{"only its head", rec[:head], ErrBroken},
		{"an arena that is none", changed(head+2, 0xFF), ErrBroken},
		{"one cut short", rec[:len(rec)-1], ErrBroken},
		{"a snapshot twice", Append(rec, rec[len(rec)-1:]), ErrBroken},
		{"a part that claims 4 GB", binary.AppendUvarint(append([]byte(nil), rec...), 1<<32), ErrBroken},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Run(c.b, nil); !errors.Is(err, c.want) {
				t.Errorf("%v, not %v", err, c.want)
			}
		})
	}
}

// TestTheRulesStillMeanWhatTheyMeant plays a kept match on whatever processor this is. A change of the rules that is
// meant records it anew: go test ./game/replay -update.
func TestTheRulesStillMeanWhatTheyMeant(t *testing.T) {
	const file = "testdata/crossfire.bsrp"
	if *update {
		rec, _ := record(t, assets.Crossfire, 900)
		if err := os.WriteFile(file, rec, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rec, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	kills := 0
	got, err := Run(rec, func(_ *game.State, _ *arena.Arena, ev []game.Event) {
		for i := range ev {
			if ev[i].Kind == game.EventKilled {
				kills++
			}
		}
	})
	if errors.Is(err, ErrRules) {
		t.Fatal("the rules have changed; if they were meant to, record anew: go test ./game/replay -update")
	}
	if err != nil || got.Differed {
		t.Fatalf("%+v, %v", got, err)
	}
	if got.Last != 1800 || got.Hashes != 900 || kills == 0 {
		t.Errorf("%+v, %d kills", got, kills)
	}
}

func FuzzRun(f *testing.F) {
	rec, _ := record(f, assets.Crossfire, 20)
	f.Add(rec)
	f.Add(rec[:len(rec)/2])
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := Run(b, nil)
		if err == nil && int(r.Last-r.First) > 12*len(b) {
			t.Errorf("%d bytes gave %d ticks", len(b), r.Last-r.First)
		}
	})
}

func BenchmarkRun(b *testing.B) {
	rec, _ := record(b, assets.Crossfire, 900)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Run(rec, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(rec))/30, "bytes/s")
}
