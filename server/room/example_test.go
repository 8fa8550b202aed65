package room_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// bell is a whole game: whoever is here may ring a bell, once a tick; a command has it silenced or heard again. It uses
// everything a World has but blobs and private parts.
type bell struct {
	rings  uint32
	muted  bool
	before uint32 // rings at the last Shared
	ringer map[room.Seat]string
}

func (*bell) Rates() room.Rates { return room.Rates{TickHz: 60, Divisor: 2, Players: 4, Seats: 8} }

func (w *bell) Seat(s room.Seat, name string, p room.Presence) {
	if p == room.Here {
		w.ringer[s] = name
	} else {
		delete(w.ringer, s)
	}
}

var errBellCommand = errors.New("say mute or unmute")

// Command re-checks all it needs: anybody may send anything.
func (w *bell) Command(_ room.Seat, b []byte) error {
	switch string(b) {
	case "mute", "unmute":
		w.muted = string(b) == "mute"
		return nil
	default:
		return errBellCommand
	}
}

// Step rings once for every input that says so; a missing input means silence.
func (w *bell) Step(inputs []room.Input) (out room.Outcome) {
	for _, in := range inputs {
		if w.muted || in.Len != 1 || in.Data[0] != 'r' {
			continue
		}
		w.rings++
		if w.rings%3 == 0 {
			out.Events = append(out.Events, fmt.Appendf(nil, "%s rang the %drd", w.ringer[in.Seat], w.rings))
		}
	}
	return out
}

// Shared tells how many rings there were since the last snapshot.
func (w *bell) Shared(dst []byte) []byte {
	dst = append(dst, byte(w.rings-w.before))
	w.before = w.rings
	return dst
}

func (w *bell) Full(dst []byte) []byte               { return binary.BigEndian.AppendUint32(dst, w.rings) }
func (*bell) Private(dst []byte, _ room.Seat) []byte { return dst }
func (*bell) Blob() (uint64, []byte)                 { return 0, nil }
func (w *bell) Checkpoint(dst []byte) []byte         { return w.Full(dst) }
func (w *bell) Restore(b []byte) error {
	if len(b) != 4 {
		return errors.New("not a bell's checkpoint")
	}
	w.rings = binary.BigEndian.Uint32(b)
	w.before = w.rings
	return nil
}

// Example hosts the bell in a room and drives it by hand, as a test of a game would. A server calls Rooms instead, whose
// rooms keep time by themselves.
func Example() {
	config := room.Config{Random: rand.NewChaCha8([32]byte{})}
	r, err := room.New(config, "BAKOTI", &bell{ringer: map[room.Seat]string{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	line := printer{}
	ann, err := r.Attach(line, &wire.Hello{Protocol: wire.Protocol, Name: "Ann", Presence: wire.PresenceHere})
	if err != nil {
		fmt.Println(err)
		return
	}
	r.Advance(1) // two ticks
	ring := wire.Input{First: 3, Echo: 2, Count: 2, Payloads: [2][]byte{[]byte("r"), []byte("r")}}
	r.Input(ann, line, &ring, 0)
	r.Advance(1)
	ring.First, ring.Echo = 5, 4
	r.Input(ann, line, &ring, 0)
	r.Command(ann, line, &wire.Command{N: 1, Data: []byte("polish")})
	r.Advance(1)
	r.Command(ann, line, &wire.Command{N: 2, Data: []byte("mute")})
	ring.First, ring.Echo = 7, 6
	r.Input(ann, line, &ring, 0)
	r.Advance(1)

	// Output:
	// welcome to BAKOTI, seat 0
	// tick 2: 0 rings
	// 2 rings more
	// 2 rings more
	// event 1: Ann rang the 3rd
	// command 1: "say mute or unmute"
	// 0 rings more
	// command 2: ""
}

// printer is a connection that says what it is sent.
type printer struct{}

func (printer) Close(wire.ByeCode, string) {}

func (printer) Send(frame []byte) error {
	var m wire.Messages
	if err := m.Open(frame, wire.FromServer()); err != nil {
		return err
	}
	for {
		kind, args, ok := m.Next()
		if !ok {
			return nil
		}
		switch kind {
		case wire.KindWelcome:
			var w wire.Welcome
			_ = w.Decode(args)
			fmt.Printf("welcome to %s, seat %d\n", w.Room, w.Seat)
		case wire.KindFull:
			var f wire.Full
			_ = f.Decode(args)
			fmt.Printf("tick %d: %d rings\n", f.Tick, binary.BigEndian.Uint32(f.Shared))
		case wire.KindDelta:
			var d wire.Delta
			_ = d.Decode(args)
			fmt.Printf("%d rings more\n", d.Body[0])
		case wire.KindEvent:
			var e wire.Event
			_ = e.Decode(args)
			fmt.Printf("event %d: %s\n", e.N, e.Data)
		case wire.KindReply:
			var r wire.Reply
			_ = r.Decode(args)
			fmt.Printf("command %d: %q\n", r.N, r.Error)
		}
	}
}
