package room_test

import (
	"encoding/binary"
	"errors"
	"testing"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// client is somebody who follows the stage by what the connection brings.
type client struct {
	t    testing.TB
	conn *conn
	seat room.Seat

	frames  int
	welcome wire.Welcome
	tick    uint32 // of the newest snapshot
	sum     uint64
	fulls   int
	deltas  int
	cells   int
	blobs   []uint64
	events  []uint32
	replies []wire.Reply
	pongs   []wire.Pong
	byes    []wire.Bye
	rebased uint32
	margin  int8
	kinds   []wire.Kind // of the newest frame
}

func newClient(t testing.TB) *client { return &client{t: t, conn: &conn{}} }

// read takes in all frames that came.
func (c *client) read() *client {
	c.t.Helper()
	for _, f := range c.conn.take() {
		c.frames++
		c.frame(f)
	}
	return c
}

func (c *client) frame(f []byte) {
	c.t.Helper()
	var m wire.Messages
	if err := m.Open(f, wire.FromServer()); err != nil {
		c.t.Fatalf("frame of %d bytes: %v", len(f), err)
	}
	c.kinds = c.kinds[:0]
	for {
		k, a, ok := m.Next()
		if !ok {
			return
		}
		c.kinds = append(c.kinds, k)
		if err := c.message(k, a); err != nil {
			c.t.Fatalf("%v: %v", k, err)
		}
	}
}

func (c *client) message(k wire.Kind, a wire.Args) error {
	c.t.Helper()
	switch k {
	case wire.KindWelcome:
		return c.welcome.Decode(a)
	case wire.KindBlob:
		var m wire.Blob
		err := m.Decode(a)
		c.blobs = append(c.blobs, m.ID)
		return err
	case wire.KindFull:
		var m wire.Full
		err := m.Decode(a)
		c.fulls++
		c.tick, c.sum, c.margin = m.Tick, binary.BigEndian.Uint64(m.Shared[4:]), m.Margin
		if at := binary.BigEndian.Uint32(m.Shared); at != m.Tick {
			c.t.Errorf("Full %d holds the state of tick %d", m.Tick, at)
		}
		if len(m.Private) != 1 || room.Seat(m.Private[0]) != c.seat {
			c.t.Errorf("seat %d was told the private part % x", c.seat, m.Private)
		}
		return err
	case wire.KindDelta:
		var m wire.Delta
		err := m.Decode(a)
		c.deltas++
		c.margin = m.Margin
		at := binary.BigEndian.Uint32(m.Body)
		if c.fulls == 0 || at != c.tick+2 {
			c.t.Errorf("delta to tick %d came at a client that holds %d (%d fulls)", at, c.tick, c.fulls)
		}
		c.tick = at
		c.sum += binary.BigEndian.Uint64(m.Body[4:])
		return err
	case wire.KindCells:
		var m wire.Cells
		err := m.Decode(a)
		c.cells++
		c.margin = m.Margin
		c.tick = binary.BigEndian.Uint32(m.Body)
		c.sum += binary.BigEndian.Uint64(m.Body[4:])
		return err
	case wire.KindEvent:
		var m wire.Event
		err := m.Decode(a)
		c.events = append(c.events, m.N)
		return err
	case wire.KindRebase:
		var m wire.Rebase
		err := m.Decode(a)
		c.rebased += m.Ticks
		return err
	case wire.KindPong:
		var m wire.Pong
		err := m.Decode(a)
		c.pongs = append(c.pongs, m)
		return err
	case wire.KindReply:
		var m wire.Reply
		err := m.Decode(a)
		c.replies = append(c.replies, m)
		return err
	case wire.KindBye:
		var m wire.Bye
		err := m.Decode(a)
		c.byes = append(c.byes, m)
		return err
	default:
		return errors.New("not a server's message")
	}
}
