package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"bankshot/bench/floor"
)

// errUsage is part of every error about words and flags.
var errUsage = errors.New("-h explains them all")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "bench:", err)
	if errors.Is(err, errUsage) {
		os.Exit(2)
	}
	os.Exit(1)
}

// command is one thing that bench does.
type command struct {
	// name is its first word; with a dash it is a flag that may stand anywhere. args is what follows, for -h.
	name, args string
	// about explains it in a line, example is a whole line to type. Without them it is bench's own, and not listed.
	about, example string
	// run does it. It must understand -h and return when ctx ends, having ended all that it has started.
	run func(ctx context.Context, args []string, stdout, stderr io.Writer) error
}

// commands are all there are; the first is what happens without any word.
func commands() []command {
	return []command{
		{"run", "[flags]", "measure players on a server", "bench -players 200 -duration 20s -html report.html", benchRun},
		{"floor", "[flags]", "measure what a run's traffic costs a server that knows no game", "bench floor -players 1000", benchFloor},
		{"replay", "[flags] FILE...", "play recordings again and tell where they part from these rules", "bench replay data/replays/*/*.bsrp", benchReplay},
		{"profiles", "[flags]", "what players feel on four ways, beside what they ought to feel", "bench profiles -players 16 -html feel.html", benchProfiles},
		{"arenas", "[flags] [FILE...]", "draw the arenas, and tell how much they reward banks", "bench arenas -o /tmp/arenas", benchArenas},
		{"balance", "[flags] [FILE...]", "let pilots play whole rounds, and tell whether the game is fair and is decided by banks", "bench balance -rounds 2000", benchBalance},
		{"-sweep", "[flags]", "find the most players that a server on this machine carries at full rate", "bench -sweep -html sweep.html", benchSweep},
		{"growth", "[flags]", "what one more player costs: memory as a slope, CPU at many against few", "bench growth", benchGrowth},
		{"-hostile", "[flags]", "attack a server in every way we know, beside honest players, and tell whether they notice", "bench -hostile -players 48", benchHostile},
		{"-soak", "[flags]", "have players come and go for long, and tell whether the server keeps anything of them", "bench -soak -duration 10m", benchSoak},
		{"storm", "[flags]", "drop everybody at once and see who is back when, and as whom", "bench storm -players 1000", benchStorm},
		{floor.Command, "", "", "", benchFloorServe},
		{attackCommand, "", "", "", benchAttack},
	}
}

// run is the whole program.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	all := commands()
	for i, arg := range args {
		for _, c := range all {
			if strings.HasPrefix(c.name, "-") && (arg == c.name || arg == "-"+c.name) {
				return c.run(ctx, slices.Delete(slices.Clone(args), i, i+1), stdout, stderr)
			}
		}
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		if len(args) > 0 && isHelp(args[0]) {
			return help(stdout, all)
		}
		return all[0].run(ctx, args, stdout, stderr)
	}
	for _, c := range all {
		if c.name == args[0] {
			return c.run(ctx, args[1:], stdout, stderr)
		}
	}
	if isHelp("-" + args[0]) {
		return help(stdout, all)
	}
	return fmt.Errorf("%q is no command of bench: there are %s; %w", args[0], strings.Join(names(all), ", "), errUsage)
}

func isHelp(arg string) bool { return arg == "-h" || arg == "-help" || arg == "--help" }

func names(all []command) []string {
	var names []string
	for _, c := range listed(all) {
		names = append(names, c.name)
	}
	return names
}

// listed are the commands that people type.
func listed(all []command) []command {
	return slices.DeleteFunc(slices.Clone(all), func(c command) bool { return c.about == "" })
}

// help explains every command, and the flags of the first.
func help(w io.Writer, all []command) error {
	fmt.Fprint(w, "Bankshot's bench: real clients without a screen, and what they and their server measure.\n\n")
	for _, c := range listed(all) {
		fmt.Fprintf(w, "  bench %-22s %s\n", strings.TrimSpace(c.name+" "+c.args), c.about)
	}
	fmt.Fprintf(w, "\n%s is what happens without a command. bench COMMAND -h explains the flags of one.\n\nFor instance, with go run ./bench in place of bench:\n\n", all[0].name)
	for _, c := range listed(all) {
		fmt.Fprintf(w, "  %s\n", c.example)
	}
	fmt.Fprintf(w, "\nThe flags of %s:\n\n", all[0].name)
	_, _, err := parse(nil, w)
	return err
}
