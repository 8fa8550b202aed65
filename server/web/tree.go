package web

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// moduleName is how a folder is known to be Bankshot's.
const moduleName = "bankshot"

// findTree returns a go command that runs in the root of Bankshot's source.
//
// The tree is looked for from the working directory, not from the program:
// under go run the program lies in a temporary folder.
func findTree(ctx context.Context, dir string) (goTool, error) {
	tool, err := findGoTool(dir)
	if err != nil {
		return goTool{}, errNoToolchain(err)
	}
	gomod, err := tool.output(ctx, "env", "GOMOD")
	if err != nil {
		return goTool{}, ctxOr(ctx, errNoToolchain(err))
	}
	if gomod == "" || gomod == os.DevNull {
		return goTool{}, errNoTree(fmt.Sprintf("There is no go.mod in %s or above it.", place(dir)))
	}
	tool.dir = filepath.Dir(gomod)
	name, err := tool.output(ctx, "list", "-m")
	if err != nil {
		return goTool{}, ctxOr(ctx, errNoTree(err.Error()))
	}
	if name != moduleName {
		return goTool{}, errNoTree(fmt.Sprintf("%s is the module %q, not %q.", gomod, name, moduleName))
	}
	return tool, nil
}

func place(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		return abs
	}
	return dir
}

// ctxOr prefers the reason for being stopped: an interrupted command's own
// complaint would only mislead.
func ctxOr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
