package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"bankshot/bench/balance"
	"bankshot/bench/report"
	"bankshot/game"
	"bankshot/game/arena"
)

var (
	// errUnbalanced is what ends the program where a goal was missed.
	errUnbalanced = errors.New("the game is not balanced")
	// errCutShort is what ends it where not all rounds were played.
	errCutShort = errors.New("stopped before the last round")
)

// balanceOptions are the flags of bench balance.
type balanceOptions struct {
	balance.Config
	arenas []drawnArena
	json   string
	// settle is how many rounds more may be played where spawns are undecided.
	settle int
}

// benchBalance lets pilots play, and tells whether the game is fair and is decided by banks.
func benchBalance(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var o balanceOptions
	asked, err := o.parse(args, stdout)
	if !asked || err != nil {
		return err
	}
	for _, d := range o.arenas {
		if err := ctx.Err(); err != nil {
			return err
		}
		o.Grounds = append(o.Grounds, balance.NewGround(d.arena))
	}
	p := newProgress(stderr)
	begun := time.Now()
	p.begin(fmt.Sprintf("playing %d rounds of %d arenas and modes, %d at a time", o.Rounds, o.Bouts(), o.Workers), o.Rounds)
	rounds := o.follow(p, func(told chan<- state) []balance.Round {
		return balance.Play(ctx, &o.Config, func(done int) { say(told, state{done, o.Rounds, 0}) })
	})
	var more []balance.Round
	if o.settle > 0 {
		more = o.follow(p, func(told chan<- state) []balance.Round {
			return balance.Settle(ctx, &o.Config, rounds, o.settle, func(done, all, undecided int) {
				if done == 0 {
					told <- state{0, all, undecided}
					return
				}
				say(told, state{done, all, undecided})
			})
		})
	}
	p.end()
	return o.tell(rounds, more, time.Since(begun), stdout)
}

// state is how far playing has got: so many rounds of so many, for spawns that are undecided or for none.
type state struct{ done, all, undecided int }

// say tells unless the bar is behind: it may miss some.
func say(told chan<- state, s state) {
	select {
	case told <- s:
	default:
	}
}

// follow shows how far it has got while rounds are played.
func (o *balanceOptions) follow(p *progress, play func(told chan<- state) []balance.Round) []balance.Round {
	told := make(chan state, 1)
	finished := make(chan []balance.Round)
	go func() { finished <- play(told) }()
	for {
		select {
		case s := <-told:
			switch {
			case s.done == 0:
				p.begin(fmt.Sprintf("playing %d more rounds to decide %d spawns", s.all, s.undecided), s.all)
			case s.undecided > 0:
				p.at(s.done, fmt.Sprintf("round %d of %d more, for %d spawns", s.done, s.all, s.undecided))
			default:
				p.at(s.done, fmt.Sprintf("round %d of %d", s.done, s.all))
			}
		case rounds := <-finished:
			return rounds
		}
	}
}

// tell prints what was found out.
func (o *balanceOptions) tell(rounds, more []balance.Round, took time.Duration, stdout io.Writer) error {
	r := balance.Judge(o.Grounds, rounds, more)
	if err := written(o.json, stdout, report.JSON(&r)); err != nil {
		return err
	}
	if o.json != "-" {
		ticks := 0
		for _, played := range [...][]balance.Round{rounds, more} {
			for i := range played {
				ticks += played[i].Ticks + game.CountdownTicks
			}
		}
		played := time.Duration(ticks) * time.Second / game.TickHz
		settled := ""
		if len(more) > 0 {
			settled = fmt.Sprintf(" and %d to settle spawns", len(more))
		}
		fmt.Fprintf(stdout, "%d rounds%s, %v of play in %v: %.0f times as fast as it is played. Intervals are of 95 %%, over rounds.\n",
			len(rounds), settled, played.Round(time.Minute), took.Round(time.Second), played.Seconds()/took.Seconds())
		if err := r.Table(stdout); err != nil {
			return err
		}
	}
	if open := r.Open(); len(open) > 0 && o.json != "-" {
		fmt.Fprintf(stdout, "\nUndecided, which is no failure: %s. More rounds decide.\n", strings.Join(open, "; "))
	}
	var wrong error
	if r.Verdict() == balance.Fail {
		wrong = errUnbalanced
	}
	if len(rounds) < o.Rounds {
		wrong = errors.Join(wrong, fmt.Errorf("%w: %d of %d", errCutShort, len(rounds), o.Rounds))
	}
	return wrong
}

