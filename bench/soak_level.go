package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// level is how things stand in the server. Memory is in bytes.
type level struct {
	at                         time.Duration
	goroutines, files          float64
	heap, resident             float64
	rooms                      float64
	people, connections, holds float64
}

// max is the higher of each figure.
func (s level) max(o level) level {
	return level{
		at: max(s.at, o.at), goroutines: max(s.goroutines, o.goroutines), files: max(s.files, o.files),
		heap: max(s.heap, o.heap), resident: max(s.resident, o.resident), rooms: max(s.rooms, o.rooms),
		people: max(s.people, o.people), connections: max(s.connections, o.connections), holds: max(s.holds, o.holds),
	}
}

// look asks the server. clean has it collect its garbage first, so that what remains is what it holds on to.
func (s *soak) look(ctx context.Context, clean bool) (level, error) {
	if clean {
		// Twice: what a pool held before the first collection is only gone after the second.
		for range 2 {
			if err := collect(ctx, s.server.Admin()); err != nil {
				return level{}, err
			}
		}
	}
	m, err := s.server.Metrics(ctx)
	if err != nil {
		return level{}, err
	}
	now := level{at: time.Since(s.began)}
	for name, into := range map[string]*float64{
		"go_goroutines": &now.goroutines, "process_open_fds": &now.files,
		"go_memstats_heap_alloc_bytes": &now.heap, "process_resident_memory_bytes": &now.resident,
		"bankshot_rooms":   &now.rooms,
		"bankshot_players": &now.people, "bankshot_connections": &now.connections, "bankshot_send_queue_bytes": &now.holds,
	} {
		v, ok := m[name]
		if !ok {
			return now, fmt.Errorf("the server tells no %s: soaking needs it, and it is read from Linux' /proc where it is the process's", name)
		}
		*into = v
	}
	now.people += m["bankshot_watchers"]
	return now, nil
}

// collect has the server collect its garbage, which its heap profile can be asked to begin with.
func collect(ctx context.Context, admin string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, admin+"/debug/pprof/heap?gc=1", nil)
	if err != nil {
		return err
	}
	req.Close = true
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("have the server collect its garbage: %w", err)
	}
	_, err = io.Copy(io.Discard, res.Body)
	return errors.Join(err, res.Body.Close())
}

const (
	// What may remain after a cycle that was not there after the ones before: a goroutine that is just ending, and memory that
	// the runtime and its pools keep for themselves.
	spareGoroutines = 2
	spareFiles      = 2
	spareHeap       = 2 << 20
	spareShare      = 1.05
	spareResident   = 32 << 20
)

// table shows the server at rest, cycle by cycle, and what was asked of it.
func (s *soak) table(w io.Writer) {
	fmt.Fprintf(w, "up to %d players in rooms of %d, coming and going for %v\n\n", s.o.Players, s.o.RoomSize, s.cycles[len(s.cycles)-1].rest.at.Round(time.Second))
	fmt.Fprintf(w, "%28s%40s\n", "at rest, garbage collected", "while they played, at most")
	fmt.Fprintf(w, "%6s %10s %5s %6s %6s | %7s %5s %10s %5s %6s %6s | %5s %5s %7s %8s %6s\n",
		"s", "goroutines", "files", "heap", "RSS", "players", "rooms", "goroutines", "files", "heap", "RSS",
		"joins", "drops", "reloads", "goodbyes", "silent")
	row := func(r level) {
		fmt.Fprintf(w, "%6.0f %10.0f %5.0f %6.1f %6.1f |", r.at.Seconds(), r.goroutines, r.files, mib(r.heap), mib(r.resident))
	}
	row(s.start)
	fmt.Fprintln(w)
	for _, c := range s.cycles {
		row(c.rest)
		fmt.Fprintf(w, " %7.0f %5.0f %10.0f %5.0f %6.1f %6.1f | %5d %5d %7d %8d %6d\n",
			c.most.people, c.most.rooms, c.most.goroutines, c.most.files, mib(c.most.heap), mib(c.most.resident),
			c.joins, c.drops, c.reloads, c.goodbyes, c.silent)
	}
	fmt.Fprintf(w, "\nheap and RSS in MiB\n")
}

func mib(bytes float64) float64 { return bytes / (1 << 20) }

// verdict compares the later half of the cycles with the earlier one, without the first, in which the server grew to what
// it needs; goroutines and files also with the start. The least of each half counts: a collection, a timer or a request
// may fall into any one look, not into all of them.
func (s *soak) verdict() error {
	half := 1 + (len(s.cycles)-1)/2
	early, late := least(s.cycles[1:max(half, 2)]), least(s.cycles[max(half, 2):])
	var wrong []string
	check := func(what string, now, most float64) {
		if now > most {
			wrong = append(wrong, fmt.Sprintf("%s: %.1f, at most %.1f was to be expected", what, now, most))
		}
	}
	check("goroutines", late.goroutines, s.start.goroutines+spareGoroutines)
	check("open files", late.files, s.start.files+spareFiles)
	check("MiB of heap", mib(late.heap), mib(early.heap*spareShare+spareHeap))
	check("MiB resident", mib(late.resident), mib(early.resident*spareShare+spareResident))
	check("bytes held for readers", late.holds, 0)
	if len(wrong) > 0 {
		return fmt.Errorf("the server did not come back to where it was after %d cycles; %s", len(s.cycles), strings.Join(wrong, "; "))
	}
	return nil
}

// least is the lowest of each figure.
func least(cycles []cycle) level {
	low := cycles[0].rest
	for _, c := range cycles[1:] {
		r := c.rest
		low.goroutines, low.files = min(low.goroutines, r.goroutines), min(low.files, r.files)
		low.heap, low.resident, low.holds = min(low.heap, r.heap), min(low.resident, r.resident), min(low.holds, r.holds)
	}
	return low
}
