package main

import (
	"fmt"
	"strings"
	"time"

	"bankshot/bench/report"
)

// feelRow is one figure of feel, and what it ought to be.
type feelRow struct {
	figure report.Figure
	// goal is what the figure ought to be on that way; nil where nothing is asked of it.
	goal func(p *profile, r *report.Result) *bound
}

// bound is a goal: at most, less than, or at least a value.
type bound struct {
	sign  string // "≤", "<" or "≥"
	value float64
}

// verdict is what became of one figure on one way.
type verdict struct {
	Figure string   `json:"figure"`
	Value  *float64 `json:"value"`
	Goal   string   `json:"goal,omitempty"`
	// Met is nil without a goal, and where nothing was measured.
	Met *bool `json:"met,omitempty"`

	text string
}

// feelRows are the rows of the table. The lead margin stands first: more of it buys fewer mispredictions at the price of
// delay, so that no other figure means anything without it.
func feelRows() []feelRow {
	figures := map[string]report.Figure{}
	for _, g := range report.Groups() {
		for _, f := range g.Figures {
			figures[f.Name] = f
		}
	}
	row := func(name string, goal func(p *profile, r *report.Result) *bound) feelRow {
		f, ok := figures[name]
		if !ok {
			panic("bench: the report has no figure " + name)
		}
		return feelRow{f, goal}
	}
	everywhere := func(sign string, value float64) func(*profile, *report.Result) *bound {
		return func(*profile, *report.Result) *bound { return &bound{sign, value} }
	}
	on := func(bounds map[string]bound) func(*profile, *report.Result) *bound {
		return func(p *profile, _ *report.Result) *bound {
			if b, ok := bounds[p.Name]; ok {
				return &b
			}
			return nil
		}
	}
	return []feelRow{
		row("lead_margin_p50_ms", nil),
		row("rtt_p50_ms", nil),
		row("mispredicted_ticks_pct", on(map[string]bound{"lan": {"≤", 0}, "home": {"<", 0.2}, "far": {"<", 0.5}, "train": {"<", 2}})),
		row("surprise_ticks_pct", nil),
		row("correction_p99_units", on(map[string]bound{"far": {"≤", 12}})),
		row("correction_jumps", everywhere("≤", 0)),
		row("starved_frames_pct", on(map[string]bound{"home": {"<", 0.1}, "train": {"<", 1}})),
		row("effect_delay_p50_ms", afterMargin),
		row("effect_delay_p99_ms", nil),
		row("effect_delay_drawn_p50_ms", nil),
		row("hits_as_seen_pct", everywhere("≥", 100)),
		row("hits_seen", nil),
		row("hits_moot_pct", nil),
		row("seen_off_p50_units", nil),
		row("seen_off_p99_units", nil),
		row("leaps_seen", everywhere("≤", 0)),
		row("resume_p99_ms", soonBack),
		row("shown_again_p99_ms", atOnce),
		row("reload_p99_ms", everywhere("≤", 2000)),
		row("desyncs", everywhere("≤", 0)),
		row("interarrival_p99_ms", nil),
		row("given_up_ticks_pct", nil),
		row("bot_lateness_p99_ms", nil),
	}
}

// afterMargin allows an effect one tick, one snapshot interval and the lead margin.
func afterMargin(_ *profile, r *report.Result) *bound {
	if r.LeadMarginP50MS == nil {
		return nil
	}
	const intervalMS = 1000.0 / snapshotHz
	return &bound{"≤", tickMS + intervalMS + *r.LeadMarginP50MS}
}

// soonBack allows who was dropped four round trips and a tenth of a second.
func soonBack(p *profile, _ *report.Result) *bound {
	return &bound{"≤", ms(4*p.RTT + 100*time.Millisecond)}
}

// atOnce allows who is seen again one round trip, at its longest, and the interval in which a server speaks once and a frame
// in which a screen shows it.
func atOnce(p *profile, _ *report.Result) *bound {
	const intervalMS = 1000.0 / snapshotHz
	return &bound{"≤", ms(p.RTT+p.Jitter) + intervalMS + tickMS}
}

// judge compares a figure with its goal.
func (row *feelRow) judge(p *profile, r *report.Result) verdict {
	v := verdict{Figure: row.figure.Name, Value: row.figure.Of(r), text: row.figure.Text(r)}
	if row.goal == nil {
		return v
	}
	b := row.goal(p, r)
	if b == nil {
		return v
	}
	v.Goal = b.String()
	if v.Value != nil {
		met := b.holds(*v.Value)
		v.Met = &met
	}
	return v
}

func (b *bound) holds(v float64) bool {
	switch b.sign {
	case "<":
		return v < b.value
	case "≥":
		return v >= b.value
	}
	return v <= b.value
}

func (b *bound) String() string {
	return b.sign + " " + strings.TrimSuffix(fmt.Sprintf("%.1f", b.value), ".0")
}

// mark is a sign for the verdict.
func (v *verdict) mark() string {
	switch {
	case v.Met == nil:
		return ""
	case *v.Met:
		return "✓"
	}
	return "✗"
}
