package replay

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
)

func reelOf(t testing.TB, b []byte) *Reel {
	t.Helper()
	reel, err := open(t, b).Reel()
	if err != nil {
		t.Fatal(err)
	}
	return reel
}

// hashes are those of the world after every tick, as Play leads to them.
func hashes(t testing.TB, b []byte) map[game.Tick]uint64 {
	t.Helper()
	all := map[game.Tick]uint64{}
	if _, err := open(t, b).Play(0, 0, func(f Frame) { all[f.State.Tick] = f.State.Hash() }); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAReelPlaysTheSameMatchFromAnyTickOn(t *testing.T) {
	b := brawl(t, 100).end()
	want := hashes(t, b)
	reel := reelOf(t, b)
	if reel.First() != 0 || reel.Last() != 200 {
		t.Fatalf("from %d to %d", reel.First(), reel.Last())
	}
	rapid.Check(t, func(rt *rapid.T) {
		to := game.Tick(rapid.IntRange(1, 200).Draw(rt, "to"))
		if err := reel.Seek(to); err != nil || reel.State().Tick != to || reel.State().Hash() != want[to] {
			rt.Fatalf("sought %d, got %d, %v", to, reel.State().Tick, err)
		}
		for range rapid.IntRange(0, 40).Draw(rt, "on") {
			_, err := reel.Step(nil)
			if errors.Is(err, ErrEnd) && reel.State().Tick == 200 {
				break
			}
			if err != nil || reel.State().Hash() != want[reel.State().Tick] {
				rt.Fatalf("tick %d: %v", reel.State().Tick, err)
			}
		}
	})
	if reel.Parted() != 0 {
		t.Errorf("%d states differ", reel.Parted())
	}
}

func TestBeforeTheBeginningIsTheBeginningAndAfterTheEndTheEnd(t *testing.T) {
	b := brawl(t, 100).end()
	reel := reelOf(t, b)
	if err := reel.Seek(9999); err != nil || reel.State().Tick != 200 {
		t.Fatalf("%d, %v", reel.State().Tick, err)
	}
	if _, err := reel.Step(nil); !errors.Is(err, ErrEnd) {
		t.Fatal(err)
	}
	if err := reel.Seek(0); err != nil || reel.State().Tick != 0 {
		t.Fatalf("%d, %v", reel.State().Tick, err)
	}
}

func TestARecordingThatStillGrowsPlaysToItsLastWholeStretch(t *testing.T) {
	w := brawl(t, 100)
	b := append([]byte(nil), w.rec...) // without the stretch under way
	reel := reelOf(t, append(b, w.stretch.Block()[:20]...))
	if reel.Last() != 192 || reel.rec.Torn == nil {
		t.Errorf("it ends at %d, torn %v", reel.Last(), reel.rec.Torn)
	}
}

func TestWhereTheRulesLeadElsewhereAReelGoesOnWithWhatWasRecorded(t *testing.T) {
	b := spoil(t, 41, func(s *game.State) { s.Ships[0].Score = 7 })
	reel := reelOf(t, b)
	for reel.State().Tick < reel.Last() {
		if _, err := reel.Step(nil); err != nil {
			t.Fatal(err)
		}
	}
	if reel.Parted() != 1 || reel.State().Ships[0].Score < 7 {
		t.Errorf("%d times, score %d", reel.Parted(), reel.State().Ships[0].Score)
	}
}

func TestAReelOnWhichTheRulesFailSaysSo(t *testing.T) {
	reel := reelOf(t, brawl(t, 40).end())
	if err := reel.Seek(50); err != nil {
		t.Fatal(err)
	}
	reel.rec.Arena.Tiles = nil // the ground goes from under them
	_, err := reel.Step(nil)
	var failed *Panic
	if !errors.As(err, &failed) {
		t.Error(err)
	}
}

func TestAStepOfAReelCostsNoMemory(t *testing.T) {
	reel := reelOf(t, brawl(t, 500).end())
	if err := reel.Seek(reel.Last()); err != nil { // everything has had its size once
		t.Fatal(err)
	}
	if err := reel.Seek(0); err != nil {
		t.Fatal(err)
	}
	var events []game.Event
	if n := testing.AllocsPerRun(400, func() { events, _ = reel.Step(events[:0]) }); n > 1 {
		t.Errorf("%v allocations a tick", n)
	}
}

// TestEveryKillIsFoundWithTheWayOfItsShot holds the ways against what the events of all ticks tell.
func TestEveryKillIsFoundWithTheWayOfItsShot(t *testing.T) {
	a := load(t, assets.ArenaNames[0])
	b, _ := fight(t, a, arena.FreeForAll, 8, 1500, 2, FullEvery)
	reel := reelOf(t, b)
	kills, shots, banked := 0, 0, 0
	_, err := open(t, b).Play(0, 0, func(f Frame) {
		for i := range f.Events {
			e := &f.Events[i]
			if e.Kind != game.EventKilled {
				continue
			}
			kills++
			k, found, err := reel.Kill(e.Tick)
			if err != nil || !found || k.Banks < e.Banks || k.Victim == "" {
				t.Fatalf("tick %d: %+v, %v, %v", e.Tick, k, found, err)
			}
			if k.Shot == 0 || k.Shot != e.Shot {
				continue
			}
			shots++
			if n := len(k.Way); n < 2 || k.Way[0].Banks != 0 || k.Way[n-1].Banks != e.Banks || k.Way[n-1].Tick != e.Tick ||
				k.Way[0].Tick > k.Way[n-1].Tick || n < int(e.Banks)+2 {
				t.Errorf("tick %d, %d banks: %+v", e.Tick, e.Banks, k.Way)
			}
			if e.Banks > 0 {
				banked++
			}
		}
	})
	if err != nil || kills == 0 || shots == 0 || banked == 0 {
		t.Errorf("%d kills, %d by shots, %d banked, %v", kills, shots, banked, err)
	}
	if _, found, err := reel.Kill(1); found || err != nil {
		t.Errorf("nobody dies at once: %v, %v", found, err)
	}
	if _, found, err := reel.Kill(1 << 30); found || err != nil {
		t.Errorf("nobody dies after the end: %v, %v", found, err)
	}
}
