package bot_test

import (
	"context"
	"math"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"bankshot/bench/bot"
	"bankshot/bench/child"
	"bankshot/client/predict"
	"bankshot/game/brain"
	"bankshot/game/snap"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is how long a test waits for what it expects. It says nothing about how long that should take.
const patience = 60 * time.Second

func TestACrewOfBotsPlaysOnTheRealServer(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds and starts the real server")
	}
	binary, cleanup, err := child.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer cleanup()
	server, err := child.Start(t.Context(), child.Config{Binary: binary, Args: []string{"-ships", "0", "-room-size", "4"}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	}()

	var arrived, drawn, late atomic.Int64
	crew := bot.NewCrew(func(time.Duration) { late.Add(1) })
	charts := bot.NewCharts()
	var bots []*bot.Bot
	for i := range 4 {
		b, err := bot.New(bot.Config{
			Server: server.URL(), Strength: brain.Ace, Seed: uint64(i), Charts: charts, Weighs: i > 0,
			Arrived: func(time.Duration) { arrived.Add(1) },
			Drawn:   func(*bot.Bot, *predict.View, time.Duration) { drawn.Add(1) },
		})
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		bots = append(bots, b)
		crew.Add(b)
		crew.Add(b) // once is enough
	}
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { crew.Run(ctx) })
	defer running.Wait()
	defer cancel()

	until(t, "everybody flies in one room", func() bool {
		for _, b := range bots {
			flies, others := false, 0
			b.Look(func(p *predict.Predictor, v *predict.View) {
				flies = bot.Flies(p)
				if v != nil {
					others = len(v.Ships)
				}
			})
			if !flies || others != len(bots) {
				return false
			}
		}
		return true
	})
	until(t, "every seat, odd ones too, pulls its trigger", func() bool {
		for _, b := range bots {
			s, _ := b.Ship()
			if s.Kills+s.Deaths == 0 && s.Vel.X == 0 && s.Vel.Y == 0 {
				return false
			}
		}
		return true
	})
	for _, b := range bots {
		if c := b.Counts(); c.Refused > 0 || c.Snapshots == 0 || c.BytesDown == 0 || c.BytesUp == 0 {
			t.Errorf("%+v", c)
		}
		b.Look(func(p *predict.Predictor, _ *predict.View) {
			if s := p.Stats(); s.Desyncs > 0 || s.Broken > 0 {
				t.Errorf("%+v", s)
			}
		})
	}
	crew.Remove(bots[0])
	was := bots[0].Counts().Snapshots
	frames := crew.Stats().Frames
	until(t, "the others go on", func() bool { return crew.Stats().Frames > frames+30 })
	if bots[0].Counts().Snapshots != was || len(crew.Bots()) != 3 {
		t.Error("who was removed is still drawn")
	}
	for i, b := range bots {
		crew.Remove(b)
		c, weighs := b.Contents()
		if weighs != (i > 0) {
			t.Errorf("bot %d weighs: %v", i, weighs)
		}
		if n := b.Counts(); weighs && (math.Abs(sum(&c.Bodies)+float64(c.Events+c.Fulls+c.Answers+c.HeadsDown+c.FramesDown)-float64(n.BytesDown)) > 0.5 ||
			c.Asked+c.Times+c.Others+c.FramesUp != n.BytesUp || c.Asked == 0 || c.Others == 0) {
			t.Errorf("%d bytes down and %d up are said to be %+v", n.BytesDown, n.BytesUp, c)
		}
	}
	if arrived.Load() == 0 || drawn.Load() == 0 || late.Load() == 0 {
		t.Errorf("%d arrived, %d drawn, %d slots", arrived.Load(), drawn.Load(), late.Load())
	}
}

// sum is how many bytes a scale has weighed, by kind.
func sum(s *snap.Scale) (bytes float64) {
	for _, bits := range s.Bits {
		bytes += bits / 8
	}
	return bytes
}

func TestABotWithoutAnAddressIsRefused(t *testing.T) {
	for _, c := range []bot.Config{{Server: "ftp://x"}, {Server: "http://localhost", Room: "../x"}} {
		if b, err := bot.New(c); err == nil {
			b.Close()
			t.Errorf("%+v is a bot", c)
		}
	}
}

func TestHeadersGrowWithTheirFrames(t *testing.T) {
	for _, c := range []struct{ payload, down, up int }{{0, 2, 6}, {125, 2, 6}, {126, 4, 8}, {65535, 4, 8}, {65536, 10, 14}} {
		if d, u := bot.HeaderDown(c.payload), bot.HeaderUp(c.payload); d != c.down || u != c.up {
			t.Errorf("%d: %d down, %d up", c.payload, d, u)
		}
	}
}

func until(t *testing.T, what string, true func() bool) {
	t.Helper()
	look := time.NewTicker(10 * time.Millisecond)
	defer look.Stop()
	deadline := time.After(patience)
	for !true() {
		select {
		case <-look.C:
		case <-deadline:
			t.Fatalf("still waiting: %s", what)
		}
	}
}
