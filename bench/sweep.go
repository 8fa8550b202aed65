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

// sweepKind is a way of playing together whose limit is looked for.
type sweepKind struct {
	Name     string
	RoomSize int
	Mode     string
	// Goal is how many players it is to carry, 0 for no goal; Most is how many there can be, 0 for any number.
	Goal, Most int
}

// sweepKinds are all there are. One more is one more line.
func sweepKinds() []sweepKind {
	return []sweepKind{
		{Name: "rooms of 8", RoomSize: 8, Mode: usualMode, Goal: 3500},
		{Name: "rooms of 16", RoomSize: 16, Mode: usualMode},
		{Name: "Frontier", Mode: frontierMode(), Goal: 1200, Most: frontierPlayers},
	}
}

// sweepOptions are the flags of bench -sweep.
type sweepOptions struct {
	First, Least, Most int
	Precision          float64
	Warm, Measure      time.Duration
	Beyond             float64
	Floor              bool
	Only               string
	JSON, HTML         string
	Seed               uint64
}

// sweepFound is what was found of one kind.
type sweepFound struct {
	Kind string `json:"kind"`
	// RoomSize is how many people a room takes, 0 where one takes all.
	RoomSize int `json:"room_size"`
	// Most is the most players who all got what they should, 0 where not even the fewest did.
	Most   int     `json:"most_players"`
	Trials []trial `json:"trials"`
	// FloorMost is the most players whom a server without a game gives the same, with this kind's own mean frames; FloorShare is
	// Most as a share of it. FloorMost is 0, FloorShare nil, where it was not looked for.
	FloorMost   int      `json:"floor_most_players"`
	FloorShare  *float64 `json:"floor_share"`
	FloorTrials []trial  `json:"floor_trials"`
	// Beyond is what those inside got when more came than the server can carry, and it chose whom to let in.
	Beyond *trial `json:"beyond"`

	kind sweepKind
}

