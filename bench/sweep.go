package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"bankshot/bench/child"
	"bankshot/bench/report"
)

// sweepKind is a way of playing together whose limit is looked for.
type sweepKind struct {
	Name     string
	RoomSize int
	Mode     string
	// Goal is how many players it is to carry, 0 for no goal.
	Goal int
}

// sweepKinds are all there are. One more is one more line.
func sweepKinds() []sweepKind {
	return []sweepKind{
		{"rooms of 8", 8, usualMode, 3500},
		{"rooms of 16", 16, usualMode, 0},
	}
}

// sweepOptions are the flags of bench -sweep.
type sweepOptions struct {
	First, Least, Most int
	Precision          float64
	Warm, Measure      time.Duration
	Beyond             float64
	Only               string
	JSON, HTML         string
	Seed               uint64
}

// sweepFound is what was found of one kind.
type sweepFound struct {
	Kind     string `json:"kind"`
	RoomSize int    `json:"room_size"`
	// Most is the most players who all got what they should, 0 where not even the fewest did.
	Most   int     `json:"most_players"`
	Trials []trial `json:"trials"`
	// Beyond is what those inside got when more came than the server can carry, and it chose whom to let in.
	Beyond *trial `json:"beyond"`

	kind sweepKind
}

// sweepReport is all that a sweep found.
type sweepReport struct {
	Setting report.Setting `json:"setting"`
	Kinds   []sweepFound   `json:"kinds"`
}

func parseSweep(args []string, w io.Writer) (o sweepOptions, asked bool, err error) {
	f := flagsOf("bench -sweep")
	f.IntVar(&o.First, "players", 2000, "`N` players to begin with")
	f.IntVar(&o.Least, "least", 250, "`N`: fewer are not tried")
	f.IntVar(&o.Most, "most", 8000, "`N`: more are not tried")
	f.Float64Var(&o.Precision, "precision", 0.04, "`SHARE` by which what is found may be too few")
	f.DurationVar(&o.Warm, "warm", 2*time.Second, "`TIME` to play before each measuring")
	f.DurationVar(&o.Measure, "duration", 6*time.Second, "`TIME` to measure each number of players")
	f.Float64Var(&o.Beyond, "beyond", 1.3, "`TIMES` as many players as go well come to a server that may refuse them; 0 leaves that out")
	f.StringVar(&o.Only, "only", "", "`KIND`, as rooms of 16: look for the limit of that alone")
	f.StringVar(&o.JSON, "json", "", "`FILE` for the figures as JSON; - for stdout, instead of the table")
	f.StringVar(&o.HTML, "html", "", "`FILE` for a page with curves")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same choices of bots")
	if asked, err := readAlone(f, args, func() { describe(f, w) }); !asked {
		return o, false, err
	}
	err = errors.Join(
		between("least", o.Least, 1, mostPlayers), between("most", o.Most, o.Least, mostPlayers), between("players", o.First, 1, mostPlayers),
		lasts("warm", o.Warm, 0, time.Hour), lasts("duration", o.Measure, time.Second, time.Hour),
	)
	switch {
	case err != nil:
	case o.Precision < 0.001 || o.Precision > 1:
		err = fmt.Errorf("-precision is %v: it must be from 0.001 to 1", o.Precision)
	case o.Beyond != 0 && (o.Beyond < 1 || o.Beyond > 4):
		err = fmt.Errorf("-beyond is %v: it must be 0, or from 1 to 4", o.Beyond)
	case len(o.kinds()) == 0:
		var names []string
		for _, k := range sweepKinds() {
			names = append(names, k.Name)
		}
		err = fmt.Errorf("-only is %q: it must be one of %s", o.Only, strings.Join(names, ", "))
	default:
		return o, true, nil
	}
	return o, false, fmt.Errorf("%w; bench -sweep %w", err, errUsage)
}

