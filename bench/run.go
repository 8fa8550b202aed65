package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"bankshot/bench/child"
	"bankshot/bench/report"
)

// benchRun is the command run: measure, and show what was found.
func benchRun(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if args == nil {
		args = []string{}
	}
	o, asked, err := parse(args, stdout)
	if err != nil || !asked {
		return err
	}
	r, err := measure(ctx, &o, args, stderr)
	if err != nil {
		return err
	}
	return show(r, &o, stdout)
}

// show puts a result where the flags want it.
func show(r *report.Result, o *options, stdout io.Writer) error {
	err := errors.Join(written(o.HTML, stdout, r.HTML), written(o.JSON, stdout, report.JSON(r)))
	if o.JSON == "-" || o.HTML == "-" {
		return err
	}
	return errors.Join(err, r.Table(stdout))
}

// written writes to a file, to stdout for -, or nowhere.
func written(name string, stdout io.Writer, write func(io.Writer) error) error {
	switch name {
	case "":
		return nil
	case "-":
		return write(stdout)
	}
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return errors.Join(write(f), f.Close())
}

// measure is one run from beginning to end: it starts all that it needs and leaves nothing behind.
func measure(ctx context.Context, o *options, args []string, stderr io.Writer) (r *report.Result, err error) {
	const perPlayer, spare = 4, 1000 // a socket at each end, and two more where a delay stands between them
	if err := raiseFiles(perPlayer*o.Players + spare); err != nil {
		return nil, err
	}
	r = &report.Result{Players: o.Players}
	r.Setting = report.Setting{
		Flags: strings.TrimSpace("bench " + strings.Join(args, " ")), Profile: o.way(), WarmS: o.Warm.Seconds(),
		SnapshotsHz: float64(o.hz()), RoomSize: o.RoomSize, PilotsPerRoom: o.Pilots, Seed: o.Seed, Server: o.Server,
	}
	machine(ctx, &r.Setting)

	p := newProgress(stderr)
	defer p.end()
	binary := ""
	if o.Server == "" {
		p.begin("building the server", 0)
		path, cleanup, err := child.Build(ctx)
		if err != nil {
			return nil, err
		}
		defer cleanup()
		binary = path
		r.Setting.Server = strings.Join(append([]string{"a child of bench:", "server"}, o.serverArgs()...), " ")
		p.begin("starting it three times, to see how soon it plays", 0)
		first, err := firstSnapshot(ctx, binary, o.serverArgs())
		if err != nil {
			return nil, err
		}
		r.FirstSnapshotMS = report.Of(ms(first))
	}
	if err := onStage(ctx, o, binary, r, p); err != nil {
		return nil, err
	}
	if err := floors(ctx, o, r, p); err != nil {
		return nil, err
	}
	judge(r)
	return r, nil
}

// onStage plays on a stage of its own, which is gone when it returns.
func onStage(ctx context.Context, o *options, binary string, r *report.Result, p *progress) (err error) {
	s, err := newStage(ctx, o, binary)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	c := newCrowd(ctx, &meter{})
	defer c.close()
	return play(ctx, o, s, c, r, p)
}

// play lets everybody in, measures, and fills in the result.
func play(ctx context.Context, o *options, s *stage, c *crowd, r *report.Result, p *progress) error {
	p.begin(fmt.Sprintf("%d players join", o.Players), o.Players)
	err := c.join(ctx, s, o, func(in int) { p.at(in, fmt.Sprintf("%d of %d players have joined", in, o.Players-c.nLight)) })
	if err != nil {
		return err
	}
	r.LightPlayers = c.nLight
	r.Rooms = c.rooms() // those of real clients; bench's own server knows of the others too
	p.begin(fmt.Sprintf("warming up for %v", o.Warm), int(o.Warm/time.Second))
	if err := wait(ctx, o.Warm, func(passed time.Duration) { p.at(int(passed/time.Second), "warming up") }); err != nil {
		return err
	}

	p.begin(fmt.Sprintf("measuring for %v", o.Duration), int(o.Duration/time.Second))
	w, err := newWindow(ctx, c, s, o.Duration)
	if err != nil {
		return err
	}
	if err := w.run(ctx, func(passed time.Duration) { p.at(int(passed/time.Second), "measuring") }); err != nil {
		return err
	}
	if s.server != nil {
		r.Rooms = int(w.last().metrics["bankshot_rooms_awake"])
	}
	w.fill(r)

	p.begin("dropping connections, to see how soon their players are back", 0)
	back, err := resume(ctx, c)
	if err != nil {
		return errors.Join(err, s.alive())
	}
	r.ResumeP99MS = back.Quantile(0.99)
	r.Histograms = append(r.Histograms, back.Histogram("back after a drop", "ms", bars))
	p.begin("hiding pages, and showing them again", 0)
	shown, err := showAgain(ctx, c)
	if err != nil {
		return errors.Join(err, s.alive())
	}
	r.ShownAgainP99MS = shown.Quantile(0.99)
	p.begin("loading pages anew", 0)
	reloaded, err := reload(ctx, c)
	if err != nil {
		return errors.Join(err, s.alive())
	}
	r.ReloadP99MS = reloaded.Quantile(0.99)
	return s.alive()
}

// wait passes the time and tells of every second, if anybody wants to know.
func wait(ctx context.Context, d time.Duration, told func(passed time.Duration)) error {
	start := time.Now()
	second := time.NewTicker(time.Second)
	defer second.Stop()
	end := time.NewTimer(d)
	defer end.Stop()
	for {
		select {
		case <-second.C:
			if told != nil {
				told(time.Since(start))
			}
		case <-end.C:
			return nil
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// way describes what the way between players and server adds.
func (o *options) way() string {
	if o.RTT == 0 && o.Stall.For == 0 {
		return "nothing added"
	}
	text := fmt.Sprintf("%v ± %v added to a round trip", o.RTT, o.Jitter)
	if o.Stall.For > 0 {
		text += fmt.Sprintf(", a stall of %v per %v and direction", o.Stall.For, o.Stall.Every)
	}
	return text
}
