package link

import "time"

// State is how the connection stands.
type State uint8

const (
	// Connecting: dialling for the first time.
	Connecting State = iota
	// Open: frames flow.
	Open
	// Waiting: dropped; another attempt follows by itself.
	Waiting
	// Closed: ended for good, by us or by a Bye that forbids another attempt.
	Closed
)

// Frame is one binary WebSocket message that arrived.
type Frame struct {
	// At is when it arrived, since the link's start, on a monotonic clock: frames wait for the next Update, and the
	// clock must not mistake that wait for the network's.
	At   time.Duration
	Data []byte
}
