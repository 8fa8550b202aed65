// Command release compiles the browser client with the best compression into
// server/web/dist, which go build -tags release ./server then embeds.
//
// It is run from anywhere inside the source tree and takes a minute or two.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"bankshot/server/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := web.BuildRelease(ctx, "", os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
