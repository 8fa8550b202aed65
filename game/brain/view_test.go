package brain

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game"
	"bankshot/game/arena"
)

// disturb changes everything outside of one ship's view: who is there, where, what they do, and their shots.
func disturb(s *game.Public, seat game.Seat, rng *rand.Rand, a *arena.Arena, far game.Vec) {
	me := s.Ships[s.ShipOf(seat)]
	outside := func() (game.Vec, bool) {
		for range 50 {
			at := game.Vec{X: rng.Int32N(far.X), Y: rng.Int32N(far.Y)}
			if !sees(me.Pos, at) && !a.Solid(at) {
				return at, true
			}
		}
		return game.Vec{}, false
	}
	ships := s.Ships[:0]
	for _, o := range s.Ships {
		if o.Seat != seat && !sees(me.Pos, o.Pos) {
			at, ok := outside()
			if !ok {
				at = o.Pos
			}
			// Who is of which team, and who carries a flag, everybody is told.
			if s.Mode == arena.FreeForAll && rng.IntN(4) == 0 {
				continue // gone altogether
			}
			o.Weapon, o.Mirror = game.WeaponKind(rng.IntN(int(game.WeaponKinds))), rng.IntN(2) == 0
			o.Charge = uint8(rng.IntN(int(game.Weapons[o.Weapon].Charge) + 1))
			o.Pos, o.Vel = at, game.Vec{X: rng.Int32N(1<<19) - 1<<18, Y: rng.Int32N(1<<19) - 1<<18}
			o.Health, o.Aim, o.Thrust, o.Shield = uint8(1+rng.IntN(100)), uint16(rng.IntN(game.AimSteps)), uint8(rng.IntN(game.Thrusts)), uint8(rng.IntN(120))
			o.DashLeft = uint8(rng.IntN(game.DashTicks))
			if rng.IntN(4) == 0 {
				o.Alive, o.Health = false, 0
			}
		}
		ships = append(ships, o)
	}
	s.Ships = ships
	shots := s.Shots[:0]
	for _, shot := range s.Shots {
		if !sees(me.Pos, shot.Pos) {
			at, ok := outside()
			if !ok || rng.IntN(3) == 0 {
				continue
			}
			shot.Pos = at
			shot.Owner = []game.Seat{seat, game.NoSeat, 3}[rng.IntN(3)]
			shot.Banks = uint8(rng.IntN(game.PulseBanks + 1))
		}
		shots = append(shots, shot)
	}
	s.Shots = shots
	n := 0
	for _, place := range a.Places {
		if place.Kind != arena.PickupPlace {
			continue
		}
		if n < len(s.Pickups) && !sees(me.Pos, place.At.Centre()) {
			s.Pickups[n].Kind = game.PickupKind(rng.IntN(int(game.PickupKinds)))
		}
		n++
	}
	broken := s.Broken[:0]
	for _, pane := range s.Broken {
		if sees(me.Pos, a.CellAt(int(pane.Index)).Centre()) {
			broken = append(broken, pane)
		}
	}
	s.Broken = broken
}

// Whatever lies beyond the screen may change at will, from tick to tick: the pilot's hand does not move by a step. The
// scores are changed too: pilots could know them, but don't care.
func TestNothingOutsideAPlayersViewMovesAPilot(t *testing.T) {
	var arenas [arena.Matched][]*arena.Arena
	for mode := range arenas {
		arenas[mode] = arenasFor(t, arena.Mode(mode))
	}
	rapid.Check(t, func(t *rapid.T) {
		mode := arena.Mode(rapid.IntRange(0, int(arena.Duel)-1).Draw(t, "mode"))
		a := arenas[mode][rapid.IntRange(0, len(arenas[mode])-1).Draw(t, "arena")]
		seed := rapid.Uint64().Draw(t, "seed")
		p := newRound(a, mode, seed, Ace, Regular, Ace, Rookie, Ace, Regular, Ace, Rookie)
		who := rapid.IntRange(0, 7).Draw(t, "who")
		twin := p.pilots[who]
		seat := twin.seat
		rng := rand.New(rand.NewPCG(seed, 1))
		far := game.Vec{X: int32(a.W) * 8192, Y: int32(a.H) * 8192}
		var other game.State
		for range rapid.IntRange(0, 6*game.TickHz).Draw(t, "ticks before") {
			p.step()
		}
		twin = p.pilots[who]
		for range 2 * game.TickHz {
			other.CopyFrom(&p.state)
			if i := other.ShipOf(seat); i >= 0 && other.Ships[i].Alive {
				disturb(&other.Public, seat, rng, a, far)
			}
			for i := range other.Ships {
				other.Ships[i].Score, other.Ships[i].Kills = int16(rng.IntN(50)), uint16(rng.IntN(50))
			}
			got := twin.Think(&other.Public, p.chart)
			p.step()
			if want := p.pilots[who].input; got != want {
				t.Fatalf("tick %d: %+v with all outside of the view changed, %+v without", p.state.Tick, got, want)
			}
			if twin != p.pilots[who] {
				t.Fatalf("tick %d: what was outside of the view stayed in the pilot's mind", p.state.Tick)
			}
		}
	})
}

func TestAPilotDoesNotSeeBeyondAPlayersView(t *testing.T) {
	me := game.Vec{X: 1000 * game.Unit, Y: 1000 * game.Unit}
	for _, at := range []struct {
		name string
		x, y int32
		seen bool
	}{
		{"at the right edge of the screen", 1640, 1000, true},
		{"just beyond the right edge", 1641, 1000, false},
		{"at the upper edge", 1000, 640, true},
		{"just beyond the upper edge", 1000, 639, false},
	} {
		if got := sees(me, game.Vec{X: at.x * game.Unit, Y: at.y * game.Unit}); got != at.seen {
			t.Errorf("a ship %s: seen = %v", at.name, got)
		}
	}
}
