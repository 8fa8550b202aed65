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

// profile is one way between players and server, as people have them.
type profile struct {
	Name        string
	RTT, Jitter time.Duration
	Stall       stall
}

// profiles are the four that feel is measured on.
func profiles() []profile {
	return []profile{
		{"lan", 0, 0, stall{}},
		{"home", 40 * time.Millisecond, 5 * time.Millisecond, stall{}},
		{"far", 150 * time.Millisecond, 20 * time.Millisecond, stall{}},
		{"train", 120 * time.Millisecond, 60 * time.Millisecond, stall{400 * time.Millisecond, 45 * time.Second}},
	}
}

// profileRun is what was found on one of them.
type profileRun struct {
	Profile string         `json:"profile"`
	Result  *report.Result `json:"result"`
	Goals   []verdict      `json:"goals"`

	way profile
}

// benchProfiles is the command profiles: the same players on each way, one after the other.
func benchProfiles(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, asked, err := parseProfiles(args, stdout)
	if err != nil || !asked {
		return err
	}
	runs, err := measureProfiles(ctx, &o, args, stderr)
	if err != nil {
		return err
	}
	err = errors.Join(
		written(o.HTML, stdout, func(w io.Writer) error { return profilesPage(w, runs) }),
		written(o.JSON, stdout, report.JSON(runs)),
	)
	if o.JSON == "-" || o.HTML == "-" {
		return err
	}
	return errors.Join(err, profilesTable(stdout, runs))
}

// parseProfiles reads the command's flags. asked is false for -h, which is answered on w.
func parseProfiles(args []string, w io.Writer) (o options, asked bool, err error) {
	o = options{Mode: usualMode}
	f := flagsOf("bench profiles")
	f.IntVar(&o.Players, "players", 16, "how many players, `N` on each way; all of them are real clients")
	f.IntVar(&o.RoomSize, "room-size", 8, "people that a room takes, `P`")
	f.DurationVar(&o.Warm, "warm", 3*time.Second, "`TIME` to play before measuring, so that clocks have settled")
	f.DurationVar(&o.Duration, "duration", 45*time.Second, "`TIME` to measure on each way; a train's way has one stall in 45s")
	f.StringVar(&o.JSON, "json", "", "`FILE` for the figures as JSON; - for stdout, instead of the table")
	f.StringVar(&o.HTML, "html", "", "`FILE` for a page with the table")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same choices of bots and delays")
	help := func() {
		fmt.Fprint(w, "bench profiles: what players feel near the server, at home, far away and on a train, beside what they ought to feel.\n\n")
		for _, p := range profiles() {
			way := options{RTT: p.RTT, Jitter: p.Jitter, Stall: p.Stall}
			fmt.Fprintf(w, "  %-6s %s\n", p.Name, way.way())
		}
		fmt.Fprintln(w)
		describe(f, w)
	}
	if asked, err := readAlone(f, args, help); !asked {
		return o, false, err
	}
	if err := o.validate(); err != nil {
		return o, false, fmt.Errorf("%w; bench profiles %w", err, errUsage)
	}
	return o, true, nil
}

// measureProfiles runs all of them on servers of their own.
func measureProfiles(ctx context.Context, o *options, args []string, stderr io.Writer) ([]profileRun, error) {
	const perPlayer, spare = 4, 1000 // a socket at each end, and two more where the delay stands between them
	if err := raiseFiles(perPlayer*o.Players + spare); err != nil {
		return nil, err
	}
	p := newProgress(stderr)
	defer p.end()
	p.begin("building the server", 0)
	binary, cleanup, err := child.Build(ctx)
	if err != nil {
		return nil, err
	}
	defer cleanup()

	var runs []profileRun
	for _, way := range profiles() {
		on := *o
		on.RTT, on.Jitter, on.Stall = way.RTT, way.Jitter, way.Stall
		p.begin(fmt.Sprintf("%s: %s", way.Name, on.way()), 0)
		r := &report.Result{Players: on.Players}
		r.Setting = report.Setting{
			Flags: strings.TrimSpace("bench profiles " + strings.Join(args, " ")), Profile: way.Name + ": " + on.way(),
			WarmS: on.Warm.Seconds(), SnapshotsHz: snapshotHz, RoomSize: on.RoomSize, Seed: on.Seed,
			Server: strings.Join(append([]string{"a child of bench:", "server"}, on.serverArgs()...), " "),
		}
		machine(ctx, &r.Setting)
		if err := onStage(ctx, &on, binary, r, p); err != nil {
			return nil, fmt.Errorf("%s: %w", way.Name, err)
		}
		judge(r)
		run := profileRun{Profile: way.Name, Result: r, way: way}
		for _, row := range feelRows() {
			run.Goals = append(run.Goals, row.judge(&way, r))
		}
		runs = append(runs, run)
	}
	return runs, nil
}
