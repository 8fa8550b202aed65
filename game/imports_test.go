package game_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// row is what one package may import of ours (Ours, a trailing * for everything below) and must not import of others.
type row struct{ Ours, Never string }

const (
	pure   = "time os io net sync log math/rand math/rand/v2 fmt bufio context runtime"
	noPort = "net net/http github.com/lxzan/gws"
	noEbit = "github.com/hajimehoshi/ebiten/v2"
	rules  = "game game/arena game/brain game/replay game/snap game/wire"
)

// table is who may import whom. A package that is not in it has no place yet: give it one, here and in the README.
var table = map[string]row{
	"assets":          {"", noPort},
	"game":            {"game/arena", pure},
	"game/arena":      {"", "time os net sync log math/rand math/rand/v2 context runtime"},
	"game/wire":       {"", noPort + " log log/slog"},
	"game/snap":       {"game game/arena game/wire", noPort + " log log/slog"},
	"game/brain":      {"game game/arena", noPort},
	"game/replay":     {"game game/arena game/snap game/wire", noPort},
	"game/trick":      {"game game/arena", "time os io net sync log math/rand math/rand/v2 context runtime"},
	"server":          {"server/* assets game/*", "github.com/lxzan/gws " + noEbit},
	"server/room":     {"game/wire", noPort},
	"server/match":    {rules + " server/room", noPort},
	"server/frontier": {rules + " server/room server/match", noPort},
	"server/record":   {"game/replay server/room", noPort},
	"server/ops":      {"server/room", noPort},
	"server/tricks":   {"game game/arena game/trick game/wire", "github.com/lxzan/gws " + noEbit},
	"server/workshop": {rules + " server/room", noPort},
	"server/lobby":    {"server/store game/wire server/room", noPort},
	"server/account":  {"server/store game/wire", noPort},
	"server/store":    {"", noPort},
	"server/gateway":  {"server/lobby server/room server/account game/wire", ""},
	"server/web":      {"client/web", "github.com/lxzan/gws"},
	"server/web/*":    {"server/web", "github.com/lxzan/gws"},
	"client":          {"client/* assets game/*", ""},
	"client/link":     {"game/wire", noEbit},
	"client/predict":  {"game game/arena game/snap game/wire", noEbit + " " + noPort},
	"client/input":    {"game client/predict assets", noPort},
	"client/render":   {"game game/arena client/predict assets", noPort},
	"client/ui":       {"game client/predict client/render assets", noPort},
	"client/sound":    {"game client/predict assets", noPort},
	"client/scene":    {"client/* assets game/*", noPort},
	"client/web":      {"", noEbit},
	"bench":           {rules + " assets client/link client/predict bench/*", noEbit},
	"bench/*":         {rules + " assets client/link client/predict bench/*", noEbit},
}

func TestPackagesImportOnlyWhatTheirRowAllows(t *testing.T) {
	seen := 0
	eachSource(t, "..", parser.ImportsOnly, func(pkg, file string, f *ast.File) {
		seen++
		r, ok := table[pkg]
		if !ok {
			r, ok = table[path.Dir(pkg)+"/*"]
		}
		if !ok {
			t.Errorf("%s: package %s has no row in the table of imports", file, pkg)
			return
		}
		for _, spec := range f.Imports {
			name := strings.Trim(spec.Path.Value, `"`)
			if ours, ok := strings.CutPrefix(name, "bankshot/"); ok {
				if !allows(r.Ours, ours) {
					t.Errorf("%s: %s must not import %s", file, pkg, ours)
				}
			} else if slices.Contains(strings.Fields(r.Never), name) {
				t.Errorf("%s: %s must not import %s", file, pkg, name)
			}
		}
	})
	if seen == 0 {
		t.Fatal("no source was found")
	}
}

func TestTheRulesKnowNoGoroutineAndNoFloat(t *testing.T) {
	eachSource(t, ".", parser.SkipObjectResolution, func(pkg, file string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt, *ast.SelectStmt, *ast.ChanType:
				t.Errorf("%s: concurrency has no place in the rules", file)
			case *ast.Ident:
				if (pkg == "." || pkg == "arena") && (n.Name == "float32" || n.Name == "float64") {
					t.Errorf("%s: %s has no place in the rules", file, n.Name)
				}
			}
			return true
		})
	})
}

// clockless is who gets time as an argument, if at all: time.Duration is theirs to use, a clock is not.
var clockless = []string{
	"game", "game/arena", "game/wire", "game/snap", "game/brain", "game/replay", "game/trick", "server/match", "server/workshop",
	"client/predict", "client/render",
}

func TestOnlyDriversReadClocks(t *testing.T) {
	clocks := []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}
	for _, pkg := range clockless {
		eachSource(t, filepath.Join("..", pkg), parser.SkipObjectResolution, func(_, file string, f *ast.File) {
			ast.Inspect(f, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains(clocks, sel.Sel.Name) {
					if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" {
						t.Errorf("%s: %s reads a clock: time.%s", file, pkg, sel.Sel.Name)
					}
				}
				return true
			})
		})
	}
}

func allows(ours, name string) bool {
	for _, may := range strings.Fields(ours) {
		if below, ok := strings.CutSuffix(may, "/*"); may == name || ok && (below == name || strings.HasPrefix(name, below+"/")) {
			return true
		}
	}
	return false
}

// eachSource calls visit for every Go file below root that is not a test, whatever it is built for.
func eachSource(t *testing.T, root string, mode parser.Mode, visit func(pkg, file string, f *ast.File)) {
	t.Helper()
	if _, err := os.Stat(root); errors.Is(err, fs.ErrNotExist) {
		return
	}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() && name != root && (strings.HasPrefix(base, ".") || base == "testdata" || base == "data") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, mode)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(rel), name, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
