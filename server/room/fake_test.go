package room_test

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// stage is a world whose state is a sum: enough to see whether somebody was told everything, once and in order.
type stage struct {
	rates room.Rates
	tick  uint32
	sum   uint64
	owed  uint64 // what Shared has not told yet

	// The test's hooks, all of them optional; mu is for setting step while a room runs.
	mu      sync.Mutex
	step    func(tick uint32, in []room.Input) room.Outcome
	command func(room.Seat, []byte) error
	padding int // makes deltas long
	full    int // makes full snapshots long
	blobID  uint64
	blob    []byte

	heard  []room.Input // all that Step was given
	people []told       // all that Seat was given
}

type told struct {
	Seat room.Seat
	Name string
	P    room.Presence
}

func newStage() *stage {
	return &stage{rates: room.Rates{TickHz: 60, Divisor: 2, Players: 8, Seats: 12}, full: 200}
}

func (w *stage) Rates() room.Rates { return w.rates }

func (w *stage) Seat(s room.Seat, name string, p room.Presence) {
	w.people = append(w.people, told{s, name, p})
}

func (w *stage) Command(s room.Seat, b []byte) error {
	if w.command == nil {
		return nil
	}
	return w.command(s, b)
}

func (w *stage) Step(in []room.Input) room.Outcome {
	w.tick++
	w.heard = append(w.heard, in...)
	add := uint64(w.tick) * 2654435761 % 1000
	w.sum += add
	w.owed += add
	w.mu.Lock()
	step := w.step
	w.mu.Unlock()
	if step == nil {
		return room.Outcome{}
	}
	return step(w.tick, in)
}

// then has a running world step by f from now on.
func (w *stage) then(f func(uint32, []room.Input) room.Outcome) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.step = f
}

func (w *stage) Shared(dst []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, w.tick)
	dst = binary.BigEndian.AppendUint64(dst, w.owed)
	w.owed = 0
	return append(dst, make([]byte, w.padding)...)
}

func (w *stage) Full(dst []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, w.tick)
	dst = binary.BigEndian.AppendUint64(dst, w.sum)
	return append(dst, make([]byte, w.full)...)
}

func (w *stage) Private(dst []byte, s room.Seat) []byte { return append(dst, byte(s)) }
func (w *stage) Blob() (uint64, []byte)                 { return w.blobID, w.blob }
func (w *stage) Checkpoint(dst []byte) []byte           { return w.Full(dst) }
func (w *stage) Restore([]byte) error                   { return errors.New("not in this test") }

// conn is a connection that takes everything, until told otherwise.
type conn struct {
	mu     sync.Mutex
	frames [][]byte
	gone   error
	closed wire.ByeCode
}

func (c *conn) Send(frame []byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone != nil {
		return c.gone
	}
	c.frames = append(c.frames, slices.Clone(frame))
	return nil
}

func (c *conn) Close(code wire.ByeCode, _ string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed == 0 {
		c.closed = code
	}
}

func (c *conn) take() [][]byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	frames := c.frames
	c.frames = nil
	return frames
}

// table is a pure room with its world and clients, driven by hand.
type table struct {
	*room.Room
	t     testing.TB
	stage *stage
}

func newTable(t testing.TB, w *stage) *table {
	t.Helper()
	r, err := room.New(config(), "BAKOTI", w)
	if err != nil {
		t.Fatal(err)
	}
	return &table{Room: r, t: t, stage: w}
}

func config() room.Config {
	return room.Config{Rules: 7, Random: rand.NewChaCha8([32]byte{1})}
}

func hello(p wire.Presence) *wire.Hello {
	return &wire.Hello{Protocol: wire.Protocol, Rules: 7, Name: "Ann", Presence: p}
}

// join seats a new client.
func (b *table) join(p wire.Presence) *client {
	b.t.Helper()
	return b.attach(hello(p))
}

// resume seats a client by another's token.
func (b *table) resume(of *client, p wire.Presence, lastEvent uint32) *client {
	b.t.Helper()
	h := hello(p)
	h.Token, h.LastEvent = of.welcome.Token, lastEvent
	return b.attach(h)
}

func (b *table) attach(h *wire.Hello) *client {
	b.t.Helper()
	c := newClient(b.t)
	seat, err := b.Attach(c.conn, h)
	if err != nil {
		b.t.Fatal(err)
	}
	c.seat = seat
	return c
}

// echo has a client report what it holds, without any input.
func (b *table) echo(c *client) {
	b.Input(c.seat, c.conn, &wire.Input{Echo: c.tick}, 0)
}

// run advances so many intervals, after each of which the clients read and report.
func (b *table) run(intervals int, clients ...*client) {
	b.t.Helper()
	for range intervals {
		b.Advance(1)
		for _, c := range clients {
			c.read()
			b.echo(c)
		}
	}
}

// follows fails unless the client holds exactly what the world does.
func (b *table) follows(c *client) {
	b.t.Helper()
	c.read()
	if c.tick != b.stage.tick || c.sum != b.stage.sum {
		b.t.Errorf("the client holds sum %d at tick %d, the world %d at %d", c.sum, c.tick, b.stage.sum, b.stage.tick)
	}
}

func (b *table) press(c *client, tick uint32, payload ...byte) {
	b.Input(c.seat, c.conn, &wire.Input{First: tick, Echo: c.tick, Count: 1, Payloads: [2][]byte{payload}}, 0)
}
