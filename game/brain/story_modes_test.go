package brain

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// play changes what is played: the pilot is of team one, all others of team two, where there are teams.
func (g *stage) play(mode arena.Mode) *stage {
	g.s.Mode = mode
	for i := range g.s.Ships {
		if mode.Teams() {
			g.s.Ships[i].Team = game.TeamTwo
		}
	}
	if mode.Teams() {
		g.of(me).Team = game.TeamOne
	}
	g.s.Goals = append(g.s.Goals[:0], game.Modes[mode].Goals...)
	for i := range g.s.Goals {
		g.s.Goals[i].Holder, g.s.Goals[i].Due = game.NoSeat, 1<<30
	}
	return g
}

// zone is the middle of one of the arena's zones.
func (g *stage) zone(group uint8) game.Vec {
	cell, _ := g.arena.Find(arena.ZonePlace, group)
	return cell.Centre()
}

// happened says whether something of a kind did to a seat.
func happened(all []game.Event, kind game.EventKind, seat game.Seat) bool {
	return count(all, kind, seat) > 0
}

const field = `
########################################
#......................................#
#..S..S..........................S..S..#
#......................................#
#......................................#
#..............###....###..............#
#..............###....###..............#
#......................................#
#...1..P............................2..#
#......................................#
#..............###....###..............#
#..............###....###..............#
#......................................#
#......................................#
#..S..S..........................S..S..#
#......................................#
########################################
`

// tempered is a pilot that plays as the story needs it: one who attacks, or one who defends.
func (g *stage) tempered(defends bool) *stage {
	g.pilot.temper.aggression = 255
	if defends {
		g.pilot.temper.aggression = 0
	}
	return g
}

func TestAPilotTakesTheFlagHome(t *testing.T) {
	for seed := range uint64(5) {
		g := newStage(t, field[1:], Regular, seed).play(arena.Capture).tempered(false)
		all := g.run(15 * game.TickHz)
		if !happened(all, game.EventTaken, me) || !happened(all, game.EventBrought, me) {
			t.Errorf("seed %d: taken %v, captured %v", seed, happened(all, game.EventTaken, me), happened(all, game.EventBrought, me))
		}
	}
}

func TestAPilotSendsItsOwnDroppedFlagHome(t *testing.T) {
	for seed := range uint64(5) {
		g := newStage(t, field[1:], Regular, seed).play(arena.Capture).tempered(seed%2 == 0)
		g.s.Goals[0] = game.Goal{Team: game.TeamOne, Place: game.TeamOne, Holder: game.NoSeat, Away: true, Pos: arena.Cell{X: 18, Y: 3}.Centre(), Due: 1 << 30}
		if all := g.run(4 * game.TickHz); !happened(all, game.EventHome, me) {
			t.Errorf("seed %d: the flag lies there still", seed)
		}
	}
}

func TestADefenderStaysNearItsBaseAndChasesTheThief(t *testing.T) {
	const raid = `
########################################
#......................................#
#..S..S..........................S..S..#
#......................................#
#......................................#
#..............###....###..............#
#..............###....###..............#
#......................................#
#...1..P............................2..#
#......................................#
#..............###....###..............#
#..............###....###..............#
#................A.....................#
#......................................#
#..S..S..........................S..S..#
#......................................#
########################################
`
	for seed := range uint64(5) {
		g := newStage(t, field[1:], Regular, seed).play(arena.Capture).tempered(true)
		base := arena.Cell{X: 4, Y: 8}.Centre()
		for n := range 12 * game.TickHz {
			g.run(1)
			if far := distance(g.of(me).Pos, base); n > 2*game.TickHz && far > watch+100*game.Unit {
				t.Fatalf("seed %d: it strayed %d units from its base", seed, far/game.Unit)
			}
		}
		g = newStage(t, raid[1:], Regular, seed).play(arena.Capture).tempered(true).pin(them)
		g.s.Goals[0].Holder = them
		if all := g.run(6 * game.TickHz); len(hits(all, them)) == 0 {
			t.Errorf("seed %d: nobody fired at the thief", seed)
		}
	}
}

func TestWhoCarriesAFlagWaitsAtHomeForItsOwn(t *testing.T) {
	g := newStage(t, field[1:], Regular, 1).play(arena.Capture)
	g.s.Goals[0].Holder, g.s.Goals[1].Holder = them+7, me
	g.s.Ships = append(g.s.Ships, game.Ship{Seat: them + 7, Name: "thief", Team: game.TeamTwo, HitBy: game.NoSeat, RespawnIn: 255})
	g.s.Private = append(g.s.Private, game.Private{})
	g.run(10 * game.TickHz)
	if far := distance(g.of(me).Pos, arena.Cell{X: 4, Y: 8}.Centre()); far > 220*game.Unit {
		t.Errorf("it waits %d units from its base", far/game.Unit)
	}
}

