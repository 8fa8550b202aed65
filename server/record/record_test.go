package record

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/server/match"
	"bankshot/server/room"
)

func TestARoomIsRecordedFromItsFirstTickToItsLast(t *testing.T) {
	h := newHall(t, nil)
	s := h.open("BAKOTI")
	s.play(500)
	h.write()
	h.want("BAKOTI-1.bsrp.part")
	if r, res := h.played("BAKOTI-1.bsrp.part"); r.Torn != nil || res.First != 0 || res.Last != 896 {
		t.Errorf("while it is played, what is on disk: %+v", res)
	}
	s.rec.Close(nil)
	h.write()
	h.want("BAKOTI-1.bsrp")
	r, res := h.played("BAKOTI-1.bsrp")
	if res.First != 0 || res.Last != 1000 || res.Hashes != 15 || res.States != 7 {
		t.Errorf("%+v", res)
	}
	if !strings.Contains(r.Note, "room BAKOTI, recording 1, begun 2") || !strings.Contains(r.Note, "server a test") {
		t.Errorf("noted %q", r.Note)
	}
	if c := h.store.Counters(); c.Recordings != 1 || c.Lost != 0 || c.Bytes == 0 {
		t.Errorf("%+v", c)
	}
	found, _ := filepath.Glob(filepath.Join(h.dir, "*", "BAKOTI-1.bsrp"))
	if info, err := os.Stat(found[0]); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the names in it: %v, %v", info, err)
	}
}

func TestEveryRoundIsARecordingOfItsOwn(t *testing.T) {
	h := newHall(t, nil)
	s := h.open("BAKOTI")
	mode := &game.Modes[arena.FreeForAll]
	round := int(game.WarmupTicks+game.CountdownTicks+mode.Play+mode.Extra+game.ResultsTicks) / match.Divisor
	s.play(round + 300)
	s.rec.Close(nil)
	h.write()
	h.want("BAKOTI-1.bsrp", "BAKOTI-2.bsrp")
	first, one := h.played("BAKOTI-1.bsrp")
	second, two := h.played("BAKOTI-2.bsrp")
	if one.Last > two.First || two.Last != game.Tick(s.Tick()) || first.Arena.Hash == second.Arena.Hash {
		t.Errorf("%+v in %s, then %+v in %s", one, first.Arena.Name, two, second.Arena.Name)
	}
}

func TestTheRecordingUnderWayHasTheNameItWillKeep(t *testing.T) {
	h := newHall(t, nil)
	if got := h.store.Current("BAKOTI"); got != "" {
		t.Errorf("before any there is %q", got)
	}
	first := h.open("BAKOTI")
	first.play(200)
	first.rec.Close(nil)
	second := h.open("BAKOTI")
	second.play(200)
	h.write()
	name := h.store.Current("BAKOTI")
	if _, err := os.Stat(filepath.Join(h.dir, filepath.FromSlash(name)+".bsrp.part")); err != nil || !strings.HasSuffix(name, "/BAKOTI-1-2") {
		t.Errorf("%q: %v", name, err)
	}
}

func TestACodeThatComesBackTakesNothingAway(t *testing.T) {
	h := newHall(t, nil)
	for range 3 {
		s := h.open("BAKOTI")
		s.play(10)
		s.rec.Close(nil)
	}
	h.write()
	h.want("BAKOTI-1-2.bsrp", "BAKOTI-1-3.bsrp", "BAKOTI-1.bsrp")
}

func TestNoCodeLeadsOutOfTheFolder(t *testing.T) {
	h := newHall(t, nil)
	for _, code := range []string{"../../etc/x", "a/b", "", strings.Repeat("x", 400), "CON.\x00"} {
		s := h.open(code)
		s.play(2)
		s.rec.Close(nil)
	}
	h.write()
	h.want("CON__-1.bsrp", "______etc_x-1.bsrp", "a_b-1.bsrp", "room-1.bsrp", strings.Repeat("x", 32)+"-1.bsrp")
}

func TestAFailedWorldLeavesItsLastHalfMinute(t *testing.T) {
	h := newHall(t, nil)
	s := h.open("BAKOTI")
	s.play(2000)
	s.rec.Close(&room.Crash{Code: "BAKOTI", Tick: s.Tick(), Cause: "tick went wrong", World: failed{}})
	h.write()
	h.want("BAKOTI-1.bsrp", "BAKOTI-panic-4000.bsrp")
	r, res := h.played("BAKOTI-panic-4000.bsrp")
	if lasts := int(res.Last - res.First); res.Last != 4000 || lasts < 30*game.TickHz || lasts > 35*game.TickHz {
		t.Errorf("%+v", res)
	}
	if !strings.Contains(r.Note, "tick went wrong") || !strings.Contains(r.Note, "room BAKOTI") {
		t.Errorf("noted %q", r.Note)
	}
	for _, want := range []string{"level=ERROR", "tick went wrong", "room=BAKOTI", "BAKOTI-panic-4000.bsrp"} {
		if !strings.Contains(h.log.String(), want) {
			t.Errorf("the log lacks %q: %s", want, &h.log)
		}
	}
	if c := h.store.Counters(); c.Crashes != 1 {
		t.Errorf("%+v", c)
	}
}

