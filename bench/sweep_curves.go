package main

import "bankshot/bench/report"

// series are curves over the number of players.
func (k *sweepFound) series() []report.Series {
	all := append(curvesOf(k.Kind, k.Trials), punctuality(k.Kind, k.Trials)...)
	if len(k.FloorTrials) > 0 {
		all = append(all, curvesOf(k.Kind+", the floor", k.FloorTrials)...)
	}
	return all
}

// curvesOf are those of trials of the server, or of the floor.
func curvesOf(kind string, trials []trial) []report.Series {
	var rate, p50, p99, cpu, each, memory []*float64
	players := along(trials, func(t *trial) {
		rate, p50, p99 = append(rate, report.Of(t.SnapshotsPerPlayerS)), append(p50, report.Of(t.InterarrivalP50MS)), append(p99, report.Of(t.InterarrivalP99MS))
		cpu, each = append(cpu, report.Of(t.ServerCPUPct)), append(each, report.Of(t.ServerCPUUSPerPlayerInterval))
		memory = append(memory, report.Of(t.ServerRSSMB))
	})
	over := func(name, unit string, lines ...report.Line) report.Series {
		return report.Series{Name: kind + ": " + name, Unit: unit, TimeS: players, Along: "players", Lines: lines}
	}
	return []report.Series{
		over("snapshots a player", "/s", report.Line{Name: "arrived", Values: rate}),
		over("between two snapshots", "ms", report.Line{Name: "p50", Values: p50}, report.Line{Name: "p99", Values: p99}),
		over("server's CPU, 100 is a core", "%", report.Line{Name: "server", Values: cpu}),
		over("CPU a player and interval", "µs", report.Line{Name: "server", Values: each}),
		over("resident memory", "MB", report.Line{Name: "server", Values: memory}),
	}
}

// punctuality is how late rooms woke, and how long collecting garbage stopped all of them.
func punctuality(kind string, trials []trial) []report.Series {
	var rooms, idle, pauses []*float64
	players := along(trials, func(t *trial) {
		rooms, idle, pauses = append(rooms, t.LatenessP99MS), append(idle, t.ControlLatenessP99MS), append(pauses, t.GCPauseP99MS)
	})
	return []report.Series{{
		Name: kind + ": lateness and pauses, p99", Unit: "ms", TimeS: players, Along: "players",
		Lines: []report.Line{{Name: "rooms woke late", Values: rooms}, {Name: "an idle goroutine did", Values: idle}, {Name: "paused for garbage", Values: pauses}},
	}}
}

// along visits those trials in which anybody played, by players.
func along(trials []trial, visit func(t *trial)) (players []float64) {
	for _, t := range sorted(trials) {
		if t.Inside > 0 {
			players = append(players, float64(t.Players))
			visit(&t)
		}
	}
	return players
}
