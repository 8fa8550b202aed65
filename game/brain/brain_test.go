package brain

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// hall is an open arena with a square pillar and four 45-degree corners: room to fly, something to hide behind.
func hall(t testing.TB) *arena.Arena {
	t.Helper()
	const text = `name: Hall

##################################
#◤..............................◥#
#................................#
#..S..........S........S.......S.#
#................................#
#................................#
#.............####...............#
#.............####...............#
#.............####...............#
#................................#
#................................#
#..S.......S.............S.....S.#
#................................#
#................................#
#◣..............................◢#
##################################
`
	a, err := arena.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// pit is a match of nothing but pilots.
type pit struct {
	arena  *arena.Arena
	chart  *Chart
	state  game.State
	pilots []Pilot
	entry  game.Entry
	asks   []game.Ask
	events []game.Event
}

func (p *pit) step() []game.Event {
	p.asks = p.asks[:0]
	for i := range p.pilots {
		p.asks = append(p.asks, game.Ask{Seat: p.pilots[i].seat, Input: p.pilots[i].Think(&p.state.Public, p.chart)})
	}
	game.Decide(&p.state, p.arena, p.asks, &p.entry)
	p.events = game.Step(&p.state, p.arena, &p.entry, p.events[:0])
	p.entry.Reset()
	return p.events
}

func TestPilotsHuntEachOtherDown(t *testing.T) {
	p := newMelee(hall(t), 7, Rookie, Regular, Ace, Rookie, Regular, Ace, Rookie, Regular)
	kills, banked, suicides := 0, 0, 0
	for range 120 * game.TickHz {
		for _, ev := range p.step() {
			if ev.Kind != game.EventKilled {
				continue
			}
			kills++
			if ev.Banks > 0 {
				banked++
			}
			if ev.Other == game.NoSeat || ev.Other == ev.Seat {
				suicides++
			}
		}
	}
	t.Logf("%d kills in two minutes, %d of them banked, %d suicides", kills, banked, suicides)
	if kills < 30 {
		t.Errorf("eight pilots killed each other only %d times in two minutes", kills)
	}
	if banked == 0 {
		t.Error("no pilot ever killed around a bank")
	}
	if suicides*4 > kills {
		t.Errorf("%d of %d kills were suicides", suicides, kills)
	}
}

func TestAPilotAloneCrossesTheArenaAndKeepsMoving(t *testing.T) {
	p := newMelee(hall(t), 7, Regular)
	var low, high game.Vec
	still, stillest := 0, 0
	for n := range 60 * game.TickHz {
		p.step()
		if p.state.Phase == game.Countdown || !p.state.Ships[0].Alive {
			still = 0
			continue
		}
		s := &p.state.Ships[0]
		if n == 0 {
			low, high = s.Pos, s.Pos
		}
		low = game.Vec{X: min(low.X, s.Pos.X), Y: min(low.Y, s.Pos.Y)}
		high = game.Vec{X: max(high.X, s.Pos.X), Y: max(high.Y, s.Pos.Y)}
		if s.Vel.X/game.VelUnit == 0 && s.Vel.Y/game.VelUnit == 0 {
			still++
		} else {
			still = 0
		}
		stillest = max(stillest, still)
	}
	if wide := high.X - low.X; wide < int32(p.arena.W)*arena.TileSub/2 {
		t.Errorf("in a minute the pilot saw only %d units of the arena's width", wide/game.Unit)
	}
	if stillest > game.TickHz {
		t.Errorf("the pilot hung about for %d ticks", stillest)
	}
}

func TestTheSameSeedFliesTheSame(t *testing.T) {
	a, b := newMelee(hall(t), 7, Ace, Rookie, Regular), newMelee(hall(t), 7, Ace, Rookie, Regular)
	for range 20 * game.TickHz {
		a.step()
		b.step()
		if a.state.Hash() != b.state.Hash() {
			t.Fatalf("two matches of the same pilots differ at tick %d", a.state.Tick)
		}
	}
}

func TestPlansAreSpreadOverTheTicks(t *testing.T) {
	p := newMelee(hall(t), 7, Rookie, Rookie, Rookie, Rookie, Rookie, Rookie)
	planned := map[game.Tick]int{}
	for range 4 * game.TickHz {
		p.step()
		for i := range p.pilots {
			if p.pilots[i].planAt == p.pilots[i].last+StrokeTicks {
				planned[p.pilots[i].last]++
			}
		}
	}
	for tick, n := range planned {
		if n > 2 {
			t.Errorf("%d of six pilots planned in tick %d", n, tick)
		}
	}
	if len(planned) < 3*game.TickHz {
		t.Errorf("plans were made in %d ticks only", len(planned))
	}
}

func TestAngleIsTheShortWayRound(t *testing.T) {
	for _, c := range []struct {
		from, to uint16
		want     int32
	}{{0, 10, 10}, {10, 0, -10}, {4090, 5, 11}, {5, 4090, -11}, {0, 2048, -2048}} {
		if got := angle(c.from, c.to); got != c.want {
			t.Errorf("angle(%d, %d) = %d, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestThinkingAllocatesNothing(t *testing.T) {
	for mode := range arena.Matched {
		p := newRound(arenasFor(t, mode)[0], mode, 7, Ace, Ace, Ace, Ace, Ace, Ace)
		for range 30 * game.TickHz {
			p.step()
		}
		for kind := range game.WeaponKinds {
			for i := range p.state.Ships {
				s := &p.state.Ships[i]
				if s.Alive {
					s.Weapon, s.Ammo = kind, game.Weapons[kind].Ammo
				}
			}
			n := testing.AllocsPerRun(60, func() {
				for i := range p.pilots {
					p.pilots[i].Think(&p.state.Public, p.chart)
				}
				p.state.Tick++
			})
			if n != 0 {
				t.Errorf("%v: with weapon %d a thought allocates %v times", mode, kind, n)
			}
		}
	}
}

func TestAskedTwiceAboutATickItSaysTheSame(t *testing.T) {
	p := newMelee(hall(t), 7, Ace, Regular)
	for range 10 * game.TickHz {
		first := p.pilots[0].Think(&p.state.Public, p.chart)
		before := p.pilots[0]
		if again := p.pilots[0].Think(&p.state.Public, p.chart); again != first || p.pilots[0] != before {
			t.Fatalf("tick %d: %+v, then %+v", p.state.Tick, first, again)
		}
		p.step()
	}
}

func TestAMatchThatBeginsAnewFindsThePilotReady(t *testing.T) {
	p := newMelee(hall(t), 7, Ace, Regular)
	for range 20 * game.TickHz {
		p.step()
	}
	q := newMelee(hall(t), 8, Ace, Regular)
	q.pilots = p.pilots
	moved := false
	for range 2 * game.TickHz {
		q.step()
		moved = moved || q.pilots[0].input.Thrust != 0
	}
	if !moved {
		t.Error("for two seconds it did nothing: it waits for ticks that are over")
	}
}

func TestTheAimTurnsNoFasterThanTheStrengthAllows(t *testing.T) {
	p := newMelee(hall(t), 7, Rookie, Regular, Ace)
	for range 20 * game.TickHz {
		var was [3]uint16
		for i := range was {
			was[i] = p.pilots[i].input.Aim
		}
		p.step()
		for i := range was {
			if turned := abs(angle(was[i], p.pilots[i].input.Aim)); turned > p.pilots[i].strength.TurnSteps {
				t.Fatalf("tick %d: pilot %d turned by %d", p.state.Tick, i, turned)
			}
		}
	}
}

func TestPilotsOfOneStrengthPlayDifferently(t *testing.T) {
	tempers := map[temper]bool{}
	for seat := range game.Seat(8) {
		p := New(game.FirstPilotSeat+seat, Ace, 1)
		tempers[p.temper] = true
	}
	if len(tempers) < 8 {
		t.Errorf("eight pilots have %d tempers", len(tempers))
	}
}

func TestPilotsSpreadOverTheArena(t *testing.T) {
	for _, a := range someArenas(t) {
		p := newMelee(a, 5, Rookie, Regular, Ace, Rookie, Regular, Ace, Rookie, Regular)
		var visits [4]int
		for range 90 * game.TickHz {
			p.step()
			for i := range p.state.Ships {
				s := &p.state.Ships[i]
				if s.Alive {
					right, low := 0, 0
					if s.Pos.X > int32(a.W)*arena.TileSub/2 {
						right = 1
					}
					if s.Pos.Y > int32(a.H)*arena.TileSub/2 {
						low = 2
					}
					visits[right+low]++
				}
			}
		}
		all := visits[0] + visits[1] + visits[2] + visits[3]
		for _, n := range visits {
			if n*10 < all {
				t.Errorf("%s: a quarter of it sees less than a tenth of the play: %v", a.Name, visits)
			}
		}
	}
}
