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
	p := newMelee(hall(t), 7, Ace, Ace, Ace, Ace)
	for range 5 * game.TickHz {
		p.step()
	}
	if n := testing.AllocsPerRun(100, func() { p.pilots[0].Think(&p.state.Public, p.chart) }); n != 0 {
		t.Errorf("a thought allocates %v times", n)
	}
}
