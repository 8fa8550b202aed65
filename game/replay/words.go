package replay

import (
	"fmt"
	"strings"

	"bankshot/game"
)

// words name the kinds of events, facts and phases for people, in the order of the kinds.
var (
	eventWords = [game.EventKinds]string{
		game.EventFired: "fired", game.EventBanked: "banked", game.EventHit: "hit", game.EventKilled: "killed",
		game.EventSpawned: "spawned", game.EventDashed: "dashed", game.EventEnded: "ended", game.EventJoined: "joined",
		game.EventLeft: "left", game.EventPhase: "phase",
	}
	factWords = [game.FactKinds]string{
		game.FactJoin: "join", game.FactLeave: "leave", game.FactSpawn: "spawn", game.FactPilot: "pilot",
		game.FactRename: "rename", game.FactPhase: "phase",
	}
	phaseWords = [game.Phases]string{
		game.Warmup: "warm-up", game.Countdown: "countdown", game.Playing: "playing", game.Results: "results",
	}
)

// EventWord names a kind of event.
func EventWord(k game.EventKind) string { return word(eventWords[:], int(k)) }

// FactWord names a kind of fact.
func FactWord(k game.FactKind) string { return word(factWords[:], int(k)) }

// PhaseWord names a phase.
func PhaseWord(p game.Phase) string { return word(phaseWords[:], int(p)) }

func word(words []string, i int) string {
	if i >= len(words) || words[i] == "" {
		return fmt.Sprintf("kind %d", i)
	}
	return words[i]
}

// DescribeEvent is an event as a line; p is the world after its tick, for the names.
func DescribeEvent(ev *game.Event, p *game.Public) string {
	b := []string{EventWord(ev.Kind)}
	add := func(format string, args ...any) { b = append(b, fmt.Sprintf(format, args...)) }
	if ev.Kind == game.EventPhase {
		return b[0] + " " + PhaseWord(game.Phase(ev.Amount))
	}
	add("%s", Who(p, ev.Seat))
	switch ev.Kind {
	case game.EventHit:
		add("by %s, lost %d", Who(p, ev.Other), ev.Amount)
	case game.EventKilled:
		add("by %s, points %d", Who(p, ev.Other), ev.Amount)
	case game.EventFired, game.EventSpawned, game.EventDashed:
		add("at %s aim %d", at(ev.Pos), ev.Aim)
	case game.EventBanked, game.EventEnded:
		add("at %s", at(ev.Pos))
	}
	switch ev.Kind {
	case game.EventHit, game.EventKilled, game.EventBanked, game.EventEnded:
		add("banks %d", ev.Banks)
	}
	return strings.Join(b, " ")
}

// DescribeFact is a fact as a line.
func DescribeFact(f *game.Fact, p *game.Public) string {
	if f.Kind == game.FactPhase {
		return fmt.Sprintf("phase %s until tick %d", PhaseWord(f.Phase), f.End)
	}
	b := FactWord(f.Kind) + " " + Who(p, f.Seat)
	switch f.Kind {
	case game.FactSpawn:
		b += fmt.Sprintf(" at %s aim %d", at(f.Pos), f.Aim)
	case game.FactJoin, game.FactPilot:
		b += map[bool]string{true: ", flown by a pilot", false: ", flown by a person"}[f.Pilot]
	}
	return b
}

// Who names a seat, by the ship that it has.
func Who(p *game.Public, seat game.Seat) string {
	if seat == game.NoSeat {
		return "nobody"
	}
	if i := p.ShipOf(seat); i >= 0 {
		return fmt.Sprintf("%s (seat %d)", clean([]byte(p.Ships[i].Name)), seat)
	}
	return fmt.Sprintf("seat %d", seat)
}

// at is a place in units.
func at(v game.Vec) string {
	return fmt.Sprintf("%.2f,%.2f", float64(v.X)/game.Unit, float64(v.Y)/game.Unit)
}
