package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"bankshot/server/ops"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// From the first signal on the next one ends the process at once, as it does by default.
	context.AfterFunc(ctx, stop)

	// For the process, not for what run starts: tests run several in one.
	var running sync.WaitGroup
	running.Go(func() { ops.RunProcessors(ctx) })

	err := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
	stop()
	running.Wait()
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "bankshot:", err)
	if errors.Is(err, errUsage) {
		os.Exit(2)
	}
	os.Exit(1)
}
