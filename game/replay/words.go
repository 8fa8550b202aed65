package replay

import (
	"fmt"
	"strings"

	"bankshot/game"
)

// words name the kinds of things for people, in the order of the kinds.
var (
	eventWords = [game.EventKinds]string{
		game.EventFired: "fired", game.EventBanked: "banked", game.EventHit: "hit", game.EventKilled: "killed",
		game.EventSpawned: "spawned", game.EventDashed: "dashed", game.EventEnded: "ended", game.EventJoined: "joined",
		game.EventLeft: "left", game.EventPhase: "phase", game.EventCharging: "charging", game.EventReturned: "returned",
		game.EventPicked: "picked up", game.EventAppeared: "appeared", game.EventShattered: "shattered", game.EventMended: "mended",
		game.EventWarped: "warped", game.EventTaken: "goal taken", game.EventDropped: "goal dropped",
		game.EventHome: "goal home", game.EventBrought: "goal brought", game.EventMoved: "goal moved",
		game.EventTeam: "changed team",
	}
	factWords = [game.FactKinds]string{
		game.FactJoin: "join", game.FactLeave: "leave", game.FactSpawn: "spawn", game.FactPilot: "pilot",
		game.FactRename: "rename", game.FactPhase: "phase", game.FactTeam: "team", game.FactPickup: "pick-up",
	}
	phaseWords = [game.Phases]string{
		game.Warmup: "warm-up", game.Countdown: "countdown", game.Playing: "playing", game.Overtime: "overtime",
		game.Results: "results",
	}
	teamWords = [...]string{game.NoTeam: "no team", game.TeamOne: "team 1", game.TeamTwo: "team 2"}
)

// EventWord names a kind of event.
func EventWord(k game.EventKind) string { return word(eventWords[:], int(k)) }

// FactWord names a kind of fact.
func FactWord(k game.FactKind) string { return word(factWords[:], int(k)) }

// PhaseWord names a phase.
func PhaseWord(p game.Phase) string { return word(phaseWords[:], int(p)) }

// WeaponWord names a weapon.
func WeaponWord(w game.WeaponKind) string {
	if w >= game.WeaponKinds {
		return kind(int(w))
	}
	return strings.ToLower(game.Weapons[w].Name)
}

// PickupWord names a kind of pick-up.
func PickupWord(k game.PickupKind) string {
	switch {
	case k >= game.PickupKinds:
		return kind(int(k))
	case k == game.NoPickup:
		return "nothing"
	}
	return strings.ToLower(k.Name())
}

// TeamWord names a team.
func TeamWord(team uint8) string { return word(teamWords[:], int(team)) }

func word(words []string, i int) string {
	if i < 0 || i >= len(words) || words[i] == "" {
		return kind(i)
	}
	return words[i]
}

// kind names what there is no word for.
func kind(i int) string { return fmt.Sprintf("kind %d", i) }