// kinds are those that are asked for.
func (o *sweepOptions) kinds() (kinds []sweepKind) {
	for _, k := range sweepKinds() {
		if o.Only == "" || o.Only == k.Name {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// search is a new one.
func (o *sweepOptions) search() *search { return newSearch(o.First, o.Least, o.Most, o.Precision) }

// benchSweep looks for the most players that a server on this machine carries.
func benchSweep(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, asked, err := parseSweep(args, stdout)
	if err != nil || !asked {
		return err
	}
	const perPlayer, spare = 2, 1000
	if err := raiseFiles(perPlayer*int(max(1, o.Beyond)*float64(o.Most)) + spare); err != nil {
		return err
	}
	found := sweepReport{Setting: report.Setting{
		Flags: strings.TrimSpace("bench -sweep " + strings.Join(args, " ")), WarmS: o.Warm.Seconds(), MeasuredS: o.Measure.Seconds(),
		SnapshotsHz: snapshotHz, Seed: o.Seed, Server: "children of bench, one for each trial",
	}}
	machine(ctx, &found.Setting)
	p := newProgress(stderr)
	defer p.end()
	p.begin("building the server", 0)
	binary, cleanup, err := child.Build(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	most := trialConfig{warm: o.Warm, measure: o.Measure}
	bound := time.Duration(len(o.kinds())*(o.search().trials()+1)) * most.lasts(o.Most)
	p.begin(fmt.Sprintf("looking for the limits of %d kinds of rooms: %v at most, mostly a third of that", len(o.kinds()), bound.Round(time.Minute)), 0)
	for _, k := range o.kinds() {
		one, err := o.sweep(ctx, k, binary, p)
		if err != nil {
			return err
		}
		found.Kinds = append(found.Kinds, one)
	}
	p.end()
	sheet := found.sheet()
	err = errors.Join(written(o.HTML, stdout, sheet.HTML), written(o.JSON, stdout, found.writeJSON))
	if o.JSON == "-" || o.HTML == "-" {
		return err
	}
	return errors.Join(err, sheet.Table(stdout))
}

// sweep looks for the limit of one kind, and what becomes of those inside beyond it.
func (o *sweepOptions) sweep(ctx context.Context, k sweepKind, binary string, p *progress) (sweepFound, error) {
	found := sweepFound{Kind: k.Name, RoomSize: k.RoomSize, kind: k}
	c := trialConfig{binary: binary, roomSize: k.RoomSize, mode: k.Mode, warm: o.Warm, measure: o.Measure, seed: o.Seed}
	s := o.search()
	for n, more := s.next(); more; n, more = s.next() {
		p.begin(fmt.Sprintf("%s: %d players", k.Name, n), 0)
		t, err := c.run(ctx, n)
		if err != nil {
			return found, fmt.Errorf("%s, %d players: %w", k.Name, n, err)
		}
		p.begin("  "+t.line(), 0)
		found.Trials = append(found.Trials, t)
		s.put(t.Went)
	}
	found.Most = s.found()
	if o.Beyond == 0 || found.Most == 0 {
		return found, nil
	}
	n := int(float64(found.Most) * o.Beyond)
	p.begin(fmt.Sprintf("%s: %d players come to a server that may refuse them", k.Name, n), 0)
	c.selective = true
	t, err := c.run(ctx, n)
	if err != nil {
		return found, fmt.Errorf("%s, %d players beyond the limit: %w", k.Name, n, err)
	}
	p.begin("  "+t.line(), 0)
	found.Beyond = &t
	return found, nil
}

// line is a trial in a line.
func (t *trial) line() string {
	if t.Inside == 0 {
		return "no: " + t.Why
	}
	how := "well"
	if !t.Went {
		how = "no, " + t.Why
	}
	return fmt.Sprintf("%s: %d inside, %.1f snapshots a second, p99 %.1f ms, server %.1f %% of a core, %.1f µs a player and interval",
		how, t.Inside, t.SnapshotsPerPlayerS, t.InterarrivalP99MS, t.ServerCPUPct, t.ServerCPUUSPerPlayerInterval)
}

func (r *sweepReport) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("write the figures as JSON: %w", err)
	}
	return nil
}
