package main

import (
	"fmt"
	"slices"
	"time"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/wire"
	"bankshot/server/room"
)

// thread is one connection, with what is on its way in both directions.
type thread struct {
	c    *chaos
	soul *soul
	lag  int
	// fuse is after how many more frames down the connection is lost; negative: by no such thing.
	fuse int

	// met says that the client has read a frame: a link sends nothing before.
	met bool

	up, down []parcel
	since    uint32 // the newest event when the seat was taken anew
	seat     room.Seat
	seated   bool
	lost     bool // the client has gone; the server is told at tick told
	told     int
	broken   bool // writing fails
	closed   bool // by the server
	// orphan is an older page whose seat was taken over here by another.
	orphan *predict.Predictor
}

type parcel struct {
	by   *thread
	due  int
	at   time.Duration
	data []byte
}

// Send and Close make thread a room.Conn.
func (th *thread) Send(frame []byte) error {
	if th.broken {
		return errRefused
	}
	if !th.lost {
		th.down = append(th.down, parcel{by: th, due: th.c.now + th.lag, data: slices.Clone(frame)})
	}
	return nil
}

func (th *thread) Close(wire.ByeCode, string) { th.closed = true }

// send is the client's.
func (th *thread) send(frame []byte) {
	th.up = append(th.up, parcel{due: th.c.now + th.lag, data: slices.Clone(frame)})
}

// arrived are the frames that the client can read by now.
func (th *thread) arrived() []parcel {
	n := 0
	for n < len(th.down) && th.down[n].due <= th.c.now && th.fuse != 0 {
		th.down[n].at = time.Duration(th.down[n].due) * time.Second / game.TickHz
		n++
		if th.fuse > 0 {
			th.fuse--
		}
	}
	got := th.down[:n:n]
	th.down = th.down[n:]
	return got
}

// lose drops all that is on its way; the server notices after so many ticks.
func (th *thread) lose(after int) {
	th.lost, th.told = true, th.c.now+after
	th.up, th.down = nil, nil
}

func (th *thread) finished() bool {
	return th.lost && !th.seated || th.closed && th.soul != nil && th.soul.conn != th
}

// deliver gives the room what has arrived by now, as the gateway does.
func (th *thread) deliver() {
	if th.lost && th.c.now >= th.told && th.seated {
		th.c.room.Detach(th.seat, th)
		th.seated = false
	}
	if th.orphan != nil && th.closed {
		th.giveUp()
	}
	for len(th.up) > 0 && th.up[0].due <= th.c.now && !th.closed {
		frame := th.up[0].data
		th.up = th.up[1:]
		var ms wire.Messages
		if err := ms.Open(frame, wire.FromClient()); err != nil {
			th.c.t.Fatal(err)
		}
		for kind, args, ok := ms.Next(); ok; kind, args, ok = ms.Next() {
			if err := th.take(kind, args); err != nil {
				th.c.t.Fatalf("%v: %v", kind, err)
			}
		}
	}
}

// giveUp has a page that was replaced read its goodbye: one that forbids fighting back.
func (th *thread) giveUp() {
	for _, f := range th.down {
		if err := th.orphan.Frame(th.c.time(), f.data); err != nil {
			th.c.t.Fatal(err)
		}
	}
	if bye, ok := th.orphan.Bye(); !ok || bye.Code != wire.ByeReplaced || bye.Code.MayRetry() {
		th.c.t.Errorf("a replaced page was told %+v, %v", bye, ok)
	}
	th.orphan = nil
	th.lose(0)
	th.seated = false
}

func (th *thread) take(kind wire.Kind, args wire.Args) error {
	r := th.c.room
	switch kind {
	case wire.KindHello:
		var m wire.Hello
		if err := m.Decode(args); err != nil {
			return err
		}
		joins := r.Counters().Joins
		seat, err := r.Attach(th, &m)
		th.seat, th.seated = seat, err == nil
		if r.Counters().Joins > joins {
			th.since = uint32(len(th.c.world.events))
		}
		return err
	case wire.KindInput:
		var m wire.Input
		if err := m.Decode(args); err != nil {
			return err
		}
		if m.Echo > 0 && th.soul != nil && th.soul.conn == th {
			th.soul.sure = true
		}
		r.Input(th.seat, th, &m, 0)
	case wire.KindCommand:
		var m wire.Command
		if err := m.Decode(args); err != nil {
			return err
		}
		r.Command(th.seat, th, &m)
	case wire.KindPresence:
		var m wire.SetPresence
		if err := m.Decode(args); err != nil {
			return err
		}
		r.Presence(th.seat, th, &m)
	case wire.KindPing:
		var m wire.Ping
		if err := m.Decode(args); err != nil {
			return err
		}
		r.Ping(th.seat, th, &m, 0)
	case wire.KindKeyframe:
		var m wire.Keyframe
		if err := m.Decode(args); err != nil {
			return err
		}
		r.Keyframe(th.seat, th, &m)
	default:
		return fmt.Errorf("a client said %v", kind)
	}
	return nil
}
