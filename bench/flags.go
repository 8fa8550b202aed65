package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/arena"
)

// options are a run's flags.
type options struct {
	// Server is that of a running server; empty for one of bench's own.
	Server string
	// Players is how many in all, RoomSize how many a room takes, Pilots how many of the server's own fill it up with.
	Players, RoomSize, Pilots int
	// Light is the share of players that are light bots.
	Light float64
	// Mode is what is played, Hz how many snapshots a second of it where that is a choice.
	Mode string
	Hz   int
	// Within is how many units wide a place everybody appears in, in frontier; 0 for all of the arena.
	Within int
	// Warm is how long everybody plays before anything counts, Duration how long is measured.
	Warm, Duration time.Duration
	// Floor is how long the floors are measured once everybody has gone; 0 leaves them out.
	Floor time.Duration
	// RTT, Jitter and Stall are what the way between players and server adds.
	RTT, Jitter time.Duration
	Stall       stall
	// JSON and HTML are where reports go; - is stdout.
	JSON, HTML string
	// Seed decides what bots and delays do where they have a choice.
	Seed uint64
}

// stall is a flag such as 400ms/45s: a silence of For, Every so often on average.
type stall struct{ For, Every time.Duration }

func (s *stall) String() string {
	if s.For == 0 {
		return "none"
	}
	return fmt.Sprintf("%v/%v", s.For, s.Every)
}

// Set is flag.Value's.
func (s *stall) Set(v string) error {
	if v == "" || v == "none" {
		*s = stall{}
		return nil
	}
	length, every, ok := strings.Cut(v, "/")
	if !ok {
		return errors.New("it must be how long/how often, such as 400ms/45s")
	}
	var err error
	if s.For, err = time.ParseDuration(length); err != nil {
		return err
	}
	if s.Every, err = time.ParseDuration(every); err != nil {
		return err
	}
	if s.For <= 0 || s.Every <= s.For {
		return errors.New("a stall must last some time, and be shorter than what is between two of them")
	}
	return nil
}

// limits of what may be asked for.
const (
	mostPlayers  = 20_000
	mostRoomSize = game.MaxShips
	// usualRoomSize is what a match takes where nothing else is said.
	usualRoomSize = 8
	mostDuration  = 24 * time.Hour
	mostDelay     = 10 * time.Second
	// usualMode is played where nothing else is said, so that runs compare; anyMode is what a room plays of its own accord.
	usualMode = "free-for-all"
	anyMode   = "any"
)

// parse reads a run's flags. asked is false for -h, which is answered on w.
func parse(args []string, w io.Writer) (o options, asked bool, err error) {
	f := flagsOf("bench")
	f.StringVar(&o.Server, "server", "", "`URL` of a running server; without it bench builds one and runs it as a child, which is needed for its CPU time, memory and metrics")
	f.IntVar(&o.Players, "players", 200, "how many players, `N` in all")
	f.IntVar(&o.RoomSize, "room-size", 0, "people that a room takes, `P`; 0 for 8, in frontier for all")
	f.IntVar(&o.Pilots, "pilots", 0, "`N` of the server's own pilots a room, beside its people: -room-size 1 -pilots 7 is one person among seven")
	f.Float64Var(&o.Light, "light", 0, "`SHARE` of the players, 0 to 0.99, that are light: they replay inputs and throw away what they read, so that not they are what is measured")
	f.StringVar(&o.Mode, "mode", usualMode, "`M`: what is played in every room: "+modes()+"; or "+anyMode+" for what rooms play by turns")
	f.IntVar(&o.Hz, "hz", frontierHz, "snapshots a second in frontier, `N`: 30 or 20")
	f.IntVar(&o.Within, "within", 0, "everybody appears in a place so many `UNITS` wide, in frontier: 1000 for all in one view; 0 for all of the arena")
	f.DurationVar(&o.Warm, "warm", 3*time.Second, "`TIME` to play before measuring, so that clocks have settled")
	f.DurationVar(&o.Duration, "duration", 30*time.Second, "`TIME` to measure")
	f.DurationVar(&o.Floor, "floor", 6*time.Second, "`TIME` to measure, afterwards, what the same traffic costs a server that knows no game; 0 for no floors")
	f.DurationVar(&o.RTT, "rtt", 0, "`TIME` that a round trip takes longer, half each way")
	f.DurationVar(&o.Jitter, "jitter", 0, "`TIME` by which that varies either way, uniformly and in order")
	f.Var(&o.Stall, "stall", "`LENGTH/EVERY`: each direction of each connection stands still that long, that often on average, such as 400ms/45s")
	f.StringVar(&o.JSON, "json", "", "`FILE` for the figures as JSON; - for stdout, instead of the table")
	f.StringVar(&o.HTML, "html", "", "`FILE` for a page with curves")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same choices of bots and delays")
	if args == nil {
		describe(f, w)
		return o, false, nil
	}
	if asked, err := readAlone(f, args, func() { describe(f, w) }); !asked {
		return o, false, err
	}
	o.settle()
	if err := o.validate(); err != nil {
		return o, false, fmt.Errorf("%w; %w", err, errUsage)
	}
	return o, true, nil
}

