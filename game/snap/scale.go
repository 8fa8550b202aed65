package snap

import (
	"math"

	"bankshot/game"
)

// Part is a kind of content that the body of a Delta has.
type Part uint8

// The kinds of content.
const (
	PartTick Part = iota
	PartFacts
	PartThrust
	PartMirror
	PartTriggers
	PartAim
	PartLag
	PartHash
	PartEnd // what whole bytes cost beyond the decisions in them

	Parts
)

var partNames = [Parts]string{"tick", "facts", "thrust", "mirror", "triggers", "aim", "lag", "hash", "end"}

func (p Part) String() string { return partNames[p] }

// Scale weighs the bodies of Deltas: how many bits of them each kind of content costs. It writes a body the way AppendDelta
// does, which is as much work again: it is for measuring, not for play. Its zero value is ready.
type Scale struct {
	// Bits are the sums so far. All of them together are 8 times Bytes.
	Bits [Parts]float64
	// Bytes is how long the bodies were, Bodies how many there were, Ships how many ships all of them told of.
	Bytes, Bodies, Ships int

	w  writer
	at float64
}

// weigh charges what was written since the last time to a part.
func (s *Scale) weigh(p Part) {
	at := 8*float64(len(s.w.out)) - math.Log2(float64(s.w.width))
	s.Bits[p] += at - s.at
	s.at = at
}

// Add weighs the body that AppendDelta makes of the same.
func (s *Scale) Add(base []game.Ship, d *Delta) {
	s.at = -32
	s.w.begin(append(s.w.out[:0], byte(d.First)), &untouched)
	s.w.bit(ctxNotTwo, len(d.Entries) != 2)
	if len(d.Entries) != 2 {
		s.w.raw(uint32(len(d.Entries)), 4)
	}
	s.weigh(PartTick)
	var r roster
	r.begin(base)
	for i := range d.Entries {
		e := &d.Entries[i]
		for k := range e.Facts {
			s.w.bit(ctxFact, true)
			s.w.fact(&e.Facts[k])
			r.apply(&e.Facts[k])
		}
		s.w.bit(ctxFact, false)
		s.weigh(PartFacts)
		for k := range r.ships[:r.n] {
			ship, in := &r.ships[k], e.Inputs[k]
			s.w.thrust(ship, in.Thrust)
			s.weigh(PartThrust)
			s.w.mirror(ship, in.Buttons)
			s.weigh(PartMirror)
			s.w.triggers(ship, in.Buttons)
			s.weigh(PartTriggers)
			s.w.aim(ship, in.Aim)
			s.weigh(PartAim)
			s.w.lag(ship, in.Lag)
			s.weigh(PartLag)
			ship.follow(in)
		}
	}
	if s.w.bit(ctxHash, d.HasHash); d.HasHash {
		s.w.raw(d.Hash, 32)
	}
	s.weigh(PartHash)
	s.w.out = s.w.finish()
	s.Bits[PartEnd] += 8*float64(len(s.w.out)) - s.at - 32
	s.Bytes += len(s.w.out)
	s.Bodies++
	s.Ships += r.n
}
