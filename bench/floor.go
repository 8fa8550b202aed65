package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"

	"bankshot/bench/floor"
)

// benchFloor measures the floors alone, with the traffic that its flags say.
func benchFloor(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	f := flagsOf("bench floor")
	cfg := floor.Config{Progress: floorProgress(stderr)}
	f.IntVar(&cfg.Players, "players", 1000, "connections, `N`")
	f.IntVar(&cfg.Hz, "hz", 30, "frames a second that each gets and sends, `N`")
	f.IntVar(&cfg.BytesDown, "down", 30, "`BYTES` of a frame to a player, its header included; a run's table says what its own are")
	f.IntVar(&cfg.BytesUp, "up", 36, "`BYTES` of a frame from a player, its header included")
	f.DurationVar(&cfg.Duration, "duration", 12*time.Second, "`TIME` to measure, all windows together")
	f.IntVar(&cfg.Windows, "windows", 3, "windows that each server gets in turns, `N`")
	help := func() {
		fmt.Fprint(stdout, "bench floor measures what the traffic of a run costs at least: CPU time of a server's process that knows no game,\n"+
			"for each player and interval. epoll: one thread, one read(2) and one write(2). gws: net/http and bare gws.\n\n")
		describe(f, stdout)
	}
	if asked, err := readAlone(f, args, help); !asked {
		return err
	}
	res, err := floor.Run(ctx, cfg)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "µs of CPU for each player and interval\tmedian\tmin\tmax\t\n")
	fmt.Fprintf(t, "epoll\t%.2f\t%.2f\t%.2f\t\n", res.EpollUS, res.Epoll.Min, res.Epoll.Max)
	fmt.Fprintf(t, "gws\t%.2f\t%.2f\t%.2f\t\n", res.GWSUS, res.GWS.Min, res.GWS.Max)
	fmt.Fprintf(t, "gws / epoll\t%.2f\t\t\t\n", res.GWSUS/res.EpollUS)
	if err := t.Flush(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "\n%d players, %d frames of %d bytes down and %d up a second; %.1f %% of them came, in the worst of %d windows\n",
		cfg.Players, cfg.Hz, cfg.BytesDown, cfg.BytesUp, res.DeliveredPct, 2*cfg.Windows)
	return err
}

// floorProgress tells on a terminal's one line how far the floors are.
func floorProgress(w io.Writer) func(done, of int) {
	return func(done, of int) {
		if done < of {
			fmt.Fprintf(w, "\rthe floors: window %d of %d ", done+1, of)
			return
		}
		fmt.Fprint(w, "\r                                   \r")
	}
}

// benchFloorServe is one of the two servers that a floor is measured at: bench starts itself with this word.
func benchFloorServe(ctx context.Context, args []string, stdout, _ io.Writer) error {
	return floor.Serve(ctx, args, os.Stdin, stdout)
}
