package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/replay"
	"bankshot/game/wire"
	"bankshot/server/gateway"
	"bankshot/server/match"
	"bankshot/server/room"
)

// bomb is a match that panics on demand, when it has decided and stepped a tick.
type bomb struct {
	*match.Match
	lit *atomic.Bool
}

func (b bomb) Step(in []room.Input) room.Outcome {
	out := b.Match.Step(in)
	if b.lit.Load() {
		panic("a bomb in a world")
	}
	return out
}

var savedLine = regexp.MustCompile(`msg="replay saved: .*tick=(\d+) replay=(\S+)`)

// saved waits until the log tells of a saved replay, and gives the tick and the file it names.
func saved(t *testing.T, log *output) (tick int, file string) {
	t.Helper()
	waitFor(t, "a replay is saved", func() bool { return savedLine.MatchString(log.String()) })
	m := savedLine.FindStringSubmatch(log.String())
	tick, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return tick, m[2]
}

func playFile(t *testing.T, file string) (*replay.Recording, replay.Result) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := replay.Open(b)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	res, err := r.Play(0, 0, nil)
	if err != nil || res.Difference != nil {
		t.Fatalf("%s: %+v, %v\n%v", file, res, err, res.Difference)
	}
	return r, res
}

func TestARoomThatPanicsLeavesAReplayWithTheTickItFailedIn(t *testing.T) {
	data := t.TempDir()
	cfg, err := parse([]string{"-addr", "localhost:0", "-admin=", "-web", "off", "-trace-overruns", "off", "-data", data}, noEnv)
	if err != nil {
		t.Fatal(err)
	}
	cfg.Ships = 4
	hosted, err := newWorlds(cfg)
	if err != nil {
		t.Fatal(err)
	}
	var lit atomic.Bool
	matches := hosted.make
	hosted.make = func(code, kind string, recording func() string) room.World {
		return bomb{matches(code, kind, recording).(*match.Match), &lit}
	}
	log := newOutput()
	s, err := assemble(cfg, hosted, slog.New(slog.NewTextHandler(log, nil)), gateway.NewMetrics(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	public, err := listen(t.Context(), cfg.Addr, "-addr", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.serve(ctx, public, nil) }()
	defer func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}()

	p := join(t, localURL(cfg.Addr, public[0]), "Ada")
	defer func() {
		p.link.Close()
		<-p.link.Done()
	}()
	p.until("my ship flies", func() bool { s := p.ship(); return p.view.Ready && s != nil && s.Alive && s.Vel != (game.Vec{}) })
	lit.Store(true)
	tick, file := saved(t, log)
	if !strings.HasPrefix(file, filepath.Join(data, "replays")) || !strings.Contains(file, "-panic-") {
		t.Errorf("it lies in %s", file)
	}
	r, res := playFile(t, file)
	if res.Last != game.Tick(tick)+1 {
		t.Errorf("%d was the last tick that was stepped whole, the replay ends with %d", tick, res.Last)
	}
	if !strings.Contains(r.Note, "a bomb in a world") {
		t.Errorf("noted %q", r.Note)
	}
	waitFor(t, "everybody is told", func() bool {
		bye, ok := p.link.Bye()
		return ok && bye.Code == wire.ByeBroken || p.link.State() != link.Open
	})
}

func TestAClientThatClaimsAnotherStateHasOneReplaySaved(t *testing.T) {
	data := t.TempDir()
	server := start(t, "-data", data)
	p := join(t, server.url, "Eve")
	defer func() {
		p.link.Close()
		<-p.link.Done()
	}()
	p.until("my ship flies", func() bool { s := p.ship(); return p.view.Ready && s != nil && s.Alive })
	replays := func(pattern string) []string {
		found, err := filepath.Glob(filepath.Join(data, "replays", "*", pattern))
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	p.until("the match can be played while it is being recorded", func() bool {
		found := replays("*-1.bsrp.part")
		if len(found) == 0 {
			return false
		}
		b, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		r, err := replay.Open(b)
		if err != nil {
			return false // it has just been made
		}
		res, err := r.Play(0, 0, nil)
		return err == nil && res.Difference == nil && res.Last > 0
	})

	claim := wire.AppendKeyframe(nil, &wire.Keyframe{Tick: uint32(p.side.Replica().Tick), Reason: wire.KeyframeHash})
	for range 10 {
		p.link.Send(claim)
	}
	_, file := saved(t, server.log)
	if r, res := playFile(t, file); !strings.Contains(r.Note, "holds another state") || res.Hashes == 0 {
		t.Errorf("%+v, noted %q", res, r.Note)
	}
	p.until("the claims are counted", func() bool { return server.metric("bankshot_desyncs_total") == "10" })
	if found := replays("*-desync-*"); len(found) != 1 || found[0] != file {
		t.Errorf("%v were saved", found)
	}
	if err := server.stop(); err != nil {
		t.Fatal(err)
	}
	finished := replays("*-1.bsrp")
	if len(finished) != 1 || len(replays("*.part")) > 0 {
		t.Fatalf("%v are finished, %v are not", finished, replays("*.part"))
	}
	playFile(t, finished[0])
}
