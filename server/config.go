package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/server/frontier"
	"bankshot/server/gateway"
	"bankshot/server/match"
)

// errUsage is part of every error about flags and their twins.
var errUsage = errors.New("-h lists all flags")

// config is everything that can be chosen from outside.
type config struct {
	// Addr is the public address. The host localhost means the loopback address of both families.
	Addr string
	// Data is the folder for everything that outlives the process.
	Data string
	// Admin is the address for metrics and profiles, empty for none; AdminChosen says that somebody asked for it.
	Admin       string
	AdminChosen bool
	// Origins are those of other hosts' pages that may connect, as gateway.CheckOrigin gives them.
	Origins []string
	// Proxies are those whose X-Forwarded-For is believed.
	Proxies []netip.Prefix
	// PerIP is how many connections one address may have.
	PerIP int
	// RoomSize is how many people a quick match takes, Ships how many ships pilots fill it up to.
	RoomSize, Ships int
	// Modes are what a room plays that nobody has asked a mode of.
	Modes arena.ModeSet
	// Frontier is how many people one Frontier takes, 0 for no Frontier; FrontierPilots how many pilots fly among them,
	// FrontierHz how many snapshots it sends in a second, FrontierSeed what its arena is made from.
	Frontier, FrontierPilots, FrontierHz int
	FrontierSeed                         uint64
	// FrontierWithin is how many units around its middle everybody appears in; 0 for all of the arena.
	FrontierWithin int
	// Rooms is how many rooms may be open at once, RoomIdle how long one is kept after the last person has left.
	Rooms    int
	RoomIdle time.Duration
	// Selective says that newcomers are sent away while the machine is full.
	Selective bool
	// Web is auto or off: whether the browser client is compiled.
	Web string
	// TraceOverruns is auto, on or off: whether the program records what it does, to write it down when a room overran.
	TraceOverruns string
	// LogLevel is the lowest that is logged, LogJSON that lines are JSON, for programs.
	LogLevel slog.Level
	LogJSON  bool
}

// option is one flag; its twin in the environment is BANKSHOT_ and its name.
type option struct {
	name, arg, standard string
	help                string
	set                 func(*config, string) error
}

// options are all there are, in the order -h lists them.
func options() []option {
	return []option{
		{"addr", "HOST:PORT", "localhost:8080", "where people play; :8080 lets other machines in", setAddr},
		{"data", "FOLDER", "./data", "what outlives the process, the compiled browser client included", setData},
		{"admin", "HOST:PORT", "127.0.0.1:8081", "metrics and profiles, for operators only; empty for none", setAdmin},
		{"allow-origin", "ORIGIN,…", "", "pages of other hosts that may connect, such as https://play.example.org", setOrigins},
		{"trust-proxy", "CIDR,…", "", "proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8", setProxies},
		{"per-ip", "N", strconv.Itoa(gateway.DefaultPerAddress), "connections that one address may have; loopback is exempt", setPerIP},
		{"room-size", "N", "8", "people that a match takes, 1 to " + strconv.Itoa(game.MaxShips), setRoomSize},
		{"ships", "N", "8", "ships that pilots fill a match up to; 0 for no pilots", setShips},
		{"modes", "MODE,…", usualModes(), "what rooms play by turns that were asked no mode of; any of " + modeNames(allModes), setModes},
		{"frontier", "N", strconv.Itoa(frontier.DefaultPlayers), "people that one Frontier takes, 1 to " + strconv.Itoa(frontier.MostPlayers) + "; 0 for no Frontier", setFrontier},
		{"frontier-pilots", "N", strconv.Itoa(frontier.DefaultPilots), "pilots among the people of a Frontier, 0 to " + strconv.Itoa(frontier.MostPilots), setFrontierPilots},
		{"frontier-hz", "30|20", "30", "snapshots a second in Frontier; 20 leaves time for 2,000 people", setFrontierHz},
		{"frontier-seed", "N", "1", "what Frontier's arena is made from: another one, another arena", setFrontierSeed},
		{"frontier-within", "UNITS", "0", "how wide a place in Frontier's middle everybody appears in, 256 or more, to see what a crowd costs; 0 for all of the arena", setFrontierWithin},
		{"rooms", "N", "1000", "rooms that may be open at once", setRooms},
		{"room-idle", "TIME", "15m", "how long a room and its code are kept after the last person has left", setRoomIdle},
		{"admission", "auto|off", "auto", "send newcomers away while those inside take all that the machine has, or let everybody in", setAdmission},
		{"web", "auto|off", "auto", "compile the browser client and serve it, or don't", setWeb},
		{"trace-overruns", "auto|on|off", "auto", "write DATA/traces/overrun-….trace when a room is late; auto: while at most " + strconv.Itoa(tracedPlayers) + " play", setTraceOverruns},
		{"log-level", "LEVEL", "info", "debug, info, warn or error", setLogLevel},
		{"log-format", "text|json", "text", "lines for people, or a JSON object each for programs", setLogFormat},
	}
}

