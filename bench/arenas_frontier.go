package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"bankshot/bench/atlas"
	"bankshot/game/arena"
)

const (
	// A window is what a player sees of a Frontier at a time, in tiles.
	windowWide, windowHigh = 40, 23
	// windowsAcross is how many windows are drawn in a row of a Frontier, and how many rows of them.
	windowsAcross = 4
)

// frontierArena draws the Frontier of a seed: a plan of it, and windows as large as a player's view all over it.
func frontierArena(dir string, seed uint64, stdout io.Writer) error {
	a := arena.NewFrontier(seed)
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		name := fmt.Sprintf("frontier_%d", seed)
		if err := writePicture(filepath.Join(dir, name+".png"), atlas.Plan(a)); err != nil {
			return err
		}
		for row := range windowsAcross {
			for column := range windowsAcross {
				left := (4*column+3)*a.W/(4*windowsAcross) - windowWide/2
				top := (4*row+3)*a.H/(4*windowsAcross) - windowHigh/2
				img, err := atlas.Draw(atlas.Window(a, left, top, windowWide, windowHigh))
				if err != nil {
					return fmt.Errorf("draw a window of %s: %w", name, err)
				}
				if err := writePicture(filepath.Join(dir, fmt.Sprintf("%s_%d%d.png", name, row, column)), img); err != nil {
					return err
				}
			}
		}
	}
	if err := arena.Validate(a, arena.FreeForAllSpawns); err != nil {
		return fmt.Errorf("the Frontier of seed %d can't be played in: %w", seed, err)
	}
	open := 0
	for _, t := range a.Tiles {
		if t.Open() {
			open++
		}
	}
	_, err := fmt.Fprintf(stdout, "Frontier of seed %d: %dx%d tiles, %d%% floor, %d spawns, %d pick-ups, %d pairs of portals\n",
		seed, a.W, a.H, 100*open/len(a.Tiles), len(a.Spawns), a.Count(arena.PickupPlace), a.Count(arena.PortalPlace)/2)
	return err
}
