package bot

import (
	"context"
	"runtime"
	"sync"
	"time"
)

const (
	// FrameTime is that of a screen.
	FrameTime = time.Second / 60
	// slots is at how many moments of a frame bots are drawn: all at one moment would be a load that no crowd of people
	// makes, and each at its own would cost a wake-up for each.
	slots    = 8
	slotTime = FrameTime / slots
)

// Crew draws many bots sixty times a second, spread over the frame, on one goroutine a core.
type Crew struct {
	hands []*hand
	mu    sync.Mutex
	at    map[*Bot]place
}

// place is where a bot was put.
type place struct {
	hand *hand
	slot int
}

// hand is one goroutine's share.
type hand struct {
	mu    sync.Mutex // held while a slot's bots are drawn
	slots [slots][]*Bot
	late  func(time.Duration)
	stats CrewStats
}

// CrewStats is how punctual the crew was.
type CrewStats struct {
	// Frames were drawn, Skipped were not because the crew was a whole frame late.
	Frames, Skipped int
}

// NewCrew has nobody in it. Late, if one is given, is told for each slot with bots by how much it began after its time;
// it must bear being called by several goroutines.
func NewCrew(late ...func(time.Duration)) *Crew {
	c := &Crew{at: map[*Bot]place{}}
	for range runtime.GOMAXPROCS(0) {
		h := &hand{}
		if len(late) > 0 {
			h.late = late[0]
		}
		c.hands = append(c.hands, h)
	}
	return c
}

// Add has a bot drawn from now on.
func (c *Crew) Add(b *Bot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, in := c.at[b]; in {
		return
	}
	n := len(c.at)
	p := place{c.hands[n%len(c.hands)], 0}
	p.hand.mu.Lock()
	defer p.hand.mu.Unlock()
	for i := range p.hand.slots {
		if len(p.hand.slots[i]) < len(p.hand.slots[p.slot]) {
			p.slot = i
		}
	}
	p.hand.slots[p.slot] = append(p.hand.slots[p.slot], b)
	c.at[b] = p
}

// Remove has it drawn no more; when it returns, its frame is not being drawn. The bot is not closed.
func (c *Crew) Remove(b *Bot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p, in := c.at[b]
	if !in {
		return
	}
	delete(c.at, b)
	p.hand.mu.Lock()
	defer p.hand.mu.Unlock()
	list := p.hand.slots[p.slot]
	for i := range list {
		if list[i] == b {
			last := len(list) - 1
			list[i], list[last] = list[last], nil
			p.hand.slots[p.slot] = list[:last]
			return
		}
	}
}

// Bots is who is in it, in no order.
func (c *Crew) Bots() []*Bot {
	c.mu.Lock()
	defer c.mu.Unlock()
	bots := make([]*Bot, 0, len(c.at))
	for b := range c.at {
		bots = append(bots, b)
	}
	return bots
}

// Stats adds up all goroutines'.
func (c *Crew) Stats() CrewStats {
	var sum CrewStats
	for _, h := range c.hands {
		h.mu.Lock()
		sum.Frames += h.stats.Frames
		sum.Skipped += h.stats.Skipped
		h.mu.Unlock()
	}
	return sum
}

// Run draws until the context ends, and returns when nobody is being drawn any more.
func (c *Crew) Run(ctx context.Context) {
	var all sync.WaitGroup
	start := time.Now()
	for i, h := range c.hands {
		// The goroutines take turns too.
		begin := start.Add(slotTime * time.Duration(i) / time.Duration(len(c.hands)))
		all.Go(func() { h.run(ctx, begin) })
	}
	all.Wait()
}

// run draws one slot after the other, each at its time, which is counted from the start so that nothing drifts.
func (h *hand) run(ctx context.Context, start time.Time) {
	timer := time.NewTimer(time.Until(start))
	defer timer.Stop()
	for n := 0; ; n++ {
		due := start.Add(time.Duration(n) * FrameTime / slots)
		if wait := time.Until(due); wait > 0 {
			timer.Reset(wait)
			select {
			case <-timer.C:
			case <-ctx.Done():
				return
			}
		} else if ctx.Err() != nil {
			return
		}
		if late := time.Since(due); late > FrameTime {
			// A screen that missed its moment waits for the next one.
			missed := int(late / slotTime)
			h.skip(n, missed, late)
			n += missed
			due = start.Add(time.Duration(n) * FrameTime / slots)
		}
		h.draw(n%slots, due)
	}
}

func (h *hand) draw(slot int, due time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	bots := h.slots[slot]
	if len(bots) == 0 {
		return
	}
	if h.late != nil {
		h.late(time.Since(due))
	}
	for _, b := range bots {
		b.Frame()
	}
	h.stats.Frames += len(bots)
}

// skip counts the frames of the slots from the nth on that are left out.
func (h *hand) skip(n, missed int, late time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i := range missed {
		bots := len(h.slots[(n+i)%slots])
		h.stats.Skipped += bots
		if bots > 0 && h.late != nil {
			h.late(late)
		}
	}
}
