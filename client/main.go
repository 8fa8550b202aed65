// Command client is Bankshot for players: a window on the desktop, a page's canvas in the browser. It is wiring only;
// what is on the screen is package scene's.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/hajimehoshi/ebiten/v2"

	"bankshot/client/scene"
)

// collectPercent lets garbage grow to three times what is in use before it is collected: the client makes next to none,
// and in a browser each collection stops the picture.
const collectPercent = 200

func main() {
	switch err := run(os.Args[1:]); {
	case err == nil, errors.Is(err, flag.ErrHelp):
	default:
		fmt.Fprintln(os.Stderr, "bankshot:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	cfg, err := configure(args)
	if err != nil {
		return err
	}
	if err := ready(); err != nil {
		return err
	}
	debug.SetGCPercent(collectPercent)
	game, err := scene.New(cfg)
	if err != nil {
		return err
	}
	ebiten.SetWindowTitle("Bankshot")
	ebiten.SetWindowSize(1280, 720)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetRunnableOnUnfocused(true)
	return explained(ebiten.RunGame(game))
}
