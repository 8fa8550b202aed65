package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/child"
	"bankshot/client/link"
	"bankshot/client/predict"
)

const (
	// firstTries is how often a server is started to see how long its first snapshot takes; the middle one counts.
	firstTries = 3
	firstLimit = 20 * time.Second
)

// firstSnapshot is how long it takes from the start of the process until a client holds a snapshot. It starts servers of
// its own, so that the one that is measured later begins without a guest.
func firstSnapshot(ctx context.Context, binary string, args []string) (time.Duration, error) {
	var took []time.Duration
	for range firstTries {
		d, err := oneFirst(ctx, binary, args)
		if err != nil {
			return 0, err
		}
		took = append(took, d)
	}
	slices.Sort(took)
	return took[len(took)/2], nil
}

func oneFirst(ctx context.Context, binary string, args []string) (took time.Duration, err error) {
	server, err := child.Start(ctx, child.Config{Binary: binary, Args: args})
	if err != nil {
		return 0, err
	}
	defer func() {
		if stopped := server.Stop(); err == nil {
			err = stopped
		}
	}()
	url, err := link.RoomURL(server.URL(), bot.AnyRoom)
	if err != nil {
		return 0, err
	}
	side := predict.New(predict.Config{})
	dialled := time.Now()
	l := link.Dial(link.Config{URL: url, Hello: side.Hello(nil)})
	defer func() {
		l.Close()
		<-l.Done()
	}()
	ctx, cancel := context.WithTimeout(ctx, firstLimit)
	defer cancel()
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	for {
		for f, ok := l.Poll(); ok; f, ok = l.Poll() {
			if err := side.Frame(f.At, f.Data); err != nil {
				return 0, fmt.Errorf("the first snapshot: %w", err)
			}
			if side.Replica().Tick != 0 {
				// When it arrived, not when we looked.
				return dialled.Add(f.At).Sub(server.Started()), nil
			}
		}
		select {
		case <-look.C:
		case <-ctx.Done():
			return 0, fmt.Errorf("no snapshot came: %w, connection: %v", ctx.Err(), l.Err())
		}
	}
}
