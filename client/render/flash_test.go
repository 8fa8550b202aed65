package render

import (
	"testing"

	"pgregory.net/rapid"

	"bankshot/assets"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
)

func TestNothingFlashesMoreThanThreeTimesASecond(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var g governor
		now := float32(0)
		var passed []float32
		for range rapid.IntRange(1, 400).Draw(t, "n") {
			now += rapid.Float32Range(0, 40).Draw(t, "after")
			if g.allow(now) {
				passed = append(passed, now)
			}
		}
		for i := flashesASecond; i < len(passed); i++ {
			if passed[i]-passed[i-flashesASecond] < game.TickHz {
				t.Fatalf("flashes at %v", passed)
			}
		}
		if len(passed) == 0 {
			t.Fatal("nothing flashes at all")
		}
	})
}

func plain(t *testing.T) *arena.Arena {
	t.Helper()
	text, err := assets.Arenas.ReadFile(assets.ArenaNames[0])
	if err != nil {
		t.Fatal(err)
	}
	a, err := arena.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// hail lets a ship be hit and others die in every tick of two seconds, and counts how often a hull became white anew and how
// often the grid lit up.
func hail(t *testing.T, r *Renderer) (white, bright int) {
	t.Helper()
	v := &predict.View{Ready: true, Arena: plain(t), Me: -1, Ships: []predict.Ship{{Seat: 1, Alive: true}}}
	was := float32(0)
	for tick := range 2 * game.TickHz {
		v.Tick = float64(tick)
		v.Events = append(v.Events[:0],
			game.Event{Kind: game.EventHit, Seat: 1, Other: 2, Amount: 1},
			game.Event{Kind: game.EventKilled, Seat: 3, Other: 2},
		)
		n := r.fx.nextS
		r.Frame(1280, 720, 1, v)
		if is := r.fx.flash(1); is > was {
			white++
		}
		was = r.fx.flash(1)
		for ; n != r.fx.nextS; n = (n + 1) % maxShocks {
			if r.fx.shocks[n].grid >= brightGrid {
				bright++
			}
		}
	}
	return white, bright
}

func TestAHailOfShotsFlashesThreeTimesASecondAndNotAtAllWhereFlashesAreSoft(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if white, bright := hail(t, r); white == 0 || white > 2*flashesASecond || bright == 0 || bright > 2*flashesASecond {
		t.Errorf("in two seconds a hull became white %d times, the grid lit up %d times", white, bright)
	}
	soft, err := New()
	if err != nil {
		t.Fatal(err)
	}
	soft.Soft = true
	if white, bright := hail(t, soft); white+bright > 0 {
		t.Errorf("%d and %d", white, bright)
	}
}

func TestASteadyCameraNeverShakes(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	r.Steady = true
	v := &predict.View{Ready: true, Arena: plain(t), Me: 0, Ships: []predict.Ship{{Seat: 1, Alive: true, Mine: true}}, Seat: 1}
	for tick := range 60 {
		v.Tick = float64(tick)
		v.Events = append(v.Events[:0], game.Event{Kind: game.EventKilled, Seat: 1, Other: 2})
		if r.Frame(1280, 720, 1, v); r.Cam.shakeX != 0 || r.Cam.shakeY != 0 {
			t.Fatalf("at tick %d it shakes by %v, %v", tick, r.Cam.shakeX, r.Cam.shakeY)
		}
	}
}
