package record

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
)

// The bounds where Config says nothing.
const (
	DefaultMaxBytes = 1 << 30
	DefaultMaxFiles = 20_000
	DefaultMaxAge   = 7 * 24 * time.Hour
)

// MaxFile is the longest recording there is, in bytes: a hundred times a usual round. A world that goes on for ever is kept in
// several, each of which begins with a whole state. It bounds what a player of one has to hold, too.
const MaxFile = 16 << 20

const (
	// queueLength is how many stretches may wait for the disk: those of a thousand rooms in eight seconds.
	queueLength = 4096
	// desyncEvery and maxDesyncs bound what clients' claims may have saved: for one room, and a day in all.
	desyncEvery = time.Minute
	maxDesyncs  = 100
	// quietFor is how long the store says nothing after it has said that recordings are lost.
	quietFor = time.Minute
)

// Config says where recordings go. Dir is required.
type Config struct {
	// Dir is made if it is missing.
	Dir string
	// Rules goes into every recording: only the same rules play it again. Server is what recorded it, for people.
	Rules  uint64
	Server string
	// MaxBytes, MaxFiles and MaxAge bound what is kept, zero for the defaults. Files being written don't count as too old.
	MaxBytes int64
	MaxFiles int
	MaxAge   time.Duration
	// Log gets what was saved and what was lost. Nil means nowhere.
	Log *slog.Logger
}

// Store is a folder of recordings and what writes them. Run has to run for anything to reach the disk.
type Store struct {
	cfg  Config
	jobs chan job
	stop chan struct{}
	done chan struct{}

	count counters

	mu      sync.Mutex
	current map[string]string // the recordings being written, by their rooms' codes
	day     string            // for which desyncs were counted
	desyncs int
	quiet   time.Time // until when losses are only counted

	rollAt  int   // bytes of a file; a test has it lower
	unswept int64 // bytes written since the last sweep; the writer's own
}

// Counters count since the store was made.
type Counters struct {
	// Recordings were begun on disk, Lost of them ended too early because the disk was too slow, full or not writable.
	Recordings, Lost uint64
	// Bytes were written, Removed files made room for newer ones.
	Bytes, Removed uint64
	// Crashes and Desyncs were saved; Refused claims of desyncs were beyond the bounds.
	Crashes, Desyncs, Refused uint64
}

type counters struct {
	recordings, lost, bytes, removed, crashes, desyncs, refused atomic.Uint64
}

// New makes a store. It touches no disk and starts no goroutine.
func New(cfg Config) (*Store, error) {
	switch {
	case cfg.Dir == "":
		return nil, errors.New("record: Config.Dir is missing")
	case cfg.MaxBytes < 0, cfg.MaxFiles < 0, cfg.MaxAge < 0:
		return nil, errors.New("record: Config has a negative limit")
	}
	if cfg.MaxBytes == 0 {
		cfg.MaxBytes = DefaultMaxBytes
	}
	if cfg.MaxFiles == 0 {
		cfg.MaxFiles = DefaultMaxFiles
	}
	if cfg.MaxAge == 0 {
		cfg.MaxAge = DefaultMaxAge
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	return &Store{
		cfg: cfg, jobs: make(chan job, queueLength),
		stop: make(chan struct{}), done: make(chan struct{}),
		current: map[string]string{}, rollAt: rollAt,
	}, nil
}

// Current is the name of the recording that is being written of a room: the folder of its day, a slash, and the file without
// its ending. It is empty for none, and in the first seconds of one. It never waits for the disk.
func (s *Store) Current(code string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current[code]
}

// open notes that a file is being written; shut that it is no longer, unless another of its room is by now.
func (s *Store) open(f *file) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.current[f.code] = nameOf(f.path)
}

func (s *Store) shut(f *file) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current[f.code] == nameOf(f.path) {
		delete(s.current, f.code)
	}
}

// Counters are those of now.
func (s *Store) Counters() Counters {
	return Counters{
		Recordings: s.count.recordings.Load(), Lost: s.count.lost.Load(),
		Bytes: s.count.bytes.Load(), Removed: s.count.removed.Load(),
		Crashes: s.count.crashes.Load(), Desyncs: s.count.desyncs.Load(), Refused: s.count.refused.Load(),
	}
}

// Close has Run write what still waits and end, and waits for that or for ctx. The rooms should have closed before.
func (s *Store) Close(ctx context.Context) error {
	close(s.stop)
	select {
	case <-s.done:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("record: waiting for the disk: %w", ctx.Err())
	}
}

// mayDesync says whether one more claim may be saved today, and counts it.
func (s *Store) mayDesync(now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if day := dayOf(now); day != s.day {
		s.day, s.desyncs = day, 0
	}
	if s.desyncs >= maxDesyncs {
		return false
	}
	if s.desyncs++; s.desyncs == maxDesyncs {
		s.cfg.Log.Warn("clients claim to hold another state so often that no more replays are saved for it today", "saved", maxDesyncs)
	}
	return true
}

// lost counts a recording that ends too early, and says so unless it has just done that.
func (s *Store) lost(code string, why error) {
	s.count.lost.Add(1)
	now := time.Now()
	s.mu.Lock()
	loud := now.After(s.quiet)
	if loud {
		s.quiet = now.Add(quietFor)
	}
	s.mu.Unlock()
	if loud {
		s.cfg.Log.Warn("a recording ends too early; play goes on", "room", code, "err", why, "lostInAll", s.count.lost.Load())
	}
}
