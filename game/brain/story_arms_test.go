package brain

import (
	"slices"
	"testing"

	"bankshot/game"
)

// arm gives the pilot a weapon, as a pick-up would.
func (g *stage) arm(kind game.WeaponKind) *stage {
	g.of(me).Weapon, g.of(me).Ammo = kind, game.Weapons[kind].Ammo
	return g
}

// firedWith counts the shots of a weapon by the pilot.
func firedWith(all []game.Event, kind game.WeaponKind) int {
	n := 0
	for _, ev := range all {
		if ev.Kind == game.EventFired && ev.Seat == me && ev.Weapon == kind {
			n++
		}
	}
	return n
}

func TestEveryWeaponHitsAroundAWall(t *testing.T) {
	const near = `
################
#..............#
#..S........S..#
#..............#
#.......#......#
#.......#......#
#.....P.#.A....#
#.......#......#
#.......#......#
#..............#
################
`
	for kind := range game.WeaponKinds {
		hit := 0
		for seed := range uint64(5) {
			g := newStage(t, near[1:], alert, seed).pin(them).arm(kind)
			for _, banks := range hits(g.run(6*game.TickHz), them) {
				if banks > 0 {
					hit++
					break
				}
			}
		}
		if hit < 4 {
			t.Errorf("weapon %d hits around the wall in %d of 5 stories", kind, hit)
		}
	}
}

func TestARailHitsSomebodyWhoFliesBehindAWall(t *testing.T) {
	hit := 0
	for seed := range uint64(8) {
		g := newStage(t, behindAWall[1:], alert, seed).pin(me).arm(game.Rail)
		for n := range 6 * game.TickHz {
			// To and fro, behind the wall.
			g.inputs[them] = game.Input{Thrust: 5 + 8*uint8(n/40%2)}
			if n%40 == 0 {
				g.of(them).Health = game.MaxHealth
			}
			if slices.ContainsFunc(hits(g.run(1), them), func(banks uint8) bool { return banks > 0 }) {
				hit++
				break
			}
		}
	}
	if hit < 6 {
		t.Errorf("around the corner it hit in %d of 8 stories", hit)
	}
}

func TestScatterIsNotSpentOnWhoIsFarAway(t *testing.T) {
	const far = `
##########################################
#........................................#
#..S..................................S..#
#........................................#
#........................................#
#....P................................A..#
#........................................#
#........................................#
#..S..................................S..#
#........................................#
##########################################
`
	g := newStage(t, far[1:], alert, 1).pin(me, them).arm(game.Scatter)
	g.of(them).Pos.X = g.of(me).Pos.X + 600*game.Unit
	g.pin(them)
	if n := firedWith(g.run(4*game.TickHz), game.Scatter); n > 0 {
		t.Errorf("it fired %d pellets across the hall", n)
	}
}

func TestAnOrbIsNotBankedBackToOnesOwnFeet(t *testing.T) {
	for seed := range uint64(6) {
		g := newStage(t, plaza[1:], alert, seed).pin(them).arm(game.Orb)
		all := g.run(8 * game.TickHz)
		if firedWith(all, game.Orb) == 0 {
			t.Errorf("seed %d: it never fired one", seed)
		}
		for _, ev := range all {
			if ev.Kind == game.EventHit && ev.Seat == me && ev.Amount >= 20 {
				t.Errorf("seed %d: it hurt itself by %d", seed, ev.Amount)
			}
		}
	}
}

func TestAPilotRaisesItsMirrorAgainstASureHitAndLowersItAfter(t *testing.T) {
	parrying := alert
	parrying.MirrorOdds, parrying.DashOdds = 256, 0
	for seed := range uint64(12) {
		g := newStage(t, plaza[1:], parrying, seed).alone()
		g.pilot.hand.aim, g.of(me).Aim = 0, 0
		g.s.Private[0].Energy = game.MaxEnergy
		at := g.of(me).Pos
		g.shot(them, game.Vec{X: at.X + 80*game.Unit, Y: at.Y}, at, 2, 12)
		all := g.run(30)
		if !happened(all, game.EventReturned, me) {
			t.Errorf("seed %d: it did not return the shot", seed)
		}
		if g.of(me).Mirror {
			t.Errorf("seed %d: it holds the mirror yet", seed)
		}
	}
}

func TestAPilotWithoutEnergyDoesNotRelyOnItsMirror(t *testing.T) {
	parrying := alert
	parrying.MirrorOdds = 256
	g := newStage(t, plaza[1:], parrying, 1).alone().pin(me)
	g.run(1)
	g.pilot.energy = game.MirrorStart - 5
	at := g.of(me).Pos
	g.shot(them, game.Vec{X: at.X + 130*game.Unit, Y: at.Y}, at, 2, 12)
	for range 15 {
		g.run(1)
		if g.pilot.input.Buttons&game.Mirror != 0 {
			t.Fatal("it asks for a mirror it cannot have")
		}
	}
}

