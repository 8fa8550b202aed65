package child

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// serverPackage is what is built.
const serverPackage = "bankshot/server"

// ErrNoTree says that the server's source is not around.
var ErrNoTree = errors.New("the server can only be built inside Bankshot's source tree: change into it, or name a running server with -server")

// Build compiles the server into a temporary folder, which cleanup removes. A second build of the same sources takes a
// second, thanks to Go's own cache.
func Build(ctx context.Context) (path string, cleanup func(), err error) {
	if _, err := exec.LookPath("go"); err != nil {
		return "", nil, fmt.Errorf("building the server needs Go: install it, or name a running server with -server: %w", err)
	}
	if out, err := exec.CommandContext(ctx, "go", "list", "-m").Output(); err != nil || strings.TrimSpace(string(out)) != "bankshot" {
		if ctx.Err() != nil {
			return "", nil, ctx.Err()
		}
		return "", nil, ErrNoTree
	}
	folder, err := os.MkdirTemp("", "bankshot-build-*")
	if err != nil {
		return "", nil, fmt.Errorf("make a folder to build in: %w", err)
	}
	cleanup = func() { _ = os.RemoveAll(folder) }
	path = filepath.Join(folder, "server.exe") // Windows insists on the ending, others don't mind it
	build := exec.CommandContext(ctx, "go", "build", "-o", path, serverPackage)
	if out, err := build.CombinedOutput(); err != nil {
		cleanup()
		if ctx.Err() != nil {
			return "", nil, ctx.Err()
		}
		return "", nil, fmt.Errorf("build %s: %w\n%s", serverPackage, err, out)
	}
	return path, cleanup, nil
}
