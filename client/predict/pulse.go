package predict

import "time"

// Pulse is the part of Stats that changes with every snapshot and costs nothing to read: for those who take it every
// frame of many clients.
type Pulse struct {
	// RTT, Margin, Corrections and LastCorrection are those of Stats.
	RTT            time.Duration
	Margin         int8
	Corrections    int
	LastCorrection float32
}

// Pulse is how things stand just now.
func (p *Predictor) Pulse() Pulse {
	c := &p.counts
	u := Pulse{RTT: c.rtt, Margin: p.clock.margin, Corrections: c.corrections}
	if c.corrections > 0 {
		u.LastCorrection = c.sizes[(c.corrections-1)%len(c.sizes)]
	}
	return u
}
