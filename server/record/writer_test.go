package record

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankshot/server/room"
)

func TestADiskThatIsTooSlowLosesTheRecordingNeverATick(t *testing.T) {
	h := newHall(t, nil)
	h.store.jobs = make(chan job, 3)
	one, other := h.open("BAKOTI"), h.open("DUFEGA")
	one.play(64 * 20)
	other.play(64 * 20)
	if one.Tick() != 64*20*2 {
		t.Errorf("tick %d", one.Tick())
	}
	if c := h.store.Counters(); c.Lost != 2 {
		t.Errorf("%+v", c)
	}
	if n := strings.Count(h.log.String(), "ends too early"); n != 1 {
		t.Errorf("said %d times:\n%s", n, &h.log)
	}
	h.write()
	if _, res := h.played("BAKOTI-1.bsrp.part"); res.Last != 3*128 {
		t.Errorf("%+v", res)
	}
	// What is in memory is whole, and is saved as soon as the disk takes something.
	one.rec.Close(&room.Crash{Cause: "x", Tick: one.Tick()})
	h.write()
	if _, res := h.played("BAKOTI-panic-2560.bsrp"); res.Last != 2560 {
		t.Errorf("%+v", res)
	}
}

func TestAFolderThatCannotBeWrittenLosesTheRecordingAndSaysSo(t *testing.T) {
	h := newHall(t, nil)
	if err := os.WriteFile(h.dir, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := h.open("BAKOTI")
	s.play(300)
	s.rec.Close(&room.Crash{Cause: "x", Tick: s.Tick()})
	h.write()
	if c := h.store.Counters(); c.Lost != 1 || c.Recordings != 0 || c.Crashes != 0 {
		t.Errorf("%+v", c)
	}
	if log := h.log.String(); strings.Count(log, "ends too early") != 1 || !strings.Contains(log, "could not be saved") || !strings.Contains(log, h.dir) {
		t.Error(log)
	}
}

func TestARecordingThatWasRemovedMeanwhileIsLostAlone(t *testing.T) {
	h := newHall(t, nil)
	s, other := h.open("BAKOTI"), h.open("DUFEGA")
	s.play(130)
	other.play(130)
	h.write()
	found, _ := filepath.Glob(filepath.Join(h.dir, "*", "BAKOTI*"))
	if err := os.Remove(found[0]); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*stage{s, other} {
		s.play(130)
		s.rec.Close(nil)
	}
	h.write()
	h.want("DUFEGA-1.bsrp")
	if c := h.store.Counters(); c.Lost != 1 {
		t.Errorf("%+v", c)
	}
	if _, res := h.played("DUFEGA-1.bsrp"); res.Last != 520 {
		t.Errorf("%+v", res)
	}
}

func TestClosingDoesNotWaitForTheDiskForEver(t *testing.T) {
	h := newHall(t, nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := h.store.Close(ctx); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "the disk") {
		t.Error(err)
	}
}
