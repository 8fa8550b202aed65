package game

import (
	"math/rand/v2"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bankshot/game/arena"
)

// frontier is a large world with so many ships, half of them around one place, after a while of play.
func frontier(seed uint64, ships, ticks int) *match {
	a := arena.NewFrontier(seed)
	m := &match{a: a, s: NewMatch(a, arena.Frontier, seed), rng: rand.New(rand.NewPCG(seed, 1))}
	for i := range ships {
		m.asks = append(m.asks, Ask{Seat: Seat(i), Input: m.randomInput()})
		m.e.Facts = append(m.e.Facts, Fact{Kind: FactJoin, Seat: Seat(i), Name: "ship"})
		if len(m.e.Facts) == 100 {
			m.tick()
		}
	}
	for range ticks {
		m.press()
		m.tick()
	}
	return m
}

func TestACrowdChangesNothingOfWhatHappens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		ships := rapid.IntRange(crowdFrom-2, MaxShips).Draw(t, "ships")
		m := newMatch(randomArena(rand.New(rand.NewPCG(seed, 0))), seed, ships)
		checkCrowd(t, m, 60)
	})
	checkCrowd(t, frontier(5, 200, 0), 100)
}

// checkCrowd steps a world twice, once without a crowd.
func checkCrowd(t rapid.TB, m *match, ticks int) {
	t.Helper()
	plain := m.s.Clone()
	plain.scratch().crowd.never = true
	var ev []Event
	for range ticks {
		m.press()
		Decide(&m.s, m.a, m.asks, &m.e)
		ev = Step(&plain, m.a, &m.e, ev[:0])
		m.step()
		if len(ev) != len(m.ev) {
			t.Fatalf("tick %d: %d events, without a crowd %d", m.s.Tick, len(m.ev), len(ev))
		}
		for i := range ev {
			if ev[i] != m.ev[i] {
				t.Fatalf("tick %d: %+v, without a crowd %+v", m.s.Tick, m.ev[i], ev[i])
			}
		}
		if m.s.Hash() != plain.Hash() {
			t.Fatalf("tick %d: another world without a crowd", m.s.Tick)
		}
	}
}

func TestShotsAreCountedForAllAsEachCountsThem(t *testing.T) {
	m := frontier(9, 100, 60)
	for range 50 {
		m.press()
		m.tick()
		live := m.s.countLive()
		for i := range m.s.Ships {
			if want := m.s.flying(&m.s.Ships[i]); int(live[i]) != want {
				t.Fatalf("tick %d: ship %d has %d shots in flight, counted with all %d", m.s.Tick, i, want, live[i])
			}
		}
	}
}

func TestASteadyTickOfFrontierAllocatesNothing(t *testing.T) {
	m := frontier(3, 100, 300)
	for range 100 { // until everything has had its most
		m.tick()
	}
	if n := testing.AllocsPerRun(100, m.tick); n > 0.2 {
		t.Errorf("%g allocations a tick", n)
	}
}

func BenchmarkStepFrontier1200(b *testing.B) { benchmarkFrontier(b, frontier(1, 1200, 600)) }
func BenchmarkStepFrontier2000(b *testing.B) { benchmarkFrontier(b, frontier(1, 2000, 600)) }
func BenchmarkStepFrontier1200InOneView(b *testing.B) {
	benchmarkFrontier(b, inOneView(frontier(1, 1200, 600)))
}

// inOneView puts all ships within one view.
func inOneView(m *match) *match {
	for i := range m.s.Ships {
		for ship := &m.s.Ships[i]; ; {
			ship.Pos = Vec{X: int32(8000+m.rng.IntN(1280)) * Unit, Y: int32(8000+m.rng.IntN(720)) * Unit}
			if m.a.Fits(ship.Pos, ShipRadius) {
				break
			}
		}
	}
	for range 60 {
		m.press()
		m.tick()
	}
	return m
}

func benchmarkFrontier(b *testing.B, m *match) {
	const ticks = 200
	start := m.s.Clone()
	entries := make([]Entry, ticks)
	for i := range entries {
		m.press()
		Decide(&m.s, m.a, m.asks, &m.e)
		entries[i].CopyFrom(&m.e)
		m.step()
	}
	var s State
	var ev []Event
	shots, i := 0, ticks
	var spent time.Duration
	b.ReportAllocs()
	for b.Loop() {
		if i == ticks {
			s.CopyFrom(&start)
			i = 0
		}
		from := cpuTime()
		ev = Step(&s, m.a, &entries[i], ev[:0])
		spent += cpuTime() - from
		shots += len(s.Shots)
		i++
	}
	b.ReportMetric(float64(shots)/float64(b.N), "shots")
	b.ReportMetric(float64(spent)/float64(b.N), "cpu-ns/op")
}

func BenchmarkDecideFrontier1200(b *testing.B) {
	m := frontier(1, 1200, 600)
	var e Entry
	b.ReportAllocs()
	from := cpuTime()
	for b.Loop() {
		e.Reset()
		Decide(&m.s, m.a, m.asks, &e)
	}
	b.ReportMetric(float64(cpuTime()-from)/float64(b.N), "cpu-ns/op")
}