// parse reads flags, then for those not given the environment, then the
// defaults. -h gives flag.ErrHelp.
func parse(args []string, getenv func(string) string) (config, error) {
	given := map[string]string{}
	flags := flag.NewFlagSet("server", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are returned
	flags.Usage = func() {}
	for _, o := range options() {
		flags.Func(o.name, o.help, func(v string) error {
			given[o.name] = v
			return nil
		})
	}
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return config{}, err
		}
		return config{}, fmt.Errorf("%w; %w", err, errUsage)
	}
	if flags.NArg() > 0 {
		return config{}, fmt.Errorf("%q is not a flag; %w", flags.Arg(0), errUsage)
	}

	var cfg config
	for _, o := range options() {
		value, source := o.standard, "-"+o.name
		if v, ok := given[o.name]; ok {
			value = v
		} else if v := getenv(twin(o.name)); v != "" {
			value, source = v, twin(o.name)
			given[o.name] = v
		}
		if err := o.set(&cfg, value); err != nil {
			return config{}, fmt.Errorf("%s is %q: %w; %w", source, value, err, errUsage)
		}
	}
	_, cfg.AdminChosen = given["admin"]
	if cfg.Admin == cfg.Addr && !strings.HasSuffix(cfg.Addr, ":0") {
		return config{}, fmt.Errorf("-admin and -addr are both %s: profiles must not be public; %w", cfg.Addr, errUsage)
	}
	return cfg, nil
}

// twin is the environment variable of a flag.
func twin(name string) string {
	return "BANKSHOT_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// usage explains each flag in one line.
func usage(w io.Writer) {
	fmt.Fprintln(w, "Bankshot's server. Usage: server [flags]")
	fmt.Fprintln(w, "Each flag has a twin in the environment: -log-level is BANKSHOT_LOG_LEVEL.")
	fmt.Fprintln(w)
	for _, o := range options() {
		standard := o.standard
		if standard == "" {
			standard = "none"
		}
		fmt.Fprintf(w, "  %-24s %s (default: %s)\n", "-"+o.name+" "+o.arg, o.help, standard)
	}
}

func setAddr(c *config, v string) error {
	c.Addr = v
	return checkAddr(v)
}

func setData(c *config, v string) error {
	c.Data = v
	if v == "" {
		return errors.New("name a folder")
	}
	return nil
}

func setAdmin(c *config, v string) error {
	c.Admin = v
	if v == "" {
		return nil
	}
	return checkAddr(v)
}

func setOrigins(c *config, v string) error {
	for s := range listed(v) {
		origin, ok := gateway.CheckOrigin(s)
		if !ok {
			return fmt.Errorf("%q is no origin; one looks like https://play.example.org, without a path", s)
		}
		c.Origins = append(c.Origins, origin)
	}
	return nil
}

func setProxies(c *config, v string) error {
	for s := range listed(v) {
		if addr, err := netip.ParseAddr(s); err == nil {
			s = netip.PrefixFrom(addr, addr.BitLen()).String()
		}
		prefix, err := netip.ParsePrefix(s)
		if err != nil {
			return fmt.Errorf("%q is neither an address nor a CIDR such as 10.0.0.0/8", s)
		}
		c.Proxies = append(c.Proxies, prefix.Masked())
	}
	return nil
}

func setAdmission(c *config, v string) error {
	if v != "auto" && v != "off" {
		return errors.New("it must be auto or off")
	}
	c.Selective = v == "auto"
	return nil
}

func setPerIP(c *config, v string) error { return setNumber(&c.PerIP, v, 1, math.MaxInt32) }

func setRoomSize(c *config, v string) error { return setNumber(&c.RoomSize, v, 1, game.MaxShips) }

func setShips(c *config, v string) error { return setNumber(&c.Ships, v, 0, game.MaxShips) }

// allModes are all that may be named.
const allModes arena.ModeSet = 1<<arena.Matched - 1

func usualModes() string { return modeNames(match.Usual()) }

// modeNames lists the modes of a set.
func modeNames(set arena.ModeSet) string {
	var names []string
	for mode := range arena.Matched {
		if set.Has(mode) {
			names = append(names, mode.String())
		}
	}
	return strings.Join(names, ",")
}

func setModes(c *config, v string) error {
	for name := range listed(v) {
		mode, ok := arena.ParseMode(name)
		if ok && !allModes.Has(mode) {
			return fmt.Errorf("%s is no mode that rooms play by turns: it has a room of its own, for which -%s N says how many people it takes; there are %s", name, name, modeNames(allModes))
		}
		if !ok {
			return fmt.Errorf("there is no mode %q; there are %s", name, modeNames(allModes))
		}
		c.Modes = c.Modes.With(mode)
	}
	if c.Modes == 0 {
		return errors.New("name a mode at least, of " + modeNames(allModes))
	}
	return nil
}

func setRooms(c *config, v string) error { return setNumber(&c.Rooms, v, 1, 100_000) }

func setRoomIdle(c *config, v string) error {
	d, err := time.ParseDuration(v)
	if err != nil || d < time.Second || d > 24*time.Hour {
		return errors.New("it must be a time from 1s to 24h, such as 15m")
	}
	c.RoomIdle = d
	return nil
}

func setNumber(dst *int, v string, least, most int) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		return fmt.Errorf("it must be a number from %d to %d", least, most)
	}
	*dst = n
	return nil
}

func setWeb(c *config, v string) error {
	c.Web = v
	if v != "auto" && v != "off" {
		return errors.New("it must be auto or off")
	}
	return nil
}

// listed are the parts of a list with commas; an empty one has none.
func listed(v string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for s := range strings.SplitSeq(v, ",") {
			if s = strings.TrimSpace(s); s != "" && !yield(s) {
				return
			}
		}
	}
}

// checkAddr finds what net.Listen would refuse with fewer words.
func checkAddr(v string) error {
	_, port, err := net.SplitHostPort(v)
	if err != nil {
		return errors.New("it must be host:port, such as localhost:8080, or :8080 for every address of this machine")
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || strconv.FormatUint(n, 10) != port {
		return fmt.Errorf("the port %q must be a number from 0 to 65535", port)
	}
	return nil
}
