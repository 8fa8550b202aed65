package assets

import (
	"bytes"
	"io/fs"
	"slices"
	"testing"

	"bankshot/game/arena"
)

func load(t *testing.T, name string) *arena.Arena {
	t.Helper()
	text, err := fs.ReadFile(Arenas, name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := arena.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return a
}

func TestEveryArenaIsAPlaceToPlay(t *testing.T) {
	files, err := fs.Glob(Arenas, "arenas/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if names := slices.Sorted(slices.Values(ArenaNames)); !slices.Equal(files, names) {
		t.Fatalf("files %v, names %v", files, names)
	}
	seen := map[string]bool{}
	for _, name := range ArenaNames {
		a := load(t, name)
		// Any room may begin with eight ships of no team.
		if err := arena.Validate(a, arena.FreeForAllSpawns); err != nil {
			t.Errorf("%s:\n%v", name, err)
		}
		if text, _ := fs.ReadFile(Arenas, name); !bytes.Equal(a.Format(), text) {
			t.Errorf("%s isn't written as Format writes it", name)
		}
		if seen[a.Name] {
			t.Errorf("%s: two arenas are called %s", name, a.Name)
		}
		seen[a.Name] = true
		if n := a.Count(arena.PickupPlace); n < 3 || n > 8 {
			t.Errorf("%s: %d places for pick-ups", name, n)
		}
		t.Logf("%s: %d x %d, %d spawns, %d bytes", a.Name, a.W, a.H, len(a.Spawns), len(a.AppendBinary(nil)))
	}
}

func TestEveryModeHasTwoArenasOfItsOwnAtLeast(t *testing.T) {
	for m := range arena.Matched {
		n := 0
		for _, name := range ArenaNames {
			if load(t, name).Modes.Has(m) {
				n++
			}
		}
		if n < 2 {
			t.Errorf("%d arenas are made for %s", n, m)
		}
	}
}

// A duel asks for the same from everywhere; here all arenas have to give it, whatever they are made for.
func TestNoArenaHasABetterHalf(t *testing.T) {
	for _, name := range ArenaNames {
		a := load(t, name)
		a.Modes = a.Modes.With(arena.Duel)
		if err := arena.Validate(a, arena.FreeForAllSpawns); err != nil {
			t.Errorf("%s:\n%v", name, err)
		}
	}
}

func TestWhateverATileCanDoIsPlayedWithInThreeArenasAtLeast(t *testing.T) {
	for name, kind := range map[string][]arena.Tile{
		"half-walls": {arena.HalfNW, arena.HalfNE, arena.HalfSW, arena.HalfSE},
		"absorbers":  {arena.Absorber},
		"glass":      {arena.Glass},
		"hazards":    {arena.Hazard},
		"boosters":   {arena.BoostE, arena.BoostS, arena.BoostW, arena.BoostN},
		"portals":    {arena.Portal},
	} {
		n := 0
		for _, file := range ArenaNames {
			if slices.ContainsFunc(load(t, file).Tiles, func(tile arena.Tile) bool { return slices.Contains(kind, tile) }) {
				n++
			}
		}
		if n < 3 {
			t.Errorf("%s are in %d arenas", name, n)
		}
	}
}
