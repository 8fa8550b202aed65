package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/report"
	"bankshot/game"
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

// hiddenFor is how long pages are hidden: so long that the server has stopped sending to them.
const hiddenFor = 2 * time.Second

// resume drops players' connections and measures how long each is without its ship: from the drop until it flies it again
// on a screen of its own.
func resume(ctx context.Context, c *crowd) (report.Hist, error) {
	return returns(ctx, c, "whose connection was dropped", func(k int, back func(time.Duration)) error {
		c.probes[k].leave(back)
		c.bots[k].Link().Drop(errPulled)
		return nil
	})
}

// showAgain hides players' pages for a while, and measures how long each takes to fly its ship again, from its first frame.
func showAgain(ctx context.Context, c *crowd) (report.Hist, error) {
	var shown []func()
	hide := func(k int, back func(time.Duration)) {
		b := c.bots[k]
		c.crew.Remove(b)
		b.Sleep()
		known := b.Predictor().Replica().Tick // nobody calls Frame
		c.probes[k].hide(known+game.Tick(hiddenFor.Seconds()*game.TickHz/2), back)
		shown = append(shown, func() { c.crew.Add(b) })
	}
	n := c.leavers()
	back := make(chan time.Duration, n)
	for i := range n {
		hide(i*len(c.bots)/n, func(d time.Duration) { back <- d })
	}
	if err := wait(ctx, hiddenFor, nil); err != nil {
		return report.Hist{}, err
	}
	for _, show := range shown {
		if err := wait(ctx, time.Second/dropsPerSecond, nil); err != nil {
			return report.Hist{}, err
		}
		show()
	}
	return gathered(ctx, back, n, "that were hidden")
}

// reload has players close their pages and open them again with what a page keeps, and measures how long each takes to fly
// its ship again, from the start of its program.
func reload(ctx context.Context, c *crowd) (report.Hist, error) {
	return returns(ctx, c, "who loaded their page again", func(k int, back func(time.Duration)) error {
		c.crew.Remove(c.bots[k])
		c.bots[k].Close()
		old := c.bots[k].Predictor()
		c.probes[k].leave(back)
		b, err := c.newBot(k, bot.Config{Room: old.Room(), Token: old.Token()})
		if err != nil {
			return err
		}
		c.bots[k] = b
		c.crew.Add(b)
		return nil
	})
}

// leavers is how many players take part in that.
func (c *crowd) leavers() int { return min(len(c.bots), mostDrops) }

// returns has players leave, one after the other, and waits until all are back.
func returns(ctx context.Context, c *crowd, who string, leave func(k int, back func(time.Duration)) error) (report.Hist, error) {
	n := c.leavers()
	back := make(chan time.Duration, n) // it has room for all, so that nobody's frame waits for us
	pace := time.NewTicker(time.Second / dropsPerSecond)
	defer pace.Stop()
	for i := range n {
		select {
		case <-pace.C:
		case <-ctx.Done():
			return report.Hist{}, context.Cause(ctx)
		}
		if err := leave(i*len(c.bots)/n, func(d time.Duration) { back <- d }); err != nil {
			return report.Hist{}, err
		}
	}
	return gathered(ctx, back, n, who)
}

// gathered is how long n players took to be back.
func gathered(ctx context.Context, back <-chan time.Duration, n int, who string) (took report.Hist, err error) {
	late := time.NewTimer(resumeLimit)
	defer late.Stop()
	for i := range n {
		select {
		case d := <-back:
			took.Add(ms(d))
		case <-late.C:
			return took, fmt.Errorf("of %d players %s, %d are back in their ship after %v", n, who, i, resumeLimit)
		case <-ctx.Done():
			return took, context.Cause(ctx)
		}
	}
	return took, nil
}
