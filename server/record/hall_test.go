package record

import (
	"bytes"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/replay"
	"bankshot/server/match"
	"bankshot/server/room"
)

// hall is a store in a folder of its own and rooms that it records; rooms are driven by hand.
type hall struct {
	t       *testing.T
	store   *Store
	dir     string
	log     bytes.Buffer
	cfg     room.Config
	grounds []match.Ground
}

func newHall(t *testing.T, change func(*Config)) *hall {
	t.Helper()
	h := &hall{t: t, dir: filepath.Join(t.TempDir(), "replays")}
	cfg := Config{Dir: h.dir, Rules: game.Rules(), Server: "a test", Log: slog.New(slog.NewTextHandler(&h.log, nil))}
	if change != nil {
		change(&cfg)
	}
	var err error
	if h.store, err = New(cfg); err != nil {
		t.Fatal(err)
	}
	h.cfg = room.Config{
		Rules: game.Rules(), Random: rand.NewChaCha8([32]byte{1}),
		Record: func(code string) room.Recorder { return h.store.Recording(code) },
	}
	return h
}

// stage is a room of pilots with its recorder.
type stage struct {
	*room.Room
	rec *Recording
}

func (h *hall) open(code string) *stage {
	h.t.Helper()
	var err error
	if h.grounds == nil {
		if h.grounds, err = match.LoadGrounds(assets.Arenas, "arenas"); err != nil {
			h.t.Fatal(err)
		}
	}
	m, err := match.New(match.Config{Grounds: h.grounds, Modes: 1 << arena.FreeForAll, Seed: 3, Players: 4, Fill: 4})
	if err != nil {
		h.t.Fatal(err)
	}
	s := &stage{}
	cfg := h.cfg
	cfg.Record = func(code string) room.Recorder {
		s.rec = h.store.Recording(code)
		return s.rec
	}
	if s.Room, err = room.New(cfg, code, m); err != nil {
		h.t.Fatal(err)
	}
	return s
}

func (s *stage) play(snapshots int) {
	for range snapshots {
		s.Advance(1)
	}
}

// write has the store write all that waits, as Run does until Close.
func (h *hall) write() {
	h.t.Helper()
	h.store.stop, h.store.done = make(chan struct{}), make(chan struct{})
	go h.store.Run()
	if err := h.store.Close(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
}

// files are the names below the folder.
func (h *hall) files() []string {
	h.t.Helper()
	var names []string
	days, _ := os.ReadDir(h.dir)
	for _, day := range days {
		entries, err := os.ReadDir(filepath.Join(h.dir, day.Name()))
		if err != nil {
			h.t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}

func (h *hall) played(name string) (*replay.Recording, replay.Result) {
	h.t.Helper()
	found, err := filepath.Glob(filepath.Join(h.dir, "*", name))
	if err != nil || len(found) != 1 {
		h.t.Fatalf("%s: %v, %v; there are %v", name, found, err, h.files())
	}
	b, err := os.ReadFile(found[0])
	if err != nil {
		h.t.Fatal(err)
	}
	r, err := replay.Open(b)
	if err != nil {
		h.t.Fatal(err)
	}
	res, err := r.Play(0, 0, nil)
	if err != nil || res.Difference != nil {
		h.t.Fatalf("%s: %+v, %v\n%v", name, res, err, res.Difference)
	}
	return r, res
}

func (h *hall) want(names ...string) {
	h.t.Helper()
	if got := h.files(); !slices.Equal(got, names) {
		h.t.Errorf("there are %v, want %v", got, names)
	}
}
