package scene

import (
	"time"

	"bankshot/client/render"
)

// A call stands for its time, for shortest when others wait, and is dropped when it has waited for staleAfter: what is
// told late is noise.
const (
	maxCalls   = 6
	maxCall    = 96 // bytes of each of its lines
	callFades  = 250 * time.Millisecond
	shortest   = 600 * time.Millisecond
	staleAfter = 2500 * time.Millisecond
	// callShade is how dark a call's ground is: less than that of what stands for long, for ships fly under it.
	callShade = 0.45
)

// call is one announcement: a line, a smaller one under it, and how long it stands. Its text is kept in place, so that
// calling costs no memory.
type call struct {
	text, sub       [maxCall]byte
	nText, nSub     int
	size            float32
	color, subColor render.Color
	rank            uint8
	lasts           time.Duration
	at              time.Duration // when it was called, then since when it stands
}

// The ranks of calls: of those that wait the highest comes first, and the lowest goes when there is no room.
const (
	rankNews = iota
	rankMine
	rankGoal
	rankRound
)

func (c *call) say(l line)    { c.nText = copy(c.text[:], cut(l.b, maxCall)) }
func (c *call) under(l line)  { c.nSub = copy(c.sub[:], cut(l.b, maxCall)) }
func (c *call) words() []byte { return c.text[:c.nText] }
func (c *call) below() []byte { return c.sub[:c.nSub] }

// cut shortens text to so many bytes without splitting a letter.
func cut(b []byte, most int) []byte {
	if len(b) <= most {
		return b
	}
	for most > 0 && b[most]&0xc0 == 0x80 {
		most--
	}
	return b[:most]
}

// calls is a queue of announcements that stand at one place, one at a time.
type calls struct {
	queue [maxCalls]call // queue[0] stands when on, the others wait in the order in which they were called
	n     int
	on    bool
}

// add queues a call. A full queue loses the lowest rank that waits, or the new call where that is the lowest.
func (q *calls) add(c *call, now time.Duration) {
	c.at = now
	if q.n == maxCalls {
		worst := q.n - 1
		for i := worst; i > 0 || i == 0 && !q.on; i-- {
			if q.queue[i].rank < q.queue[worst].rank {
				worst = i
			}
		}
		if q.queue[worst].rank > c.rank {
			return
		}
		q.remove(worst)
	}
	q.queue[q.n] = *c
	q.n++
}

// standing is the call to show now, nil for none, and how much of its light is left.
func (q *calls) standing(now time.Duration) (*call, float32) {
	if q.on {
		c := &q.queue[0]
		age := now - c.at
		if age < c.lasts && (age < shortest || q.n == 1) {
			return c, min(1, float32(c.lasts-age)/float32(callFades))
		}
		q.remove(0)
		q.on = false
	}
	for i := 0; i < q.n; {
		if now-q.queue[i].at > staleAfter {
			q.remove(i)
			continue
		}
		i++
	}
	if q.n == 0 {
		return nil, 0
	}
	best := 0
	for i := 1; i < q.n; i++ {
		if q.queue[i].rank > q.queue[best].rank {
			best = i
		}
	}
	if best > 0 {
		c := q.queue[best]
		q.remove(best)
		copy(q.queue[1:q.n+1], q.queue[:q.n])
		q.queue[0] = c
		q.n++
	}
	q.on = true
	q.queue[0].at = now
	return &q.queue[0], 1
}

func (q *calls) remove(i int) {
	copy(q.queue[i:q.n-1], q.queue[i+1:q.n])
	q.n--
}

// shown is the text of the call that stands, empty for none.
func (q *calls) shown() []byte {
	if !q.on {
		return nil
	}
	return q.queue[0].words()
}

// draw shows the standing call with the baseline of its first line at y.
func (q *calls) draw(s scribe, y float32, now time.Duration) {
	c, light := q.standing(now)
	if c == nil {
		return
	}
	w := max(s.BytesWidth(c.words(), c.size), s.BytesWidth(c.below(), render.SizeBody))
	high := c.size * 0.7
	if c.nSub > 0 {
		high += 8 + render.SizeBody
	}
	s.Shade((s.W-w)/2, y-c.size*0.7, w, high, callShade*light)
	s.BytesFaded(c.words(), s.W/2, y, c.size, render.Middle, c.color, light)
	s.BytesFaded(c.below(), s.W/2, y+8+render.SizeBody, render.SizeBody, render.Middle, c.subColor, light)
}
