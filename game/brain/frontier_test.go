package brain

import (
	"sync"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

// town is a Frontier and its chart, surveyed once for all tests.
var town = sync.OnceValue(func() *Chart { return Survey(arena.NewFrontier(1)) })

// crowd is a Frontier full of pilots.
type crowd struct {
	a      *arena.Arena
	s      game.State
	pilots []Pilot
	look   Lookout
	asks   []game.Ask
	e      game.Entry
	ev     []game.Event
}

func newCrowd(pilots int) *crowd {
	c := &crowd{a: town().arena}
	c.s = game.NewMatch(c.a, arena.Frontier, 3)
	for i := range pilots {
		seat := game.Seat(i)
		c.e.Facts = append(c.e.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: Name(i % 8), Pilot: true})
		c.pilots = append(c.pilots, New(seat, Strengths()[i%len(Strengths())], 5))
		c.asks = append(c.asks, game.Ask{Seat: seat})
		if len(c.e.Facts) == 200 {
			c.step()
		}
	}
	return c
}

func (c *crowd) think() {
	c.look.Watch(&c.s.Public, town())
	for i := range c.pilots {
		c.asks[i].Input = c.pilots[i].ThinkIn(&c.look)
	}
}

func (c *crowd) step() {
	game.Decide(&c.s, c.a, c.asks, &c.e)
	c.ev = game.Step(&c.s, c.a, &c.e, c.ev[:0])
	c.e.Reset()
}

func TestPilotsRoamFrontierAndHitAroundWalls(t *testing.T) {
	c := newCrowd(150)
	const ticks = 1200
	hits, banked, fired := 0, 0, 0
	var from []game.Vec
	for tick := range ticks {
		c.think()
		c.step()
		if tick == 200 {
			for i := range c.s.Ships {
				from = append(from, c.s.Ships[i].Pos)
			}
		}
		for i := range c.ev {
			switch e := &c.ev[i]; e.Kind {
			case game.EventHit:
				hits++
				if e.Banks > 0 {
					banked++
				}
			case game.EventFired:
				fired++
			}
		}
	}
	still := 0
	for i := range c.s.Ships {
		if distance(c.s.Ships[i].Pos, from[i]) < 200*game.Unit {
			still++
		}
	}
	t.Logf("%d hits, %d after a bank, %d shots, %d of %d ships within 200 units of where they were", hits, banked, fired, still, len(c.pilots))
	if hits < 40 || banked*3 < hits || fired < 500 || still > len(c.pilots)/4 {
		t.Errorf("%d hits, %d after a bank, %d shots, %d ships where they were", hits, banked, fired, still)
	}
}

func TestALookoutShowsAPilotWhatIsInItsViewAndNothingElse(t *testing.T) {
	c := newCrowd(200)
	for range 150 {
		c.think()
		c.step()
	}
	c.look.Watch(&c.s.Public, town())
	for i := range c.s.Ships {
		me := &c.s.Ships[i]
		if !me.Alive {
			continue
		}
		v := c.look.around(me)
		ships, shots := 0, 0
		for k := range c.s.Ships {
			if o := &c.s.Ships[k]; o.Alive && sees(me.Pos, o.Pos) {
				ships++
				if n := v.ShipOf(o.Seat); n < 0 || v.Ships[n] != *o {
					t.Fatalf("ship %d does not see ship %d", i, k)
				}
			}
		}
		for k := range c.s.Shots {
			if sees(me.Pos, c.s.Shots[k].Pos) {
				shots++
			}
		}
		if len(v.Ships) != ships || len(v.Shots) != min(shots, mostShots) {
			t.Fatalf("%d ships and %d shots in view, %d and %d are", len(v.Ships), len(v.Shots), ships, shots)
		}
		for k := range v.Shots {
			if !sees(me.Pos, v.Shots[k].Pos) {
				t.Fatalf("a shot at %v seen from %v", v.Shots[k].Pos, me.Pos)
			}
		}
	}
}

func BenchmarkSurveyFrontier(b *testing.B) {
	a := arena.NewFrontier(1)
	for b.Loop() {
		Survey(a)
	}
}

func BenchmarkThinkFrontier1200(b *testing.B) { benchmarkCrowd(b, 1200) }
func BenchmarkThinkFrontier2000(b *testing.B) { benchmarkCrowd(b, 2000) }

func benchmarkCrowd(b *testing.B, pilots int) {
	c := newCrowd(pilots)
	for range 300 {
		c.think()
		c.step()
	}
	n := 0
	var spent time.Duration
	b.ReportAllocs()
	for b.Loop() {
		from := cpuTime()
		c.think()
		spent += cpuTime() - from
		n += pilots
		c.step()
	}
	b.ReportMetric(float64(spent)/float64(n), "cpu-ns/pilot")
	b.ReportMetric(float64(len(c.s.Shots)), "shots")
}
