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
		g.Rows = append(g.Rows, k.floorRows()...)
		g.Rows = append(g.Rows, k.scheduleRows()...)
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
	if r.Capped != "" {
		s.Warnings = append(s.Warnings, r.Capped)
	}
	for _, k := range r.Kinds {
		if k.FloorMost > 0 && !slices.ContainsFunc(k.FloorTrials, func(t trial) bool { return !t.Went }) {
			s.Warnings = append(s.Warnings, fmt.Sprintf("%s: the floor carries more than %d, which is the most that was tried: the share is too high", k.Kind, k.FloorMost))
		}
		if k.FloorMost > 0 && k.FloorMost < k.Most {
			s.Warnings = append(s.Warnings, fmt.Sprintf("%s: the floor carried fewer players than the server, which cannot be: the machine was disturbed, and the share says nothing", k.Kind))
		}
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

// floorRows are how the most players compare with those of the floor.
func (k *sweepFound) floorRows() []report.Row {
	if k.FloorMost == 0 {
		return nil
	}
	return []report.Row{
		{Label: "floor's players", Value: text(float64(k.FloorMost), 0), Name: "floor_most_players", About: "whom epoll, one thread, one read and one write each, gives the same beside the same bots"},
		{Label: "players / floor's players", Value: text(*k.FloorShare, 2), Goal: fmt.Sprintf("≥ %.2f", floorShareGoal), Name: "floor_share", Large: true, About: "the share of what this machine can that is left to players"},
	}
}

// scheduleRows are how punctual the rooms were with the most players.
func (k *sweepFound) scheduleRows() (rows []report.Row) {
	t := k.best()
	if t == nil {
		return nil
	}
	for _, f := range []struct {
		label, name, about string
		v                  *float64
	}{
		{"a room's lateness, p99", "lateness_p99_ms", "with the most players: rooms wake spread over the interval, on all cores", t.LatenessP99MS},
		{"an idle goroutine's, p99", "control_lateness_p99_ms", "in the same process", t.ControlLatenessP99MS},
		{"pause for garbage, p99", "gc_pause_p99_ms", "of all pauses in that time", t.GCPauseP99MS},
	} {
		value := report.Unmeasured
		if f.v != nil {
			value = text(*f.v, 2)
		}
		rows = append(rows, report.Row{Label: f.label, Value: value, Unit: "ms", Name: f.name, About: f.about})
	}
	return rows
}

// sorted are trials by players; of those of the same number the last counts.
func sorted(trials []trial) []trial {
	all := slices.Clone(trials)
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
	for _, t := range sorted(k.Trials) {
		g.Rows = append(g.Rows, t.row("%d players"))
	}
	for _, t := range sorted(k.FloorTrials) {
		g.Rows = append(g.Rows, t.row("the floor, %d players"))
	}
	return g
}

func (t *trial) row(label string) report.Row {
	return report.Row{Label: fmt.Sprintf(label, t.Players), Value: text(t.SnapshotsPerPlayerS, 1), Unit: "/s", About: t.line()}
}
