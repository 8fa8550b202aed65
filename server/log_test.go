package main

import (
	"context"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/wire"
)

func TestAHostileClientCannotFillTheLog(t *testing.T) {
	if testing.Short() {
		t.Skip("it attacks in real time")
	}
	server := start(t)
	url, err := link.RoomURL(server.url, "quick")
	if err != nil {
		t.Fatal(err)
	}
	attack := link.Dial(link.Config{URL: url, Hello: wire.AppendHello(nil, &wire.Hello{
		Protocol: wire.Protocol, Rules: game.Rules(), Presence: wire.PresenceWatching,
	})})
	defer func() {
		attack.Close()
		<-attack.Done()
	}()
	// Each of them is worth a line: the client says that its state is not the server's.
	var frame []byte
	for range 10 {
		frame = wire.AppendKeyframe(frame, &wire.Keyframe{Reason: wire.KeyframeHash})
	}
	suppressed := func() int {
		n, err := strconv.Atoi(server.metric("bankshot_log_lines_suppressed_total"))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	pace := time.NewTicker(20 * time.Millisecond)
	defer pace.Stop()
	deadline := time.After(patience)
	for suppressed() < 300 {
		select {
		case <-pace.C:
			for _, ok := attack.Poll(); ok; _, ok = attack.Poll() {
			}
			attack.Send(frame)
		case <-deadline:
			t.Fatalf("still waiting: %v, %v\n%s", attack.State(), attack.Err(), server.log)
		}
	}
	asked := server.metric("bankshot_keyframe_requests_total")
	log := server.log.String()
	if n := strings.Count(log, "\n"); n > 100 {
		t.Errorf("%d lines were logged for %s requests", n, asked)
	}
	if !strings.Contains(log, "asks for a full snapshot") || !strings.Contains(log, "seat=") || !strings.Contains(log, "tick=") || !strings.Contains(log, "room=") {
		t.Errorf("nothing tells what happened, or where:\n%s", log)
	}
}

func TestTheLogIsJSONForWhoeverAsksForIt(t *testing.T) {
	out := newOutput()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{
			"-addr", "localhost:0", "-admin", "127.0.0.1:0", "-web", "off", "-data", t.TempDir(), "-trace-overruns", "off", "-log-format", "json",
		}, noEnv, io.Discard, out)
	}()
	waitFor(t, "it listens for operators", func() bool { return strings.Contains(out.String(), `"admin":`) })
	cancel()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		var said struct{ Time, Level, Msg string }
		if err := json.Unmarshal([]byte(line), &said); err != nil || said.Time == "" || said.Level == "" || said.Msg == "" {
			t.Errorf("%v: %s", err, line)
		}
	}
}