// sweepReport is all that a sweep found.
type sweepReport struct {
	Setting report.Setting `json:"setting"`
	Kinds   []sweepFound   `json:"kinds"`
	// Capped says why fewer players were tried than asked for, empty where that is not so.
	Capped string `json:"capped,omitempty"`
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
	f.BoolVar(&o.Floor, "floor", true, "look for the most players of a server without a game too (epoll, one read and one write each), with the same light bots")
	f.StringVar(&o.Only, "only", "", "`KIND`, as rooms of 16: look for the limit of that alone")
	f.StringVar(&o.JSON, "json", "", "`FILE` for the figures as JSON; - for stdout, instead of the table")
	f.StringVar(&o.HTML, "html", "", "`FILE` for a page with curves")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same choices of bots")
	if asked, err := readAlone(f, args, func() {
		explain(f, w, `Looks for the most players that get what they should, in rooms of 8, of 16 and in Frontier, and for how many a server
without a game carries beside the same bots. It says at its start how long that takes at most.`)
	}); !asked {
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

// search is a new one for a kind.
func (o *sweepOptions) search(k sweepKind) *search {
	most := o.Most
	if k.Most > 0 {
		most = min(most, k.Most)
	}
	return newSearch(o.First, min(o.Least, most), most, o.Precision)
}

// cap lowers the most that is tried to what the limit of open files allows, and says so.
func (o *sweepOptions) cap() (why string, err error) {
	limit, err := mostFiles()
	if err != nil {
		return "", err
	}
	times := max(1, o.Beyond)
	if most := int(float64(playersFor(limit)) / times); most < o.Most && most >= o.Least {
		why = fmt.Sprintf("no more than %d players are tried, for %d files may be open here: raise that (ulimit -Hn) to try %d", most, limit, o.Most)
		o.Most = most
	}
	return why, openFor(int(times * float64(o.Most)))
}

// benchSweep looks for the most players that a server on this machine carries.
func benchSweep(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, asked, err := parseSweep(args, stdout)
	if err != nil || !asked {
		return err
	}
	capped, err := o.cap()
	if err != nil {
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
	if found.Capped = capped; capped != "" {
		p.begin(capped, 0)
	}
	p.begin(fmt.Sprintf("looking for the limits of %d kinds of rooms: %v at most, mostly a third of that", len(o.kinds()), o.bound().Round(time.Minute)), 0)
	for _, k := range o.kinds() {
		one, err := o.sweep(ctx, k, binary, p)
		if err != nil {
			return err
		}
		found.Kinds = append(found.Kinds, one)
	}
	p.end()
	sheet := found.sheet()
	err = errors.Join(written(o.HTML, stdout, sheet.HTML), written(o.JSON, stdout, report.JSON(&found)))
	if o.JSON == "-" || o.HTML == "-" {
		return err
	}
	return errors.Join(err, sheet.Table(stdout))
}

// bound is how long all of it takes at most.
func (o *sweepOptions) bound() (all time.Duration) {
	for _, k := range o.kinds() {
		c, s := trialConfig{warm: o.Warm, measure: o.Measure}, o.search(k)
		trials := s.trials() + 1
		if o.Floor {
			trials *= 2
		}
		all += time.Duration(trials) * c.lasts(s.most)
	}
	return all
}

// sweep looks for the limit of one kind, what becomes of those inside beyond it, and how far the floor's limit is.
func (o *sweepOptions) sweep(ctx context.Context, k sweepKind, binary string, p *progress) (sweepFound, error) {
	found := sweepFound{Kind: k.Name, RoomSize: k.RoomSize, kind: k}
	c := trialConfig{binary: binary, roomSize: k.RoomSize, mode: k.Mode, warm: o.Warm, measure: o.Measure, seed: o.Seed}
	s := o.search(k)
	var err error
	if found.Trials, err = s.run(p, k.Name, func(n int) (trial, error) { return c.run(ctx, n) }); err != nil {
		return found, err
	}
	found.Most = s.found()
	if found.Most == 0 {
		return found, nil
	}
	if o.Beyond != 0 {
		n := int(float64(found.Most) * o.Beyond)
		if k.Most > 0 {
			n = min(n, k.Most)
		}
		p.begin(fmt.Sprintf("%s: %d players come to a server that may refuse them", k.Name, n), 0)
		c.selective = true
		t, err := c.run(ctx, n)
		if err != nil {
			return found, fmt.Errorf("%s, %d players beyond the limit: %w", k.Name, n, err)
		}
		p.begin("  "+t.line(), 0)
		found.Beyond = &t
	}
	if o.Floor {
		return found, o.sweepFloor(ctx, &c, &found, p)
	}
	return found, nil
}

// sweepFloor looks for the limit of the floor, with the frames of the most players that went well.
func (o *sweepOptions) sweepFloor(ctx context.Context, c *trialConfig, found *sweepFound, p *progress) error {
	like := found.best()
	// It carries more than the server, so that is where to begin; how many more there may be, the files say.
	limit, err := mostFiles()
	if err != nil {
		return err
	}
	s := newSearch(found.Most*3/2, o.Least, min(max(o.Most, found.Most*2), max(limit-benchFiles, o.Least)), o.Precision)
	name := found.Kind + ", the floor"
	found.FloorTrials, err = s.run(p, name, func(n int) (trial, error) { return c.runFloor(ctx, n, like) })
	if err != nil {
		return err
	}
	if found.FloorMost = s.found(); found.FloorMost > 0 {
		found.FloorShare = report.Of(float64(found.Most) / float64(found.FloorMost))
	}
	return nil
}

// best is the trial of the most players that went well.
func (k *sweepFound) best() *trial {
	for i := range k.Trials {
		if t := &k.Trials[i]; t.Went && t.Players == k.Most {
			return t
		}
	}
	return nil
}

// run makes the trials of a search, and tells of each.
func (s *search) run(p *progress, name string, try func(n int) (trial, error)) (made []trial, err error) {
	for n, more := s.next(); more; n, more = s.next() {
		again := ""
		if s.failed {
			again = ", again before that counts"
		}
		p.begin(fmt.Sprintf("%s: %d players%s", name, n, again), 0)
		t, err := try(n)
		if err != nil {
			return made, fmt.Errorf("%s, %d players: %w", name, n, err)
		}
		p.begin("  "+t.line(), 0)
		made = append(made, t)
		s.put(t.Went)
	}
	return made, nil
}
