package record

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// put makes a file of so many bytes that was written so long ago.
func (h *hall) put(now time.Time, ago time.Duration, name string, bytes int) string {
	h.t.Helper()
	at := now.Add(-ago)
	path := filepath.Join(h.dir, dayOf(at), name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(path, make([]byte, bytes), 0o600); err != nil {
		h.t.Fatal(err)
	}
	if err := os.Chtimes(path, at, at); err != nil {
		h.t.Fatal(err)
	}
	return path
}

const day = 24 * time.Hour

func TestWhatIsTooOldGoesAndItsFolderWithIt(t *testing.T) {
	h := newHall(t, nil)
	now := time.Now()
	old := h.put(now, 8*day, "BAKOTI-1.bsrp", 10)
	h.put(now, 9*day, "BAKOTI-2.bsrp.part", 10)
	h.put(now, 6*day, "DUFEGA-1.bsrp", 10)
	h.put(now, 0, "DUFEGA-2.bsrp.part", 10)
	h.store.sweep(now)
	h.want("DUFEGA-1.bsrp", "DUFEGA-2.bsrp.part")
	if _, err := os.Stat(filepath.Dir(old)); !os.IsNotExist(err) {
		t.Errorf("the empty folder: %v", err)
	}
	if c := h.store.Counters(); c.Removed != 2 {
		t.Errorf("%+v", c)
	}
}

func TestTheOldestGoWhileThereIsTooMuch(t *testing.T) {
	for _, c := range []struct {
		name  string
		limit func(*Config)
	}{
		{"in bytes", func(c *Config) { c.MaxBytes = 350 }},
		{"in number", func(c *Config) { c.MaxFiles = 3 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHall(t, c.limit)
			now := time.Now()
			for i := range 6 {
				h.put(now, time.Duration(i)*30*time.Hour/10, fmt.Sprintf("ROOM-%d.bsrp", i), 100)
			}
			h.store.sweep(now)
			h.want("ROOM-0.bsrp", "ROOM-1.bsrp", "ROOM-2.bsrp")
		})
	}
}

func TestWhatIsBeingWrittenStays(t *testing.T) {
	h := newHall(t, func(c *Config) { c.MaxBytes = 1 })
	now := time.Now()
	h.put(now, 20*time.Minute, "LIVE-1.bsrp.part", 100)
	h.put(now, 10*time.Minute, "DONE-1.bsrp", 100)
	h.put(now, 2*time.Hour, "DEAD-1.bsrp.part", 100)
	h.store.sweep(now)
	h.want("LIVE-1.bsrp.part")
}

func TestNothingElseIsTouched(t *testing.T) {
	h := newHall(t, func(c *Config) { c.MaxBytes, c.MaxAge = 1, time.Minute })
	now := time.Now()
	for _, name := range []string{"notes.txt", "x.bsrp.bak"} {
		h.put(now, 9*day, name, 100)
	}
	outside := filepath.Join(t.TempDir(), "precious.bsrp")
	mine := filepath.Join(h.dir, "mine", "BAKOTI-1.bsrp")
	loose := filepath.Join(h.dir, "BAKOTI-1.bsrp")
	for _, path := range []string{outside, mine, loose} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, make([]byte, 100), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := h.put(now, 9*day, "y.bsrp", 1)
	if err := os.Remove(link); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, link); err != nil {
		t.Skip("this system makes no links")
	}
	h.store.sweep(now.Add(day))
	for _, path := range []string{outside, mine, loose} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	if c := h.store.Counters(); c.Removed != 0 {
		t.Errorf("%+v; left are %v", c, h.filesOf(now.Add(-9*day)))
	}
	if got := h.filesOf(now.Add(-9 * day)); !slices.Equal(got, []string{"notes.txt", "x.bsrp.bak", "y.bsrp"}) {
		t.Errorf("left are %s", strings.Join(got, ", "))
	}
}

func (h *hall) filesOf(at time.Time) []string {
	entries, err := os.ReadDir(filepath.Join(h.dir, dayOf(at)))
	if err != nil {
		h.t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
