package brain

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

func TestAFlightIsTheVeryOneTheRulesFly(t *testing.T) {
	const ahead = 60
	for _, a := range arenasFor(t, arena.FreeForAll) {
		p := newMelee(a, 3, Ace, Ace, Ace, Ace, Ace, Ace)
		type promise struct {
			f    flight
			when game.Tick
		}
		promised := map[game.ShotID]promise{}
		kept := 0
		for range 20 * game.TickHz {
			for _, ev := range p.step() {
				if ev.Kind == game.EventFired {
					f := launch(ev.Pos, ev.Aim, &game.Weapons[ev.Weapon])
					for f.ticks < ahead && !f.over {
						p.chart.leap(&f, ahead)
					}
					promised[ev.Shot] = promise{f, p.state.Tick + ahead - 1}
				}
			}
			for _, s := range p.state.Shots {
				if was, ok := promised[s.ID]; ok && was.when == p.state.Tick && !s.Returned && !p.chart.hasGlass {
					kept++
					now := resume(&s)
					if was.f.pos != s.Pos || was.f.step != now.step || was.f.banks != int(s.Banks) {
						t.Fatalf("%s: shot %x is at %v after %d banks, not at %v after %d", a.Name, s.ID, s.Pos, s.Banks, was.f.pos, was.f.banks)
					}
				}
			}
		}
		if kept < 20 && !p.chart.hasGlass {
			t.Errorf("%s: only %d shots flew for %d ticks", a.Name, kept, ahead)
		}
	}
}

func TestAMoverGoesWhereItsShipGoes(t *testing.T) {
	a := hall(t)
	for thrust := range uint8(game.Thrusts) {
		for _, dash := range []bool{false, true} {
			p := newMelee(a, 1)
			p.state.Phase, p.state.PhaseEnd = game.Playing, 1<<30
			p.state.Ships = []game.Ship{{
				Seat: me, Name: "one", Alive: true, Health: 100, Pos: arena.Cell{X: 7, Y: 7}.Centre(),
				Vel: game.Vec{X: 2 * game.VelUnit, Y: -game.VelUnit},
			}}
			p.state.Private = make([]game.Private, 1)
			in := game.Input{Thrust: thrust}
			if dash {
				in.Buttons = game.Dash
			}
			game.Step(&p.state, a, &game.Entry{Inputs: []game.Input{in}}, nil)
			m := moverOf(&p.state.Ships[0])
			for k := int32(1); k < 12; k++ {
				game.Step(&p.state, a, &game.Entry{Inputs: []game.Input{{Thrust: thrust}}}, nil)
				if off := length(m.at(k), p.state.Ships[0].Pos); off > 2*game.Unit && !dash || off > 8*game.Unit {
					t.Fatalf("thrust %d, dash %v: after %d ticks at %v, not at %v", thrust, dash, k, p.state.Ships[0].Pos, m.at(k))
				}
			}
		}
	}
}

func TestAnAimAtAnImageHitsWhoeverFliesOnAsBefore(t *testing.T) {
	a := hall(t)
	c := Survey(a)
	from := arena.Cell{X: 4, Y: 5}.Centre()
	m := mover{pos: arena.Cell{X: 22, Y: 11}.Centre(), vel: game.Vec{X: -3 * game.VelUnit, Y: game.VelUnit / 2}, most: foresight}
	m.push = game.Vec{X: m.vel.X / 15, Y: m.vel.Y / 15} // holds its speed against drag
	found := 0
	o := options{aim: game.Dir(0), duds: &duds{}, weapon: pulse}
	c.oneBank(&o, from, &m)
	for _, idea := range o.list[:o.n] {
		to, ticks := c.lead(&idea.route, pulse, from, &m)
		f := launch(from, game.Toward(offset(from, to)), pulse)
		near := int64(1 << 60)
		for f.ticks < ticks+3 && !f.over {
			c.leap(&f, ticks+3)
			for n := range f.corners + 1 {
				l := f.leg(n)
				near = min(near, l.pass(&m))
			}
		}
		if near < 6*game.Unit*6*game.Unit {
			found++
		}
	}
	if found < 2 {
		t.Errorf("of %d routes by one bank %d meet somebody who flies", o.n, found)
	}
}
