package balance

import (
	"slices"
	"strings"

	"bankshot/game"
	"bankshot/game/arena"
)

// The goals.
var (
	// weaponGoal is what a pick-up's kills per minute held may be, in parts of the mean of all.
	weaponGoal = Between(0.7, 1.3)
	// spawnGoal is how many lives may last that begin at a spawn, in parts of what its arena leads to expect.
	spawnGoal  = Between(0.95, 1.05)
	bankedGoal = AtLeast(0.60)
	selfGoal   = AtMost(0.08)
	seenGoal   = AtLeast(0.85)
	inViewGoal = AtMost(60)
	// sideGoal is how often team 1 may win: as often as team 2, within what nobody would notice.
	sideGoal = Between(0.45, 0.55)
)

// Unit says how a figure is written.
type Unit uint8

// The units.
const (
	Plain Unit = iota
	Percent
	Seconds
)

// Row is one figure.
type Row struct {
	Section string `json:"section"`
	Name    string `json:"name"`
	Estimate
	Unit Unit `json:"-"`
	Goal Goal `json:"-"`
	// Verdict is NoGoal where Goal is not asked for.
	Verdict Verdict `json:"verdict"`
	// Note says more, for people.
	Note string `json:"note,omitempty"`
}

// SpawnRow is one spawn of an arena.
type SpawnRow struct {
	Arena string     `json:"arena"`
	At    arena.Cell `json:"at"` // X is its column, Y its row
	// Lives began there and lasted or not, Lasted is their share.
	Lives  int     `json:"lives"`
	Lasted float64 `json:"lasted"`
	// Use is how many did in parts of an even share.
	Use Estimate `json:"use"`
	// Needs is about how many more rounds of the arena decide what is undecided.
	Needs int `json:"needs_rounds,omitempty"`
	// Estimate is of what lasted in parts of what was to be expected.
	Estimate
	Verdict Verdict `json:"verdict"`
}

// Report is all that rounds tell.
type Report struct {
	Rounds int        `json:"rounds"`
	More   int        `json:"settling_rounds"`
	Rows   []Row      `json:"rows"`
	Spawns []SpawnRow `json:"spawns"`
}

// Verdict is the worst of all.
func (r *Report) Verdict() Verdict {
	worst := NoGoal
	for i := range r.Rows {
		worst = max(worst, r.Rows[i].Verdict)
	}
	return worst
}

// Judge finds out what rounds played on these grounds tell. By more rounds, which need not be of all grounds alike, spawns
// alone are judged.
func Judge(grounds []Ground, rounds, more []Round) Report {
	r := Report{Rounds: len(rounds), More: len(more)}
	r.weapons(rounds)
	r.kills(rounds)
	r.views(rounds)
	r.sides(grounds, rounds)
	r.spawns(grounds, slices.Concat(rounds, more))
	r.modes(rounds)
	r.things(rounds)
	return r
}

// Open are the names of what is undecided.
func (r *Report) Open() []string {
	var names []string
	for i := range r.Rows {
		if row := &r.Rows[i]; row.Verdict == Undecided {
			section, _, _ := strings.Cut(row.Section, ":")
			names = append(names, section+": "+row.Name)
		}
	}
	return names
}

// count is a number taken from a round.
type count func(r *Round) int

func each(rounds []Round, n count) []float64 {
	out := make([]float64, len(rounds))
	for i := range rounds {
		out[i] = float64(n(&rounds[i]))
	}
	return out
}

func sum(rounds []Round, n count) int {
	all := 0
	for i := range rounds {
		all += n(&rounds[i])
	}
	return all
}

func ratio(rounds []Round, above, below count) Estimate {
	return Ratio(each(rounds, above), each(rounds, below))
}

func share(rounds []Round, some, all count) Estimate {
	return Share(each(rounds, some), each(rounds, all))
}

func scaled(e Estimate, by float64) Estimate {
	e.Value, e.Low, e.High = e.Value*by, e.Low*by, e.High*by
	return e
}

// perMinute is how often something happens in a minute of so many ticks.
func perMinute(rounds []Round, above, ticks count) Estimate {
	return scaled(ratio(rounds, above, ticks), 60*game.TickHz)
}

func (r *Report) tell(section, name string, unit Unit, e Estimate, note string) {
	r.Rows = append(r.Rows, Row{Section: section, Name: name, Unit: unit, Estimate: e, Note: note})
}

func (r *Report) judge(section, name string, unit Unit, e Estimate, g Goal, note string) {
	r.Rows = append(r.Rows, Row{Section: section, Name: name, Unit: unit, Estimate: e, Goal: g, Verdict: g.Judge(e), Note: note})
}

func rounding(*Round) int { return 1 }

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// played are the rounds of a mode.
func played(rounds []Round, mode arena.Mode) []Round {
	var of []Round
	for i := range rounds {
		if rounds[i].Mode == mode {
			of = append(of, rounds[i])
		}
	}
	return of
}

// on are the rounds of one ground.
func on(rounds []Round, ground int) []Round {
	var here []Round
	for i := range rounds {
		if rounds[i].Ground == ground {
			here = append(here, rounds[i])
		}
	}
	return here
}
