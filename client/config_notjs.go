//go:build !js

package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"bankshot/client/link"
	"bankshot/client/scene"
	"bankshot/game/trick"
	"bankshot/game/wire"
)

// errUsage closes every error about the command line.
var errUsage = errors.New("-h lists all flags")

// configure reads the command line. -h prints what there is and gives flag.ErrHelp.
func configure(args []string) (scene.Config, error) {
	var cfg scene.Config
	flags := flag.NewFlagSet("client", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // errors are returned
	flags.StringVar(&cfg.Server, "server", "http://localhost:8080", "address of the server, as in the browser's address bar")
	flags.StringVar(&cfg.Name, "name", "", fmt.Sprintf("name over your ship, at most %d bytes; empty: the server gives you one", wire.MaxName))
	flags.StringVar(&cfg.Room, "room", "", "code of the room to play in; empty: any that has a place free")
	flags.StringVar(&cfg.Trick, "trick", "", "open the trick shot of a day, such as 2026-11-23 or today")
	flags.BoolVar(&cfg.Range, "range", false, "open the range: practice without a server")
	flags.StringVar(&cfg.Replay, "replay", "", "play a recording: a file, an address http://host/p/DAY/ROOM-N#t=TICK, or DAY/ROOM-N of the server")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Println("Plays Bankshot in a window. Start a server first (go run ./server), or name one.\n\nUsage: go run ./client [flags]")
		flags.SetOutput(os.Stdout)
		flags.PrintDefaults()
		return cfg, err
	case err != nil:
		return cfg, fmt.Errorf("%w; %w", err, errUsage)
	case flags.NArg() > 0:
		return cfg, fmt.Errorf("%q is not a flag; %w", flags.Arg(0), errUsage)
	}
	if err := check(&cfg); err != nil {
		return cfg, fmt.Errorf("%w; %w", err, errUsage)
	}
	return cfg, nil
}

// check names what makes no sense, before a window opens.
func check(cfg *scene.Config) error {
	if _, err := link.RoomURL(cfg.Server, cmp.Or(cfg.Room, link.AnyRoom)); err != nil {
		return err
	}
	if len(cfg.Name) > wire.MaxName {
		return fmt.Errorf("-name has %d bytes; %d fit over a ship", len(cfg.Name), wire.MaxName)
	}
	if cfg.Trick != "" && cfg.Trick != "today" {
		if day, err := trick.ParseDate(cfg.Trick); err != nil || day.Before(trick.First) {
			return fmt.Errorf("-trick is %q: it must be today, or a day from %s on", cfg.Trick, trick.First)
		}
	}
	if cfg.Trick != "" && cfg.Range || cfg.Trick != "" && cfg.Replay != "" || cfg.Range && cfg.Replay != "" {
		return errors.New("-trick, -range and -replay open one thing each: name one of them")
	}
	return nil
}
