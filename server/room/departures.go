package room

import "time"

// departed is for how many of the newest frames a room remembers when they left: at 30 a second for two seconds. Who
// takes longer to echo is not measured by this, but seen in the age of echoes.
const departed = 64

// departures are when the newest frames left, counted from the mailbox's epoch like the arrival of posts.
type departures [departed]struct {
	tick uint32
	at   time.Duration
}

// left notes that the frame of a tick leaves now.
func (d *departures) left(tick, divisor uint32, at time.Duration) {
	e := &d[tick/divisor%departed]
	e.tick, e.at = tick, at
}

// of is when the frame of a tick left; false where it is not remembered, or never was.
func (d *departures) of(tick, divisor uint32) (at time.Duration, ok bool) {
	e := &d[tick/divisor%departed]
	return e.at, tick != 0 && e.tick == tick
}
