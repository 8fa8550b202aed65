package snap

import (
	"testing"

	"pgregory.net/rapid"
)

// TestBlocksAndNumbersFollowEachOtherBitByBit writes blocks of the range coder and bare numbers behind each other, and reads
// them again.
func TestBlocksAndNumbersFollowEachOtherBitByBit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type decision struct {
			context context
			yes     bool
		}
		contexts := rapid.Uint16Range(0, uint16(allContexts-1))
		var blocks [][]decision
		w := bitWriter{}
		for range rapid.IntRange(0, 6).Draw(t, "blocks") {
			var block []decision
			var coder writer
			coder.beginBlock(nil)
			for range rapid.IntRange(0, 60).Draw(t, "decisions") {
				d := decision{context(contexts.Draw(t, "context")), rapid.Bool().Draw(t, "yes")}
				coder.bit(d.context, d.yes)
				block = append(block, d)
			}
			bits := coder.finishBits()
			w.string(&bits)
			w.put(uint32(len(block)), 7)
			blocks = append(blocks, block)
		}
		in := bitReader{in: w.finish()}
		for _, block := range blocks {
			var coder reader
			coder.beginBlock(&in)
			for i, d := range block {
				if coder.bit(d.context) != d.yes {
					t.Fatalf("decision %d came back as another", i)
				}
			}
			coder.endBlock(&in)
			if n := in.get(7); int(n) != len(block) {
				t.Fatalf("behind a block of %d decisions stands %d", len(block), n)
			}
		}
		if !in.ended() {
			t.Fatal("more is left than fills up the last byte")
		}
	})
}