// Limits of what may be asked for.
const (
	mostRounds  = 1_000_000
	mostWorkers = 1024
)

// parse reads the flags. asked is false for -h, which is answered on w.
func (o *balanceOptions) parse(args []string, w io.Writer) (asked bool, err error) {
	f := flagsOf("bench balance")
	f.IntVar(&o.Rounds, "rounds", 2000, "`N` rounds in all, in turns over all arenas and their modes")
	f.IntVar(&o.settle, "settle", 0, "at most `N` rounds more, in the arenas whose spawns are undecided, until none is")
	modes := f.String("mode", "all", "play only these modes: "+strings.Join(modeNames(), ", ")+", with commas between")
	only := f.String("arena", "", "play only the arenas whose name or file has this `word` in it")
	f.IntVar(&o.Ships, "ships", 8, "`N` ships a round; a duel has 2")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same rounds, whatever -workers is")
	f.IntVar(&o.Workers, "workers", runtime.GOMAXPROCS(0), "`N` rounds are played at once")
	f.StringVar(&o.json, "json", "", "`FILE` for the figures as JSON, with every spawn; - for stdout, instead of the table")
	if asked, err := read(f, args, func() { balanceHelp(w, f) }); !asked {
		return false, err
	}
	if o.Rounds < 1 || o.Rounds > mostRounds || o.settle < 0 || o.settle > mostRounds || o.Workers < 1 || o.Workers > mostWorkers || o.Ships < 2 || o.Ships > game.MaxShips {
		return false, fmt.Errorf("-rounds must be from 1 to %d, -settle from 0 to %d, -workers from 1 to %d, -ships from 2 to %d; %w", mostRounds, mostRounds, mostWorkers, game.MaxShips, errUsage)
	}
	if o.Modes, err = parseModes(*modes); err != nil {
		return false, err
	}
	all, err := arenasOf(f.Args())
	if err != nil {
		return false, err
	}
	for _, d := range all {
		if err := arena.Validate(d.arena, arena.MinSpawns); err != nil {
			return false, fmt.Errorf("%s can't be played in: %w", d.name, err)
		}
		if strings.Contains(strings.ToLower(d.name+" "+d.arena.Name), strings.ToLower(*only)) && d.arena.Modes&o.Modes != 0 {
			o.arenas = append(o.arenas, d)
		}
	}
	if len(o.arenas) == 0 {
		return false, fmt.Errorf("no arena with %q in its name is made for -mode %s; bench arenas lists them; %w", *only, *modes, errUsage)
	}
	return true, nil
}

func balanceHelp(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprint(w, `Usage: bench balance [flags] [FILE...]

Lets computer pilots of all strengths play whole rounds, without a server and without waiting, and tells whether weapons,
spawns and sides are fair, whether kills are banked, and whether who dies could see why: in the game's arenas, or in those
of the files. Each figure stands beside its interval of 95 %: a goal is passed when all of it is inside, failed (exit 1)
when all of it is outside, else undecided, which is no failure (exit 0): it is said at the end, and more rounds decide it.

`)
	flags.SetOutput(w)
	flags.PrintDefaults()
}

func modeNames() []string {
	var names []string
	for m := range arena.Matched {
		names = append(names, m.String())
	}
	return names
}

// parseModes reads all, or names of modes with commas between.
func parseModes(text string) (arena.ModeSet, error) {
	if text == "all" {
		return arena.ModeSet(1<<arena.Matched - 1), nil
	}
	var set arena.ModeSet
	for name := range strings.SplitSeq(text, ",") {
		mode, ok := arena.ParseMode(strings.TrimSpace(name))
		if !ok {
			return 0, fmt.Errorf("-mode: there is no %q, but all and %s; %w", name, strings.Join(modeNames(), ", "), errUsage)
		}
		set = set.With(mode)
	}
	return set, nil
}
