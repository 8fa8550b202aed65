package replay

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// provingGround has one of everything that shots and ships can meet.
const provingGround = `name: Proving Ground
modes: capture hill

########################
#◤........====........◥#
#.........====.........#
#..a...S..%%%%..S...b..#
#.........####.........#
#......................#
#..1...+........+...2..#
#......................#
#..a...H........I...b..#
#...S..............S...#
#.........####.........#
#..a.P....####....P.b..#
#.......!.%%%%.!.......#
#..a...>..####..<...b..#
#◣........####........◢#
########################
`

// Who plays in the script.
const (
	ana   game.Seat = 1 // team 1
	bob   game.Seat = 2 // team 2
	cleo  game.Seat = 3 // team 1, for a while 2
	dummy           = game.FirstPilotSeat
)

// act is a part of the script: facts at its beginning, and hands that hold for so many ticks.
type act struct {
	ticks int
	facts []game.Fact
	hands map[game.Seat]hand
}

// hand is what somebody does, given what is.
type hand func(p *game.Public, me *game.Ship) game.Input

func cell(x, y int) game.Vec { return arena.Cell{X: x, Y: y}.Centre() }

// put places a ship, whole and shielded, in the middle of a tile.
func put(seat game.Seat, x, y int) game.Fact {
	return game.Fact{Kind: game.FactSpawn, Seat: seat, Pos: cell(x, y)}
}

func lay(place uint8, kind game.PickupKind) game.Fact {
	return game.Fact{Kind: game.FactPickup, Index: uint16(place), Pickup: kind}
}

func toward(from, to game.Vec) uint16 {
	return game.Toward(game.Vec{X: to.X - from.X, Y: to.Y - from.Y})
}

// aim points to a place, and presses.
func aim(to game.Vec, b game.Buttons) hand {
	return func(_ *game.Public, me *game.Ship) game.Input { return game.Input{Aim: toward(me.Pos, to), Buttons: b} }
}

// hunt points to a ship, and presses.
func hunt(seat game.Seat, b game.Buttons) hand {
	return func(p *game.Public, me *game.Ship) game.Input {
		i := p.ShipOf(seat)
		if i < 0 || !p.Ships[i].Alive {
			return game.Input{Aim: me.Aim}
		}
		return game.Input{Aim: toward(me.Pos, p.Ships[i].Pos), Buttons: b}
	}
}

// fly thrusts to a place and points there, and presses.
func fly(to game.Vec, b game.Buttons) hand {
	return func(_ *game.Public, me *game.Ship) game.Input {
		dir := toward(me.Pos, to)
		const step = game.AimSteps / 16
		return game.Input{Aim: dir, Thrust: 1 + uint8((dir+step/2)/step%16), Buttons: b}
	}
}

// warmUp lets people come.
func warmUp() []act {
	join := func(seat game.Seat, name string, team uint8) game.Fact {
		return game.Fact{Kind: game.FactJoin, Seat: seat, Name: name, Team: team, Pilot: seat == dummy}
	}
	return []act{{
		ticks: 40,
		facts: []game.Fact{join(ana, "Ana", 1), join(bob, "Bob", 2), join(cleo, "Cleo", 1), join(dummy, "Dummy", 2)},
		hands: map[game.Seat]hand{ana: hunt(bob, game.Fire), bob: fly(cell(12, 7), game.Fire|game.Dash), cleo: fly(cell(12, 7), game.Mirror)},
	}}
}

