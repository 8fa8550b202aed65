package room_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

const interval = time.Second / 30

// house is rooms in fake time; every world made is kept.
type house struct {
	*room.Rooms
	worlds map[string]*stage
	log    bytes.Buffer
}

func newHouse(t *testing.T, change func(*room.Config)) *house {
	h := &house{worlds: map[string]*stage{}}
	cfg := config()
	cfg.Log = slog.New(slog.NewTextHandler(&h.log, nil))
	if change != nil {
		change(&cfg)
	}
	rooms, err := room.NewRooms(cfg, func(code, kind string) room.World {
		w := newStage()
		if kind == "pair" {
			w.rates.Gather = 2
		}
		h.worlds[code] = w
		return w
	})
	if err != nil {
		t.Fatal(err)
	}
	h.Rooms = rooms
	return h
}

// close ends all rooms, as a server does.
func (h *house) close(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	if err := h.Close(ctx, "the server is going down"); err != nil {
		t.Error(err)
	}
}

func (h *house) make(t *testing.T) *room.Runner {
	t.Helper()
	r, err := h.Make("")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func attach(t *testing.T, r *room.Runner, h *wire.Hello) (*client, *room.Line) {
	t.Helper()
	c := newClient(t)
	line, err := r.Attach(c.conn, h)
	if err != nil {
		t.Fatal(err)
	}
	return c, line
}

// pass lets time go by, an interval at a time; the client reads and echoes after each.
func pass(d time.Duration, c *client, line *room.Line) {
	for range int(d / interval) {
		time.Sleep(interval)
		synctest.Wait()
		c.read()
		c.seat = room.Seat(c.welcome.Seat)
		line.Input(&wire.Input{Echo: c.tick})
	}
}

// inhabited is a house with a room in which somebody has been for so long.
func inhabited(t *testing.T, d time.Duration) (*house, *room.Runner, *client, *room.Line) {
	t.Helper()
	h := newHouse(t, nil)
	r := h.make(t)
	c, line := attach(t, r, hello(wire.PresenceHere))
	pass(d, c, line)
	return h, r, c, line
}

func TestARoomSendsThirtySnapshotsASecondWithoutDrift(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, c, line := inhabited(t, time.Second)
		from := c.tick
		pass(time.Minute, c, line)
		if c.tick-from != 3600 {
			t.Errorf("%d ticks in a minute", c.tick-from)
		}
		if got := r.Counters(); got.DroppedTicks != 0 || got.Skips != 0 {
			t.Errorf("counted %+v", got)
		}
		h.close(t)
	})
}

func TestInputsAndCommandsReachTheWorldThroughALine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		r := h.make(t)
		w := h.worlds[r.Code()]
		var commands []string
		w.command = func(_ room.Seat, b []byte) error { commands = append(commands, string(b)); return nil }
		c, line := attach(t, r, hello(wire.PresenceWatching))
		pass(time.Second, c, line)

		time.Sleep(5 * time.Millisecond) // away from the room's own wake-up
		payload, data := []byte{7, 8}, []byte("build")
		line.Presence(&wire.SetPresence{Presence: wire.PresenceHere, Name: "Bob"})
		line.Input(&wire.Input{First: c.tick + 1, Echo: c.tick, Count: 2, Payloads: [2][]byte{payload, payload[:1]}})
		line.Command(&wire.Command{N: 5, Data: data})
		line.Ping(&wire.Ping{Nonce: 3})
		clear(payload) // the frame's memory is another's
		clear(data)
		pass(2*interval, c, line)

		if len(w.heard) != 2 || w.heard[0].Data[0] != 7 || w.heard[0].Len != 2 || w.heard[1].Len != 1 || w.heard[1].Data[0] != 7 {
			t.Errorf("the world heard %v", w.heard)
		}
		if len(commands) != 1 || commands[0] != "build" || len(c.replies) != 1 || c.replies[0].N != 5 {
			t.Errorf("the world was given %q, the client told %v", commands, c.replies)
		}
		if len(c.pongs) != 1 || c.pongs[0].Nonce != 3 || c.pongs[0].HeldMS < 20 || c.pongs[0].HeldMS > 33 {
			t.Errorf("pongs: %v", c.pongs)
		}
		if last := w.people[len(w.people)-1]; last != (told{c.seat, "Bob", room.Here}) {
			t.Errorf("the world was told of %v", last)
		}
		line.Detach()
		line.Detach()
		pass(2*interval, c, line)
		if last := w.people[len(w.people)-1]; last.P != room.Away {
			t.Errorf("after the connection was gone, the world was told of %v", last)
		}
		h.close(t)
	})
}

