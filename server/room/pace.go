package room

import "time"

// How a room slows down. What costs most of a wake-up is sending: a room that is late halves that before anything of the
// game suffers.
const (
	// A wake-up is heavy that comes half an interval late, or takes as long as that.
	heavyShare = 2
	// paceSlow is how much heavier than light wake-ups have to be, counted up by heavy ones and down by light ones, until
	// the room slows down: with every second one heavy it takes two seconds.
	paceSlow = 30
	// paceUp and paceDown are what a heavy and a light wake-up count; a third of them heavy keeps the balance.
	paceUp, paceDown = 2, 1
)

// pace decides at which rate a room sends. It knows no clock.
type pace struct {
	weight int
	slow   bool
}

// observe takes how a wake-up went, of a room that has interval for each. A slow room goes on so until all weight is gone.
func (p *pace) observe(late, took, interval time.Duration) {
	if limit := interval / heavyShare; late >= limit || took >= limit {
		p.weight = min(p.weight+paceUp, paceSlow)
	} else {
		p.weight = max(p.weight-paceDown, 0)
	}
	switch p.weight {
	case 0:
		p.slow = false
	case paceSlow:
		p.slow = true
	}
}