func TestAPilotReckonsItsEnergyRight(t *testing.T) {
	p := newMelee(realArenas(t)[0], 3, Ace, Ace, Ace, Ace, Regular, Regular)
	off, all, raised := 0, 0, 0
	for range 150 * game.TickHz {
		p.step()
		for i := range p.state.Ships {
			if s := &p.state.Ships[i]; s.Alive && p.pilots[i].awake {
				all++
				if s.Mirror {
					raised++
				}
				// What it thought before this tick, give or take this tick.
				if abs(p.pilots[i].energy-int32(p.state.Private[i].Energy)) > 2 {
					off++
				}
			}
		}
	}
	if off*50 > all || raised == 0 {
		t.Errorf("off in %d of %d ticks, mirrors up in %d", off, all, raised)
	}
}

func TestAPilotDoesNotShootAtAMirror(t *testing.T) {
	g := newStage(t, plaza[1:], oneBank, 1).pin(me, them)
	to := offset(g.of(them).Pos, g.of(me).Pos)
	g.inputs[them] = game.Input{Aim: game.Toward(to), Buttons: game.Mirror}
	for range 3 * game.TickHz {
		g.s.Private[1].Energy = game.MaxEnergy
		for _, ev := range g.run(1) {
			if ev.Kind == game.EventReturned {
				t.Fatal("it shot right into the mirror")
			}
		}
	}
}

const shelves = `
################################
#..............................#
#..S........................S..#
#..............................#
#..............................#
#......####............####....#
#......####............####....#
#..............................#
#......+.......P.......+.......#
#..............................#
#......####............####....#
#......####............####....#
#..............................#
#..............................#
#..S........................S..#
#..............................#
################################
`

func TestAHurtPilotGoesForHealth(t *testing.T) {
	for seed := range uint64(6) {
		for _, health := range []uint8{30, game.MaxHealth} {
			g := newStage(t, shelves[1:], Regular, seed)
			g.s.Pickups[0].Kind = game.PickHealth
			g.s.Pickups[1].Due = 1 << 30
			g.of(me).Health = health
			picked := happened(g.run(3*game.TickHz), game.EventPicked, me)
			if picked != (health < game.MaxHealth) {
				t.Errorf("seed %d: with %d health, taken: %v", seed, health, picked)
			}
		}
	}
}

func TestTheSeedDecidesWhichWeaponAPilotGoesFor(t *testing.T) {
	chosen := map[game.WeaponKind]int{}
	for seed := range uint64(24) {
		g := newStage(t, shelves[1:], Regular, seed)
		g.s.Pickups[0].Kind, g.s.Pickups[1].Kind = game.PickupOf(game.Rail), game.PickupOf(game.Orb)
		g.s.Pickups[0].Due, g.s.Pickups[1].Due = 1<<30, 1<<30
		for range 4 * game.TickHz {
			if g.run(1); g.of(me).Weapon != game.Pulse {
				break
			}
		}
		chosen[g.of(me).Weapon]++
	}
	if chosen[game.Rail] < 6 || chosen[game.Orb] < 6 {
		t.Errorf("of 24 pilots between a rail and an orb so many take: %v", chosen)
	}
}

func TestAPilotBreaksTheGlassBeforeItsPrey(t *testing.T) {
	const pane = `
######################
#....................#
#..S..............S..#
#%%%%%%%%%%%%%%%%%%%%#
#.........=..........#
#.....P...=...A......#
#.........=..........#
#%%%%%%%%%%%%%%%%%%%%#
#..S..............S..#
######################
`
	for seed := range uint64(4) {
		g := newStage(t, pane[1:], oneBank, seed).pin(me, them)
		all := g.run(5 * game.TickHz)
		if !happened(all, game.EventShattered, game.NoSeat) || len(hits(all, them)) == 0 {
			t.Errorf("seed %d: glass broken %v, prey hit %d times", seed, happened(all, game.EventShattered, game.NoSeat), len(hits(all, them)))
		}
	}
}

func TestNoBankIsPlannedOffAnAbsorber(t *testing.T) {
	const dull = `
%%%%%%%%%%%%%%%%%%%%%%
%....................%
%..S..............S..%
%....................%
%.........%..........%
%.....P...%...A......%
%.........%..........%
%....................%
%..S..............S..%
%%%%%%%%%%%%%%%%%%%%%%
`
	g := newStage(t, dull[1:], alert, 1).pin(me, them)
	if n := count(g.run(4*game.TickHz), game.EventFired, me); n > 0 || len(g.chart.faces) > 0 {
		t.Errorf("it fired %d times; %d faces pass for mirrors", n, len(g.chart.faces))
	}
}
