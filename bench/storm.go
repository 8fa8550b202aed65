package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/child"
	"bankshot/bench/lean"
)

// stormOptions are the flags of bench storm.
type stormOptions struct {
	Server   string
	Players  int
	RoomSize int
	Times    int
	Within   time.Duration
}

const (
	// calm is how long everybody stays before they are dropped: links come back at once from connections that had held.
	calm = 3 * time.Second
	// stormLimit is how long the last one may take before we give up on them.
	stormLimit = 30 * time.Second
	// stormFiles is what bench and the server open beside players' connections.
	stormFiles = 300
)

func parseStorm(args []string, w io.Writer) (o stormOptions, asked bool, err error) {
	f := flagsOf("bench storm")
	f.StringVar(&o.Server, "server", "", "`URL` of a running server; without it bench builds one and runs it as a child")
	f.IntVar(&o.Players, "players", 1000, "how many players, `N`")
	f.IntVar(&o.RoomSize, "room-size", 8, "people that a room takes, `P`")
	f.IntVar(&o.Times, "times", 3, "how often all are dropped, `N`")
	f.DurationVar(&o.Within, "within", 5*time.Second, "`TIME` in which everybody has to be back")
	if asked, err := readAlone(f, args, func() {
		explain(f, w, `Drops everybody at once and tells who is back when, and as whom: in the same seat, with the same score, nobody twice.`)
	}); !asked {
		return o, false, err
	}
	err = errors.Join(between("players", o.Players, 1, mostPlayers), between("room-size", o.RoomSize, 1, mostRoomSize))
	switch {
	case err != nil:
	case o.Times < 1:
		err = fmt.Errorf("-times is %d: it must be at least 1", o.Times)
	case o.Within <= 0 || o.Within > stormLimit:
		err = fmt.Errorf("-within is %v: it must be more than nothing and at most %v", o.Within, stormLimit)
	default:
		return o, true, nil
	}
	return o, false, fmt.Errorf("%w; %w", err, errUsage)
}

// benchStorm drops everybody at once and looks who comes back, when, and as whom.
func benchStorm(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, asked, err := parseStorm(args, stdout)
	if err != nil || !asked {
		return err
	}
	if err := raiseFiles(2*o.Players + stormFiles); err != nil {
		return err
	}
	bar := newProgress(stderr)
	defer bar.end()
	url := o.Server
	if url == "" {
		bar.begin("building the server", 0)
		binary, cleanup, err := child.Build(ctx)
		if err != nil {
			return err
		}
		defer cleanup()
		return stormChild(ctx, &o, binary, bar, stdout)
	}
	if err := reachable(ctx, url); err != nil {
		return err
	}
	return stormAt(ctx, &o, url, bar, stdout)
}

func stormChild(ctx context.Context, o *stormOptions, binary string, bar *progress, stdout io.Writer) (err error) {
	server, err := child.Start(ctx, child.Config{Binary: binary, Args: []string{
		"-room-size", strconv.Itoa(o.RoomSize), "-ships", strconv.Itoa(o.RoomSize),
		"-rooms", strconv.Itoa(o.Players), "-per-ip", strconv.Itoa(o.Players + 1), "-admission", "off",
	}})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Stop()) }()
	return stormAt(ctx, o, server.URL(), bar, stdout)
}

