package brain

import (
	"slices"
	"testing"

	"bankshot/game"
)

// alert misses nothing and shoots straight: what the stories are about, without the chances of a strength.
var alert = Strength{
	TurnSteps: 130, ErrorSteps: 0, ReactionTicks: 8, PatienceTicks: 0, Banks: 2, Checks: 3, DodgeOdds: 256, DashOdds: 256,
}

// oneBank is as good, but plans no more than one bank.
var oneBank = func() Strength { s := alert; s.Banks = 1; return s }()

const behindAWall = `
######################
#....................#
#..S..............S..#
#....................#
#.........#..........#
#.........#..........#
#.....P...#...A......#
#.........#..........#
#.........#..........#
#.........#..........#
######################
`

func TestAPilotBehindAWallHitsByOneBank(t *testing.T) {
	for seed := range uint64(5) {
		g := newStage(t, behindAWall[1:], oneBank, seed).pin(me, them)
		if n := g.fewestBanks(me, them); n != 1 {
			t.Fatalf("the story needs %d banks", n)
		}
		if got := hits(g.run(4*game.TickHz), them); !slices.Contains(got, 1) {
			t.Errorf("seed %d: hits by banks: %v", seed, got)
		}
	}
}

func TestTwoBanksReachWhereOneDoesNot(t *testing.T) {
	const periscope = `
##################
###◤..........◥###
##◤............◥##
#◤..............◥#
#...##########...#
#...##########...#
#...##########...#
#.P.##########.A.#
#...##########...#
##################
`
	for seed := range uint64(5) {
		g := newStage(t, periscope[1:], Ace, seed).pin(me, them)
		if n := g.fewestBanks(me, them); n != 2 {
			t.Fatalf("the story needs %d banks", n)
		}
		if got := hits(g.run(5*game.TickHz), them); !slices.Contains(got, 2) {
			t.Errorf("seed %d: hits by banks: %v", seed, got)
		}
		g = newStage(t, periscope[1:], Regular, seed).pin(me, them)
		if n := count(g.run(5*game.TickHz), game.EventFired, me); n > 0 {
			t.Errorf("seed %d: who plans one bank at most fired %d times", seed, n)
		}
	}
}

func TestAPilotShootsAroundACornerOffA45DegreeFace(t *testing.T) {
	const corner = `
################
###◤...........#
##◤..........A.#
#◤.............#
#...############
#...############
#...############
#.P.############
#...############
################
`
	for seed := range uint64(5) {
		g := newStage(t, corner[1:], oneBank, seed).pin(me, them)
		if n := g.fewestBanks(me, them); n != 1 {
			t.Fatalf("the story needs %d banks", n)
		}
		if got := hits(g.run(4*game.TickHz), them); !slices.Contains(got, 1) {
			t.Errorf("seed %d: hits by banks: %v", seed, got)
		}
	}
}

const plaza = `
################################
#..............................#
#..S........................S..#
#..............................#
#..............................#
#......####....................#
#......####....................#
#......####....................#
#..............................#
#............P.......A.........#
#..............................#
#..............................#
#......####....................#
#......####....................#
#..............................#
#..S........................S..#
#..............................#
################################
`

func TestAnOutgunnedPilotBreaksOff(t *testing.T) {
	far := func(health uint8, seed uint64) int64 {
		g := newStage(t, plaza[1:], Regular, seed).pin(them)
		g.of(me).Health = health
		g.run(2 * game.TickHz)
		d := distance(g.of(me).Pos, g.of(them).Pos)
		if !g.chart.sight(g.of(me).Pos, g.of(them).Pos) {
			d += 200 * game.Unit
		}
		return d
	}
	farther := int64(0)
	for seed := range uint64(8) {
		weak, strong := far(15, seed), far(100, seed)
		if farther += weak - strong; weak < 330*game.Unit {
			t.Errorf("seed %d: with 15 health it is %d units off after two seconds, with 100 %d", seed, weak/game.Unit, strong/game.Unit)
		}
	}
	if farther < 8*60*game.Unit {
		t.Errorf("with 15 health they are %d units farther off than with 100", farther/8/game.Unit)
	}
}

func TestAPilotBreaksOffFromSeveralAtOnce(t *testing.T) {
	const three = `
################################
#..............................#
#..S........................S..#
#..............................#
#......####........A...........#
#......####....................#
#......####....................#
#..............................#
#............P........B........#
#..............................#
#..............................#
#......####....................#
#......####........C...........#
#..............................#
#..S........................S..#
#..............................#
################################
`
	left := 0
	for seed := range uint64(8) {
		g := newStage(t, three[1:], Regular, seed).pin(them, them+1, them+2)
		g.of(me).Health = 45
		g.run(2 * game.TickHz)
		open := 0
		for seat := them; seat < them+3; seat++ {
			if g.chart.sight(g.of(me).Pos, g.of(seat).Pos) && distance(g.of(me).Pos, g.of(seat).Pos) < 330*game.Unit {
				open++
			}
		}
		if open < 2 {
			left++
		}
	}
	if left < 7 {
		t.Errorf("only %d of 8 pilots got away from three at once", left)
	}
}