func TestTheMarginCountsTicksOfTimeNotOnlyIntervals(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		c, line := attach(t, h.make(t), hello(wire.PresenceHere))
		pass(time.Second, c, line)
		// The room wakes somewhere between two passes of this test: find where.
		step := time.Millisecond
		for tick := c.tick; c.read().tick == tick; {
			time.Sleep(step)
			synctest.Wait()
		}
		send := func(after time.Duration) int8 {
			time.Sleep(after)
			line.Input(&wire.Input{First: c.tick + 1, Echo: c.tick, Count: 1})
			time.Sleep(interval - after)
			synctest.Wait()
			return c.read().margin
		}
		if early, just := send(10*time.Millisecond), send(25*time.Millisecond); early != 1 || just != 0 {
			t.Errorf("with 22 and 7 ms to spare the margins are %d and %d ticks", early, just)
		}
		h.close(t)
	})
}

func TestAStallIsCaughtUpByAFewTicksAndTheRestAnnounced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, c, line := inhabited(t, time.Second)
		w := h.worlds[r.Code()]
		stalled := false
		w.then(func(uint32, []room.Input) room.Outcome {
			if !stalled {
				stalled = true
				time.Sleep(time.Second) // the machine was busy elsewhere
			}
			return room.Outcome{}
		})
		before := c.tick
		pass(3*time.Second, c, line)
		// Of the second's 29 or 30 overdue intervals two are caught up.
		if c.rebased < 2*27 || c.rebased > 2*28 || uint64(c.rebased) != r.Counters().DroppedTicks {
			t.Errorf("rebased by %d ticks, %d counted", c.rebased, r.Counters().DroppedTicks)
		}
		if gone := c.tick - before + c.rebased; gone < 178 || gone > 180 {
			t.Errorf("three seconds are %d ticks and those dropped", gone)
		}
		if c.fulls != 1 {
			t.Errorf("%d fulls", c.fulls)
		}
		h.close(t)
		if !strings.Contains(h.log.String(), "dropped ticks") {
			t.Error("nothing was logged")
		}
	})
}

func TestAPanicClosesItsRoomAloneAndIsHandedOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var crash room.Crash
		h := newHouse(t, func(c *room.Config) {
			c.Record = func(string) room.Recorder {
				return &recorder{closed: func(got *room.Crash) {
					if got != nil {
						crash = *got
						panic("the replay cannot be saved either")
					}
				}}
			}
		})
		bad, good := h.make(t), h.make(t)
		c, line := attach(t, bad, hello(wire.PresenceHere))
		other, otherLine := attach(t, good, hello(wire.PresenceHere))
		pass(time.Second, c, line)
		pass(interval, other, otherLine)
		h.worlds[bad.Code()].then(func(tick uint32, _ []room.Input) room.Outcome { panic("tick went wrong") })
		pass(2*interval, c, line)
		<-bad.Done()
		if c.conn.closed != wire.ByeBroken || len(c.byes) != 1 || c.byes[0].Code != wire.ByeBroken {
			t.Errorf("closed with %d after %v", c.conn.closed, c.byes)
		}
		if crash.Code != bad.Code() || crash.Cause != "tick went wrong" || crash.Tick == 0 || len(crash.Stack) == 0 || crash.World == nil {
			t.Errorf("handed over: %+v", crash)
		}
		if _, err := bad.Attach(&conn{}, hello(wire.PresenceHere)); !errors.Is(err, room.ErrClosed) {
			t.Errorf("the failed room answers %v", err)
		}
		synctest.Wait()
		if _, err := h.Find(bad.Code()); !errors.Is(err, room.ErrNoRoom) {
			t.Errorf("the failed room is found: %v", err)
		}
		before := other.tick
		pass(time.Second, other, otherLine)
		if other.tick-before < 58 || other.conn.closed != 0 {
			t.Errorf("the other room made %d ticks in a second", other.tick-before)
		}
		if got := h.Counters().Panics; got != 1 {
			t.Errorf("%d panics", got)
		}
		h.close(t)
		if log := h.log.String(); !strings.Contains(log, "room="+bad.Code()) || !strings.Contains(log, "run_test.go") {
			t.Errorf("the log lacks the room or the stack: %s", log)
		}
	})
}