// failed is a world of which nothing can be had any more.
type failed struct{ room.World }

func (failed) Unsent([]byte) []byte { panic("this too") }

func TestAWorldThatFailsAtOnceLeavesItsBeginning(t *testing.T) {
	h := newHall(t, nil)
	s := h.open("BAKOTI")
	s.play(1)
	s.rec.Close(&room.Crash{Cause: "early", Tick: 2})
	h.write()
	if _, res := h.played("BAKOTI-panic-2.bsrp"); res.First != 0 || res.Last != 2 {
		t.Errorf("%+v", res)
	}
}

func TestClaimsOfDesyncsAreSavedWithinBounds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHall(t, nil)
		time.Sleep(time.Hour) // away from the end of a day
		const rooms = 30
		var all []*stage
		for i := range rooms {
			s := h.open("ROOM" + string(rune('A'+i)))
			s.play(100)
			all = append(all, s)
		}
		for range 10 {
			for _, s := range all {
				for range 50 {
					s.rec.Desync(room.Desync{Seat: 3, Held: 77, Tick: s.Tick()})
				}
			}
			h.write()
			time.Sleep(time.Minute)
		}
		c := h.store.Counters()
		if c.Desyncs != maxDesyncs || c.Refused != 10*rooms*50-maxDesyncs {
			t.Errorf("%+v", c)
		}
		if n := strings.Count(h.log.String(), "no more replays are saved"); n != 1 {
			t.Errorf("said %d times that it is enough", n)
		}
		if r, res := h.played("ROOMA-desync-200.bsrp"); res.Last != 200 || !strings.Contains(r.Note, "seat 3 says that it holds another state at tick 77") {
			t.Errorf("%+v, %q", res, r.Note)
		}
		time.Sleep(24 * time.Hour)
		all[0].rec.Desync(room.Desync{})
		h.write()
		if again := h.store.Counters().Desyncs; again != maxDesyncs+1 {
			t.Errorf("the next day: %d saved in all", again)
		}
	})
}

func TestAConfigurationThatCannotBeIsNamed(t *testing.T) {
	for _, c := range []Config{{}, {Dir: "x", MaxBytes: -1}, {Dir: "x", MaxAge: -1}, {Dir: "x", MaxFiles: -1}} {
		if _, err := New(c); err == nil || !strings.Contains(err.Error(), "record: Config") {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// pour feeds a recording with what a room of eight hands over, and empties the queue as the writer would.
func pour(s *Store, r *Recording) func() {
	body, full := make([]byte, 12), make([]byte, 600)
	tick := uint32(0)
	r.Snapshot(room.Snapshot{Full: full, Blob: make([]byte, 1000)})
	return func() {
		tick += 2
		snapshot := room.Snapshot{Tick: tick, Body: body}
		if tick/2%room.FullEvery == 0 {
			snapshot.Full = full
		}
		r.Snapshot(snapshot)
		select {
		case j := <-s.jobs:
			j.block.busy.Store(false)
		default:
		}
	}
}

func TestASteadyTickAllocatesNothing(t *testing.T) {
	h := newHall(t, nil)
	next := pour(h.store, h.store.Recording("BAKOTI"))
	for range 20 * room.FullEvery {
		next()
	}
	if n := testing.AllocsPerRun(20*room.FullEvery, next); n != 0 {
		t.Errorf("%g allocations a snapshot", n)
	}
}

func BenchmarkSnapshot(b *testing.B) {
	s, err := New(Config{Dir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	next := pour(s, s.Recording("BAKOTI"))
	b.ReportAllocs()
	for b.Loop() {
		next()
	}
}

// BenchmarkDisk is what the writer does for a room's stretch, which comes every two seconds.
func BenchmarkDisk(b *testing.B) {
	s, err := New(Config{Dir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	f := &file{code: "BAKOTI", name: "BAKOTI-1", day: time.Now(), head: make([]byte, 1000)}
	block := make([]byte, 1800)
	b.ReportAllocs()
	for b.Loop() {
		s.append(f, block)
	}
	if f.failed {
		b.Fatal("it failed")
	}
}
