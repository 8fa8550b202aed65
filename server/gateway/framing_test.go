package gateway

import (
	"encoding/binary"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/wire"
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
		sizes := rapid.SliceOf(rapid.IntRange(0, wire.MaxClientFrame)).Draw(t, "sizes")
		for _, n := range sizes {
			stream = append(stream, clientFrame(0x82, make([]byte, n))...)
		}
		var f framing
		counted := 0
		for len(stream) > 0 {
			n := rapid.IntRange(1, len(stream)).Draw(t, "cut")
			pass, ended, end := f.follow(stream[:n])
			if pass != n || end != nil {
				t.Fatalf("%d of %d bytes pass: %+v", pass, n, end)
			}
			counted += ended
			stream = stream[n:]
		}
		if counted != len(sizes) {
			t.Fatalf("%d frames counted, %d sent", counted, len(sizes))
		}
	})
}

func TestAnEmptyPieceOfAMessageCountsAsAFrame(t *testing.T) {
	var f framing
	stream := clientFrame(opBinary, nil)
	for range 50 {
		stream = append(stream, clientFrame(0x00, nil)...)
	}
	if _, n, end := f.follow(stream); n != 51 || end != nil {
		t.Fatalf("%d counted, want 51: %+v", n, end)
	}
}

func TestWhatStandsBeforeAFaultPassesAndNothingBehindIt(t *testing.T) {
	good := clientFrame(final|opPing, []byte("good"))
	bad := clientFrame(final|0xB, []byte("bad"))
	var f framing
	pass, ended, end := f.follow(slices.Concat(good, bad, good))
	if pass != len(good) || ended != 1 || end != faultOpcode {
		t.Errorf("%d bytes and %d frames pass, then %+v", pass, ended, end)
	}
}

// FuzzFraming holds the framing to its word: the same verdict wherever the stream is cut, and nothing let through that
// the library could stumble over.
func FuzzFraming(f *testing.F) {
	f.Add([]byte{0x82, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xF0, 0, 0, 0, 0}, 3)
	f.Add(clientFrame(0x82, make([]byte, 200)), 1)
	f.Add(slices.Concat(clientFrame(0x02, []byte{1}), clientFrame(0x89, []byte("x")), clientFrame(0x80, []byte{2})), 9)
	f.Add(clientFrame(0x88, []byte{3, 0xE8, 0xC3, 0xA4}), 7)
	f.Add(clientFrame(0x88, []byte{3, 0xE8, 0xC3}), 2)
	f.Fuzz(func(t *testing.T, stream []byte, cut int) {
		var whole framing
		pass, ended, end := whole.follow(stream)
		if pass > len(stream) || ended > len(stream)/6 {
			t.Fatalf("%d bytes and %d frames in %d bytes", pass, ended, len(stream))
		}
		if end == nil && pass != len(stream) {
			t.Fatalf("%d of %d bytes pass without a reason", pass, len(stream))
		}

		cut = max(0, min(cut, len(stream)))
		var parts framing
		_, first, verdict := parts.follow(stream[:cut])
		if verdict == nil {
			var second int
			_, second, verdict = parts.follow(stream[cut:])
			first += second
		}
		if first != ended || (verdict == nil) != (end == nil) || end != nil && *verdict != *end {
			t.Fatalf("in one piece %d frames, then %+v; in two %d, then %+v", ended, end, first, verdict)
		}
		checkSound(t, stream[:pass])
	})
}

// checkSound reads frames once more, in the plainest way there is.
func checkSound(t *testing.T, p []byte) {
	for len(p) >= 14 {
		n, header := int(p[1]&0x7F), 6
		switch n {
		case 126:
			n, header = int(binary.BigEndian.Uint16(p[2:])), 8
		case 127:
			t.Fatalf("a length of 64 bits passed: % x", p[:14])
		}
		if p[0]&0x70 != 0 || p[1]&0x80 == 0 || n > wire.MaxClientFrame {
			t.Fatalf("% x passed", p[:14])
		}
		if len(p) < header+n {
			return
		}
		p = p[header+n:]
	}
}

func BenchmarkFramingOfAnHonestInput(b *testing.B) {
	p := clientFrame(final|opBinary, make([]byte, 34))
	var f framing
	b.ReportAllocs()
	for b.Loop() {
		if _, _, end := f.follow(p); end != nil {
			b.Fatal(end)
		}
	}
}
