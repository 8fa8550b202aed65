package snap

import (
	"math"
	"testing"
)

// TestThePartsOfASnapshotAddUpToIt logs what each kind of content costs, in bits for each ship and snapshot.
func TestThePartsOfASnapshotAddUpToIt(t *testing.T) {
	for _, c := range []struct {
		name           string
		pilots, people int
	}{{"eight pilots", 8, 0}, {"eight people", 0, 8}, {"two pilots", 2, 0}, {"two people", 0, 2}} {
		t.Run(c.name, func(t *testing.T) {
			var s Scale
			match := record(t, c.pilots, c.people, 2, 900, 7)
			for i := range match {
				was := s.Bytes
				s.Add(match[i].base, &match[i].delta)
				want := AppendDelta(nil, match[i].base, &match[i].delta)
				if hex(s.w.out) != hex(want) || s.Bytes-was != len(want) {
					t.Fatalf("what was weighed is not what is sent:\n%x\n%x", s.w.out, want)
				}
			}
			sum := 0.0
			for p, bits := range s.Bits {
				t.Logf("%-9s %6.2f bits", Part(p), bits/float64(s.Ships))
				sum += bits
			}
			t.Logf("%-9s %6.2f bits", "all", sum/float64(s.Ships))
			if math.Abs(sum-8*float64(s.Bytes)) > 1e-6*sum {
				t.Errorf("%f bits of %d bytes", sum, s.Bytes)
			}
		})
	}
}

func TestWeighingAllocatesNothing(t *testing.T) {
	match := record(t, 8, 0, 2, 60, 7)
	var s Scale
	for i := range match {
		s.Add(match[i].base, &match[i].delta)
	}
	if n := testing.AllocsPerRun(100, func() { s.Add(match[0].base, &match[0].delta) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