func TestAPilotFliesOutOfTheWayOfAShot(t *testing.T) {
	for seed := range uint64(20) {
		for _, asleep := range []bool{false, true} {
			g := newStage(t, plaza[1:], alert, seed).alone()
			g.asleep = asleep
			at := g.of(me).Pos
			g.shot(them, game.Vec{X: at.X + 290*game.Unit, Y: at.Y + 4*game.Unit}, at, 1, 12)
			if hit := len(hits(g.run(40), me)) > 0; hit != asleep {
				t.Errorf("seed %d: hit %v, pilot asleep %v", seed, hit, asleep)
			}
		}
	}
}

func TestAPilotDashesThroughASureHit(t *testing.T) {
	for seed := range uint64(20) {
		g := newStage(t, plaza[1:], alert, seed).alone()
		at := g.of(me).Pos
		g.shot(them, game.Vec{X: at.X + 75*game.Unit, Y: at.Y}, at, 2, 12)
		all := g.run(20)
		if len(hits(all, me)) > 0 {
			t.Errorf("seed %d: it was hit", seed)
		}
		if count(all, game.EventDashed, me) == 0 {
			t.Errorf("seed %d: it did not dash", seed)
		}
	}
}

func TestAPilotDodgesItsOwnShotWhenThatComesBack(t *testing.T) {
	for seed := range uint64(20) {
		g := newStage(t, plaza[1:], alert, seed).alone()
		at := g.of(me).Pos
		g.shot(me, game.Vec{X: at.X + 200*game.Unit, Y: at.Y - 3*game.Unit}, at, 1, 30)
		if len(hits(g.run(40), me)) > 0 {
			t.Errorf("seed %d: its own shot hit it", seed)
		}
	}
}

// Straight back from the wall at its left the shot would reach them, through the pilot.
const backToTheWall = `
##########################
#........................#
#..S....................S#
#........................#
#......................###
#.......P......#......A###
#......................###
#........................#
#........................#
##########################
`

func TestAPilotDoesNotShootItselfWithItsOwnBank(t *testing.T) {
	g := newStage(t, backToTheWall[1:], alert, 1).pin(me, them)
	left := -1
	for i := range g.chart.faces {
		f := &g.chart.faces[i]
		if f.A.X == f.B.X && f.Before(g.of(me).Pos) && f.A.X < g.of(me).Pos.X {
			left = i
		}
	}
	mover, foe := moverOf(g.of(me)), moverOf(g.of(them))
	if _, ok := g.chart.check(&route{banks: 1, mirror: [mostBanks]int16{int16(left)}}, pulse, mover.pos, &foe, &mover); ok {
		t.Error("a shot that comes back through its own ship passes for a good one")
	}
	all := g.run(8 * game.TickHz)
	if count(all, game.EventFired, me) == 0 {
		t.Error("it never fired")
	}
	if n := len(hits(all, me)); n > 0 {
		t.Errorf("it hit itself %d times", n)
	}
}

func TestAPilotWaitsForASpawnShieldToEnd(t *testing.T) {
	g := newStage(t, plaza[1:], alert, 3).pin(me, them)
	g.of(them).Shield = game.SpawnShieldTicks
	all := g.run(3 * game.TickHz)
	if count(all, game.EventFired, me) == 0 {
		t.Error("it never fired")
	}
	for _, ev := range all {
		if ev.Kind == game.EventHit && ev.Seat == them && ev.Amount == 0 {
			t.Error("it shot at a spawn shield")
		}
	}
}

func TestAPilotFightsTheNearAndTheWeak(t *testing.T) {
	const two = `
##############################
#............................#
#..S......................S..#
#............................#
#....A........P.......B......#
#............................#
#............................#
##############################
`
	for _, c := range []struct {
		name           string
		health, shield uint8
		want           game.Seat
	}{
		{"the one on the right is nearer", 100, 0, them + 1},
		{"the one on the left is nearly dead", 10, 0, them},
		{"the one on the left is nearly dead, but has a spawn shield", 10, 120, them + 1},
	} {
		g := newStage(t, two[1:], Ace, 1).pin(me, them, them+1)
		g.of(them).Health, g.of(them).Shield = c.health, c.shield
		g.run(StrokeTicks + 1)
		if g.pilot.prey.seat != c.want {
			t.Errorf("%s: it fights %#x", c.name, g.pilot.prey.seat)
		}
	}
}

// A client's replica of the match moves on by two ticks at a time.
func TestAPilotWhoSeesEverySecondTickHitsAsWell(t *testing.T) {
	g := newStage(t, behindAWall[1:], oneBank, 1).pin(me, them)
	g.asleep = true
	var all []game.Event
	for range 2 * game.TickHz {
		g.inputs[me] = g.pilot.Think(&g.s.Public, g.chart)
		all = append(all, g.run(2)...)
	}
	if got := hits(all, them); len(got) < 3 {
		t.Errorf("hits by banks: %v", got)
	}
}
