package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/child"
	"bankshot/bench/hostile"
	"bankshot/bench/report"
	"bankshot/client/predict"
	"bankshot/game"
)

// hostileOptions are the flags of bench -hostile.
type hostileOptions struct {
	options
	// Attack lists the kinds; empty for all.
	Attack string
	// Sockets and Rate are hostile.Config's Sockets and PerSecond.
	Sockets, Rate int
	// Settle is how long the server may take until it is as it was.
	Settle time.Duration
}

func parseHostile(args []string, w io.Writer) (o hostileOptions, asked bool, err error) {
	kinds := hostile.Kinds()
	var known []string
	for _, k := range kinds {
		known = append(known, k.Name)
	}
	f := flagsOf("bench -hostile")
	f.IntVar(&o.Players, "players", 48, "how many honest players, `N`")
	f.IntVar(&o.RoomSize, "room-size", 8, "people that a room takes, `P`")
	f.DurationVar(&o.Warm, "warm", 3*time.Second, "`TIME` to play before measuring")
	f.DurationVar(&o.Duration, "duration", 6*time.Second, "`TIME` of each phase: each attack by itself and all at once, a quiet phase before and after each")
	f.StringVar(&o.Attack, "attack", "", "`KIND,…` of attack, of "+strings.Join(known, ", ")+"; all if none is given")
	f.IntVar(&o.Sockets, "attack-sockets", 2000, "`N` sockets that dribble; other kinds hold fewer")
	f.IntVar(&o.Rate, "attack-rate", 300, "`N` connections a second, or frames, that each kind of attack makes: server, players and attackers share this machine")
	f.DurationVar(&o.Settle, "settle", 100*time.Second, "`TIME` the server may take until its memory and goroutines are what they were: it keeps a dropped player's seat for a minute")
	f.StringVar(&o.JSON, "json", "", "`FILE` for the figures as JSON; - for stdout, instead of the table")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same choices of bots")
	help := func() {
		explain(f, w, "Attacks a server in every way we know, beside honest players, and tells whether they notice, and whether the server keeps\nanything of it. The kinds of attack:")
		fmt.Fprintln(w)
		for _, k := range kinds {
			fmt.Fprintf(w, "  %-10s %s\n", k.Name, k.About)
		}
	}
	if asked, err := readAlone(f, args, help); !asked {
		return o, false, err
	}
	o.Mode = usualMode
	for name := range strings.SplitSeq(o.Attack, ",") {
		if name != "" && !slices.Contains(known, name) {
			return o, false, fmt.Errorf("-attack %q is none of %s; %w", name, strings.Join(known, ", "), errUsage)
		}
	}
	if o.Sockets < 1 || o.Sockets > 10_000 || o.Rate < 1 || o.Rate > 100_000 {
		return o, false, fmt.Errorf("-attack-sockets must be from 1 to 10,000, -attack-rate from 1 to 100,000; %w", errUsage)
	}
	if err := o.validate(); err != nil {
		return o, false, fmt.Errorf("%w; %w", err, errUsage)
	}
	return o, true, nil
}

// kinds are the attacks asked for.
func (o *hostileOptions) kinds() []hostile.Kind {
	all := hostile.Kinds()
	if o.Attack == "" {
		return all
	}
	asked := strings.Split(o.Attack, ",")
	return slices.DeleteFunc(all, func(k hostile.Kind) bool { return !slices.Contains(asked, k.Name) })
}

