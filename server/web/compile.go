package web

import (
	"context"
	"path/filepath"
	"strings"
)

// linkShare is the part of the compile step's progress bar left for linking,
// about which the go command says nothing.
const linkShare = 0.1

// compile builds the client into the file wasm. report gets the share that is
// done and what is being worked on.
func compile(ctx context.Context, tool goTool, src sources, wasm string, report func(share float64, detail string)) error {
	out, err := filepath.Abs(wasm)
	if err != nil {
		return err
	}
	args := append(append([]string{}, buildArgs...), "-o", out, "./client")
	cmd := tool.command(ctx, args...)
	var complaints strings.Builder
	var done int
	stderr := &lines{each: func(line string) {
		switch {
		case src.packages[line]: // go build -v names each package it compiles
			done++
			share := float64(done) / float64(len(src.packages)) * (1 - linkShare)
			report(min(share, 1-linkShare), line)
		case strings.HasPrefix(line, "go: downloading "):
			report(0, line)
		default:
			complaints.WriteString(line + "\n")
		}
	}}
	cmd.Stdout, cmd.Stderr = stderr, stderr
	err = cmd.Run()
	stderr.flush()
	if err != nil {
		if complaints.Len() == 0 {
			complaints.WriteString(err.Error())
		}
		return ctxOr(ctx, errCompile(clip(complaints.String())))
	}
	return nil
}
