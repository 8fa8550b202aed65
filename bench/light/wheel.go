package light

import "time"

// wheel is when each bot is to send next: its bots hang in a ring of slots, a millisecond each, linked through the bots
// themselves. Taking out and putting back costs the same however many there are, and allocates nothing.
type wheel struct {
	slots [wheelSlots]int32 // the first bot, plus 1
	at    int64             // the slot that comes next, counted since the epoch
	count int
}

const (
	wheelSlots = 1024 // over a second, the longest interval
	wheelStep  = int64(time.Millisecond)
)

// put hangs a bot into the slot of its time, or into the next one if that has gone by.
func (w *wheel) put(bots []bot, i int32) {
	slot := max(bots[i].due/wheelStep, w.at) % wheelSlots
	bots[i].after = w.slots[slot]
	w.slots[slot] = i + 1
	w.count++
}

// take gives the next bot whose slot has begun, or false.
func (w *wheel) take(bots []bot, now int64) (int32, bool) {
	for ; w.at*wheelStep <= now; w.at++ {
		if w.count == 0 {
			w.at = now/wheelStep + 1
			break
		}
		// After a long stall a bot may hang here whose turn is a whole ring later.
		for link := &w.slots[w.at%wheelSlots]; *link > 0; link = &bots[*link-1].after {
			if i := *link - 1; bots[i].due/wheelStep <= w.at {
				*link = bots[i].after
				w.count--
				return i, true
			}
		}
	}
	return 0, false
}

// wait is how long after now the next slot with a bot in it begins; false if there is none.
func (w *wheel) wait(now int64) (time.Duration, bool) {
	if w.count == 0 {
		return 0, false
	}
	at := w.at
	for w.slots[at%wheelSlots] == 0 {
		at++
	}
	return time.Duration(max(at*wheelStep-now, 0)), true
}
