package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// soaked is a run of so many cycles, each of which leaves the server as grown says.
func soaked(cycles int, grown func(n int, l *level)) *soak {
	s := &soak{o: &soakOptions{Players: 200, RoomSize: 8}, start: level{goroutines: 12, files: 12, heap: 2 << 20, resident: 20 << 20}}
	for n := range cycles {
		c := cycle{rest: level{goroutines: 12, files: 12, heap: 20 << 20, resident: 60 << 20}}
		grown(n, &c.rest)
		s.cycles = append(s.cycles, c)
	}
	return s
}

func TestASoakTellsWhatAServerKeeps(t *testing.T) {
	for _, c := range []struct {
		name  string
		grown func(n int, l *level)
		want  string
	}{
		{"nothing", func(int, *level) {}, ""},
		{"a look that fell into a request", func(n int, l *level) {
			if n%2 == 1 {
				l.goroutines, l.files, l.heap = l.goroutines+9, l.files+9, l.heap*2
			}
		}, ""},
		{"memory of the first cycle only", func(n int, l *level) {
			if n > 0 {
				l.heap += 30 << 20
			}
		}, ""},
		{"a goroutine for every player of a cycle", func(n int, l *level) { l.goroutines += float64(200 * (n + 1)) }, "goroutines"},
		{"three goroutines in all", func(_ int, l *level) { l.goroutines += 3 }, "goroutines"},
		{"files", func(n int, l *level) { l.files += float64(3 * (n + 1)) }, "files"},
		{"some memory of every cycle", func(n int, l *level) { l.heap += float64(n * 2 << 20) }, "heap"},
		{"memory that only the system sees", func(n int, l *level) { l.resident += float64(n * 20 << 20) }, "resident"},
		{"bytes for somebody who has left", func(_ int, l *level) { l.holds = 100 }, "held"},
	} {
		err := soaked(7, c.grown).verdict()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
		if err := soaked(fewestCycles, c.grown).verdict(); c.want == "" && err != nil && c.name != "a look that fell into a request" {
			t.Errorf("%s, in three cycles: %v", c.name, err)
		}
	}
}

func TestASoaksTableHasARowForEveryCycle(t *testing.T) {
	var out bytes.Buffer
	soaked(5, func(int, *level) {}).table(&out)
	if n := strings.Count(out.String(), "   60.0 |"); n != 5 {
		t.Errorf("%d rows:\n%s", n, &out)
	}
}

func TestMistakesInASoaksFlagsAreNamed(t *testing.T) {
	for _, args := range [][]string{{"-players", "0"}, {"-room-size", "65"}, {"-cycle", "1ms"}, {"-duration", "1s"}, {"now"}, {"-long"}} {
		var out bytes.Buffer
		err := run(t.Context(), append([]string{"-soak"}, args...), &out, &out)
		if !errors.Is(err, errUsage) || !strings.Contains(err.Error(), strings.TrimPrefix(args[0], "-")) {
			t.Errorf("%v: %v", args, err)
		}
	}
	var out bytes.Buffer
	if err := run(t.Context(), []string{"-soak", "-h"}, &out, &out); err != nil || !strings.Contains(out.String(), "-cycle") {
		t.Errorf("%v\n%s", err, &out)
	}
}
