package gateway

import (
	"encoding/binary"
	"testing"

	"pgregory.net/rapid"
)

// clientFrame is a masked frame; the mask is zero, so that payloads read as they are.
func clientFrame(first byte, payload []byte) []byte {
	f := []byte{first}
	switch n := len(payload); {
	case n < 126:
		f = append(f, 0x80|byte(n))
	case n <= 0xFFFF:
		f = binary.BigEndian.AppendUint16(append(f, 0x80|126), uint16(n))
	default:
		f = binary.BigEndian.AppendUint64(append(f, 0x80|127), uint64(n))
	}
	return append(append(f, 0, 0, 0, 0), payload...)
}

func TestFramesAreCountedWhereverTheStreamIsCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stream []byte
		sizes := rapid.SliceOf(rapid.OneOf(rapid.IntRange(0, 130), rapid.IntRange(65530, 65540))).Draw(t, "sizes")
		for _, n := range sizes {
			stream = append(stream, clientFrame(0x82, make([]byte, n))...)
		}
		var f frameCounter
		ended := 0
		for len(stream) > 0 {
			n := rapid.IntRange(1, len(stream)).Draw(t, "cut")
			ended += f.count(stream[:n])
			stream = stream[n:]
		}
		if ended != len(sizes) {
			t.Fatalf("%d frames counted, %d sent", ended, len(sizes))
		}
	})
}

func TestAnEmptyPieceOfAMessageCountsAsAFrame(t *testing.T) {
	var f frameCounter
	var stream []byte
	for range 50 {
		stream = append(stream, clientFrame(0x00, nil)...)
	}
	if n := f.count(stream); n != 50 {
		t.Fatalf("%d counted, want 50", n)
	}
}

func TestAFrameOfImpossibleLengthNeverEnds(t *testing.T) {
	for _, length := range []uint64{1<<64 - 1, 1<<64 - 16, 1 << 63, 1<<63 - 1} {
		var f frameCounter
		stream := binary.BigEndian.AppendUint64([]byte{0x82, 0xFF}, length)
		stream = append(stream, make([]byte, 4096)...)
		if n := f.count(stream); n != 0 {
			t.Errorf("length %#x: %d frames counted", length, n)
		}
		if negative := int64(length) < 0; f.absurd != negative {
			t.Errorf("length %#x: absurd is %v", length, f.absurd)
		}
	}
}

func FuzzFrameCounter(f *testing.F) {
	f.Add([]byte{0x82, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xF0, 0, 0, 0, 0}, 3)
	f.Add(clientFrame(0x82, make([]byte, 200)), 1)
	f.Fuzz(func(t *testing.T, stream []byte, cut int) {
		var whole, parts frameCounter
		cut = max(0, min(cut, len(stream)))
		a := whole.count(stream)
		b := parts.count(stream[:cut]) + parts.count(stream[cut:])
		if a != b {
			t.Fatalf("%d frames in one piece, %d in two", a, b)
		}
		if a > len(stream)/2 {
			t.Fatalf("%d frames in %d bytes", a, len(stream))
		}
	})
}
