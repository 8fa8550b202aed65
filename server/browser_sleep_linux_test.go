package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/chromedp/chromedp"
)

// asleep is a computer whose lid is closed and opened again: every process of the browser stands still, its sockets do not.
func asleep(*testing.T) []absence {
	signal := func(t *testing.T, s *absentee, sig syscall.Signal) {
		t.Helper()
		for _, pid := range family(t, chromedp.FromContext(s.page.ctx).Browser.Process().Pid) {
			if err := syscall.Kill(pid, sig); err != nil {
				t.Fatalf("%v to a process of the browser: %v", sig, err)
			}
		}
	}
	return []absence{{
		name: "a computer that sleeps", from: "awake", goal: liveGoal,
		leave: func(t *testing.T, s *absentee) {
			signal(t, s, syscall.SIGSTOP)
			s.flownBy(true)
		},
		back: func(t *testing.T, s *absentee) { signal(t, s, syscall.SIGCONT) },
	}}
}

// family is a process and all that descend from it.
func family(t *testing.T, pid int) []int {
	t.Helper()
	children := map[int][]int{}
	all, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range all {
		stat, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended meanwhile
		}
		// pid (name, which may hold anything) state parent …
		var state string
		var parent int
		if _, err := fmt.Sscan(string(stat[bytes.LastIndexByte(stat, ')')+1:]), &state, &parent); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		child, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err != nil {
			t.Fatal(err)
		}
		children[parent] = append(children[parent], child)
	}
	kin := []int{pid}
	for i := 0; i < len(kin); i++ {
		kin = append(kin, children[kin[i]]...)
	}
	return kin
}
