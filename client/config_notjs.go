//go:build !js

package main

import (
	"flag"
	"fmt"
	"os"

	"bankshot/client/scene"
	"bankshot/game/wire"
)

// configure reads the command line.
func configure(args []string) (scene.Config, error) {
	var cfg scene.Config
	flags := flag.NewFlagSet("client", flag.ContinueOnError)
	flags.SetOutput(os.Stderr)
	flags.StringVar(&cfg.Server, "server", "http://localhost:8080", "address of the server, as in the browser's address bar")
	flags.StringVar(&cfg.Name, "name", "", fmt.Sprintf("name over your ship, at most %d bytes; empty: the server gives you one", wire.MaxName))
	flags.StringVar(&cfg.Room, "room", "", "code of the room to play in; empty: any that has a place free")
	flags.StringVar(&cfg.Trick, "trick", "", "open the trick shot of a day, such as 2026-11-23 or today")
	flags.BoolVar(&cfg.Range, "range", false, "open the range: practice without a server")
	flags.StringVar(&cfg.Replay, "replay", "", "play a recording: a file, an address http://host/p/DAY/ROOM-N#t=TICK, or DAY/ROOM-N of the server")
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "Plays Bankshot in a window. Start a server first (go run ./server), or name one.\n\nUsage: go run ./client [flags]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return cfg, err
	}
	if flags.NArg() > 0 {
		return cfg, fmt.Errorf("%q is not a flag; see -h", flags.Arg(0))
	}
	return cfg, nil
}
