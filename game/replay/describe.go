package replay

import (
	"fmt"
	"strings"

	"bankshot/game"
)

// DescribeEvent is an event as a line; p is the world after its tick, for the names.
func DescribeEvent(ev *game.Event, p *game.Public) string {
	who := Who(p, ev.Seat)
	switch ev.Kind {
	case game.EventPhase:
		return "phase " + PhaseWord(game.Phase(ev.Amount))
	case game.EventFired, game.EventCharging:
		return describe(ev, "%s at %s aim %d: %s", who, at(ev.Pos), ev.Aim, WeaponWord(ev.Weapon))
	case game.EventSpawned, game.EventDashed:
		return describe(ev, "%s at %s aim %d", who, at(ev.Pos), ev.Aim)
	case game.EventBanked, game.EventEnded:
		return describe(ev, "%s at %s banks %d", who, at(ev.Pos), ev.Banks)
	case game.EventHit:
		return describe(ev, "%s by %s, lost %d banks %d", who, Who(p, ev.Other), ev.Amount, ev.Banks)
	case game.EventKilled:
		return describe(ev, "%s by %s, points %d banks %d%s", who, Who(p, ev.Other), ev.Amount, ev.Banks, shotOf(ev, p))
	case game.EventReturned:
		return describe(ev, "%s, a shot of %s, at %s aim %d banks %d", who, Who(p, ev.Other), at(ev.Pos), ev.Aim, ev.Banks)
	case game.EventPicked:
		return describe(ev, "%s at %s: %s", who, at(ev.Pos), PickupWord(game.PickupKind(ev.Amount)))
	case game.EventAppeared:
		return describe(ev, "%s at place %d", PickupWord(game.PickupKind(ev.Amount)), ev.Length)
	case game.EventShattered, game.EventMended:
		return describe(ev, "glass at %s", at(ev.Pos))
	case game.EventWarped:
		if ev.Seat == game.NoSeat {
			who = "a shot of " + Who(p, ev.Other)
		}
		return describe(ev, "%s from %s", who, at(ev.Pos))
	case game.EventTaken, game.EventDropped, game.EventHome, game.EventBrought:
		return describe(ev, "%s, that of %s, at %s", who, TeamWord(uint8(ev.Amount)), at(ev.Pos))
	case game.EventMoved:
		return describe(ev, "to %s", at(ev.Pos))
	case game.EventTeam:
		return describe(ev, "%s to %s", who, TeamWord(uint8(ev.Amount)))
	}
	return describe(ev, "%s", who)
}

func describe(ev *game.Event, format string, args ...any) string {
	return EventWord(ev.Kind) + " " + fmt.Sprintf(format, args...)
}

// shotOf is what is worth telling about a killing shot.
func shotOf(ev *game.Event, p *game.Public) string {
	b := []string{"", WeaponWord(ev.Weapon), fmt.Sprintf("%d units", ev.Length)}
	if ev.Returned {
		b = append(b, "returned by a mirror")
	}
	if ev.Revenge {
		b = append(b, "revenge")
	}
	if ev.Streak > 1 {
		b = append(b, fmt.Sprintf("streak %d", ev.Streak))
	}
	if ev.Helper != game.NoSeat {
		b = append(b, "helped by "+Who(p, ev.Helper))
	}
	return strings.Join(b, ", ")
}

// DescribeFact is a fact as a line.
func DescribeFact(f *game.Fact, p *game.Public) string {
	switch f.Kind {
	case game.FactPhase:
		return fmt.Sprintf("phase %s until tick %d", PhaseWord(f.Phase), f.End)
	case game.FactPickup:
		return fmt.Sprintf("pick-up %s at place %d", PickupWord(f.Pickup), f.Index)
	}
	b := FactWord(f.Kind) + " " + Who(p, f.Seat)
	switch f.Kind {
	case game.FactSpawn:
		b += fmt.Sprintf(" at %s aim %d", at(f.Pos), f.Aim)
	case game.FactJoin:
		b += flownBy(f.Pilot) + ", " + TeamWord(f.Team)
	case game.FactPilot:
		b += flownBy(f.Pilot)
	case game.FactTeam:
		b += " to " + TeamWord(f.Team)
	}
	return b
}

func flownBy(pilot bool) string {
	if pilot {
		return ", flown by a pilot"
	}
	return ", flown by a person"
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