// playing is the round until its time is over: every weapon, every tile, who comes and goes, and no flag brought home.
func playing() []act {
	bankToBob := game.Vec{X: 12 * arena.TileSub, Y: 5 * arena.TileSub} // one bank under the block in the middle
	acts := []act{
		// Ana breaks the glass; Cleo is carried by a booster; the dummy burns until it dies.
		{
			ticks: 60, facts: []game.Fact{put(ana, 7, 2), put(cleo, 7, 13), put(dummy, 8, 12), put(bob, 16, 14)},
			hands: map[game.Seat]hand{ana: aim(cell(12, 2), game.Fire), bob: aim(cell(11, 7), game.Fire)},
		},
		// Ana flies through a portal, after her shots.
		{ticks: 60, facts: []game.Fact{put(ana, 5, 8)}, hands: map[game.Seat]hand{ana: aim(cell(5, 11), game.Fire)}},
		{ticks: 60, hands: map[game.Seat]hand{ana: fly(cell(5, 11), game.Fire|game.Dash)}},
	}
	for weapon := game.Basic + 1; weapon < game.WeaponKinds; weapon++ {
		kind := game.PickupOf(weapon)
		acts = append(
			acts,
			// Ana picks a weapon up and shoots around the corner at Bob, who picks up what heals; Bob hits himself.
			act{
				ticks: 130, facts: []game.Fact{put(ana, 7, 6), lay(0, kind), put(bob, 16, 6), lay(1, game.PickHealth)},
				hands: map[game.Seat]hand{ana: aim(bankToBob, game.Fire), bob: aim(cell(16, 14), game.Fire)},
			},
			// And straight into Bob's mirror, who holds it for as long as his energy lasts.
			act{
				ticks: 150, facts: []game.Fact{put(ana, 7, 6), lay(0, kind), put(bob, 16, 6), lay(1, game.PickEnergy)},
				hands: map[game.Seat]hand{ana: hunt(bob, game.Fire), bob: hunt(ana, game.Mirror|game.Fire)},
			},
		)
	}
	return append(
		acts,
		// Cleo is flown by a computer, changes sides and comes back under another name; the dummy leaves its shots behind.
		act{
			ticks: 40, facts: []game.Fact{{Kind: game.FactPilot, Seat: cleo, Pilot: true}, put(dummy, 8, 8)},
			hands: map[game.Seat]hand{dummy: aim(cell(1, 1), game.Fire)},
		},
		act{ticks: 100, facts: []game.Fact{{Kind: game.FactTeam, Seat: cleo, Team: 2}, {Kind: game.FactLeave, Seat: dummy}}},
		act{ticks: 100, facts: []game.Fact{
			{Kind: game.FactTeam, Seat: cleo, Team: 1},
			{Kind: game.FactPilot, Seat: cleo},
			{Kind: game.FactRename, Seat: cleo, Name: "Cleopatra"},
			{Kind: game.FactJoin, Seat: dummy, Name: "Dummy", Team: 2, Pilot: true},
		}},
		// Ana takes Bob's flag and dies with it; he brings it home.
		act{
			ticks: 150, facts: []game.Fact{put(ana, 18, 5), put(bob, 20, 9), put(cleo, 3, 13), put(dummy, 20, 13)},
			hands: map[game.Seat]hand{ana: fly(cell(20, 6), 0), bob: hunt(ana, game.Fire)},
		},
		act{ticks: 100, hands: map[game.Seat]hand{bob: fly(cell(20, 6), 0)}},
	)
}

// overtime ends with a flag brought home.
func overtime() []act {
	home := func(x, y int) map[game.Seat]hand { return map[game.Seat]hand{ana: fly(cell(x, y), 0)} }
	return []act{
		{ticks: 60, facts: []game.Fact{put(ana, 18, 5), put(bob, 16, 14)}, hands: home(20, 6)},
		{ticks: 80, hands: home(15, 8)},
		{ticks: 80, hands: home(8, 8)},
		{ticks: 120, hands: home(3, 6)},
		{ticks: 60},
	}
}

func length(acts []act) (ticks game.Tick) {
	for i := range acts {
		ticks += game.Tick(acts[i].ticks)
	}
	return ticks
}

// perform records the script, with a hash in every snapshot.
func perform(t testing.TB) []byte {
	t.Helper()
	a, err := arena.Parse([]byte(provingGround))
	if err == nil {
		err = arena.Validate(a, arena.MinSpawns)
	}
	if err != nil {
		t.Fatal(err)
	}
	w := newTape(a, arena.Capture, 100)
	const countdown = 20
	w.acts(warmUp())
	w.acts([]act{{ticks: countdown, facts: []game.Fact{phase(game.Countdown, w.state.Tick+1+countdown)}}})
	acts := playing()
	acts[0].facts = append([]game.Fact{phase(game.Playing, w.state.Tick+1+length(acts))}, acts[0].facts...)
	w.acts(acts)
	w.acts(overtime())
	return w.end()
}

func phase(p game.Phase, end game.Tick) game.Fact {
	return game.Fact{Kind: game.FactPhase, Phase: p, End: end}
}

// acts records them in snapshots of two ticks.
func (w *tape) acts(acts []act) {
	for _, act := range acts {
		facts := act.facts
		for range act.ticks / 2 {
			w.snapshot(2, func(e *game.Entry) {
				e.Facts = append(e.Facts, facts...)
				facts = nil
				var asks []game.Ask
				for i := range w.state.Ships {
					me := &w.state.Ships[i]
					if hand := act.hands[me.Seat]; hand != nil {
						asks = append(asks, game.Ask{Seat: me.Seat, Input: hand(&w.state.Public, me)})
					}
				}
				game.Decide(&w.state, w.arena, asks, e)
			})
		}
	}
}
