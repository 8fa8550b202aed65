package room

import "bankshot/game/wire"

// Seat names a player of a room: 0..MaxSeats-1. A seat is a connection's place, kept through drops until it is gone.
type Seat uint16

// Presence is what a seat's person is doing.
type Presence uint8

const (
	// Gone: the seat is free again; the world forgets who sat there.
	Gone Presence = iota
	// Watching: sees everything, takes part in nothing.
	Watching
	// Here: plays.
	Here
	// Away: plays, but has dropped or hidden the page; a computer should take over until it is Here again.
	Away
)

// Input is one seat's payload for the tick about to be stepped, straight from the wire: the world decodes it, and
// decides what a missing one means.
type Input struct {
	Seat Seat
	// Tick is the tick the payload was meant for: that of the step, or up to wire.LateTicks before it where Late.
	Tick uint32
	// View is the tick, in 1/16, at which the player saw the others, clamped by the room.
	View uint32
	Late bool
	Len  uint8
	Data [wire.MaxPayload]byte
}

// Outcome is what a step leaves for the room to do.
type Outcome struct {
	// Events are room events, each one opaque, of 1 to wire.MaxEvent bytes: the room numbers them, sends them to all, and
	// keeps them for ten seconds for whoever resumes. They are read before the next step and may share memory with the
	// world until then.
	Events [][]byte
	// Reset says that no delta leads to this state: everybody gets a full snapshot. The body of the next Shared is thrown
	// away.
	Reset bool
	// About is what the list of rooms says of this one from now on; nil for no change. It is read before the next step.
	About *About
	// Close ends the room with a reason once everybody has been told; empty to go on. The other ticks of the interval are
	// stepped still.
	Close string
}

// About is what a world says of itself to people who look for a room.
type About struct {
	// Mode is what is played, Arena where, Phase how far it is: words of the world's own.
	Mode, Arena, Phase string
	// Pilots are the players that are computers.
	Pilots int
}

// Rates says how a world runs.
type Rates struct {
	// TickHz is the number of steps in a second; Divisor is how many of them share one snapshot.
	TickHz, Divisor int
	// Players is how many seats may be Here or Away at once; Seats includes those who watch.
	Players, Seats int
	// Gather is how many of the Players Rooms.Quick sends here before it opens another room; 0 for all of them. Others come
	// by the room's code.
	Gather int
}

// World is what a room hosts: a game, or anything else that steps. The room calls it from one goroutine at a time, in
// the order of time, and never while it is closed. Every Append-like method appends to dst and returns the longer slice.
//
// The room counts ticks from 0, before the first Step; snapshot T is what T steps led to. A world that breaks a limit of
// package wire, or panics, loses its room: everybody is told, nothing else is touched.
type World interface {
	Rates() Rates
	// Seat tells that a seat's presence changed, or its name, which is clean and may be empty. It takes effect in the next
	// Step.
	Seat(seat Seat, name string, p Presence)
	// Command is reliable and ordered: an edit, a vote, the host's act. The error is told to the sender alone; so is that
	// there was none. The bytes are another's after the call.
	Command(seat Seat, b []byte) error
	// Step advances one tick. Inputs are in ascending order of seat, late ones first within a seat; only seats that are Here
	// have any. They are the room's again after the call.
	Step(inputs []Input) Outcome
	// Shared appends what changed since the last call of Shared: the body of a snapshot, the same for all seats. It is
	// called once every Rates.Divisor steps, also where nobody is to be told. A body beyond wire.MaxDelta has everybody sent
	// a full snapshot instead.
	Shared(dst []byte) []byte
	// Full appends the state that the last Shared led to, or before the first of them the one it all begins with, for who
	// has none or too old a one: wire.MaxShared at most.
	Full(dst []byte) []byte
	// Private appends what only this seat may know; it accompanies Full: wire.MaxPrivate at most.
	Private(dst []byte, seat Seat) []byte
	// Blob is the large thing that Full refers to and that seldom changes, such as the arena: its id, and its bytes,
	// at most wire.MaxBlob, none for a world without one. A connection gets it once, before the first Full that needs it.
	Blob() (id uint64, data []byte)
	// Checkpoint appends everything needed to go on from here elsewhere.
	Checkpoint(dst []byte) []byte
	// Restore replaces the state by that of a Checkpoint; the next snapshot is a Full for everybody.
	Restore(b []byte) error
}
