package game_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"
)

// tabled is a table of the rules: what has a line in it is named there and in few other places, so that one more line
// touches nothing else.
type tabled struct {
	// pkg and file are where the constants stand that number its lines, count is the one behind the last of them.
	pkg, file, count string
	// own are the files of single lines.
	own string
	// free are those that everything begins with, which their own package may name.
	free []string
	// looks are the other tables with a line for each, content is what is made of them. All are patterns of path.Match.
	looks, content []string
}

var tables = []tabled{
	{
		pkg: "game/arena", file: "tile.go", count: "TileKinds", own: "tile_*.go", free: []string{"Floor", "Wall"},
		looks: []string{"client/render/tiles.go"},
		content: []string{
			"game/arena/district_*.go", "game/arena/avenue.go", "game/arena/theme.go", "game/arena/sheet.go", "game/arena/furnish.go", "game/arena/place.go",
			"game/trick/hall.go", "game/trick/motif.go",
		},
	},
	{
		pkg: "game", file: "weapon.go", count: "WeaponKinds", own: "weapon_*.go",
		looks: []string{"client/render/weapons.go"},
	},
	{
		pkg: "game", file: "supply.go", count: "PickupKinds", own: "supply_*.go",
		looks: []string{"client/render/weapons.go"},
	},
}

func TestWhatHasALineInATableIsNamedNowhereElse(t *testing.T) {
	for i := range tables {
		table := &tables[i]
		lines := table.lines(t)
		if len(lines) < 2 {
			t.Errorf("%s/%s: only %v stand before %s", table.pkg, table.file, lines, table.count)
		}
		own := 0
		eachSource(t, "..", parser.SkipObjectResolution, func(pkg, file string, f *ast.File) {
			file = strings.TrimPrefix(file, "../")
			eachName(f, pkg == table.pkg, path.Base(table.pkg), func(name string) {
				switch {
				case !slices.Contains(lines, name):
				case table.mayName(pkg, file, name):
					own++
				default:
					t.Errorf("%s names %s: ask for a property of its line (%s/%s) instead, so that one more line touches nothing "+
						"but the table. Is this a table with a line for each, or an arena? Then name the file in game/tables_test.go",
						file, name, table.pkg, table.file)
				}
			})
		})
		if own < 2*len(lines) {
			t.Errorf("%s/%s: its %d lines were seen %d times, a constant and a line each at least", table.pkg, table.file, len(lines), own)
		}
	}
}

// mayName says whether a file may name a line of the table.
func (table *tabled) mayName(pkg, file, name string) bool {
	own := pkg == table.pkg && (matches(path.Base(file), table.file, table.own) || slices.Contains(table.free, name))
	return own || matches(file, table.looks...) || matches(file, table.content...)
}

func matches(file string, patterns ...string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		ok, err := path.Match(p, file)
		return ok && err == nil
	})
}

// lines are the constants that number the table's lines: those before count in its group.
func (table *tabled) lines(t *testing.T) []string {
	f, err := parser.ParseFile(token.NewFileSet(), path.Join("..", table.pkg, table.file), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, decl := range f.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		var names []string
		for _, spec := range group.Specs {
			names = append(names, spec.(*ast.ValueSpec).Names[0].Name)
		}
		if i := slices.Index(names, table.count); i >= 0 {
			return names[:i]
		}
	}
	return nil
}

// eachName calls visit for every name of a package that a file uses: written alone in the package itself, behind its name
// everywhere else.
func eachName(f *ast.File, inside bool, pkg string, visit func(name string)) {
	parts := map[*ast.Ident]bool{} // what stands behind a dot
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			parts[n.Sel] = true
			if x, ok := n.X.(*ast.Ident); ok && !inside && x.Name == pkg {
				visit(n.Sel.Name)
			}
		case *ast.Field:
			return false
		case *ast.Ident:
			if inside && !parts[n] {
				visit(n.Name)
			}
		}
		return true
	})
}
