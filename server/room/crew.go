package room

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// crewChunk is how much of what there is to share one of the crew takes at a time: little enough that nobody waits long for
// the last one.
const crewChunk = 16

// crew shares a large world's work among goroutines that wait for it. As many of them take part as the process may use
// processors at that moment, so that one processor does it all without waking anybody.
type crew struct {
	wake    chan struct{}
	running sync.WaitGroup // until dismiss

	// What is shared at the moment.
	n      int
	do     func(hand, i int)
	next   atomic.Int64 // what nobody has taken yet
	busy   sync.WaitGroup
	failed atomic.Pointer[failure]
}

// failure is a panic in one of the crew, which is to end the room, not the process.
type failure struct {
	cause any
	stack []byte
}

// Error tells the panic with the place where it happened: the room's goroutine panics elsewhere with it.
func (f *failure) Error() string { return fmt.Sprintf("%v\n%s", f.cause, f.stack) }

// hire starts the goroutines beside the caller's own.
func hire() *crew {
	c := &crew{wake: make(chan struct{}, MostHands-1)}
	for hand := 1; hand < min(runtime.NumCPU(), MostHands); hand++ {
		c.running.Go(func() {
			for range c.wake {
				c.help(hand)
			}
		})
	}
	return c
}

// dismiss ends them and waits for it.
func (c *crew) dismiss() {
	close(c.wake)
	c.running.Wait()
}

// share is a Share. It is called by one goroutine at a time.
func (c *crew) share(n int, do func(hand, i int)) {
	c.n, c.do = n, do
	c.next.Store(0)
	helpers := min(runtime.GOMAXPROCS(0), runtime.NumCPU(), MostHands, (n+crewChunk-1)/crewChunk) - 1
	for range helpers {
		c.busy.Add(1)
		c.wake <- struct{}{}
	}
	c.labour(0)
	c.busy.Wait()
	c.do = nil
	if f := c.failed.Swap(nil); f != nil {
		panic(f)
	}
}

// help takes part once.
func (c *crew) help(hand int) {
	defer c.busy.Done()
	c.labour(hand)
}

// labour does what nobody else has taken, until there is no more. It does not let others go first in between: whoever reads
// what players send has always something to do where there is no time, and the room would wait for that after every chunk.
func (c *crew) labour(hand int) {
	defer func() {
		if cause := recover(); cause != nil {
			c.next.Store(int64(c.n))
			c.failed.CompareAndSwap(nil, &failure{cause, debug.Stack()})
		}
	}()
	for {
		to := int(c.next.Add(crewChunk))
		from := to - crewChunk
		if from >= c.n {
			return
		}
		for i := from; i < min(to, c.n); i++ {
			c.do(hand, i)
		}
	}
}
