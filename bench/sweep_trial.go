package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"bankshot/bench/child"
	"bankshot/bench/floor"
	"bankshot/bench/light"
	"bankshot/bench/report"
)

const (
	// trialJoins is how many light bots come in a second; trialRest what starting and ending a trial takes beside that.
	trialJoins = 500
	trialRest  = 4 * time.Second
	// What players have to get for a trial to have gone well.
	trialDelivered = deliveredShare * snapshotHz
	trialGapMS     = 50
	// floorShareGoal is how much of the players that this machine carries without a game it is to carry with one: the goal of
	// 3,500 was set where the floor carries about 5,500.
	floorShareGoal = 0.64
)

// trial is a crowd of light bots on a server of its own, measured for a while.
type trial struct {
	Players int `json:"players"`
	// Inside is how many of them the server let in; fewer only where it may refuse.
	Inside              int     `json:"inside"`
	SnapshotsPerPlayerS float64 `json:"snapshots_per_player_s"`
	InterarrivalP50MS   float64 `json:"interarrival_p50_ms"`
	InterarrivalP99MS   float64 `json:"interarrival_p99_ms"`
	BytesDownPerPlayerS float64 `json:"bytes_down_per_player_s"`
	BytesUpPerPlayerS   float64 `json:"bytes_up_per_player_s"`
	// CPU is per player and snapshot that was really sent.
	ServerCPUUSPerPlayerInterval float64  `json:"server_cpu_us_per_player_interval"`
	ServerCPUPct                 float64  `json:"server_cpu_pct"`
	ServerRSSMB                  float64  `json:"server_rss_mb"`
	LatenessP99MS                *float64 `json:"lateness_p99_ms"`
	ControlLatenessP99MS         *float64 `json:"control_lateness_p99_ms"`
	GCPauseP99MS                 *float64 `json:"gc_pause_p99_ms"`
	TicksDropped                 float64  `json:"ticks_dropped"`
	LightLateSendsPct            float64  `json:"light_late_sends_pct"`
	// Went is whether everybody got what they should; Why what did not go, in words.
	Went bool   `json:"went"`
	Why  string `json:"why"`
}

// trialConfig is how a trial is made.
type trialConfig struct {
	binary        string
	roomSize      int // 0: as many as there are
	mode          string
	warm, measure time.Duration
	seed          uint64
	// selective leaves the server's admission on; who is refused stays away.
	selective bool
}

// lasts is how long a trial of so many takes at most, if nothing goes wrong.
func (c *trialConfig) lasts(players int) time.Duration {
	return time.Duration(players)*time.Second/trialJoins + c.warm + c.measure + trialRest
}

// run makes a trial. That too many could not get in is a trial that did not go well; an error is that nothing could be
// measured at all.
func (c *trialConfig) run(ctx context.Context, players int) (t trial, err error) {
	t = trial{Players: players}
	o := options{Players: players, RoomSize: c.roomSize, Mode: c.mode, Hz: snapshotHz}
	o.settle()
	args := append(o.serverArgs(), "-trace-overruns", "off")
	if c.selective {
		args = append(args, "-admission", "auto")
	}
	server, err := child.Start(ctx, child.Config{Binary: c.binary, Args: args})
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, server.Stop()) }()
	swarm, err := light.Start(ctx, light.Config{
		Server: server.URL(), Room: o.room(), N: players, Threads: lightThreads, Seed: c.seed,
		JoinPerSecond: trialJoins, MayRefuse: c.selective,
	})
	if errors.Is(err, light.ErrJoin) && ctx.Err() == nil {
		t.Why = err.Error()
		return t, nil
	}
	if err != nil {
		return t, err
	}
	defer swarm.Stop()
	if err := wait(ctx, c.warm, nil); err != nil {
		return t, err
	}
	return t, c.measureTrial(ctx, server, swarm, &t)
}

