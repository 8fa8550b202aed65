package snap

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
	"bankshot/game/wire"
)

// seats are few, so that facts meet in them.
var seats = rapid.SampledFrom([]game.Seat{0, 1, 2, 5, game.FirstPilotSeat, game.FirstPilotSeat + 1, game.FirstPilotSeat + 40})

func anyFact(t *rapid.T) game.Fact {
	f := game.Fact{Kind: game.FactKind(rapid.IntRange(int(game.FactJoin), int(game.FactKinds)-1).Draw(t, "kind"))}
	if f.Kind != game.FactPhase && f.Kind != game.FactPickup {
		f.Seat = seats.Draw(t, "seat")
	}
	switch f.Kind {
	case game.FactJoin:
		f.Name, f.Pilot, f.Team = anyName(t), rapid.Bool().Draw(t, "pilot"), anyTeam(t)
	case game.FactRename:
		f.Name = anyName(t)
	case game.FactPilot:
		f.Pilot = rapid.Bool().Draw(t, "pilot")
	case game.FactSpawn:
		at := hallSpawns[rapid.IntRange(0, len(hallSpawns)-1).Draw(t, "spawn")]
		f.Pos, f.Aim = at, uint16(rapid.IntRange(0, game.AimSteps-1).Draw(t, "aim"))
	case game.FactTeam:
		f.Team = anyTeam(t)
	case game.FactPickup:
		f.Index = uint16(rapid.IntRange(0, 1).Draw(t, "index"))
		f.Pickup = game.PickupKind(rapid.IntRange(1, int(game.PickupKinds)-1).Draw(t, "pick-up"))
	case game.FactPhase:
		f.Phase = game.Phase(rapid.IntRange(0, int(game.Phases)-1).Draw(t, "phase"))
		f.End = game.Tick(rapid.Uint32().Draw(t, "end"))
	}
	return f
}

var hallSpawns = []game.Vec{{X: 200_000, Y: 100_000}, {X: 300_001, Y: 99_999}, {X: 70_007, Y: 80_003}}

func anyTeam(t *rapid.T) uint8 { return uint8(rapid.IntRange(0, int(game.TeamTwo)).Draw(t, "team")) }

func anyName(t *rapid.T) string {
	return rapid.SampledFrom([]string{"A", "Ana", "Ünïcödé", "123456789012345678901234"}).Draw(t, "name")
}

func anyInput(t *rapid.T) game.Input {
	return game.Input{
		Thrust:  uint8(rapid.IntRange(0, game.Thrusts-1).Draw(t, "thrust")),
		Aim:     uint16(rapid.IntRange(0, game.AimSteps-1).Draw(t, "aim")),
		Buttons: game.Buttons(rapid.IntRange(0, int(game.AllButtons)).Draw(t, "buttons")),
		Lag:     uint8(rapid.SampledFrom([]int{0, 0, 1, 20, 21, 23, game.MaxLag}).Draw(t, "lag")),
	}
}

func TestAnythingThatMayEnterTheRulesSurvivesTheWire(t *testing.T) {
	a := hall(t)
	rapid.Check(t, func(t *rapid.T) {
		s := game.NewMatch(a, arena.FreeForAll, 1)
		for i := range rapid.IntRange(0, 6).Draw(t, "ships") {
			e := game.Entry{Facts: []game.Fact{{Kind: game.FactJoin, Seat: game.Seat(10 + i), Name: brain.Name(i)}}}
			game.Decide(&s, a, nil, &e)
			game.Step(&s, a, &e, nil)
		}
		held, base := s.Tick, append([]game.Ship(nil), s.Ships...)
		d := Delta{First: held + 1}
		for range rapid.IntRange(1, wire.MaxDivisor).Draw(t, "ticks") {
			e := game.Entry{}
			for range rapid.IntRange(0, 4).Draw(t, "facts") {
				if f := anyFact(t); fits(&s, e.Facts, f) {
					e.Facts = append(e.Facts, f)
				}
			}
			ships := after(&s, e.Facts)
			for k := range ships {
				in := anyInput(t)
				if !ships[k].Alive && rapid.Bool().Draw(t, "dead and still") {
					in = game.Input{Aim: ships[k].Aim, Lag: ships[k].Lag}
				}
				e.Inputs = append(e.Inputs, in)
			}
			if err := e.Check(&s.Public, a); err != nil {
				t.Skip("the rules refuse it: " + err.Error())
			}
			game.Step(&s, a, &e, nil)
			d.Entries = append(d.Entries, e)
		}
		if d.HasHash = rapid.Bool().Draw(t, "hash"); d.HasHash {
			d.Hash = rapid.Uint32().Draw(t, "hash value")
		}
		body := AppendDelta([]byte("before"), base, &d)
		if !bytes.HasPrefix(body, []byte("before")) {
			t.Fatal("what stood in dst is gone")
		}
		var got Delta
		if err := DecodeDelta(body[6:], base, held, &got); err != nil {
			t.Fatal(err)
		}
		same(t, got, d)
	})
}

// fits says whether a fact makes sense after those before it: joins of seats that are free, all else of seats taken.
func fits(s *game.State, before []game.Fact, f game.Fact) bool {
	have := false
	for _, ship := range after(s, before) {
		have = have || ship.Seat == f.Seat
	}
	return f.Kind == game.FactPhase || f.Kind == game.FactPickup || have != (f.Kind == game.FactJoin)
}

// after is who has a ship after facts, in their order.
func after(s *game.State, facts []game.Fact) []game.Ship {
	ships := append([]game.Ship(nil), s.Ships...)
	for i := range facts {
		ships = applied(ships, &facts[i])
	}
	return ships
}

func applied(ships []game.Ship, f *game.Fact) []game.Ship {
	at, have := len(ships), false
	for i := range ships {
		if ships[i].Seat >= f.Seat {
			at, have = i, ships[i].Seat == f.Seat
			break
		}
	}
	switch {
	case f.Kind == game.FactJoin && !have:
		ships = append(ships[:at], append([]game.Ship{{Seat: f.Seat}}, ships[at:]...)...)
	case f.Kind == game.FactLeave && have:
		ships = append(ships[:at], ships[at+1:]...)
	case f.Kind == game.FactTeam && have:
		ships[at].Alive = false
	case f.Kind == game.FactSpawn && have:
		ships[at].Alive, ships[at].Aim = true, f.Aim
	}
	return ships
}
