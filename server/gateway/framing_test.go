package gateway

import (
	"bytes"
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

// heard is what came of a stream: the whole frames, by opcode and payload, and how it ended.
type heard struct {
	ops      []byte
	payloads [][]byte
	end      *verdict
}

// listen follows a stream on, as an inbox does. It keeps the part of a frame that is not whole yet.
func listen(f *framing, p []byte, h *heard, part []byte) []byte {
	for p = slices.Clone(p); len(p) > 0; {
		n, got, end := f.next(p)
		p = p[n:]
		if end != nil {
			h.end = end
			return nil
		}
		part = append(part, got.payload...)
		if got.ended {
			h.ops, h.payloads, part = append(h.ops, got.op), append(h.payloads, part), nil
		}
	}
	return part
}

// maskedFrame is clientFrame with a mask that changes every byte.
func maskedFrame(first byte, payload []byte) []byte {
	f := clientFrame(first, payload)
	mask := [maskSize]byte{0xA5, 0x01, 0xFF, 0x3C}
	copy(f[len(f)-len(payload)-maskSize:], mask[:])
	for i := range payload {
		f[len(f)-len(payload)+i] ^= mask[i%maskSize]
	}
	return f
}

func TestFramesAreReadWhereverTheStreamIsCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stream []byte
		payloads := rapid.SliceOf(rapid.SliceOfN(rapid.Byte(), 0, 300)).Draw(t, "payloads")
		for _, p := range payloads {
			stream = append(stream, maskedFrame(final|opBinary, p)...)
		}
		var f framing
		var h heard
		var part []byte
		for len(stream) > 0 {
			n := rapid.IntRange(1, len(stream)).Draw(t, "cut")
			if part = listen(&f, stream[:n], &h, part); h.end != nil {
				t.Fatalf("%+v", h.end)
			}
			stream = stream[n:]
		}
		if !slices.EqualFunc(h.payloads, payloads, bytes.Equal) {
			t.Fatalf("%d frames read, %d sent, or not the same", len(h.payloads), len(payloads))
		}
	})
}

func TestAnEmptyPieceOfAMessageCountsAsAFrame(t *testing.T) {
	var f framing
	var h heard
	stream := clientFrame(opBinary, nil)
	for range 50 {
		stream = append(stream, clientFrame(0x00, nil)...)
	}
	if listen(&f, stream, &h, nil); len(h.ops) != 51 || h.end != nil {
		t.Fatalf("%d counted, want 51: %+v", len(h.ops), h.end)
	}
}

func TestWhatStandsBeforeAFaultIsReadAndNothingBehindIt(t *testing.T) {
	good := clientFrame(final|opPing, []byte("good"))
	bad := clientFrame(final|0xB, []byte("bad"))
	var f framing
	var h heard
	listen(&f, slices.Concat(good, bad, good), &h, nil)
	if len(h.ops) != 1 || string(h.payloads[0]) != "good" || h.end != faultOpcode {
		t.Errorf("%q, then %+v", h.payloads, h.end)
	}
}

// FuzzFraming holds the framing to its word: the same frames and the same verdict wherever the stream is cut, and nothing
// let through that RFC 6455 or our limits forbid.
func FuzzFraming(f *testing.F) {
	f.Add([]byte{0x82, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xF0, 0, 0, 0, 0}, 3)
	f.Add(clientFrame(0x82, make([]byte, 200)), 1)
	f.Add(slices.Concat(clientFrame(0x02, []byte{1}), clientFrame(0x89, []byte("x")), clientFrame(0x80, []byte{2})), 9)
	f.Add(maskedFrame(0x82, []byte("nine bytes and more")), 11)
	f.Add(clientFrame(0x88, []byte{3, 0xE8, 0xC3, 0xA4}), 7)
	f.Add(clientFrame(0x88, []byte{3, 0xE8, 0xC3}), 2)
	f.Fuzz(func(t *testing.T, stream []byte, cut int) {
		var whole framing
		var once heard
		rest := listen(&whole, stream, &once, nil)
		size := 0
		for i, p := range once.payloads {
			size += shortHeader + maskSize + len(p)
			if op := once.ops[i]; len(p) > wire.MaxClientFrame || op&controlBit != 0 && len(p) > maxControl {
				t.Fatalf("a frame of opcode %#x with %d bytes passed", op, len(p))
			}
		}
		if size += len(rest); size > len(stream) {
			t.Fatalf("%d bytes came out of %d", size, len(stream))
		}

		cut = max(0, min(cut, len(stream)))
		var parts framing
		var twice heard
		if part := listen(&parts, stream[:cut], &twice, nil); twice.end == nil {
			listen(&parts, stream[cut:], &twice, part)
		}
		if !bytes.Equal(once.ops, twice.ops) || !slices.EqualFunc(once.payloads, twice.payloads, bytes.Equal) || once.end != twice.end {
			t.Fatalf("in one piece %x %x, then %+v; in two %x %x, then %+v", once.ops, once.payloads, once.end, twice.ops, twice.payloads, twice.end)
		}
	})
}

func BenchmarkFramingOfAnHonestInput(b *testing.B) {
	p := clientFrame(final|opBinary, make([]byte, 34))
	var f framing
	b.ReportAllocs()
	for b.Loop() {
		if _, _, end := f.next(p); end != nil {
			b.Fatal(end)
		}
	}
}
