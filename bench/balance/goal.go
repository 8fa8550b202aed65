package balance

import "math"

// Goal is where a figure ought to be: from Least to Most, either of which may be infinite.
type Goal struct{ Least, Most float64 }

// AtLeast, AtMost and Between are goals.
func AtLeast(v float64) Goal           { return Goal{v, math.Inf(1)} }
func AtMost(v float64) Goal            { return Goal{math.Inf(-1), v} }
func Between(least, most float64) Goal { return Goal{least, most} }

// Verdict says whether a goal is met.
type Verdict uint8

// The verdicts. NoGoal is for figures of which nothing is asked; those after it go from best to worst.
const (
	NoGoal Verdict = iota
	Pass
	Undecided
	Fail
)

// String is what a table says.
func (v Verdict) String() string { return [...]string{"", "pass", "undecided", "FAIL"}[v] }

// MarshalText is String, for JSON.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Judge compares a figure with its goal, as surely as its interval allows.
func (g Goal) Judge(e Estimate) Verdict {
	switch {
	case !e.Known:
		return Undecided
	case e.Low >= g.Least && e.High <= g.Most:
		return Pass
	case e.High < g.Least || e.Low > g.Most:
		return Fail
	}
	return Undecided
}
