package main

import (
	"context"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"bankshot/bench/report"
)

// machine fills in where a run is done. What cannot be found out stays empty.
func machine(ctx context.Context, s *report.Setting) {
	s.Date = time.Now().UTC().Truncate(time.Second)
	s.Cores = runtime.NumCPU()
	s.Go = runtime.Version()
	s.OSArch = runtime.GOOS + "/" + runtime.GOARCH
	s.Commit = commit(ctx)
	hardware(s)
}

// commit is what the working directory's tree is at, and whether it was changed since.
func commit(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "git", "rev-parse", "--short=12", "HEAD").Output()
	if err != nil {
		return ""
	}
	id := strings.TrimSpace(string(out))
	changed, err := exec.CommandContext(ctx, "git", "status", "--porcelain", "--untracked-files=no").Output()
	if err == nil && len(changed) > 0 {
		id += ", with changes"
	}
	return id
}