// benchHostile plays beside attackers and tells whether anybody noticed. Its error says that somebody had to: the server
// died, a player was thrown out, or the server did not become again what it was. Figures of time are for whoever reads them.
func benchHostile(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, asked, err := parseHostile(args, stdout)
	if err != nil || !asked {
		return err
	}
	if err := raiseFiles(4*o.Players + o.Sockets + 4000); err != nil {
		return err
	}
	p := newProgress(stderr)
	defer p.end()
	p.begin("building the server", 0)
	binary, cleanup, err := child.Build(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	s, err := newStage(ctx, &o.options, binary)
	if err != nil {
		return err
	}
	siege := &siege{o: &o, stage: s, progress: p}
	err = errors.Join(siege.play(ctx), s.close())
	p.end()
	if siege.report.Phases == nil {
		return err
	}
	err = errors.Join(err, written(o.JSON, stdout, report.JSON(&siege.report)))
	if o.JSON != "-" {
		siege.report.table(stdout)
	}
	return err
}

// quietPhase is a phase without an attack.
const quietPhase = "quiet"

// siege is a run of bench -hostile.
type siege struct {
	o        *hostileOptions
	stage    *stage
	progress *progress
	crowd    *crowd
	report   hostileReport
}

func (s *siege) play(ctx context.Context) error {
	s.crowd = newCrowd(ctx, &meter{})
	defer s.crowd.close()
	s.progress.begin(fmt.Sprintf("%d players join", s.o.Players), s.o.Players)
	if err := s.crowd.join(ctx, s.stage, &s.o.options, func(int) {}); err != nil {
		return errors.Join(err, s.stage.alive())
	}
	if err := wait(ctx, s.o.Warm, nil); err != nil {
		return err
	}
	start, err := s.stage.server.Metrics(ctx)
	if err != nil {
		return err
	}
	if err := s.phase(ctx, quietPhase, nil); err != nil {
		return err
	}
	before, err := s.stand(ctx)
	if err != nil {
		return err
	}
	s.report.Before = before

	kinds := s.o.kinds()
	for _, k := range kinds {
		if err := errors.Join(s.phase(ctx, k.Name, []hostile.Kind{k}), s.phase(ctx, quietPhase, nil)); err != nil {
			return err
		}
	}
	if len(kinds) > 1 {
		if err := errors.Join(s.phase(ctx, "all at once", kinds), s.phase(ctx, quietPhase, nil)); err != nil {
			return err
		}
	}
	if err := s.settle(ctx); err != nil {
		return err
	}
	end, err := s.stage.server.Metrics(ctx)
	if err != nil {
		return err
	}
	s.report.reasons(start, end)
	return s.report.verdict()
}

// phase measures the honest players while attacks go on.
func (s *siege) phase(ctx context.Context, name string, kinds []hostile.Kind) error {
	s.progress.begin(name, 0)
	if len(kinds) == 0 {
		return s.measure(ctx, name, nil)
	}
	a, err := startAttackers(ctx, kinds, hostile.Config{
		Server: s.stage.url, Rooms: s.honestRooms(), Rules: game.Rules(), Sockets: s.o.Sockets, PerSecond: s.o.Rate,
	})
	if err != nil {
		return err
	}
	if err := wait(ctx, time.Second, nil); err != nil { // until everybody attacks
		_, stopped := a.stop()
		return errors.Join(err, stopped)
	}
	return s.measure(ctx, name, a)
}

// measure takes the honest players' figures, and ends the attack, if there is one.
func (s *siege) measure(ctx context.Context, name string, a *attackers) error {
	s.crowd.meter.reset()
	links := s.links()
	w, err := newWindow(ctx, s.crowd, s.stage, s.o.Duration)
	if err == nil {
		err = w.run(ctx, func(time.Duration) {})
	}
	var stats []hostile.Stats
	if a != nil {
		var stopped error
		stats, stopped = a.stop()
		err = errors.Join(err, stopped)
	}
	if err != nil {
		return errors.Join(err, s.stage.alive())
	}
	s.report.add(name, w, s.links()-links, stats)
	return s.stage.alive()
}

// honestRooms are the codes of the rooms that players are in.
func (s *siege) honestRooms() []string {
	var rooms []string
	for _, b := range s.crowd.bots {
		b.Look(func(p *predict.Predictor, _ *predict.View) {
			if !slices.Contains(rooms, p.Room()) {
				rooms = append(rooms, p.Room())
			}
		})
	}
	return rooms
}

// links is how many connections the players have needed so far.
func (s *siege) links() int {
	n := 0
	for _, b := range s.crowd.bots {
		n += linksOf(b)
	}
	return n
}

func linksOf(b *bot.Bot) int { return b.Link().Stats().Connections }

// reset forgets what was measured, so that the next phase stands for itself.
func (m *meter) reset() {
	m.mu.Lock()
	defer m.mu.Unlock()
	fresh := &meter{}
	m.gaps, m.corrections, m.margins, m.trips = fresh.gaps, fresh.corrections, fresh.margins, fresh.trips
	m.late, m.control, m.second = fresh.late, fresh.control, fresh.second
	m.decoded, m.shown, m.lost = fresh.decoded, fresh.shown, 0
}
