package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"bankshot/bench/child"
	"bankshot/bench/report"
)

// The numbers of players between which cost is compared: memory as a slope, so that what a process needs for nobody
// cancels out, and processor time as a ratio.
const (
	slopeFrom, slopeTo = 500, 2000
	costFrom, costTo   = 300, 3000
)

// growthReport is what one more player costs.
type growthReport struct {
	Setting report.Setting `json:"setting"`
	Trials  []trial        `json:"trials"`
	// RSSKBPerPlayer is the slope of resident memory, CPUGrowthPct by how much more processor time a player takes at costTo
	// than at costFrom.
	RSSKBPerPlayer *float64 `json:"rss_slope_kb_per_player"`
	CPUGrowthPct   *float64 `json:"cpu_growth_pct"`
}

// growthOptions are the flags of bench growth.
type growthOptions struct {
	RoomSize      int
	Warm, Measure time.Duration
	JSON          string
	Seed          uint64
}

func parseGrowth(args []string, w io.Writer) (o growthOptions, asked bool, err error) {
	f := flagsOf("bench growth")
	f.IntVar(&o.RoomSize, "room-size", 8, "people that a room takes, `P`")
	f.DurationVar(&o.Warm, "warm", 3*time.Second, "`TIME` to play before each measuring")
	f.DurationVar(&o.Measure, "duration", 10*time.Second, "`TIME` to measure each number of players")
	f.StringVar(&o.JSON, "json", "", "`FILE` for the figures as JSON; - for stdout, instead of the table")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same choices of bots")
	if asked, err := readAlone(f, args, func() {
		explain(f, w, `Plays with 300, 500, 2,000 and 3,000 light bots and tells what one more player costs: memory as a slope, CPU at many against
few.`)
	}); !asked {
		return o, false, err
	}
	err = errors.Join(
		between("room-size", o.RoomSize, 1, mostRoomSize),
		lasts("warm", o.Warm, 0, time.Hour), lasts("duration", o.Measure, time.Second, time.Hour),
	)
	if err != nil {
		return o, false, fmt.Errorf("%w; bench growth %w", err, errUsage)
	}
	return o, true, nil
}

// benchGrowth measures what one more player costs, in memory and in processor time.
func benchGrowth(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, asked, err := parseGrowth(args, stdout)
	if err != nil || !asked {
		return err
	}
	if err := openFor(costTo); err != nil {
		return err
	}
	r := growthReport{Setting: report.Setting{
		Flags: strings.TrimSpace("bench growth " + strings.Join(args, " ")), WarmS: o.Warm.Seconds(), MeasuredS: o.Measure.Seconds(),
		SnapshotsHz: snapshotHz, RoomSize: o.RoomSize, Seed: o.Seed, Server: "children of bench, one for each number of players",
	}}
	machine(ctx, &r.Setting)
	p := newProgress(stderr)
	defer p.end()
	p.begin("building the server", 0)
	binary, cleanup, err := child.Build(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	c := trialConfig{binary: binary, roomSize: o.RoomSize, mode: usualMode, warm: o.Warm, measure: o.Measure, seed: o.Seed}
	for _, n := range []int{costFrom, slopeFrom, slopeTo, costTo} {
		p.begin(fmt.Sprintf("%d players, for %v", n, c.lasts(n).Round(time.Second)), 0)
		t, err := c.run(ctx, n)
		if err != nil {
			return fmt.Errorf("%d players: %w", n, err)
		}
		r.Trials = append(r.Trials, t)
	}
	p.end()
	r.compare()
	if o.JSON != "" {
		return written(o.JSON, stdout, report.JSON(&r))
	}
	return r.sheet().Table(stdout)
}

// compare fills in what follows from the trials. One that nobody could get into says nothing.
func (r *growthReport) compare() {
	at := map[int]*trial{}
	for i := range r.Trials {
		if t := &r.Trials[i]; t.Inside == t.Players {
			at[t.Players] = t
		}
	}
	if a, b := at[slopeFrom], at[slopeTo]; a != nil && b != nil {
		r.RSSKBPerPlayer = report.Of((b.ServerRSSMB - a.ServerRSSMB) * 1024 / (slopeTo - slopeFrom))
	}
	if a, b := at[costFrom], at[costTo]; a != nil && b != nil {
		r.CPUGrowthPct = report.Of(100 * (b.ServerCPUUSPerPlayerInterval/a.ServerCPUUSPerPlayerInterval - 1))
	}
}

// sheet is the same for people.
func (r *growthReport) sheet() *report.Sheet {
	value := func(v *float64, decimals int) string {
		if v == nil {
			return report.Unmeasured
		}
		return text(*v, decimals)
	}
	g := report.SheetGroup{Title: "What one more player costs", Rows: []report.Row{
		{Label: "memory", Value: value(r.RSSKBPerPlayer, 1), Unit: "KB", Goal: "≤ 25", About: fmt.Sprintf("(RSS at %d - RSS at %d) / %d", slopeTo, slopeFrom, slopeTo-slopeFrom)},
		{Label: "more CPU a player", Value: value(r.CPUGrowthPct, 1), Unit: "%", Goal: "≤ 15", About: fmt.Sprintf("at %d against %d, per snapshot that was sent", costTo, costFrom)},
	}}
	each := report.SheetGroup{Title: "At each number of players"}
	for i := range r.Trials {
		t := &r.Trials[i]
		each.Rows = append(each.Rows, report.Row{Label: fmt.Sprintf("%d players", t.Players), Value: text(t.ServerRSSMB, 1), Unit: "MB", About: t.line()})
	}
	s := &report.Sheet{Setting: r.Setting.Lines(), Groups: []report.SheetGroup{g, each}}
	if l := r.Setting.LoadBefore; l != nil && *l > busyCoreLoad*float64(max(r.Setting.Cores, 1)) {
		s.Warnings = append(s.Warnings, fmt.Sprintf("the machine was busy before (load %.1f): CPU figures are upper bounds, and few players suffer most", *l))
	}
	return s
}
