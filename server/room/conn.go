package room

import "bankshot/game/wire"

// Conn is one connection as a room sees it: the gateway's socket, or a fake in a test. A room calls it in the middle of
// a tick, from one goroutine at a time (though not always the same), so neither method may wait for the network.
type Conn interface {
	// Send takes one frame, at most wire.MaxServerFrame bytes. The bytes are the room's again when Send returns: what is
	// not written at once has to be copied. An error means that the connection is finished; the room then treats the seat
	// as dropped and never calls this Conn again.
	Send(frame []byte) error
	// Close ends the connection after what was sent, a Bye with the same code and reason. It may be called more than once.
	Close(code wire.ByeCode, reason string)
}
