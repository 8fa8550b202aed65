package ops

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"bankshot/server/room"
)

// desk is Traces in fake time, over a recorder that writes its own words.
type desk struct {
	*Traces
	folder string
	log    bytes.Buffer
	counts map[string]int
	busy   bool
	crowd  atomic.Bool
	fails  error
}

// atDesk runs a test beside running Traces.
func atDesk(t *testing.T, test func(d *desk)) {
	folder := filepath.Join(t.TempDir(), "traces")
	synctest.Test(t, func(t *testing.T) {
		d := &desk{folder: folder, counts: map[string]int{}}
		recording := false
		d.Traces = newTraces(TracesConfig{
			Folder: folder, Log: slog.New(slog.NewTextHandler(&d.log, nil)),
			Busy: func() bool { return d.busy }, Crowded: d.crowd.Load, Count: func(result string) { d.counts[result]++ },
		}, func() error { recording = true; return nil }, func() { recording = false }, func(w io.Writer) (int64, error) {
			if !recording {
				t.Error("asked for a trace without recording")
			}
			n, err := io.WriteString(w, "a trace")
			return int64(n), errors.Join(err, d.fails)
		})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() { d.Run(ctx); close(ended) }()
		synctest.Wait()
		test(d)
		stop()
		<-ended
		if recording {
			t.Error("it goes on recording after its end")
		}
	})
}

// overrun lets time go by and has a room overrun, many times over.
func (d *desk) overrun(after time.Duration) {
	time.Sleep(after)
	for range 50 {
		d.Overrun(room.Overrun{Code: "BAKOTI", Tick: 7, Late: 60 * time.Millisecond, Took: time.Millisecond})
	}
	synctest.Wait()
}

func (d *desk) files(t *testing.T) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(d.folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestNothingIsRecordedWhileACrowdPlays(t *testing.T) {
	atDesk(t, func(d *desk) {
		time.Sleep(time.Minute)
		d.crowd.Store(true)
		d.overrun(time.Minute)
		if n := len(d.files(t)); n != 0 || d.counts["skipped"] == 0 {
			t.Errorf("%d files, %v", n, d.counts)
		}
		d.crowd.Store(false)
		d.overrun(time.Minute)
		if n := len(d.files(t)); n != 1 {
			t.Errorf("%d files when the crowd had gone, %v", n, d.counts)
		}
	})
}

func TestTheFirstOverrunIsTracedAndThenOneAnHour(t *testing.T) {
	atDesk(t, func(d *desk) {
		d.overrun(time.Minute)
		names := d.files(t)
		if len(names) != 1 || !strings.HasPrefix(names[0], "overrun-2") || !strings.HasSuffix(names[0], ".trace") {
			t.Fatalf("files %q", names)
		}
		text, err := os.ReadFile(filepath.Join(d.folder, names[0]))
		if err != nil || string(text) != "a trace" {
			t.Errorf("it holds %q: %v", text, err)
		}
		for _, want := range []string{"room=BAKOTI", "tick=7", "late=60ms", names[0], "go tool trace "} {
			if !strings.Contains(d.log.String(), want) {
				t.Errorf("the log lacks %s: %s", want, &d.log)
			}
		}
		d.overrun(59 * time.Minute)
		if n := len(d.files(t)); n != 1 || d.counts["written"] != 1 || d.counts["skipped"] == 0 {
			t.Errorf("within the hour: %d files, %v", n, d.counts)
		}
		d.overrun(2 * time.Minute)
		if n := len(d.files(t)); n != 2 || d.counts["written"] != 2 {
			t.Errorf("after the hour: %d files, %v", n, d.counts)
		}
	})
}

func TestOverrunsThatAreExpectedAreNotTraced(t *testing.T) {
	atDesk(t, func(d *desk) {
		d.overrun(5 * time.Second) // just started
		d.busy = true
		d.overrun(time.Minute) // the browser client is being compiled
		if n := len(d.files(t)); n != 0 || d.counts["written"] != 0 || d.log.Len() != 0 {
			t.Errorf("%d files, %v: %s", n, d.counts, &d.log)
		}
		d.busy = false
		d.overrun(time.Second)
		if d.counts["written"] != 1 {
			t.Errorf("afterwards: %v", d.counts)
		}
	})
}

func TestOnlyTheNewestTracesAreKept(t *testing.T) {
	atDesk(t, func(d *desk) {
		d.overrun(time.Minute)
		first := d.files(t)[0]
		if err := os.WriteFile(filepath.Join(d.folder, "mine.trace"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		for range 2 * keptTraces {
			d.overrun(2 * time.Hour)
		}
		names := d.files(t)
		if len(names) != keptTraces+1 || names[0] != "mine.trace" || names[1] == first {
			t.Errorf("%q are left", names)
		}
	})
}

func TestATraceThatCannotBeWrittenLeavesNothingBehind(t *testing.T) {
	atDesk(t, func(d *desk) {
		d.fails = errors.New("the disk is full")
		d.overrun(time.Minute)
		if n := len(d.files(t)); n != 0 || d.counts["failed"] != 1 || !strings.Contains(d.log.String(), "the disk is full") {
			t.Errorf("%d files, %v: %s", n, d.counts, &d.log)
		}
	})
}

func TestARecorderThatDoesNotStartIsSaidAndLeavesEverythingElseAlone(t *testing.T) {
	var log bytes.Buffer
	d := newTraces(TracesConfig{Folder: t.TempDir(), Log: slog.New(slog.NewTextHandler(&log, nil))},
		func() error { return errors.New("another one runs") }, nil, nil)
	d.Run(t.Context())
	d.Overrun(room.Overrun{})
	d.Overrun(room.Overrun{}) // does not wait
	if !strings.Contains(log.String(), "another one runs") {
		t.Errorf("the log: %s", &log)
	}
}

func TestTheRealRecorderWritesWhatTheToolReads(t *testing.T) {
	d := NewTraces(TracesConfig{Folder: filepath.Join(t.TempDir(), "traces"), Log: slog.New(slog.DiscardHandler)})
	if err := d.start(); err != nil {
		t.Fatal(err)
	}
	defer d.stop()
	name, size, err := d.file()
	if err != nil {
		t.Fatal(err)
	}
	head := make([]byte, 16)
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := io.ReadFull(f, head); err != nil || !bytes.HasPrefix(head, []byte("go 1.")) || size < 16 {
		t.Errorf("%s begins with %q, %d bytes: %v", name, head, size, err)
	}
}
