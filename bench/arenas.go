package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"bankshot/assets"
	"bankshot/bench/atlas"
	"bankshot/game/arena"
)

// arenaSeed and arenaPairs are behind the figures of every arena: the same from run to run, enough to tell two per cent.
const (
	arenaSeed  = 1
	arenaPairs = 2000
)

// drawnArena is one of those that are looked at, by the name of its file without the ending.
type drawnArena struct {
	name  string
	arena *arena.Arena
}

// benchArenas draws arenas and tells how much they reward banks.
func benchArenas(ctx context.Context, args []string, stdout, _ io.Writer) error {
	flags := flagsOf("bench arenas")
	dir := flags.String("o", "", "write an overview of each, and all of them on one sheet, into this `folder`")
	pairs := flags.Int("pairs", arenaPairs, "measure sight and banks at so many pairs of places")
	frontier := flags.Uint64("frontier", 0, "look at the Frontier of this `seed` instead: a plan, and windows as large as a view")
	if asked, err := read(flags, args, func() { arenasHelp(stdout, flags) }); !asked {
		return err
	}
	if *pairs < 0 {
		return fmt.Errorf("-pairs must not be negative; %w", errUsage)
	}
	if *frontier != 0 {
		return frontierArena(*dir, *frontier, stdout)
	}
	all, err := arenasOf(flags.Args())
	if err != nil {
		return err
	}
	if *dir != "" {
		if err := drawArenas(ctx, *dir, all); err != nil {
			return err
		}
	}
	// Only now, so that who draws an arena sees what is wrong with it.
	for _, d := range all {
		if err := arena.Validate(d.arena, arena.MinSpawns); err != nil {
			return fmt.Errorf("%s can't be played in: %w", d.name, err)
		}
	}
	return tellArenas(ctx, stdout, all, *pairs)
}

func arenasHelp(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprint(w, `Usage: bench arenas [flags] [FILE...]

Looks at the game's arenas, or at those in the files: draws them (-o), and tells how much they reward banks. Of all pairs
of places on the floor within 700 units of each other, "seen" are in straight sight; "by 1" are not, but a shot with one
bank leads from one to the other, "by 2" only one with two banks; "around" is the share of the unseen ones that one bank
or two reach, and "ways" how many shots with one bank do, on average. "sight" is how far it is to the next wall: half of
all lines are shorter than the first figure, nine tenths than the second.

`)
	flags.SetOutput(w)
	flags.PrintDefaults()
}

// arenasOf reads the arenas that are named, or all of the game's.
func arenasOf(files []string) ([]drawnArena, error) {
	from, read := files, os.ReadFile
	if len(files) == 0 {
		from, read = assets.ArenaNames, func(name string) ([]byte, error) { return fs.ReadFile(assets.Arenas, name) }
	}
	var all []drawnArena
	for _, file := range from {
		text, err := read(file)
		if err != nil {
			return nil, err
		}
		a, err := arena.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, drawnArena{strings.TrimSuffix(path.Base(filepath.ToSlash(file)), ".txt"), a})
	}
	return all, nil
}

// drawArenas writes a picture of each arena, and the sheet of all.
func drawArenas(ctx context.Context, dir string, all []drawnArena) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var pictures []*image.RGBA
	for _, d := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		img, err := atlas.Draw(d.arena)
		if err != nil {
			return fmt.Errorf("draw %s: %w", d.arena.Name, err)
		}
		pictures = append(pictures, img)
		if err := writePicture(filepath.Join(dir, d.name+".png"), img); err != nil {
			return err
		}
	}
	return writePicture(filepath.Join(dir, "all_arenas.png"), atlas.Sheet(pictures))
}

func writePicture(file string, img image.Image) error {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

// tellArenas prints the table.
func tellArenas(ctx context.Context, w io.Writer, all []drawnArena, pairs int) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "arena\ttiles\tfloor\tspawns\tpick-ups\tseen\tby 1\tby 2\taround\tways\tsight\tmodes\t")
	for _, d := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		a, f := d.arena, atlas.Measure(d.arena, pairs, arenaSeed)
		var modes []string
		for m := range arena.Modes {
			if a.Modes.Has(m) {
				modes = append(modes, m.String())
			}
		}
		spawns := fmt.Sprint(len(a.Spawns))
		if n := a.Count(arena.TeamSpawn); n > 0 {
			spawns += fmt.Sprintf("+%d", n)
		}
		fmt.Fprintf(table, "%s\t%dx%d\t%.0f%%\t%s\t%d\t%.0f%%\t%.0f%%\t%.0f%%\t%.0f%%\t%.2f\t%.0f/%.0f\t%s\t\n", a.Name, a.W, a.H,
			100*f.Floor, spawns, a.Count(arena.PickupPlace), 100*f.Seen, 100*f.OneBank, 100*f.TwoBanks,
			100*f.BankShare(), f.Ways, f.Sight50, f.Sight90, strings.Join(modes, " "))
	}
	return table.Flush()
}
