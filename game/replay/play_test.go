package replay

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
)

func open(t testing.TB, b []byte) *Recording {
	t.Helper()
	r, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func play(t testing.TB, b []byte) Result {
	t.Helper()
	got, err := open(t, b).Play(0, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestAMatchPlayedAgainIsTheSameMatch(t *testing.T) {
	for i, name := range assets.ArenaNames {
		a := load(t, name)
		mode := game.Mode(i) % arena.Matched
		for !a.Modes.Has(mode) {
			mode = (mode + 1) % arena.Matched
		}
		t.Run(mode.String()+" in "+a.Name, func(t *testing.T) {
			pilots := 8
			if most := game.Modes[mode].Ships; most > 0 {
				pilots = most
			}
			rec, worlds := fight(t, a, mode, pilots, 256, 2, FullEvery)
			n := 0
			got, err := open(t, rec).Play(0, 0, func(f Frame) {
				if n++; n%2 == 1 {
					return
				}
				if want := &worlds[n/2-1]; f.State.Hash() != want.Hash() {
					t.Fatalf("after tick %d (-was +is)\n%s", f.State.Tick, cmp.Diff(want.Public, f.State.Public, cmpopts.EquateEmpty()))
				}
			})
			if want := (Result{Last: 512, Hashes: 256, States: 4}); err != nil || got != want || n != 512 {
				t.Errorf("%+v, %d ticks, %v", got, n, err)
			}
		})
	}
}

func TestWhatIsPrivateOrSecretPlaysNoPart(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	got, err := open(t, brawl(t, 300).end()).Play(0, 0, func(f Frame) {
		f.State.Secret.Rand = rng.Uint64()
		for i := range f.State.Private {
			f.State.Private[i] = game.Private{FireIn: uint8(rng.Uint32()), DashIn: uint8(rng.Uint32())}
		}
	})
	if err != nil || got.Difference != nil || got.Hashes != 300 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestPlayingMaySetInAndEndInTheMiddle(t *testing.T) {
	rec := open(t, brawl(t, 100).end()) // a state every 16 ticks
	for _, c := range []struct {
		from, to     game.Tick
		first, last  game.Tick
		seen, hashes int
	}{
		{0, 0, 0, 200, 200, 100},
		{0, 7, 0, 7, 7, 3},
		{20, 0, 16, 200, 180, 92},
		{16, 18, 16, 18, 2, 1},
		{100, 150, 96, 150, 50, 27},
		{190, 1000, 176, 200, 10, 12},
		{5000, 6000, 200, 200, 0, 0},
	} {
		n, next := 0, c.from+1
		got, err := rec.Play(c.from, c.to, func(f Frame) {
			if f.State.Tick != next {
				t.Errorf("from %d to %d: tick %d, not %d", c.from, c.to, f.State.Tick, next)
			}
			n, next = n+1, next+1
		})
		if err != nil || got.First != c.first || got.Last != c.last || n != c.seen || got.Hashes != c.hashes {
			t.Errorf("from %d to %d: %+v, saw %d, %v", c.from, c.to, got, n, err)
		}
	}
}

// spoil records a brawl in which the world is changed at a tick without any entry, as rules that mean something else
// would.
func spoil(t *testing.T, at game.Tick, change func(*game.State)) []byte {
	t.Helper()
	w := brawl(t, int(at-1)/2)
	for w.state.Tick < 100 {
		w.snapshot(1, func(e *game.Entry) {
			if w.state.Tick+1 == at {
				change(&w.state)
			}
			game.Decide(&w.state, w.arena, nil, e)
		})
	}
	return w.end()
}

func TestTheFirstTickThatDiffersIsToldAndWhat(t *testing.T) {
	d := play(t, spoil(t, 41, func(s *game.State) { s.Ships[1].Pos.X += 512; s.Ships[1].Pos.Y -= 512; s.Ships[0].Score = 7 })).Difference
	if d == nil || d.Agreed != 40 || d.Tick != 41 || d.At <= 41 || d.At > 52 {
		t.Fatalf("%+v", d)
	}
	names := map[string]Field{}
	for _, f := range d.Fields {
		names[f.Name] = f
	}
	if f := names["Ships[seat 1 Ana].Score"]; f.Recorded != "7" || f.Played == "" || f.Played == "7" {
		t.Errorf("the score: %+v", f)
	}
	_, x := names["Ships[seat 2 Bob].Pos.X"]
	_, y := names["Ships[seat 2 Bob].Pos.Y"]
	if !x && !y {
		t.Errorf("%+v", d.Fields)
	}
	for _, want := range []string{"tick 41 is the first that differs", "Ships[seat 1 Ana].Score", "- 7"} {
		if !strings.Contains(d.String(), want) {
			t.Errorf("%q is not in\n%s", want, d)
		}
	}
}

func TestAShotOnOneSideOnlyIsToldAsOne(t *testing.T) {
	a := game.Public{Shots: []game.Shot{{ID: game.NewShotID(3, 1, 0)}, {ID: game.NewShotID(4, 1, 0)}, {ID: game.NewShotID(6, 1, 0), Banks: 2}}}
	b := game.Public{Shots: []game.Shot{{ID: game.NewShotID(4, 1, 0)}, {ID: game.NewShotID(5, 2, 0)}, {ID: game.NewShotID(6, 1, 0), Banks: 3}}, Round: 1}
	var got []string
	for _, f := range fields(&a, &b) {
		got = append(got, f.Name)
		if (f.Recorded == "") != (f.Name == "Shots[of tick 5 seat 2]") || (f.Played == "") != (f.Name == "Shots[of tick 3 seat 1]") {
			t.Errorf("%+v", f)
		}
	}
	want := []string{"Round", "Shots[of tick 3 seat 1]", "Shots[of tick 5 seat 2]", "Shots[of tick 6 seat 1].Banks"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestADifferenceThatOnlyAStateShowsIsFound(t *testing.T) {
	w := brawl(t, 8)
	w.close()
	w.stretch.Reset()
	w.state.Ships[0].Kills++
	d := play(t, w.end()).Difference
	if d == nil || d.Agreed != 16 || d.Tick != 16 || len(d.Fields) != 1 || d.Fields[0].Name != "Ships[seat 1 Ana].Kills" {
		t.Errorf("%+v", d)
	}
}

func TestADifferenceAfterTheLastStateIsStillFound(t *testing.T) {
	w := brawl(t, 16)
	w.state.Ships[1].Vel.Y += 300
	for range 3 {
		w.snapshot(2, func(e *game.Entry) { game.Decide(&w.state, w.arena, nil, e) })
	}
	// The state at the beginning of the last stretch is the changed one; it has to go to be missed.
	w.rec = append(w.rec[:0:0], w.rec...)
	rec := open(t, w.end())
	var last []byte
	for _, s := range rec.stretches[2:3] {
		_, last, _ = cutPart(s, 1<<20)
	}
	rec.stretches[1] = append(rec.stretches[1][:len(rec.stretches[1]):len(rec.stretches[1])], last...)
	rec.stretches = rec.stretches[:2]
	got, err := rec.Play(0, 0, nil)
	if d := got.Difference; err != nil || d == nil || d.Agreed != 32 || d.Tick != 34 || d.At != 0 ||
		!strings.Contains(d.String(), "one of 33 to 34") || !strings.Contains(d.String(), "no state was recorded") {
		t.Errorf("%+v, %v, %v", got, got.Difference, err)
	}
}

func TestAnEntryOnWhichTheRulesFailIsNamedByItsTick(t *testing.T) {
	r := open(t, brawl(t, 40).end())
	// What fails in the rules is not to be had by honest means: the ground goes from under them.
	got, err := r.Play(0, 0, func(f Frame) {
		if f.State.Tick == 50 {
			r.Arena.Tiles = nil
		}
	})
	var failed *Panic
	if !errors.As(err, &failed) || failed.Tick != 51 || got.Last != 50 || len(failed.Stack) == 0 || !strings.Contains(err.Error(), "index out of range") {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAPanicOfWhoLooksOnIsTheirOwn(t *testing.T) {
	defer func() {
		if cause := recover(); cause != "mine" {
			t.Errorf("%v", cause)
		}
	}()
	_, err := open(t, brawl(t, 4).end()).Play(0, 0, func(Frame) { panic("mine") })
	t.Errorf("it went on: %v", err)
}

func TestAGapIsNoDifference(t *testing.T) {
	w := brawl(t, 8)
	w.close()
	w.stretch.Reset()
	for w.n = 8; w.state.Tick < 40; {
		e := game.Entry{}
		game.Decide(&w.state, w.arena, nil, &e)
		game.Step(&w.state, w.arena, &e, nil)
	}
	_, err := open(t, w.end()).Play(0, 0, nil)
	if !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), "tick 16: the state of tick 40") {
		t.Error(err)
	}
}

func BenchmarkPlay(b *testing.B) {
	rec, _ := fight(b, load(b, assets.Crossfire), arena.FreeForAll, 8, 900, 2, FullEvery)
	r := open(b, rec)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Play(0, 0, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(rec))/30, "bytes/s")
	full, _, _ := cutPart(r.stretches[5], 1<<20)
	b.ReportMetric(float64(len(full)), "bytes/state")
}
