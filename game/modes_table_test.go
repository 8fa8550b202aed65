package game_test

import (
	"go/ast"
	"go/parser"
	"slices"
	"strings"
	"testing"
)

// modes are numbered by these constants.
var modes = tabled{pkg: "game/arena", file: "mode.go", count: "Modes"}

// modeTables are where every mode may be named: what it asks of an arena, its rules, its words.
var modeTables = []string{"../game/arena/mode.go", "../game/mode.go", "../client/scene/words.go"}

// worldOfItsOwn is where else a mode may be named that is not played in a match: who makes its arena, hosts it, and sends
// players there. A trailing / stands for all below.
var worldOfItsOwn = map[string][]string{
	"Frontier": {"../game/arena/made.go", "../game/arena/frontier.go", "../server/frontier/", "../server/worlds.go", "../bench/frontier.go"},
}

// TestModesAreNamedInTheirTablesOnly keeps one more mode as small as it is: a file, and a row in each table.
func TestModesAreNamedInTheirTablesOnly(t *testing.T) {
	names := modes.lines(t)
	if len(names) < 2 || !slices.Contains(names, "Capture") {
		t.Fatalf("the modes of game/arena/mode.go are %q", names)
	}
	seen := map[string]bool{}
	eachSource(t, "..", parser.SkipObjectResolution, func(pkg, file string, f *ast.File) {
		eachName(f, pkg == modes.pkg, "arena", func(name string) {
			if !slices.Contains(names, name) {
				return
			}
			seen[file] = true
			own := "../game/mode_" + strings.ToLower(name) + ".go"
			if file == own || slices.Contains(modeTables, file) || slices.ContainsFunc(worldOfItsOwn[name], func(place string) bool {
				return file == place || strings.HasSuffix(place, "/") && strings.HasPrefix(file, place)
			}) {
				return
			}
			t.Errorf("%s names arena.%s: let it ask for what it wants to know of any mode (a field of game.ModeRules in %s, a goal's Kind, arena.Mode.Teams), and give the answer there", file, name, own)
		})
	})
	for _, table := range modeTables {
		if !seen[table] {
			t.Errorf("%s names no mode: it is no table of them any more", table)
		}
	}
}