func TestAPilotDoesNotShootAtAMate(t *testing.T) {
	for seed := range uint64(5) {
		g := newStage(t, plaza[1:], alert, seed).play(arena.Teams).pin(them)
		g.of(them).Team = game.TeamOne
		if n := count(g.run(5*game.TickHz), game.EventFired, me); n > 0 {
			t.Errorf("seed %d: it fired %d times", seed, n)
		}
	}
}

func TestAPilotDoesNotDodgeAMatesShot(t *testing.T) {
	fly := func(shots bool, team uint8) game.Vec {
		g := newStage(t, plaza[1:], alert, 3).play(arena.Teams).pin(them)
		g.of(them).Team = team
		at := g.of(me).Pos
		if shots {
			g.shot(them, game.Vec{X: at.X + 200*game.Unit, Y: at.Y + 3*game.Unit}, at, 1, 12)
		}
		g.run(20)
		return g.of(me).Pos
	}
	if fly(true, game.TeamOne) != fly(false, game.TeamOne) {
		t.Error("it minds what cannot harm it")
	}
	if fly(true, game.TeamTwo) == fly(false, game.TeamTwo) {
		t.Error("it does not mind an enemy's shot: the story proves nothing")
	}
}

const mound = `
########################################
#......................................#
#..S..S..........................S..S..#
#......................................#
#......................................#
#..............###....###..............#
#......................................#
#......................................#
#...P...............H............A..I..#
#......................................#
#......................................#
#..............###....###..............#
#......................................#
#......................................#
#..S..S..........................S..S..#
#......................................#
########################################
`

func TestAPilotGoesToTheHillAndStaysInIt(t *testing.T) {
	for seed := range uint64(5) {
		g := newStage(t, mound[1:], Regular, seed).alone().play(arena.Hill)
		g.run(4 * game.TickHz)
		before := g.of(me).Goals
		g.run(10 * game.TickHz)
		if got := g.of(me).Goals - before; got < 18 {
			t.Errorf("seed %d: in ten seconds it held the hill for %d points", seed, got)
		}
	}
}

func TestAPilotGoesOnBeforeTheHillMoves(t *testing.T) {
	before, after := int64(0), int64(0)
	for seed := range uint64(8) {
		g := newStage(t, mound[1:], Regular, seed).pin(them).play(arena.Hill)
		// Somebody holds the first hill; the pilot, who sees nobody there, would go to it.
		g.s.Goals[0].Due = g.s.Tick + 80
		g.run(80)
		if at := g.of(me).Pos; at.X < 12*arena.TileSub {
			t.Errorf("seed %d: it is at %v yet", seed, arena.CellOf(at))
		}
		g.s.Goals[0].Due = g.s.Tick + 60
		before += distance(g.of(me).Pos, g.zone(0))
		g.run(50)
		after += distance(g.of(me).Pos, g.zone(0))
	}
	if after > before {
		t.Errorf("from %d units off the next hill they went to %d", before/8/game.Unit, after/8/game.Unit)
	}
}

func TestTheWeakerLeavesTheHillToTheStronger(t *testing.T) {
	const both = `
########################################
#......................................#
#..S..S..........................S..S..#
#......................................#
#......................................#
#......................................#
#......................................#
#......................................#
#..................PH.A................#
#......................................#
#......................................#
#......................................#
#......................................#
#......................................#
#..S..S..........................S..S..#
#......................................#
########################################
`
	for _, c := range []struct {
		health uint8
		stays  bool
	}{{60, false}, {100, true}} {
		g := newStage(t, both[1:], Rookie, 1).pin(them).play(arena.Hill)
		g.of(me).Health, g.of(them).Health = c.health, 80
		g.pilot.temper.aggression = 200
		inside := 0
		for range 2 * game.TickHz {
			g.of(them).Health = 80
			g.run(1)
			if length(g.of(me).Pos, g.zone(0)) < game.ZoneRadius {
				inside++
			}
		}
		if stayed := inside > game.TickHz*3/2; stayed != c.stays {
			t.Errorf("with %d health beside one with 80 it was inside for %d ticks", c.health, inside)
		}
	}
}
