package main

import (
	"bytes"
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"bankshot/client/predict"
	"bankshot/game/wire"
	"bankshot/server/gateway"
	"bankshot/server/room"
)

// stalling is a match whose machine has something else to do once in a while, for longer than a room can hide.
type stalling struct {
	room.World
	steps int
}

func (w *stalling) Step(in []room.Input) room.Outcome {
	if w.steps++; w.steps%120 == 0 {
		time.Sleep(70 * time.Millisecond)
	}
	return w.World.Step(in)
}

// spectator keeps a room awake.
type spectator struct{}

func (spectator) Send([]byte) error          { return nil }
func (spectator) Close(wire.ByeCode, string) {}

func TestAnOverrunOfTheWholeServerIsTracedOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("overruns are expected for ten seconds after the start")
	}
	t.Parallel()
	cfg, err := parse([]string{"-admin=", "-web", "off", "-trace-overruns", "on", "-data", t.TempDir()}, noEnv)
	if err != nil {
		t.Fatal(err)
	}
	hosted, err := newWorlds(cfg)
	if err != nil {
		t.Fatal(err)
	}
	log := newOutput()
	whole := hosted.make
	hosted.make = func(code, kind string, recording func() string) room.World {
		return &stalling{World: whole(code, kind, recording)}
	}
	s, err := assemble(cfg, hosted, slog.New(slog.NewTextHandler(log, nil)), gateway.NewMetrics(), log)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.serve(ctx, []net.Listener{l}, nil) }()
	defer func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}()
	r, err := s.rooms.Quick("")
	if err != nil {
		t.Fatal(err)
	}
	var hello wire.Hello
	if err := decodeHello(predict.New(predict.Config{}).Hello(nil), &hello); err != nil {
		t.Fatal(err)
	}
	line, err := r.Attach(spectator{}, &hello)
	if err != nil {
		t.Fatal(err)
	}
	defer line.Detach()

	said := regexp.MustCompile(`go tool trace (\S+\.trace)`)
	waitFor(t, "the log names a trace", func() bool { return said.MatchString(log.String()) })
	overruns := r.Counters().Overruns
	waitFor(t, "it overran again", func() bool { return r.Counters().Overruns > overruns })

	names, err := filepath.Glob(filepath.Join(cfg.Data, "traces", "*"))
	if err != nil || len(names) != 1 {
		t.Fatalf("%q in the folder: %v", names, err)
	}
	if got := said.FindStringSubmatch(log.String())[1]; got != names[0] {
		t.Errorf("the log names %s, there is %s", got, names[0])
	}
	text, err := os.ReadFile(names[0])
	if err != nil || !bytes.HasPrefix(text, []byte("go 1.")) || len(text) < 1000 {
		t.Errorf("%d bytes, beginning with %q: %v", len(text), text[:min(len(text), 16)], err)
	}
}

// decodeHello reads the Hello of a frame.
func decodeHello(frame []byte, m *wire.Hello) error {
	var messages wire.Messages
	if err := messages.Open(frame, wire.FromClient()); err != nil {
		return err
	}
	_, args, _ := messages.Next()
	return m.Decode(args)
}
