package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"bankshot/game"
	"bankshot/game/replay"
)

// maxRecording bounds a file to be played, in bytes. A round takes about 200 KB.
const maxRecording = 256 << 20

// errReplay is what ends the program where not everything was the same.
var errReplay = errors.New("not every recording plays as it was recorded")

// benchReplay plays recordings again and tells where they part from what these rules make of them.
func benchReplay(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flagsOf("bench replay")
	from := flags.Uint("from", 0, "play only the ticks after this `tick`")
	to := flags.Uint("to", 0, "play only up to this `tick`; 0 for all")
	list := flags.Bool("v", false, "list what entered each tick and what happened in it")
	if asked, err := read(flags, args, func() { replayHelp(stdout, flags) }); !asked {
		return err
	}
	switch {
	case flags.NArg() == 0:
		return fmt.Errorf("bench replay needs the names of recordings, such as data/replays/*/*.bsrp; %w", errUsage)
	case *from > 1<<32-1 || *to > 1<<32-1 || *to != 0 && *to <= *from:
		return fmt.Errorf("-from and -to must be ticks, the first before the second; %w", errUsage)
	}
	wrong := 0
	for _, name := range flags.Args() {
		if err := ctx.Err(); err != nil {
			return err
		}
		v := viewing{out: stdout, from: game.Tick(*from), to: game.Tick(*to), list: *list}
		if err := v.file(name); err != nil {
			wrong++
			fmt.Fprintf(stderr, "%s: %v\n", name, err)
		}
	}
	if wrong > 0 {
		return fmt.Errorf("%w: %d of %d", errReplay, wrong, flags.NArg())
	}
	return nil
}

func replayHelp(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprint(w, `Usage: bench replay [flags] FILE...

Plays recordings (.bsrp, also unfinished ones) by these rules, and compares every hash and every state in them. Exits
with 1 where one differs, naming the tick and the fields, where the rules fail, or where a file cannot be played.
The server keeps what rooms play in DATA/replays; what led to a failed room or a desync lies there, too, as
ROOM-panic-TICK.bsrp and ROOM-desync-TICK.bsrp. Ticks count from the room's beginning, 60 a second.

`)
	flags.SetOutput(w)
	flags.PrintDefaults()
}

// viewing is a recording being looked at.
type viewing struct {
	out      io.Writer
	from, to game.Tick
	list     bool

	seats  map[game.Seat]string
	order  []game.Seat
	modes  []string
	most   int // ships at once
	events [game.EventKinds]int
	facts  [game.FactKinds]int
}

// file plays one and tells about it; the error is what is wrong with it.
func (v *viewing) file(name string) error {
	b, err := readRecording(name)
	if err != nil {
		return err
	}
	r, err := replay.Open(b)
	if err != nil {
		return err
	}
	fmt.Fprintln(v.out, name)
	for i, line := range strings.Split(r.Note, "\n") {
		v.line([]string{"note", ""}[min(i, 1)], "%s", line)
	}
	v.line("arena", "%s, %d x %d tiles", r.Arena.Name, r.Arena.W, r.Arena.H)
	v.seats = map[game.Seat]string{}
	res, err := r.Play(v.from, v.to, v.frame)
	v.line("ticks", "%d to %d, %v", res.First, res.Last, seconds(res.Last-res.First))
	v.line("played", "%s", strings.Join(v.modes, ", "))
	v.line("ships", "%d at once: %s", v.most, v.names())
	v.line("events", "%s", counts(v.events[:], func(i int) string { return replay.EventWord(game.EventKind(i)) }))
	v.line("facts", "%s", counts(v.facts[:], func(i int) string { return replay.FactWord(game.FactKind(i)) }))
	same := "all the same"
	if res.Difference != nil || err != nil {
		same = "then not the same any more"
	}
	v.line("compared", "%d hashes, %d states: %s", res.Hashes, res.States, same)
	if r.Torn != nil {
		v.line("torn", "%v: its writer was stopped in the middle, or is still at it", r.Torn)
	}
	var failed *replay.Panic
	if errors.As(err, &failed) {
		return fmt.Errorf("%w\n%s", err, failed.Stack)
	}
	if err == nil && res.Difference != nil {
		return errors.New(res.Difference.String())
	}
	return err
}

// readRecording reads a whole file, but not one that no recording can be.
func readRecording(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxRecording+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxRecording {
		return nil, fmt.Errorf("%w: it is longer than %d MB", replay.ErrMagic, maxRecording>>20)
	}
	return b, nil
}

// frame takes in one tick.
func (v *viewing) frame(f replay.Frame) {
	v.most = max(v.most, len(f.State.Ships))
	if mode := f.State.Mode.String(); len(v.modes) == 0 || v.modes[len(v.modes)-1] != mode {
		v.modes = append(v.modes, mode)
	}
	for i := range f.State.Ships {
		seat := f.State.Ships[i].Seat
		if _, ok := v.seats[seat]; !ok {
			v.order = append(v.order, seat)
		}
		v.seats[seat] = replay.Who(&f.State.Public, seat)
	}
	for i := range f.Entry.Facts {
		fact := &f.Entry.Facts[i]
		v.facts[fact.Kind]++
		if v.list {
			v.happening(f.State.Tick, "enters", replay.DescribeFact(fact, &f.State.Public))
		}
	}
	for i := range f.Events {
		ev := &f.Events[i]
		v.events[ev.Kind]++
		if v.list {
			v.happening(f.State.Tick, "event", replay.DescribeEvent(ev, &f.State.Public))
		}
	}
}

func (v *viewing) happening(tick game.Tick, what, text string) {
	fmt.Fprintf(v.out, "    %7d  %-6s  %s\n", tick, what, text)
}

func (v *viewing) line(name, format string, args ...any) {
	fmt.Fprintf(v.out, "  %-9s %s\n", name, fmt.Sprintf(format, args...))
}

// names are those of all who flew, in the order in which they came.
func (v *viewing) names() string {
	var all []string
	for _, seat := range v.order {
		name := v.seats[seat]
		if seat >= game.FirstPilotSeat {
			name, _, _ = strings.Cut(name, " (seat ")
			name += " (pilot)"
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}

// counts lists how many there were of each kind, those above 0.
func counts(n []int, word func(int) string) string {
	var all []string
	for i := range n {
		if n[i] > 0 {
			all = append(all, fmt.Sprintf("%s %d", word(i), n[i]))
		}
	}
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}

// seconds is how long so many ticks last.
func seconds(t game.Tick) time.Duration {
	return (time.Duration(t) * time.Second / game.TickHz).Round(time.Millisecond)
}
