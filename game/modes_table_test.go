package game_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// modeTables are where every mode may be named: what it asks of an arena, its rules, its words.
var modeTables = []string{"../game/arena/mode.go", "../game/mode.go", "../client/scene/words.go"}

// worldOfItsOwn is where else a mode may be named that is not played in a match: who makes its arena, hosts it, and sends
// players there. A trailing / stands for all below.
var worldOfItsOwn = map[string][]string{
	"Frontier": {"../game/arena/made.go", "../game/arena/frontier.go", "../server/frontier/", "../server/worlds.go", "../bench/frontier.go"},
}

// TestModesAreNamedInTheirTablesOnly keeps one more mode as small as it is: a file, and a row in each table.
func TestModesAreNamedInTheirTablesOnly(t *testing.T) {
	names := modeConstants(t)
	if len(names) < 2 || !slices.Contains(names, "Capture") {
		t.Fatalf("the modes of game/arena/mode.go are %q", names)
	}
	seen := map[string]bool{}
	eachSource(t, "..", parser.SkipObjectResolution, func(pkg, file string, f *ast.File) {
		for _, name := range namesIn(f, pkg == "game/arena", names) {
			seen[file] = true
			own := "../game/mode_" + strings.ToLower(name) + ".go"
			if file == own || slices.Contains(modeTables, file) || slices.ContainsFunc(worldOfItsOwn[name], func(place string) bool {
				return file == place || strings.HasSuffix(place, "/") && strings.HasPrefix(file, place)
			}) {
				continue
			}
			t.Errorf("%s names arena.%s: let it ask for what it wants to know of any mode (a field of game.ModeRules in %s, a goal's Kind, arena.Mode.Teams), and give the answer there", file, name, own)
		}
	})
	for _, table := range modeTables {
		if !seen[table] {
			t.Errorf("%s names no mode: it is no table of them any more", table)
		}
	}
}

// modeConstants are the names of the modes, as package arena declares them.
func modeConstants(t *testing.T) (names []string) {
	f, err := parser.ParseFile(token.NewFileSet(), "arena/mode.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST || !group.Lparen.IsValid() {
			continue
		}
		first := group.Specs[0].(*ast.ValueSpec)
		if kind, ok := first.Type.(*ast.Ident); !ok || kind.Name != "Mode" {
			continue
		}
		for _, spec := range group.Specs[:len(group.Specs)-1] { // the last one counts them
			names = append(names, spec.(*ast.ValueSpec).Names[0].Name)
		}
	}
	return names
}

// namesIn are the modes that a file names: as arena.Capture, or, inside package arena, as Capture.
func namesIn(f *ast.File, inside bool, modes []string) (found []string) {
	other := map[*ast.Ident]bool{} // names of fields and methods, such as Mode.Teams
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			other[n.Name] = true
		case *ast.SelectorExpr:
			other[n.Sel] = true
			if x, ok := n.X.(*ast.Ident); ok && x.Name == "arena" && slices.Contains(modes, n.Sel.Name) {
				found = append(found, n.Sel.Name)
			}
		case *ast.Ident:
			if inside && !other[n] && slices.Contains(modes, n.Name) {
				found = append(found, n.Name)
			}
		}
		return true
	})
	return found
}
