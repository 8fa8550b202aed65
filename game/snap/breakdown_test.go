package snap

import (
	"math"
	"testing"
)

// part is a kind of content that a body has.
type part int

const (
	partTick part = iota
	partFacts
	partThrust
	partMirror
	partTriggers
	partAim
	partLag
	partHash
	partEnd // what whole bytes cost beyond the decisions in them

	parts
)

var partNames = [parts]string{"tick", "facts", "thrust", "mirror", "triggers", "aim", "lag", "hash", "end"}

// scale weighs a body while it is written, the way AppendDelta writes it.
type scale struct {
	w    writer
	bits [parts]float64
	at   float64
}

// weigh charges what was written since the last time to a part.
func (s *scale) weigh(p part) {
	at := 8*float64(len(s.w.out)) - math.Log2(float64(s.w.width))
	s.bits[p] += at - s.at
	s.at = at
}

func (s *scale) body(t *testing.T, snap *snapshot) {
	s.at = -32
	s.w.begin(append(s.w.out[:0], byte(snap.delta.First)), &untouched)
	s.w.bit(ctxNotTwo, len(snap.delta.Entries) != 2)
	s.weigh(partTick)
	var r roster
	r.begin(snap.base)
	for i := range snap.delta.Entries {
		e := &snap.delta.Entries[i]
		for k := range e.Facts {
			s.w.bit(ctxFact, true)
			s.w.fact(&e.Facts[k])
			r.apply(&e.Facts[k])
		}
		s.w.bit(ctxFact, false)
		s.weigh(partFacts)
		for k := range r.ships[:r.n] {
			ship, in := &r.ships[k], e.Inputs[k]
			s.w.thrust(ship, in.Thrust)
			s.weigh(partThrust)
			s.w.mirror(ship, in.Buttons)
			s.weigh(partMirror)
			s.w.triggers(ship, in.Buttons)
			s.weigh(partTriggers)
			s.w.aim(ship, in.Aim)
			s.weigh(partAim)
			s.w.lag(ship, in.Lag)
			s.weigh(partLag)
			ship.follow(in)
		}
	}
	if s.w.bit(ctxHash, snap.delta.HasHash); snap.delta.HasHash {
		s.w.raw(snap.delta.Hash, 32)
	}
	s.weigh(partHash)
	s.w.out = s.w.finish()
	s.bits[partEnd] += 8*float64(len(s.w.out)) - s.at - 32
	if want := AppendDelta(nil, snap.base, &snap.delta); hex(s.w.out) != hex(want) {
		t.Fatalf("what was weighed is not what is sent:\n%x\n%x", s.w.out, want)
	}
}

// TestThePartsOfASnapshotAddUpToIt logs what each kind of content costs, in bits for each ship and snapshot.
func TestThePartsOfASnapshotAddUpToIt(t *testing.T) {
	for _, c := range []struct {
		name           string
		pilots, people int
	}{{"eight pilots", 8, 0}, {"eight people", 0, 8}, {"two pilots", 2, 0}, {"two people", 0, 2}} {
		t.Run(c.name, func(t *testing.T) {
			var s scale
			ships, bytes := 0, 0
			match := record(t, c.pilots, c.people, 2, 900, 7)
			for i := range match {
				s.body(t, &match[i])
				ships, bytes = ships+len(match[i].base), bytes+len(s.w.out)
			}
			sum := 0.0
			for p, bits := range s.bits {
				t.Logf("%-9s %6.2f bits", partNames[p], bits/float64(ships))
				sum += bits
			}
			t.Logf("%-9s %6.2f bits", "all", sum/float64(ships))
			if math.Abs(sum-8*float64(bytes)) > 1e-6*sum {
				t.Errorf("%f bits of %d bytes", sum, bytes)
			}
		})
	}
}