func TestARoomWithoutPeopleSleepsAndWakesWhereItWas(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		r := h.make(t)
		w := h.worlds[r.Code()]
		c, line := attach(t, r, hello(wire.PresenceWatching))
		pass(time.Second, c, line)
		line.Detach()
		time.Sleep(11 * time.Second)
		synctest.Wait()
		asleep := w.tick
		if !r.Info().Asleep {
			t.Error("not asleep after ten seconds alone")
		}
		time.Sleep(5 * time.Minute)
		synctest.Wait()
		if w.tick != asleep {
			t.Errorf("a sleeping room made %d ticks", w.tick-asleep)
		}
		again, line := attach(t, r, hello(wire.PresenceWatching))
		pass(time.Second, again, line)
		if again.rebased != 0 || again.tick < asleep+58 || again.tick > asleep+60 {
			t.Errorf("a second after waking at tick %d: tick %d, rebased by %d", asleep, again.tick, again.rebased)
		}
		if again.tick != w.tick || again.sum != w.sum {
			t.Error("the client does not hold the world")
		}
		h.close(t)
	})
}

func TestARoomThatSleptForLongCloses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, func(c *room.Config) { c.IdleClose = time.Minute })
		r := h.make(t)
		<-r.Done()
		synctest.Wait()
		if n := len(h.List()); n != 0 {
			t.Errorf("%d rooms are left", n)
		}
		again, err := h.Open(r.Code())
		if err != nil || again == r {
			t.Errorf("the same code again: %v", err)
		}
		h.close(t)
	})
}

func TestAWorldThatClosesTellsEverybodyAfterItsLastSnapshot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, c, line := inhabited(t, time.Second)
		w := h.worlds[r.Code()]
		w.then(func(uint32, []room.Input) room.Outcome { return room.Outcome{Close: "the season is over"} })
		pass(2*interval, c, line)
		<-r.Done()
		if len(c.byes) != 1 || c.byes[0].Code != wire.ByeClosed || c.byes[0].Reason != "the season is over" || c.tick != w.tick {
			t.Errorf("heard %v, holds tick %d of %d", c.byes, c.tick, w.tick)
		}
		h.close(t)
	})
}

func TestGoingDownSaysGoodbyeWithAHintAlsoToWhoIsAboutToBeSeated(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, c, _ := inhabited(t, time.Second)
		late, _ := attach(t, r, hello(wire.PresenceHere))
		h.close(t)
		for _, c := range []*client{c, late.read()} {
			c.read()
			if len(c.byes) != 1 || c.byes[0].Code != wire.ByeDown || c.byes[0].Reason != "the server is going down" || c.byes[0].RetryMS < 1000 {
				t.Errorf("heard %v", c.byes)
			}
		}
		if _, err := h.Make(""); !errors.Is(err, room.ErrGoingDown) {
			t.Errorf("a new room: %v", err)
		}
	})
}

func TestAWorldThatHangsIsNotWaitedForForever(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		r := h.make(t)
		h.worlds[r.Code()].then(func(uint32, []room.Input) room.Outcome {
			time.Sleep(time.Hour)
			return room.Outcome{}
		})
		time.Sleep(time.Second)
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		if err := h.Close(ctx, "down"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		<-r.Done()
	})
}

func TestWhoFloodsTheMailboxLosesInputsThenTheConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, c, line := inhabited(t, time.Second)
		for range 300 {
			line.Input(&wire.Input{Echo: c.tick})
		}
		pass(interval, c, line)
		if got := r.Counters().PostsDropped; got < 170 || got > 173 || c.conn.closed != 0 {
			t.Errorf("%d dropped, closed with %d", got, c.conn.closed)
		}
		for n := range uint32(300) {
			line.Command(&wire.Command{N: n, Data: []byte{1}})
		}
		pass(2*interval, c, line)
		if c.conn.closed != wire.ByeFlood {
			t.Errorf("closed with %d", c.conn.closed)
		}
		h.close(t)
	})
}
