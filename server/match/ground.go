package match

import (
	"fmt"
	"io/fs"
	"path"
	"sync"

	"bankshot/game/arena"
	"bankshot/game/brain"
)

// Ground is an arena ready to be played in: validated, packed for the wire, charted for pilots. It is never changed, so
// all rooms share it.
type Ground struct {
	Arena *arena.Arena
	// chart is drawn when it is first asked for: a server that had to draw all of them before anybody may play would take
	// a fifth of a second longer to start.
	chart func() *brain.Chart
	blob  []byte
}

// Chart draws the pilots' chart, unless that has been done: some milliseconds, which a room should not have to wait for.
func (g *Ground) Chart() { g.chart() }

// NewGround makes an arena ready, if it has all that the modes it is made for need.
func NewGround(a *arena.Arena) (Ground, error) {
	if err := arena.Validate(a, a.Modes.CrowdSpawns()); err != nil {
		return Ground{}, err
	}
	return Ground{Arena: a, chart: sync.OnceValue(func() *brain.Chart { return brain.Survey(a) }), blob: a.AppendBinary(nil)}, nil
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
