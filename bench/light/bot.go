package light

import "fmt"

// stage is how far a bot has got.
type stage uint8

const (
	absent stage = iota
	connecting
	shaking  // the request for a WebSocket is out
	greeting // Hello is out
	playing
	gone
)

// bot is one connection. A thread has them in one slice and is the only one to touch them.
type bot struct {
	number int // among all of the swarm's
	fd     int
	stage  stage
	after  int32 // the next one in the wheel's slot, plus 1
	due    int64 // when it sends next, in ns since the epoch
	every  int64 // its interval
	phase  int64 // where in it
	came   int64 // when the newest snapshot came
	stream stream
	tail   []byte // what the kernel did not take of a frame
	player player
}

// maxTail bounds what waits for a server that does not read. A frame beyond is not sent.
const maxTail = 4 << 10

// phaseOf spreads the bots over an interval: the multiples of the golden ratio fill it evenly however many there are.
func phaseOf(number int, every int64) int64 {
	const golden = 0x9E3779B97F4A7C15 // 2^64 / 1.618…
	return int64(uint64(number) * golden >> 33 * uint64(every) >> 31)
}

// start sets a bot's first send: the first of its times after now.
func (b *bot) start(now, every int64) {
	b.every, b.phase = every, phaseOf(b.number, every)
	b.due = (now/every+1)*every + b.phase
	if b.due-every > now {
		b.due -= every
	}
}

// name is what a bot is called in the room.
func (b *bot) name() string { return fmt.Sprintf("Light %d", b.number+1) }