// modes lists what may be asked for.
func modes() string {
	var names []string
	for m := range arena.Modes {
		names = append(names, m.String())
	}
	return strings.Join(names, ", ")
}

// room is what players ask the server for.
func (o *options) room() string {
	if o.Mode == anyMode {
		return link.AnyRoom
	}
	return link.RoomOf(o.Mode)
}

// validate finds what makes no sense.
func (o *options) validate() error {
	most := mostRoomSize
	if o.frontier() {
		most = game.FrontierShips
	}
	err := errors.Join(
		between("players", o.Players, 1, mostPlayers),
		between("room-size", o.RoomSize, 1, most),
		between("pilots", o.Pilots, 0, most),
		o.checkFrontier(),
		lasts("warm", o.Warm, 0, time.Hour),
		lasts("duration", o.Duration, time.Second, mostDuration),
		lasts("floor", o.Floor, 0, time.Hour),
		lasts("rtt", o.RTT, 0, mostDelay),
		lasts("jitter", o.Jitter, 0, mostDelay),
	)
	_, known := arena.ParseMode(o.Mode)
	switch {
	case err != nil:
		return err
	case o.RoomSize+o.Pilots > most:
		return fmt.Errorf("-room-size and -pilots make %d ships a room: there may be %d", o.RoomSize+o.Pilots, most)
	case !(o.Light >= 0 && o.Light <= 0.99):
		return fmt.Errorf("-light is %s: it must be from 0 to 0.99, for somebody has to feel", strconv.FormatFloat(o.Light, 'g', -1, 64))
	case o.Floor > 0 && o.Floor < leastFloor:
		return fmt.Errorf("-floor is %v: it must be %v at least, or 0 for no floors", o.Floor, leastFloor)
	case !known && o.Mode != anyMode:
		return fmt.Errorf("-mode is %q: there are %s and %s", o.Mode, modes(), anyMode)
	case o.Jitter > o.RTT:
		return fmt.Errorf("-jitter %v is more than -rtt %v: no way takes less than no time", o.Jitter, o.RTT)
	case o.Server != "" && o.Pilots > 0:
		return errors.New("-pilots is for bench's own server: start the one that -server names with -ships")
	}
	return nil
}

// rooms is how many rooms so many players fill.
func (o *options) rooms() int { return (o.Players + o.RoomSize - 1) / o.RoomSize }

// serverArgs are the flags of a server that this run needs: its limits must not be what is measured.
func (o *options) serverArgs() []string {
	ships := 0
	if o.Pilots > 0 {
		ships = o.RoomSize + o.Pilots
	}
	matched := o.RoomSize
	if o.frontier() {
		matched, ships = usualRoomSize, 0
	}
	return append([]string{
		"-room-size", strconv.Itoa(matched), "-ships", strconv.Itoa(ships),
		"-rooms", strconv.Itoa(max(1000, 2*o.rooms())), "-room-idle", "5s", "-per-ip", strconv.Itoa(max(1000, 4*o.Players)),
		"-admission", "off",
	}, o.frontierArgs()...)
}
