package replay

import (
	"strings"
	"testing"

	"bankshot/game"
)

func TestEveryKindHasAWord(t *testing.T) {
	var weapons, pickups []string
	for w := range game.WeaponKinds {
		weapons = append(weapons, WeaponWord(w))
	}
	for k := range game.PickupKinds {
		pickups = append(pickups, PickupWord(k))
	}
	for _, table := range []struct {
		of    string
		first int
		words []string
	}{
		{"event", 1, eventWords[:]},
		{"fact", 1, factWords[:]},
		{"phase", 0, phaseWords[:]},
		{"weapon", 0, weapons},
		{"pick-up", 0, pickups},
		{"team", 0, teamWords[:]},
	} {
		seen := map[string]bool{}
		for i, w := range table.words[table.first:] {
			if w == "" || seen[w] {
				t.Errorf("%s %d is called %q", table.of, i+table.first, w)
			}
			seen[w] = true
		}
	}
	if got := EventWord(game.EventKinds); !strings.HasPrefix(got, "kind ") {
		t.Errorf("an unknown event is called %q", got)
	}
}

func TestALineTellsWhatItsEventIsAbout(t *testing.T) {
	p := &game.Public{Ships: []game.Ship{{Seat: 1, Name: "Ana"}, {Seat: 2, Name: "Bob\x1b[2J"}, {Seat: 3, Name: "Cleo"}}}
	place := game.Vec{X: 10 * game.Unit, Y: 20*game.Unit + game.Unit/2}
	for _, c := range []struct {
		ev   game.Event
		want string
	}{
		{
			game.Event{
				Kind: game.EventKilled, Seat: 1, Other: 2, Helper: 3, Banks: 2, Amount: 3, Weapon: game.Orb, Length: 812,
				Returned: true, Revenge: true, Streak: 4,
			},
			"killed Ana (seat 1) by Bob?[2J (seat 2), points 3 banks 2, orb, 812 units, returned by a mirror, revenge, streak 4, helped by Cleo (seat 3)",
		},
		{
			game.Event{Kind: game.EventKilled, Seat: 1, Other: game.NoSeat, Helper: game.NoSeat, Amount: -1},
			"killed Ana (seat 1) by nobody, points -1 banks 0, pulse, 0 units",
		},
		{game.Event{Kind: game.EventCharging, Seat: 1, Pos: place, Aim: 7, Weapon: game.Rail}, "charging Ana (seat 1) at 10.00,20.50 aim 7: rail"},
		{
			game.Event{Kind: game.EventReturned, Seat: 1, Other: 3, Pos: place, Aim: 9, Banks: 1},
			"returned Ana (seat 1), a shot of Cleo (seat 3), at 10.00,20.50 aim 9 banks 1",
		},
		{game.Event{Kind: game.EventPicked, Seat: 1, Pos: place, Amount: int16(game.PickHealth)}, "picked up Ana (seat 1) at 10.00,20.50: health"},
		{game.Event{Kind: game.EventAppeared, Seat: game.NoSeat, Length: 4, Amount: int16(game.PickupOf(game.Prism))}, "appeared prism at place 4"},
		{game.Event{Kind: game.EventShattered, Seat: game.NoSeat, Pos: place}, "shattered glass at 10.00,20.50"},
		{game.Event{Kind: game.EventWarped, Seat: 1, Other: game.NoSeat, Pos: place}, "warped Ana (seat 1) from 10.00,20.50"},
		{game.Event{Kind: game.EventWarped, Seat: game.NoSeat, Other: 3, Pos: place}, "warped a shot of Cleo (seat 3) from 10.00,20.50"},
		{game.Event{Kind: game.EventBrought, Seat: 1, Pos: place, Amount: 2}, "goal brought Ana (seat 1), that of team 2, at 10.00,20.50"},
		{game.Event{Kind: game.EventMoved, Seat: game.NoSeat, Pos: place}, "goal moved to 10.00,20.50"},
		{game.Event{Kind: game.EventTeam, Seat: 3, Amount: 1}, "changed team Cleo (seat 3) to team 1"},
		{game.Event{Kind: game.EventPhase, Amount: int16(game.Overtime)}, "phase overtime"},
		{game.Event{Kind: game.EventLeft, Seat: 9}, "left seat 9"},
	} {
		if got := DescribeEvent(&c.ev, p); got != c.want {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
	for _, c := range []struct {
		fact game.Fact
		want string
	}{
		{game.Fact{Kind: game.FactTeam, Seat: 1, Team: 2}, "team Ana (seat 1) to team 2"},
		{game.Fact{Kind: game.FactPickup, Index: 3, Pickup: game.PickupOf(game.Rail)}, "pick-up rail at place 3"},
		{game.Fact{Kind: game.FactJoin, Seat: 1, Team: 1}, "join Ana (seat 1), flown by a person, team 1"},
		{game.Fact{Kind: game.FactPhase, Phase: game.Overtime, End: 40}, "phase overtime until tick 40"},
	} {
		if got := DescribeFact(&c.fact, p); got != c.want {
			t.Errorf("%s\nwant\n%s", got, c.want)
		}
	}
}
