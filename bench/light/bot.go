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
	// watched bots are read as soon as something comes, the others when they have something to say; skipped counts how often
	// they said something since without looking.
	watched bool
	skipped int
	stream  stream
	tail    []byte // what the kernel did not take of a frame
	player  player
}

const (
	// A sample of the bots is watched, to see when snapshots come: all of leastWatched, one of oneWatchedIn of very many. Waking
	// up for what comes to each would cost the machine that they share with the server as much as sending does.
	leastWatched = 64
	oneWatchedIn = 16
	// readEvery is on how many of its own frames any other bot looks once for what has come. Its echo is older by as much at
	// most, far from the half second after which a server takes it for stalled.
	readEvery = 2
)

// watches says whether a bot is one of the sample of a swarm of n.
func watches(number, n int) bool {
	return number%max(1, min(n/leastWatched, oneWatchedIn)) == 0
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
