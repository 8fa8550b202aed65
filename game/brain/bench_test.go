package brain

import (
	"slices"
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
)

// realArenas are those that people play in.
func realArenas(t testing.TB) []*arena.Arena {
	t.Helper()
	var all []*arena.Arena
	for _, name := range assets.ArenaNames {
		text, err := assets.Arenas.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := arena.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

// someArenas are one for each way to play, for what takes long.
func someArenas(t testing.TB) []*arena.Arena {
	t.Helper()
	var some []*arena.Arena
	for mode := range arena.Matched {
		some = append(some, arenasFor(t, mode)[0])
	}
	return some
}

// arenasFor are the real ones made for a mode, those with the most kinds of tiles first.
func arenasFor(t testing.TB, mode arena.Mode) []*arena.Arena {
	t.Helper()
	var fit []*arena.Arena
	for _, a := range realArenas(t) {
		if a.Modes.Has(mode) {
			fit = append(fit, a)
		}
	}
	if len(fit) == 0 {
		t.Fatalf("no arena is made for %v", mode)
	}
	slices.SortStableFunc(fit, func(a, b *arena.Arena) int { return kinds(b) - kinds(a) })
	return fit
}

// kinds counts the kinds of tiles in an arena.
func kinds(a *arena.Arena) int {
	n := 0
	for t := range arena.TileKinds {
		if slices.Contains(a.Tiles, t) {
			n++
		}
	}
	return n
}

// BenchmarkThink is one pilot's thought of one tick, on average over half a minute of a round of eight in every mode and
// real arena: the states are recorded, then the same pilots think through them again.
func BenchmarkThink(b *testing.B) {
	mixed := []Strength{Rookie, Regular, Ace, Rookie, Regular, Ace, Rookie, Regular}
	for mode := range arena.Matched {
		for _, a := range arenasFor(b, mode) {
			b.Run(mode.String()+"/"+a.Name, func(b *testing.B) { benchThink(b, a, mode, mixed) })
		}
	}
	b.Run("aces", func(b *testing.B) {
		benchThink(b, realArenas(b)[0], arena.FreeForAll, slices.Repeat([]Strength{Ace}, 8))
	})
}

func benchThink(b *testing.B, a *arena.Arena, mode arena.Mode, strengths []Strength) {
	if n := game.Modes[mode].Ships; n > 0 {
		strengths = strengths[:n]
	}
	p := newRound(a, mode, 7, strengths...)
	fresh := slices.Clone(p.pilots)
	var fight []game.State
	for range 45 * game.TickHz {
		if p.state.Phase == game.Playing {
			fight = append(fight, p.state.Clone())
		} else {
			fresh = slices.Clone(p.pilots)
		}
		p.step()
	}
	pilots := slices.Clone(fresh)
	b.ReportAllocs()
	start, all := cpuTime(), 0
	for n := 0; b.Loop(); n++ {
		who, when := n%len(pilots), n/len(pilots)%len(fight)
		if who == 0 && when == 0 {
			copy(pilots, fresh)
		}
		pilots[who].Think(&fight[when].Public, p.chart)
		all++
	}
	b.ReportMetric(float64(cpuTime()-start)/float64(all), "cpu-ns/op")
}

// BenchmarkSurvey is the chart of a real arena, and that of the largest there can be.
func BenchmarkSurvey(b *testing.B) {
	for _, a := range append(realArenas(b), vast()) {
		b.Run(a.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Survey(a)
			}
		})
	}
}

// vast is an arena of the largest size, full of pillars with and without 45 degree corners.
func vast() *arena.Arena {
	a := &arena.Arena{Name: "Vast", W: arena.MaxSide, H: arena.MaxSide}
	a.Tiles = make([]arena.Tile, a.W*a.H)
	for i := range a.Tiles {
		x, y := i%a.W, i/a.W
		switch {
		case x == 0 || y == 0 || x == a.W-1 || y == a.H-1:
			a.Tiles[i] = arena.Wall
		case x%8 == 5 && y%8 == 5:
			a.Tiles[i] = arena.HalfSE
		case x%8 == 6 && y%8 == 5:
			a.Tiles[i] = arena.HalfSW
		case x%8 == 5 && y%8 == 6:
			a.Tiles[i] = arena.HalfNE
		case x%8 == 6 && y%8 == 6:
			a.Tiles[i] = arena.HalfNW
		case x%16 == 1 && y%16 == 1 && x > 1 && y > 1:
			a.Tiles[i] = arena.Wall
		}
	}
	for n := range arena.MaxSpawns {
		a.Spawns = append(a.Spawns, arena.Cell{X: 8 + n%8*30, Y: 8 + n/8*30})
	}
	return a
}
