package ops

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/trace"
	"slices"
	"strings"
	"time"

	"bankshot/server/room"
)

const (
	// traceAge is how much of the past a trace holds; traceBytes is what of memory that may cost at most, roughly.
	traceAge   = 3 * time.Second
	traceBytes = 16 << 20
	// traceEvery is how long no further trace is written after one: the first tells most, and writing one costs.
	traceEvery = time.Hour
	// traceGrace is how long overruns are expected after the start: caches are cold and files are read.
	traceGrace = 10 * time.Second
	// crowdEvery is how often to look whether recording is still cheap.
	crowdEvery = 10 * time.Second
	// keptTraces is how many stay on disk, those of earlier runs included.
	keptTraces = 5

	tracePrefix, traceSuffix = "overrun-", ".trace"
)

// TracesConfig is what Traces need.
type TracesConfig struct {
	// Folder gets the files. It is made when there is one to write.
	Folder string
	Log    *slog.Logger
	// Busy, where not nil, says that the machine is overloaded by our own doing, so that overruns are no news: while the
	// browser client is compiled.
	Busy func() bool
	// Crowded, where not nil, says that so much goes on that recording it would cost more than it is worth: nothing is
	// recorded meanwhile. It is asked every few seconds.
	Crowded func() bool
	// Count, where not nil, is told what became of each overrun: written, failed or skipped.
	Count func(result string)
}

// Traces write down what the program did in the seconds before a room overran: which goroutine ran where, what waited
// for what. Open one with go tool trace FILE.
type Traces struct {
	cfg TracesConfig
	ask chan room.Overrun

	// The flight recorder's; tests have one of their own, because a process can have only one.
	start func() error
	stop  func()
	write func(io.Writer) (int64, error)
}

// NewTraces starts nothing; Run does.
func NewTraces(cfg TracesConfig) *Traces {
	flight := trace.NewFlightRecorder(trace.FlightRecorderConfig{MinAge: traceAge, MaxBytes: traceBytes})
	return newTraces(cfg, flight.Start, flight.Stop, flight.WriteTo)
}

func newTraces(cfg TracesConfig, start func() error, stop func(), write func(io.Writer) (int64, error)) *Traces {
	if cfg.Busy == nil {
		cfg.Busy = func() bool { return false }
	}
	if cfg.Crowded == nil {
		cfg.Crowded = func() bool { return false }
	}
	if cfg.Count == nil {
		cfg.Count = func(string) {}
	}
	// One may wait: whatever comes in the same moment would be the same trace.
	return &Traces{cfg: cfg, ask: make(chan room.Overrun, 1), start: start, stop: stop, write: write}
}

// Overrun is room.Config's. It never waits: who calls it has no time.
func (t *Traces) Overrun(o room.Overrun) {
	select {
	case t.ask <- o:
	default:
	}
}

// Run records until ctx ends, and writes what is asked for.
func (t *Traces) Run(ctx context.Context) {
	recording := false
	defer func() {
		if recording {
			t.stop()
		}
	}()
	look := time.NewTicker(crowdEvery)
	defer look.Stop()
	calm := time.Now().Add(traceGrace) // before it nothing is written
	for {
		switch want := !t.cfg.Crowded(); {
		case want && !recording:
			if err := t.start(); err != nil {
				t.cfg.Log.Warn("overruns are not traced", "err", err)
				return
			}
			recording = true
		case !want && recording:
			t.stop()
			recording = false
		}
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		case o := <-t.ask:
			if !recording || time.Now().Before(calm) || t.cfg.Busy() {
				t.cfg.Count("skipped")
				continue
			}
			calm = time.Now().Add(traceEvery)
			t.save(o)
		}
	}
}

// save writes one trace and says where it is.
func (t *Traces) save(o room.Overrun) {
	log := t.cfg.Log.With("room", o.Code, "tick", o.Tick, "late", o.Late, "took", o.Took)
	name, size, err := t.file()
	if err != nil {
		t.cfg.Count("failed")
		log.Warn("a room overran, and its trace could not be written", "err", err)
		return
	}
	t.cfg.Count("written")
	log.Warn("a room overran; what the program did before it is in a trace",
		"file", name, "bytes", size, "open", "go tool trace "+name, "next", "in "+traceEvery.String()+" at the earliest")
}

// file writes the trace under a name of its own, which it gets when it is whole, and makes room for it.
func (t *Traces) file() (name string, size int64, err error) {
	if err := os.MkdirAll(t.cfg.Folder, 0o755); err != nil {
		return "", 0, err
	}
	if err := t.prune(keptTraces - 1); err != nil {
		return "", 0, err
	}
	f, err := os.CreateTemp(t.cfg.Folder, "unfinished-*")
	if err != nil {
		return "", 0, err
	}
	size, err = t.write(f)
	if err = errors.Join(err, f.Close()); err == nil {
		name = filepath.Join(t.cfg.Folder, tracePrefix+time.Now().UTC().Format("20060102T150405Z")+traceSuffix)
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return "", 0, errors.Join(err, os.Remove(f.Name()))
	}
	return name, size, nil
}

// prune removes all but the newest traces. Their names sort by time.
func (t *Traces) prune(keep int) error {
	entries, err := os.ReadDir(t.cfg.Folder)
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return !strings.HasPrefix(e.Name(), tracePrefix) || !strings.HasSuffix(e.Name(), traceSuffix)
	})
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	for _, e := range entries[:max(0, len(entries)-keep)] {
		if err := os.Remove(filepath.Join(t.cfg.Folder, e.Name())); err != nil {
			return fmt.Errorf("remove an old trace: %w", err)
		}
	}
	return nil
}
