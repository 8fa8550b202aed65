package game

import "testing"

// recording is a fight as its beginning and its entries, without arrivals.
func recording(ships, ticks int) (*match, State, []Entry) {
	m := newMatch(open(), 7, ships)
	for range 200 {
		m.press()
		m.tick()
	}
	start := m.s.Clone()
	entries := make([]Entry, ticks)
	for i := range entries {
		m.press()
		Decide(&m.s, m.a, m.asks, &m.e)
		entries[i].CopyFrom(&m.e)
		m.step()
	}
	return m, start, entries
}

func TestASteadyTickAllocatesNothing(t *testing.T) {
	m, start, entries := recording(8, 300)
	var s, copied State
	var ev []Event
	replay := func() {
		s.CopyFrom(&start)
		for i := range entries {
			ev = Step(&s, m.a, &entries[i], ev[:0])
		}
		copied.CopyFrom(&s)
		copied.Hash()
	}
	replay()
	if n := testing.AllocsPerRun(10, replay); n != 0 {
		t.Errorf("%g allocations in 300 steps", n)
	}
	if s.Hash() != m.s.Hash() {
		t.Error("the replay ends elsewhere")
	}
	var e Entry
	s.CopyFrom(&start)
	for i := range s.Ships {
		if s.Ships[i].due() {
			s.Ships[i].RespawnIn = 1
		}
	}
	decide := func() {
		e.Reset()
		Decide(&s, m.a, m.asks, &e)
	}
	decide()
	if n := testing.AllocsPerRun(100, decide); n != 0 {
		t.Errorf("%g allocations to decide a tick without facts", n)
	}
	line := make([]Vec, 0, 8)
	if n := testing.AllocsPerRun(100, func() { line = AimLine(m.a, &s.Ships[0], line[:0]) }); n != 0 {
		t.Errorf("%g allocations for an aim line", n)
	}
}

func BenchmarkStepEightShipsFighting(b *testing.B)     { benchmarkStep(b, 8) }
func BenchmarkStepSixtyFourShipsFighting(b *testing.B) { benchmarkStep(b, 64) }

func benchmarkStep(b *testing.B, ships int) {
	const ticks = 600
	m, start, entries := recording(ships, ticks)
	var s State
	var ev []Event
	shots, i := 0, ticks
	b.ReportAllocs()
	for b.Loop() {
		if i == ticks {
			s.CopyFrom(&start)
			i = 0
		}
		ev = Step(&s, m.a, &entries[i], ev[:0])
		shots += len(s.Shots)
		i++
	}
	b.ReportMetric(float64(shots)/float64(b.N), "shots")
}

func BenchmarkDecideEightShips(b *testing.B) {
	m, start, _ := recording(8, 1)
	var e Entry
	b.ReportAllocs()
	for b.Loop() {
		e.Reset()
		Decide(&start, m.a, m.asks, &e)
	}
}

func BenchmarkHashEightShips(b *testing.B) {
	_, start, _ := recording(8, 1)
	for b.Loop() {
		start.Hash()
	}
}

func BenchmarkAimLine(b *testing.B) {
	m, start, _ := recording(1, 1)
	line := make([]Vec, 0, 8)
	for b.Loop() {
		line = AimLine(m.a, &start.Ships[0], line[:0])
	}
}
