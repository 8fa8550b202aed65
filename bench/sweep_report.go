package main

import (
	"cmp"
	"fmt"
	"slices"

	"bankshot/bench/report"
)

// sheet is what a sweep found, for people.
func (r *sweepReport) sheet() *report.Sheet {
	s := &report.Sheet{Title: "How many players it carries", Setting: r.Setting.Lines()}
	for i := range r.Kinds {
		k := &r.Kinds[i]
		g := report.SheetGroup{Title: k.Kind}
		goal := ""
		if k.kind.Goal > 0 {
			goal = fmt.Sprintf("≥ %d", k.kind.Goal)
		}
		g.Rows = append(g.Rows, report.Row{
			Label: "players at full rate", Value: text(float64(k.Most), 0), Goal: goal, Name: "most_players", Large: true,
			About: fmt.Sprintf("%.0f %% of %d snapshots a second, at most %d ms between two (p99)", 100*deliveredShare, snapshotHz, trialGapMS),
		})
		if b := k.Beyond; b != nil {
			g.Rows = append(g.Rows,
				report.Row{Label: "let in of more", Value: text(float64(b.Inside), 0), Name: "beyond.inside", About: fmt.Sprintf("of %d who came to a server that may refuse them", b.Players)},
				report.Row{Label: "snapshots of those inside", Value: text(b.SnapshotsPerPlayerS, 2), Unit: "/s", Goal: "≥ 28.5", Name: "beyond.snapshots_per_player_s", Large: true},
				report.Row{Label: "between two of theirs, p99", Value: text(b.InterarrivalP99MS, 1), Unit: "ms", Goal: "≤ 50", Name: "beyond.interarrival_p99_ms"},
			)
		}
		s.Groups = append(s.Groups, g, k.trials())
		s.Series = append(s.Series, k.series()...)
	}
	for _, k := range r.Kinds {
		for _, t := range k.Trials {
			if t.LightLateSendsPct > lateLightPct && !t.Went {
				s.Warnings = append(s.Warnings, fmt.Sprintf("%s, %d players: light bots sent %.0f %% of their frames late: the limit is also the machine's, which they share with the server", k.Kind, t.Players, t.LightLateSendsPct))
			}
		}
	}
	if l := r.Setting.LoadBefore; l != nil && *l > busyCoreLoad*float64(max(r.Setting.Cores, 1)) {
		s.Warnings = append(s.Warnings, fmt.Sprintf("the machine was busy before (load %.1f): it carries more than this", *l))
	}
	return s
}

// sorted are the trials by players; of those of the same number the last counts.
func (k *sweepFound) sorted() []trial {
	all := slices.Clone(k.Trials)
	slices.SortStableFunc(all, func(a, b trial) int { return cmp.Compare(a.Players, b.Players) })
	var last []trial
	for _, t := range all {
		if n := len(last); n > 0 && last[n-1].Players == t.Players {
			last = last[:n-1]
		}
		last = append(last, t)
	}
	return last
}

// trials is a row for each.
func (k *sweepFound) trials() report.SheetGroup {
	g := report.SheetGroup{Title: k.Kind + ", trial by trial"}
	for _, t := range k.sorted() {
		g.Rows = append(g.Rows, report.Row{
			Label: fmt.Sprintf("%d players", t.Players), Value: text(t.SnapshotsPerPlayerS, 1), Unit: "/s", About: t.line(),
		})
	}
	return g
}

// series are curves over the number of players.
func (k *sweepFound) series() []report.Series {
	var players []float64
	var rate, p50, p99, cpu, each, memory []*float64
	for _, t := range k.sorted() {
		if t.Inside == 0 {
			continue
		}
		players = append(players, float64(t.Players))
		rate, p50, p99 = append(rate, report.Of(t.SnapshotsPerPlayerS)), append(p50, report.Of(t.InterarrivalP50MS)), append(p99, report.Of(t.InterarrivalP99MS))
		cpu, each = append(cpu, report.Of(t.ServerCPUPct)), append(each, report.Of(t.ServerCPUUSPerPlayerInterval))
		memory = append(memory, report.Of(t.ServerRSSMB))
	}
	over := func(name, unit string, lines ...report.Line) report.Series {
		return report.Series{Name: k.Kind + ": " + name, Unit: unit, TimeS: players, Along: "players", Lines: lines}
	}
	return []report.Series{
		over("snapshots a player", "/s", report.Line{Name: "arrived", Values: rate}),
		over("between two snapshots", "ms", report.Line{Name: "p50", Values: p50}, report.Line{Name: "p99", Values: p99}),
		over("server's CPU, 100 is a core", "%", report.Line{Name: "server", Values: cpu}),
		over("CPU a player and interval", "µs", report.Line{Name: "server", Values: each}),
		over("resident memory", "MB", report.Line{Name: "server", Values: memory}),
	}
}
