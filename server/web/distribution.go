package web

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// BuildRelease compiles the client of the source tree around dir (empty: the
// working directory) with the best compression into that tree's
// server/web/dist, where a build with the tag release finds it.
func BuildRelease(ctx context.Context, dir string, progress io.Writer) error {
	return buildRelease(ctx, dir, progress, qualityRelease)
}

func buildRelease(ctx context.Context, dir string, progress io.Writer, quality int) error {
	tool, err := findTree(ctx, dir)
	if err != nil {
		return err
	}
	show := newTerminal(progress)
	src, err := fingerprint(ctx, tool, show.line)
	if err != nil {
		return err
	}
	out := filepath.Join(tool.dir, "server", "web", "dist")
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	err = makeEntry(ctx, tool, src, out, quality, func(step int, share float64, _ string) { show.progress(step, share) })
	if err != nil {
		return err
	}
	e, err := loadEntry(os.DirFS(out))
	if err != nil {
		return err
	}
	show.line(fmt.Sprintf("%s: %d bytes, brotli %d, gzip %d", out, e.WasmBytes, len(e.br), len(e.gz)))
	return nil
}
