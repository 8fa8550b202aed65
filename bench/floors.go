package main

import (
	"context"
	"fmt"
	"math"
	"time"

	"bankshot/bench/floor"
	"bankshot/bench/report"
)

const (
	// floorWindows is how many windows both floors have together.
	floorWindows = 6
	// leastFloor leaves each window enough to go by.
	leastFloor = time.Second
)

// floors measures what the traffic that the run has just had costs at least, and compares.
func floors(ctx context.Context, o *options, r *report.Result, p *progress) error {
	if o.Floor == 0 || o.Server != "" || r.BytesDownPerPlayerS == nil || r.BytesUpPerPlayerS == nil {
		return nil
	}
	p.begin("measuring the floors: the same traffic without a game", floorWindows)
	res, err := floor.Run(ctx, floor.Config{
		Progress: func(done, of int) { p.at(done, fmt.Sprintf("measuring the floors, %d of %d", done, of)) },
		Players:  o.Players, Hz: o.hz(), Duration: o.Floor, Windows: floorWindows / 2,
		BytesDown: int(math.Round(*r.BytesDownPerPlayerS / float64(o.hz()))),
		BytesUp:   int(math.Round(*r.BytesUpPerPlayerS / float64(o.hz()))),
	})
	if err != nil {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		r.Warn("there are no floors to compare with: %v", err) // what the run itself has found stands
		return nil
	}
	r.FloorUSPerPlayerInterval = report.Of(res.EpollUS)
	r.GWSFloorUSPerPlayerInterval = report.Of(res.GWSUS)
	r.FloorSpreadPct = report.Of(100 * (res.Epoll.Max - res.Epoll.Min) / res.EpollUS)
	if res.DeliveredPct < 100*deliveredShare {
		r.Warn("%.0f %% of the floors' frames came in the worst of their windows: the machine was the limit", res.DeliveredPct)
	}
	r.FloorRatio = report.Ratio(r.ServerCPUUSPerPlayerInterval, r.FloorUSPerPlayerInterval)
	r.GWSFloorRatio = report.Ratio(r.ServerCPUUSPerPlayerInterval, r.GWSFloorUSPerPlayerInterval)
	return nil
}
