package balance

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"text/tabwriter"
)

// mostSpawns is how many spawns a table lists: those that are off, those undecided, and of each those farthest from the mean
// first. JSON has all.
const mostSpawns = 12

// Table writes the report for people.
func (r *Report) Table(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	section := ""
	for i := range r.Rows {
		row := &r.Rows[i]
		if row.Section != section {
			section = row.Section
			fmt.Fprintf(t, "\n%s\n", section)
		}
		value, interval := row.Unit.text(row.Estimate)
		goal := ""
		if row.Verdict != NoGoal {
			goal = row.Unit.goal(row.Goal)
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\n", row.Name, value, interval, goal, row.Verdict, row.Note)
		if row.Name == allSpawns {
			r.worstSpawns(t)
		}
	}
	if lacks := r.Lacking(); len(lacks) > 0 {
		fmt.Fprint(t, "\nspawns that are undecided, and what would decide them (-settle plays it)\n")
		for _, l := range lacks {
			fmt.Fprintf(t, "  %s\t%d\tabout %d more rounds of this arena\n", l.Arena, l.Spawns, l.Rounds)
		}
	}
	return t.Flush()
}

// worstSpawns lists the spawns that are farthest from their arena's mean.
func (r *Report) worstSpawns(w io.Writer) {
	worst := slices.Clone(r.Spawns)
	slices.SortStableFunc(worst, func(a, b SpawnRow) int {
		if a.Verdict != b.Verdict {
			return int(b.Verdict) - int(a.Verdict)
		}
		switch x, y := math.Abs(a.Value-1), math.Abs(b.Value-1); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	for i, s := range worst {
		if i == mostSpawns && s.Verdict != Fail {
			break
		}
		value, interval := Plain.text(s.Estimate)
		note := fmt.Sprintf("%d lives, %.0f %% lasted", s.Lives, 100*s.Lasted)
		if s.Needs > 0 {
			note += fmt.Sprintf("; about %d more rounds decide", s.Needs)
		}
		fmt.Fprintf(w, "  %s, column %d, row %d\t%s\t%s\t\t%s\t%s\n", s.Arena, s.At.X, s.At.Y, value, interval, s.Verdict, note)
	}
}

// text is a figure and its interval.
func (u Unit) text(e Estimate) (value, interval string) {
	if !e.Known {
		return "-", ""
	}
	return u.number(e.Value), u.number(e.Low) + " to " + u.number(e.High)
}

func (u Unit) goal(g Goal) string {
	switch {
	case math.IsInf(g.Least, 0):
		return "≤ " + u.number(g.Most)
	case math.IsInf(g.Most, 0):
		return "≥ " + u.number(g.Least)
	}
	return u.number(g.Least) + " to " + u.number(g.Most)
}

func (u Unit) number(v float64) string {
	switch u {
	case Percent:
		return strconv.FormatFloat(100*v, 'f', 1, 64) + " %"
	case Seconds:
		return strconv.FormatFloat(v, 'f', 0, 64) + " s"
	}
	return number(v)
}

// number has three digits that mean something, or all before the point.
func number(v float64) string {
	digits := 2
	switch {
	case math.Abs(v) >= 100:
		digits = 0
	case math.Abs(v) >= 10:
		digits = 1
	}
	return strconv.FormatFloat(v, 'f', digits, 64)
}
