package scene

import (
	"strings"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// The words of the game, all in one place. A table's row is named by what it stands for, so that a new weapon, mode or
// award shows as an empty word here, which a test forbids.

// modeWords is what a player reads about a mode.
type modeWords struct {
	Name string
	// Goal is the whole of it in one line, Short as it fits a card.
	Goal, Short string
	// Overtime says what ends it.
	Overtime string
	// Thing is what its goals are called, if not as things of their kind are; Carry what to do with one that is carried.
	Thing, Carry string
}

var modes = [arena.Modes]modeWords{
	arena.FreeForAll: {
		Name: "Free-for-all", Goal: "Everybody against everybody: most points win", Short: "everybody for themselves",
		Overtime: "OVERTIME: next lead wins",
	},
	arena.Teams: {
		Name: "Teams", Goal: "Two teams: more points than the others win", Short: "outscore the other team",
		Overtime: "OVERTIME: next lead wins",
	},
	arena.Capture: {
		Name: "Capture", Goal: "Bring their flag to your base while yours is there", Short: "bring their flag home",
		Overtime: "OVERTIME: next capture wins", Carry: "bring it home",
	},
	arena.Hill: {
		Name: "Hill", Goal: "Be alone in the zone: it scores for whoever holds it", Short: "hold the zone alone",
		Overtime: "OVERTIME: next lead wins", Thing: "hill",
	},
	arena.Frontier: {
		Name: "Frontier", Goal: "A thousand in one endless arena: the best of the hour", Short: "a thousand in one arena",
	},
	arena.Duel: {
		Name: "Duel", Goal: "One against one: most points win", Short: "one against one",
		Overtime: "OVERTIME: next lead wins",
	},
}

// things are what goals are called where the mode has no word for them.
var things = [game.GoalKinds]string{game.FlagGoal: "flag", game.ZoneGoal: "zone"}

// thingOf is what a goal of a mode is called.
func thingOf(m game.Mode, kind game.GoalKind) string {
	if w := modeOf(m); w.Thing != "" {
		return w.Thing
	}
	if int(kind) < len(things) {
		return things[kind]
	}
	return ""
}

// modeOf is a mode's words, for modes of newer servers those of none.
func modeOf(m game.Mode) *modeWords {
	if int(m) < len(modes) {
		return &modes[m]
	}
	return &modeWords{}
}

// weaponOf is what a weapon is called: by everybody alike, so that the name stands in the rules.
func weaponOf(w game.WeaponKind) string {
	if w < game.WeaponKinds {
		return game.Weapons[w].Name
	}
	return ""
}

// teams are the teams' names, as one calls them; teamNames how they stand alone.
var (
	teams     = [...]string{game.NoTeam: "nobody", game.TeamOne: "Violet", game.TeamTwo: "Red"}
	teamNames = [...]string{game.NoTeam: "", game.TeamOne: "Violet team", game.TeamTwo: "Red team"}
)

func teamOf(t uint8) string {
	if int(t) < len(teams) {
		return teams[t]
	}
	return ""
}

// pickupOf names a pick-up in the state.
func pickupOf(k game.PickupKind) string {
	switch {
	case k == game.NoPickup:
		return "none"
	case k < game.PickupKinds:
		return strings.ToLower(k.Name())
	}
	return ""
}

// bankShots are the announcements of kills by their banks; more than listed are counted.
var bankShots = [...]string{"Direct hit", "Bank shot", "Double bank", "Triple bank", "Quadruple bank"}

const (
	wordMirrorKill = "Mirror kill"
	wordCorner     = " around the corner" // behind a weapon's name
	wordRevenge    = "Revenge"
	wordFirstBlood = "First blood"
	wordAssist     = "Assist"
)

// streaks are called when a ship has killed so often without dying.
var streaks = [...]struct {
	kills uint8
	// mine is said to whoever has it, other of whoever has it.
	mine, other string
}{
	{3, "On fire", " is on fire"},
	{5, "Unstoppable", " is unstoppable"},
	{8, "Untouchable", " is untouchable"},
	{12, "Legendary", " is legendary"},
}

// awards are what somebody was best at, and the unit that stands after the number.
var awards = [snap.Awards]struct{ name, unit string }{
	snap.AwardBanks:   {"Most banks", ""},
	snap.AwardLongest: {"Longest shot", " units"},
	snap.AwardMirror:  {"Best mirror", ""},
	snap.AwardStreak:  {"Longest streak", ""},
	snap.AwardHelper:  {"Most assists", ""},
	snap.AwardGoals:   {"Most goals", ""},
}

// ordinals are places as they are said; later ones end in "th".
var ordinals = [...]string{"0th", "1st", "2nd", "3rd"}

// ordinal writes a place: 1st, 2nd, 3rd, 4th, 11th, 21st.
func (l line) ordinal(n int) line {
	if last := n % 10; n/10%10 != 1 && last > 0 && last < len(ordinals) {
		return l.int(n).str(ordinals[last][1:])
	}
	return l.int(n).str("th")
}
