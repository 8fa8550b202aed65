package game

// FrontierHour is how long scores of Frontier count.
const FrontierHour = 3600 * TickHz

// StreakStep: in Frontier every so many kills since the last death make the next ones worth one more, StreakMost at most.
const (
	StreakStep = 3
	StreakMost = 5
)

// frontierMode is one endless arena for a thousand and more. Where nothing else is lost with a life, a streak is.
var frontierMode = ModeRules{Play: FrontierHour, KillPoints: true, Endless: true, Bonus: streakPoints, Numbers: []int64{StreakStep, StreakMost}}

// streakPoints is what a kill is worth beyond its banks; the streak counts it already.
func streakPoints(_ *State, killer, _ *Ship) int16 {
	return min(int16(killer.Streak)/StreakStep, StreakMost)
}
