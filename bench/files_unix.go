//go:build unix

package main

import (
	"fmt"
	"syscall"
)

// mostFiles is how many files a process may open at most.
func mostFiles() (int, error) {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return 0, fmt.Errorf("read how many files may be open: %w", err)
	}
	return int(min(limit.Max, 1<<30)), nil
}

// raiseFiles lets this process, and the server that it starts, open as many files as a run needs.
func raiseFiles(need int) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return fmt.Errorf("read how many files may be open: %w", err)
	}
	want := uint64(need)
	if limit.Max >= want {
		limit.Cur = limit.Max // setting it ourselves hands it on to the child: left alone, Go takes its own raise back
		return syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit)
	}
	raised := limit
	raised.Cur, raised.Max = want, want
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &raised); err != nil {
		return fmt.Errorf("so many players need %d open files, and %d is the limit here: raise it (ulimit -Hn %d, as root) or take fewer players: %w", need, limit.Max, need, err)
	}
	return nil
}
