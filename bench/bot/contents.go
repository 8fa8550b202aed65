package bot

import (
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// Contents is what the bytes of a bot were, by kind of content. All of its counts together are BytesDown and BytesUp, as
// long as it was told of every frame. Weighing costs about as much as reading, so that not every bot of a crowd does it.
type Contents struct {
	// Bodies is what makes up snapshots' bodies; see snap.Scale.
	Bodies snap.Scale
	// Down: Events are what rooms tell of kills, votes and the like; Fulls are whole states and arenas; Answers are pongs and
	// replies; FramesDown are WebSocket headers; HeadsDown is what messages have around their content.
	Events, Fulls, Answers, FramesDown, HeadsDown int
	// Up: Asked are payloads of inputs, Times the ticks, echoes and views beside them, Others all other messages; FramesUp
	// are WebSocket headers with their masks.
	Asked, Times, Others, FramesUp int

	messages wire.Messages
	scratch  []byte
}

// down takes one frame of the server.
func (c *Contents) down(frame []byte) {
	c.FramesDown += HeaderDown(len(frame))
	c.HeadsDown += len(frame)
	content := func(kind *int, bytes int) {
		*kind += bytes
		c.HeadsDown -= bytes
	}
	if c.messages.Open(frame, wire.FromServer()) != nil {
		return
	}
	var bodies int // are weighed as they are taken in
	for kind, args, ok := c.messages.Next(); ok; kind, args, ok = c.messages.Next() {
		switch kind {
		case wire.KindDelta:
			var m wire.Delta
			if m.Decode(args) == nil {
				content(&bodies, len(m.Body))
			}
		case wire.KindEvent:
			var m wire.Event
			if m.Decode(args) == nil {
				content(&c.Events, len(m.Data))
			}
		case wire.KindFull:
			var m wire.Full
			if m.Decode(args) == nil {
				content(&c.Fulls, len(m.Shared)+len(m.Private))
			}
		case wire.KindBlob:
			var m wire.Blob
			if m.Decode(args) == nil {
				content(&c.Fulls, len(m.Data))
			}
		case wire.KindPong:
			var m wire.Pong
			if m.Decode(args) == nil {
				c.scratch = wire.AppendPong(c.scratch[:0], &m)
				content(&c.Answers, len(c.scratch))
			}
		case wire.KindReply:
			var m wire.Reply
			if m.Decode(args) == nil {
				c.scratch = wire.AppendReply(c.scratch[:0], &m)
				content(&c.Answers, len(c.scratch))
			}
		default: // Welcome, Rebase and Bye are seldom
		}
	}
}

// up takes one frame of the bot's.
func (c *Contents) up(frame []byte) {
	c.FramesUp += HeaderUp(len(frame))
	c.Others += len(frame)
	if c.messages.Open(frame, wire.FromClient()) != nil {
		return
	}
	for kind, args, ok := c.messages.Next(); ok; kind, args, ok = c.messages.Next() {
		var m wire.Input
		if kind != wire.KindInput || m.Decode(args) != nil {
			continue
		}
		asked := 0
		for _, payload := range m.Payloads[:m.Count] {
			asked += len(payload)
		}
		c.scratch = wire.AppendInput(c.scratch[:0], &m)
		c.Asked += asked
		c.Times += len(c.scratch) - asked
		c.Others -= len(c.scratch)
	}
}
