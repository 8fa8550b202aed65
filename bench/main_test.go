package main

import (
	"context"
	"os"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"bankshot/bench/child"
	"bankshot/bench/floor"
)

// TestMain makes the test's program a floor's server where it was started as one, as bench is by its main.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == floor.Command {
		if err := floor.Serve(context.Background(), os.Args[2:], os.Stdin, os.Stdout); err != nil {
			println(err.Error())
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m, goleak.Cleanup(func(code int) {
		if built.cleanup != nil {
			built.cleanup()
		}
		os.Exit(code)
	}))
}

// built is the real server, built once for all tests that ask for it.
var built struct {
	once    sync.Once
	path    string
	cleanup func()
	err     error
}

// server is the path of the real server's program.
func server(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("it builds and starts the real server")
	}
	built.once.Do(func() { built.path, built.cleanup, built.err = child.Build(context.Background()) })
	if built.err != nil {
		t.Fatal(built.err)
	}
	return built.path
}