// stormAt is the storm on a running server.
func stormAt(ctx context.Context, o *stormOptions, url string, bar *progress, stdout io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	crew := &lean.Crew{}
	var bots []*lean.Bot
	var running sync.WaitGroup
	running.Go(func() { crew.Run(ctx) })
	defer func() {
		cancel()
		running.Wait()
		var closing sync.WaitGroup
		for _, b := range bots {
			closing.Go(b.Close)
		}
		closing.Wait()
	}()

	bar.begin(fmt.Sprintf("%d players come", o.Players), o.Players)
	pace := time.NewTicker(time.Second / joinPerSecond)
	defer pace.Stop()
	for i := range o.Players {
		select {
		case <-pace.C:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		b, err := lean.New(lean.Config{Server: url, Room: bot.AnyRoom, Name: fmt.Sprint("Storm ", i), Seed: uint64(i)})
		if err != nil {
			return err
		}
		bots = append(bots, b)
		crew.Add(b)
		bar.at(i, "players come")
	}
	var all []storm
	for n := range o.Times {
		if n == 0 {
			if err := everybody(ctx, bots, "to get their first ship", bar); err != nil {
				return err
			}
		}
		bar.begin("calm before the storm", 0)
		select {
		case <-time.After(calm):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		s, err := strike(ctx, bots, bar)
		if err != nil {
			return err
		}
		all = append(all, s)
	}
	bar.end()
	return tellStorms(stdout, o, all)
}

// everybody waits until each bot is in its ship.
func everybody(ctx context.Context, bots []*lean.Bot, what string, bar *progress) error {
	look := time.NewTicker(10 * time.Millisecond)
	defer look.Stop()
	late := time.NewTimer(stormLimit)
	defer late.Stop()
	bar.begin("waiting for everybody "+what, len(bots))
	for {
		in := 0
		var missing lean.Status
		for _, b := range bots {
			if s := b.Status(); s.InShip {
				in++
			} else {
				missing = s
			}
		}
		bar.at(in, "in their ships")
		if in == len(bots) {
			return nil
		}
		select {
		case <-look.C:
		case <-late.C:
			return fmt.Errorf("waiting %s, %d of %d players are in their ship after %v; one of the others: seat %d of room %q, %w",
				what, in, len(bots), stormLimit, missing.Seat, missing.Room, errors.Join(missing.Err, errors.New("last goodbye: "+missing.Bye.Reason)))
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// storm is what came of dropping everybody once.
type storm struct {
	// cut is how long it took to drop them all, took how long each was away, in ascending order.
	cut  time.Duration
	took []time.Duration
	// own counts those who are back in the seat they had; events, missed and twice are those of all since before.
	own, events, missed, twice int
}

// strike drops everybody at once and waits until they are back.
func strike(ctx context.Context, bots []*lean.Bot, bar *progress) (s storm, err error) {
	before := make([]lean.Status, len(bots))
	for i, b := range bots {
		before[i] = b.Status()
	}
	began := time.Now()
	cut := make([]time.Time, len(bots))
	for i, b := range bots {
		cut[i] = b.Cut()
	}
	s.cut = time.Since(began)
	if err := everybody(ctx, bots, "to come back", bar); err != nil {
		return s, err
	}
	for i, b := range bots {
		now, was := b.Status(), before[i]
		s.took = append(s.took, now.Back.Sub(cut[i]))
		if now.Room == was.Room && now.Seat == was.Seat && now.Anew == was.Anew && now.Resumed > was.Resumed {
			s.own++
		}
		s.events += now.Events - was.Events
		s.missed += now.Missed - was.Missed
		s.twice += now.Twice - was.Twice
	}
	slices.Sort(s.took)
	return s, nil
}

// tellStorms writes the table; the error says what is not as it has to be.
func tellStorms(w io.Writer, o *stormOptions, all []storm) error {
	fmt.Fprintf(w, "%d players in rooms of %d, dropped at once and back in their ships; ms\n\n", o.Players, o.RoomSize)
	fmt.Fprintf(w, "%8s %8s %8s %8s %8s %8s  %-14s %s\n", "dropping", "first", "median", "p99", "last", "goal", "in own seat", "room events")
	var wrong []string
	for _, s := range all {
		n := len(s.took)
		last := s.took[n-1]
		fmt.Fprintf(w, "%8.0f %8.0f %8.0f %8.0f %8.0f %8.0f  %-14s %d, %d missed, %d twice\n",
			ms(s.cut), ms(s.took[0]), ms(s.took[n/2]), ms(s.took[n*99/100]), ms(last), ms(o.Within),
			fmt.Sprintf("%d of %d", s.own, n), s.events, s.missed, s.twice)
		if s.own < n {
			wrong = append(wrong, fmt.Sprintf("%d players came back into another seat", n-s.own))
		}
		if s.missed > 0 || s.twice > 0 {
			wrong = append(wrong, fmt.Sprintf("%d room events were missed and %d told twice", s.missed, s.twice))
		}
		if last > o.Within {
			wrong = append(wrong, fmt.Sprintf("the last player took %v", last.Round(time.Millisecond)))
		}
	}
	if len(wrong) > 0 {
		return errors.New(strings.Join(wrong, "; "))
	}
	return nil
}
