package room

import "bankshot/game/wire"

// Line is a connection's way into a room. Its methods are for the connection's reading goroutine: none waits, none
// wakes the room, none keeps the message. What they bring lies in the room's mailbox until its next wake-up, at most one
// interval later. On a room that has closed they do nothing.
type Line struct {
	runner *Runner
	conn   Conn

	// Under runner.mu: how much lies in the mailbox, and whether nothing more may.
	posts, commands int
	ended           bool

	// The room's goroutine's own: where this connection sits.
	seated bool
	seat   Seat
	echo   uint32 // the newest snapshot whose round time was taken
}

// Input brings what the player intends for one or two ticks, and the echo.
func (l *Line) Input(m *wire.Input) {
	p := post{kind: postInput, n: m.First, echo: m.Echo, view: m.View, count: uint8(m.Count)}
	for i := range m.Count {
		p.lens[i] = uint8(copy(p.payloads[i][:], m.Payloads[i]))
	}
	l.runner.mail.put(l, &p)
}

// Command brings a command for the world. Each one is answered by a Reply.
func (l *Line) Command(m *wire.Command) {
	l.runner.mail.put(l, &post{kind: postCommand, n: m.N, bytes: m.Data})
}

// Presence brings what the person does now, and perhaps a new name.
func (l *Line) Presence(m *wire.SetPresence) {
	l.runner.mail.put(l, &post{kind: postPresence, n: uint32(m.Presence), name: m.Name})
}

// Keyframe asks for a full snapshot.
func (l *Line) Keyframe(m *wire.Keyframe) {
	l.runner.mail.put(l, &post{kind: postKeyframe, n: m.Tick, reason: m.Reason})
}

// Ping asks for a Pong, which comes with the next frame.
func (l *Line) Ping(m *wire.Ping) {
	l.runner.mail.put(l, &post{kind: postPing, n: m.Nonce})
}

// Detach tells that the connection is gone. What follows is ignored, a second Detach included, so that it may be called
// on every way out of a reading loop.
func (l *Line) Detach() {
	l.runner.mail.put(l, &post{kind: postDetach})
}
