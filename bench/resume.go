package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bankshot/bench/report"
)

const (
	// mostDrops is how many players are dropped at most, dropsPerSecond how quickly: one after the other, for how a storm
	// goes is another question.
	mostDrops      = 200
	dropsPerSecond = 50
	// resumeLimit is how long the last one may take to be back.
	resumeLimit = 20 * time.Second
)

var errPulled = errors.New("bench pulls the cable")

// resume drops players' connections and measures how long each is without its ship: from the drop until it flies it again
// on a screen of its own.
func resume(ctx context.Context, c *crowd) (took report.Hist, err error) {
	n := min(len(c.bots), mostDrops)
	back := make(chan time.Duration, n) // it has room for all, so that nobody's frame waits for us
	pace := time.NewTicker(time.Second / dropsPerSecond)
	defer pace.Stop()
	for i := range n {
		select {
		case <-pace.C:
		case <-ctx.Done():
			return took, context.Cause(ctx)
		}
		k := i * len(c.bots) / n
		dropped := time.Now()
		c.probes[k].leave(func() { back <- time.Since(dropped) })
		c.bots[k].Link().Drop(errPulled)
	}
	late := time.NewTimer(resumeLimit)
	defer late.Stop()
	for i := range n {
		select {
		case d := <-back:
			took.Add(ms(d))
		case <-late.C:
			return took, fmt.Errorf("of %d players whose connection was dropped, %d are back in their ship after %v", n, i, resumeLimit)
		case <-ctx.Done():
			return took, context.Cause(ctx)
		}
	}
	return took, nil
}
