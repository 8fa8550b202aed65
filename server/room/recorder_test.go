package room_test

import (
	"encoding/binary"
	"testing"
	"testing/synctest"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// recorder follows a stage by what it is handed.
type recorder struct {
	begun, bodies, fulls int
	tick                 uint32
	sum                  uint64
	blob                 string
	wrong                string
	desyncs              []room.Desync
	ended                int
	closed               func(*room.Crash)
}

func (r *recorder) Snapshot(s room.Snapshot) {
	if s.Body == nil {
		r.begun++
		r.blob = string(s.Blob)
		r.tick, r.sum = binary.BigEndian.Uint32(s.Full), binary.BigEndian.Uint64(s.Full[4:])
	} else {
		r.bodies++
		r.tick = binary.BigEndian.Uint32(s.Body)
		r.sum += binary.BigEndian.Uint64(s.Body[4:])
		if s.Full != nil {
			r.fulls++
			if binary.BigEndian.Uint32(s.Full) != r.tick || binary.BigEndian.Uint64(s.Full[4:]) != r.sum {
				r.wrong = "a Full is not what the bodies lead to"
			}
		}
	}
	if s.Tick != r.tick {
		r.wrong = "a tick is not that of its bytes"
	}
}

func (r *recorder) Desync(d room.Desync) { r.desyncs = append(r.desyncs, d) }

func (r *recorder) Close(c *room.Crash) {
	if r.ended++; r.closed != nil {
		r.closed(c)
	}
}

func TestARecorderFollowsTheWorldWithoutAGap(t *testing.T) {
	rec := &recorder{}
	cfg := config()
	cfg.Record = func(code string) room.Recorder {
		if code != "BAKOTI" {
			t.Errorf("a recorder for %q", code)
		}
		return rec
	}
	w := newStage()
	w.blob = []byte("ground")
	r, err := room.New(cfg, "BAKOTI", w)
	if err != nil {
		t.Fatal(err)
	}
	w.step = func(tick uint32, _ []room.Input) room.Outcome { return room.Outcome{Reset: tick == 301} }
	for range 200 {
		r.Advance(1)
	}
	r.Advance(3)
	// Ticks 0 and 302 begin, every 128th tick has a Full.
	if rec.wrong != "" || rec.begun != 2 || rec.bodies != 202 || rec.fulls != 3 || rec.blob != "ground" {
		t.Errorf("%+v", rec)
	}
	if rec.tick != w.tick || rec.sum != w.sum {
		t.Errorf("it ends at tick %d with %d, the world at %d with %d", rec.tick, rec.sum, w.tick, w.sum)
	}
	w.padding = wire.MaxDelta
	r.Advance(1)
	if rec.begun != 3 || rec.sum != w.sum {
		t.Errorf("after a body too large to be sent: %+v", rec)
	}
}

func TestARecorderHearsOfDesyncsAndOfTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rec := &recorder{closed: func(c *room.Crash) {
			if c != nil {
				t.Errorf("crashed: %+v", c)
			}
		}}
		h := newHouse(t, func(c *room.Config) { c.Record = func(string) room.Recorder { return rec } })
		c, line := attach(t, h.make(t), hello(wire.PresenceHere))
		pass(time.Second, c, line)
		line.Keyframe(&wire.Keyframe{Tick: 12, Reason: wire.KeyframeHash})
		line.Keyframe(&wire.Keyframe{Tick: 13, Reason: wire.KeyframeGap})
		pass(time.Second, c, line)
		if len(rec.desyncs) != 1 || rec.desyncs[0].Seat != c.seat || rec.desyncs[0].Held != 12 || rec.desyncs[0].Tick < 50 {
			t.Errorf("%+v", rec.desyncs)
		}
		if rec.ended != 0 {
			t.Error("closed too early")
		}
		h.close(t)
		if rec.ended != 1 || rec.wrong != "" || rec.tick == 0 {
			t.Errorf("at the end: %+v", rec)
		}
	})
}
