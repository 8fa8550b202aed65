package record

import (
	"errors"
	"os"
	"sync/atomic"
	"time"
)

// file is one recording on disk. The room's goroutine makes it; path and failed are the writer's.
type file struct {
	code string
	name string
	day  time.Time
	head []byte
	// lost says that no more is to be appended: the rest would not follow.
	lost   atomic.Bool
	path   string
	failed bool
}

// kind says what a job is.
type kind uint8

const (
	jobAppend kind = iota // a stretch for a file
	jobFinish             // no more will come for a file
	jobSave               // a whole recording at once
)

// job is something for the disk. A queue of values costs nothing to fill.
type job struct {
	kind  kind
	file  *file
	block *block
	save  *save
}

// save is the last half minute of a room that deserves a look.
type save struct {
	code, name string
	tick       uint32
	at         time.Time
	bytes      []byte
	crash      bool
	what       string
}

var errQueue = errors.New("record: the disk is too slow: too much waits for it")

// put queues a job; it says false where the queue is full.
func (s *Store) put(j job) bool {
	select {
	case s.jobs <- j:
		return true
	default:
		return false
	}
}

// Run writes what rooms hand over until Close. It is the only one that touches the disk.
func (s *Store) Run() {
	defer close(s.done)
	sweep := time.NewTicker(sweepEvery)
	defer sweep.Stop()
	s.sweep(time.Now())
	for {
		select {
		case j := <-s.jobs:
			s.do(j)
			if s.unswept > s.cfg.MaxBytes/16 {
				s.sweep(time.Now())
			}
		case now := <-sweep.C:
			s.sweep(now)
		case <-s.stop:
			for {
				select {
				case j := <-s.jobs:
					s.do(j)
				default:
					return
				}
			}
		}
	}
}

func (s *Store) do(j job) {
	switch j.kind {
	case jobAppend:
		s.append(j.file, j.block.sealed)
		j.block.busy.Store(false)
	case jobFinish:
		if j.file.path == "" {
			return
		}
		s.shut(j.file)
		if err := finish(j.file.path); err != nil && !j.file.failed {
			s.fail(j.file, err)
		}
	case jobSave:
		s.keep(j.save)
	}
}

func (s *Store) append(f *file, block []byte) {
	if f.failed {
		return
	}
	var err error
	n := len(block)
	if f.path == "" {
		n += len(f.head)
		if f.path, err = create(s.cfg.Dir, f.day, f.name, append(f.head, block...)); err == nil {
			s.count.recordings.Add(1)
			s.open(f)
		}
		f.head = nil
	} else {
		err = extend(f.path, block)
	}
	if err != nil {
		s.fail(f, err)
		return
	}
	s.wrote(n)
}

func (s *Store) fail(f *file, err error) {
	f.failed = true
	s.shut(f)
	if !f.lost.Swap(true) {
		s.lost(f.code, err)
	}
}

func (s *Store) wrote(n int) {
	s.count.bytes.Add(uint64(n))
	s.unswept += int64(n)
}

// keep writes down what led to a failure, and says where.
func (s *Store) keep(v *save) {
	path, err := create(s.cfg.Dir, v.at, v.name, v.bytes)
	if err == nil {
		err = finish(path)
	}
	if err != nil {
		if path != "" {
			_ = os.Remove(part(path)) // half of it would only mislead
		}
		s.cfg.Log.Error("what led to it could not be saved: "+v.what, "room", v.code, "tick", v.tick, "err", err)
		return
	}
	s.wrote(len(v.bytes))
	if v.crash {
		s.count.crashes.Add(1)
		s.cfg.Log.Error("replay saved: "+v.what, "room", v.code, "tick", v.tick, "replay", path)
	} else {
		s.count.desyncs.Add(1)
		s.cfg.Log.Warn("replay saved: "+v.what, "room", v.code, "tick", v.tick, "replay", path)
	}
}