// measureTrial fills in what happened while everybody was in.
func (c *trialConfig) measureTrial(ctx context.Context, server *child.Server, swarm *light.Swarm, t *trial) error {
	first, err := server.Metrics(ctx)
	if err != nil {
		return err
	}
	before, err := server.Usage()
	if err != nil {
		return err
	}
	swarm.Reset()
	if err := wait(ctx, c.measure, nil); err != nil {
		return err
	}
	s := swarm.Stats()
	after, err := server.Usage()
	if err != nil {
		return err
	}
	last, err := server.Metrics(ctx)
	if err != nil {
		return err
	}
	grew := func(name string) float64 { return last[name] - first[name] }
	p99 := func(name string) *float64 {
		return report.BucketsOf(last, name).Since(report.BucketsOf(first, name)).Quantile(0.99, toMS)
	}
	t.got(&s, after.CPU-before.CPU, after.RSS)
	t.LatenessP99MS, t.ControlLatenessP99MS, t.GCPauseP99MS = p99(metricLateness), p99(metricControl), p99(metricPauses)
	t.TicksDropped = grew("bankshot_ticks_dropped_total")
	return nil
}

// runFloor makes a trial of the epoll server in place of the real one, with frames as large on average as in another trial.
func (c *trialConfig) runFloor(ctx context.Context, players int, like *trial) (t trial, err error) {
	t = trial{Players: players}
	p, err := floor.Play(ctx, floor.Config{
		Players: players, Hz: snapshotHz, Duration: c.measure, Threads: lightThreads, JoinPerSecond: trialJoins,
		BytesDown: int(math.Round(like.BytesDownPerPlayerS / like.SnapshotsPerPlayerS)),
		BytesUp:   int(math.Round(like.BytesUpPerPlayerS / snapshotHz)),
	}, c.warm)
	if errors.Is(err, light.ErrJoin) && ctx.Err() == nil {
		t.Why = err.Error()
		return t, nil
	}
	if err != nil {
		return t, err
	}
	t.got(&p.Players, p.CPU, p.RSS)
	return t, nil
}

// got fills in what light bots have got and what that took the server, and judges it.
func (t *trial) got(s *light.Stats, cpu time.Duration, rss int64) {
	t.Inside = s.Bots - s.Refused
	inside, seconds := float64(max(t.Inside, 1)), s.Measured.Seconds()
	t.SnapshotsPerPlayerS = float64(s.Snapshots) / inside / seconds
	t.InterarrivalP50MS = inMS(s.Interarrival.Quantile(0.50))
	t.InterarrivalP99MS = inMS(s.Interarrival.Quantile(0.99))
	t.BytesDownPerPlayerS = float64(s.BytesDown) / inside / seconds
	t.BytesUpPerPlayerS = float64(s.BytesUp) / inside / seconds
	t.ServerCPUUSPerPlayerInterval = float64(cpu.Microseconds()) / math.Max(float64(s.Snapshots), 1)
	t.ServerCPUPct = 100 * cpu.Seconds() / seconds
	t.ServerRSSMB = float64(rss) / (1 << 20)
	if sends := s.FramesUp + s.MissedSends; sends > 0 {
		t.LightLateSendsPct = 100 * float64(s.LateSends+s.MissedSends) / float64(sends)
	}
	t.judge(s.Connected)
}

// judge says whether everybody got what they should.
func (t *trial) judge(connected int) {
	switch {
	case connected < t.Inside:
		t.Why = fmt.Sprintf("%d of %d lost their connection", t.Inside-connected, t.Inside)
	case t.SnapshotsPerPlayerS < trialDelivered:
		t.Why = fmt.Sprintf("%.1f of %d snapshots a second", t.SnapshotsPerPlayerS, snapshotHz)
	case t.InterarrivalP99MS > trialGapMS:
		t.Why = fmt.Sprintf("%.0f ms between two, p99", t.InterarrivalP99MS)
	default:
		t.Went = true
	}
}

func inMS(d time.Duration) float64 { return d.Seconds() * toMS }

// text is a figure with so many decimals.
func text(v float64, decimals int) string { return strconv.FormatFloat(v, 'f', decimals, 64) }

// line is a trial in a line.
func (t *trial) line() string {
	if t.Inside == 0 {
		return "no: " + t.Why
	}
	how := "well"
	if !t.Went {
		how = "no, " + t.Why
	}
	return fmt.Sprintf("%s: %d inside, %.1f snapshots a second, p99 %.1f ms, server %.1f %% of a core, %.1f µs a player and interval",
		how, t.Inside, t.SnapshotsPerPlayerS, t.InterarrivalP99MS, t.ServerCPUPct, t.ServerCPUUSPerPlayerInterval)
}
