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

// CorrectionsSince appends the sizes of the corrections, in units, after the first n of them: those that Pulse has told of
// since its Corrections was n. Of more than 256 only the newest are left.
func (p *Predictor) CorrectionsSince(n int, dst []float32) []float32 {
	c := &p.counts
	for n = max(n, c.corrections-len(c.sizes)); n < c.corrections; n++ {
		dst = append(dst, c.sizes[n%len(c.sizes)])
	}
	return dst
}
