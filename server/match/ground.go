package match

import (
	"fmt"
	"io/fs"
	"path"

	"bankshot/game/arena"
	"bankshot/game/brain"
)

// Ground is an arena ready to be played in: validated, charted for pilots, packed for the wire. It is never changed, so
// all rooms share it.
type Ground struct {
	Arena *arena.Arena
	chart *brain.Chart
	blob  []byte
}

// NewGround makes an arena ready, if it has all that the modes it is made for need.
func NewGround(a *arena.Arena) (Ground, error) {
	spawns := arena.MinSpawns
	if a.Modes.Has(arena.FreeForAll) || a.Modes.Has(arena.Hill) {
		spawns = arena.FreeForAllSpawns
	}
	if err := arena.Validate(a, spawns); err != nil {
		return Ground{}, err
	}
	return Ground{Arena: a, chart: brain.Survey(a), blob: a.AppendBinary(nil)}, nil
}

// LoadGrounds reads every .txt file of a folder as an arena, in the order of their names. An error names the file.
func LoadGrounds(files fs.FS, dir string) ([]Ground, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no arenas: %s holds no .txt file", dir)
	}
	grounds := make([]Ground, 0, len(names))
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read arena: %w", err)
		}
		a, err := arena.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("arena %s: %w", name, err)
		}
		g, err := NewGround(a)
		if err != nil {
			return nil, fmt.Errorf("arena %s: %w", name, err)
		}
		grounds = append(grounds, g)
	}
	return grounds, nil
}
