package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"time"
)

// flagsOf begins the flags of a command. It writes nothing by itself: errors are returned, and help is asked for.
func flagsOf(command string) *flag.FlagSet {
	f := flag.NewFlagSet(command, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Usage = func() {}
	return f
}

// read takes in the flags of a command. asked is false where only their meaning was asked for, which help has told.
func read(f *flag.FlagSet, args []string, help func()) (asked bool, err error) {
	switch err := f.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		help()
		return false, nil
	case err != nil:
		return false, fmt.Errorf("%w; %s %w", err, f.Name(), errUsage)
	}
	return true, nil
}

// readAlone is read for a command that knows flags and nothing else.
func readAlone(f *flag.FlagSet, args []string, help func()) (asked bool, err error) {
	if asked, err = read(f, args, help); asked && f.NArg() > 0 {
		return false, fmt.Errorf("%q is neither a flag nor a flag's value; %s %w", f.Arg(0), f.Name(), errUsage)
	}
	return asked, err
}

// explain writes what a command does, and its flags.
func explain(f *flag.FlagSet, w io.Writer, what string) {
	fmt.Fprintf(w, "Usage: %s [flags]\n\n%s\n\n", f.Name(), what)
	describe(f, w)
}

// describe writes each flag with its meaning and what it is when not given.
func describe(f *flag.FlagSet, w io.Writer) {
	f.VisitAll(func(o *flag.Flag) {
		arg, about := flag.UnquoteUsage(o)
		standard := o.DefValue
		if standard == "" {
			standard = "none"
		}
		fmt.Fprintf(w, "  -%-22s %s (default: %s)\n", o.Name+" "+arg, about, standard)
	})
}

// between says what is wrong with a number.
func between(name string, n, least, most int) error {
	if n < least || n > most {
		return fmt.Errorf("-%s is %d: it must be from %d to %d", name, n, least, most)
	}
	return nil
}

// lasts says what is wrong with a time.
func lasts(name string, d, least, most time.Duration) error {
	if d < least || d > most {
		return fmt.Errorf("-%s is %v: it must be from %v to %v", name, d, least, most)
	}
	return nil
}
