package assets

import (
	"bytes"
	"io/fs"
	"slices"
	"testing"

	"bankshot/game/arena"
)

func TestEveryArenaIsAPlaceToPlay(t *testing.T) {
	files, err := fs.Glob(Arenas, "arenas/*.txt")
	if err != nil || len(files) != len(ArenaNames) {
		t.Fatalf("files %v, names %v, %v", files, ArenaNames, err)
	}
	for _, name := range ArenaNames {
		text, err := fs.ReadFile(Arenas, name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := arena.Parse(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := arena.Validate(a, arena.FreeForAllSpawns); err != nil {
			t.Errorf("%s:\n%v", name, err)
		}
		if !bytes.Equal(a.Format(), text) {
			t.Errorf("%s isn't written as Format writes it", name)
		}
		t.Logf("%s: %d x %d, %d spawns, %d bytes", a.Name, a.W, a.H, len(a.Spawns), len(a.AppendBinary(nil)))
	}
}

// The maps are fair: turned upside down they are the same, spawns included.
func TestEveryArenaIsTheSameUpsideDown(t *testing.T) {
	upsideDown := [arena.Tiles]arena.Tile{
		arena.Floor: arena.Floor, arena.Wall: arena.Wall,
		arena.HalfNW: arena.HalfSE, arena.HalfSE: arena.HalfNW, arena.HalfNE: arena.HalfSW, arena.HalfSW: arena.HalfNE,
	}
	for _, name := range ArenaNames {
		text, err := fs.ReadFile(Arenas, name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := arena.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		for y := range a.H {
			for x := range a.W {
				if upsideDown[a.At(x, y)] != a.At(a.W-1-x, a.H-1-y) {
					t.Errorf("%s: tile (%d,%d) differs from its opposite", name, x, y)
				}
			}
		}
		for _, s := range a.Spawns {
			if !slices.Contains(a.Spawns, arena.Cell{X: a.W - 1 - s.X, Y: a.H - 1 - s.Y}) {
				t.Errorf("%s: spawn (%d,%d) has no opposite", name, s.X, s.Y)
			}
		}
	}
}
