package brain

import (
	"math/rand/v2"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

func TestABeamShinesWhereTheRulesFireIt(t *testing.T) {
	rail := &game.Weapons[game.Rail]
	for _, a := range realArenas(t) {
		c := Survey(a)
		if c.hasGlass {
			continue // which a beam breaks on its way
		}
		rng := rand.New(rand.NewPCG(3, 1))
		banks := 0
		for n := 0; n < 200; {
			at := game.Vec{X: rng.Int32N(int32(a.W) * arena.TileSub), Y: rng.Int32N(int32(a.H) * arena.TileSub)}
			if !a.Fits(at, game.ShipRadius) {
				continue
			}
			n++
			s := game.NewMatch(a, arena.FreeForAll, 1)
			s.Phase, s.PhaseEnd = game.Playing, 1<<30
			s.Ships = []game.Ship{{Seat: me, Name: "one", Alive: true, Health: 100, Pos: at, Weapon: game.Rail, Ammo: 1, Charge: 1, HitBy: game.NoSeat}}
			s.Private = make([]game.Private, 1)
			aim := uint16(rng.IntN(game.AimSteps))
			ev := game.Step(&s, a, &game.Entry{Inputs: []game.Input{{Aim: aim}}}, nil)
			from := at
			for _, e := range ev {
				if e.Kind == game.EventFired {
					from = e.Pos
				}
			}
			b := c.shine(from, aim, rail, 0)
			met := 0
			for _, e := range ev {
				if e.Kind != game.EventBanked {
					continue
				}
				banks++
				if met >= b.n || b.legs[met].to != e.Pos {
					t.Fatalf("%s: from %v along %d bank %d is at %v, not at %v", a.Name, from, aim, met+1, e.Pos, b.legs[min(met, b.n-1)].to)
				}
				met++
			}
		}
		if banks == 0 {
			t.Errorf("%s: no beam has banked", a.Name)
		}
	}
}
