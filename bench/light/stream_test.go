package light

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/wire"
)

// piece is a frame as a stream gives it.
type piece struct {
	op      byte
	payload []byte
}

// serverFrame is a frame as servers write it.
func serverFrame(dst []byte, p piece) []byte {
	dst = append(dst, finalBit|p.op)
	switch n := len(p.payload); {
	case n < 126:
		dst = append(dst, byte(n))
	case n < 1<<16:
		dst = binary.BigEndian.AppendUint16(append(dst, 126), uint16(n))
	default:
		dst = binary.BigEndian.AppendUint64(append(dst, 127), uint64(n))
	}
	return append(dst, p.payload...)
}

// read feeds a stream with chunks and gives all frames in them.
func read(s *stream, chunks ...[]byte) (got []piece, err error) {
	for _, chunk := range chunks {
		s.begin(chunk)
		for {
			op, payload, ok, err := s.next()
			if err != nil {
				s.end()
				return got, err
			}
			if !ok {
				break
			}
			got = append(got, piece{op, bytes.Clone(payload)})
		}
		s.end()
	}
	return got, nil
}

func TestFramesComeOutWholeHoweverTheyAreCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sent []piece
		var all []byte
		for range rapid.IntRange(1, 20).Draw(t, "frames") {
			p := piece{op: rapid.SampledFrom([]byte{opBinary, opBinary, opPing, opPong, opClose}).Draw(t, "op")}
			lengths := []int{0, 1, 17, 125}
			if p.op == opBinary {
				lengths = append(lengths, 126, 127, 4000, 1<<16-1, 1<<16, wire.MaxServerFrame)
			}
			p.payload = bytes.Repeat([]byte{byte(len(sent))}, rapid.SampledFrom(lengths).Draw(t, "length"))
			sent = append(sent, p)
			all = serverFrame(all, p)
		}
		// The reader's memory is overwritten by the next read, as the thread's is.
		var s stream
		var got []piece
		shared := make([]byte, len(all))
		for left := all; len(left) > 0; {
			n := min(rapid.SampledFrom([]int{1, 2, 3, 9, 100, 5000, 1 << 20}).Draw(t, "read"), len(left))
			copy(shared, left[:n])
			part, err := read(&s, shared[:n])
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, part...)
			clear(shared)
			left = left[n:]
		}
		if len(got) != len(sent) {
			t.Fatalf("%d frames of %d", len(got), len(sent))
		}
		for i := range sent {
			if got[i].op != sent[i].op || !bytes.Equal(got[i].payload, sent[i].payload) {
				t.Fatalf("frame %d differs", i)
			}
		}
		if len(s.rest) > 0 {
			t.Fatalf("%d bytes are left", len(s.rest))
		}
	})
}

func TestWhatNoServerMayWriteIsNamed(t *testing.T) {
	for _, c := range []struct {
		name  string
		bytes []byte
		want  error
	}{
		{"a piece of a message", []byte{opBinary, 0}, ErrPieces},
		{"the rest of a message", []byte{finalBit, 0}, ErrPieces},
		{"compressed", []byte{finalBit | 0x40 | opBinary, 0}, ErrReserved},
		{"text", []byte{finalBit | opText, 0}, ErrOpcode},
		{"an opcode without a meaning", []byte{finalBit | 0xB, 0}, ErrOpcode},
		{"masked", []byte{finalBit | opBinary, maskBit, 1, 2, 3, 4}, ErrMasked},
		{"a long ping", []byte{finalBit | opPing, 126, 0, 126}, ErrLong},
		{"longer than a frame may be", []byte{finalBit | opBinary, 127, 0, 0, 0, 0, 0, 2, 0, 1}, ErrLong},
		{"a negative length", []byte{finalBit | opBinary, 127, 0x80, 0, 0, 0, 0, 0, 0, 0}, ErrLong},
		{"a small length in two bytes", []byte{finalBit | opBinary, 126, 0, 125}, ErrForm},
		{"a small length in eight bytes", []byte{finalBit | opBinary, 127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, ErrForm},
	} {
		if _, err := read(&stream{}, c.bytes); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestASealedFrameIsReadByWhoTakesTheMaskOff(t *testing.T) {
	for _, n := range []int{0, 1, 30, 125, 126, 4000} {
		want := bytes.Repeat([]byte{7, 1, 9}, n/3+1)[:n]
		sealed := seal(append(make([]byte, maxHead), want...), opBinary, 0xA1B2C3D4)
		header := 2
		size := int(sealed[1] &^ maskBit)
		if size == 126 {
			header, size = 4, int(binary.BigEndian.Uint16(sealed[2:]))
		}
		key, payload := sealed[header:header+4], sealed[header+4:]
		for i := range payload {
			payload[i] ^= key[i&3]
		}
		if sealed[0] != finalBit|opBinary || sealed[1]&maskBit == 0 || size != n || !bytes.Equal(payload, want) {
			t.Errorf("%d bytes: % x", n, sealed[:header])
		}
	}
}

func FuzzStream(f *testing.F) {
	f.Add(serverFrame(nil, piece{opBinary, []byte("snapshot")}), uint16(3))
	f.Add(serverFrame(serverFrame(nil, piece{opPing, nil}), piece{opBinary, make([]byte, 200)}), uint16(1))
	f.Add([]byte{finalBit | opBinary, 127, 0x80, 0, 0, 0, 0, 0, 0, 0}, uint16(9))
	f.Fuzz(func(t *testing.T, b []byte, cut uint16) {
		at := int(cut) % (len(b) + 1)
		var whole, halves stream
		a, errA := read(&whole, b)
		c, errC := read(&halves, b[:at], b[at:])
		if len(a) != len(c) || !errors.Is(errC, errA) {
			t.Fatalf("%d frames and %v at once, %d and %v in two reads", len(a), errA, len(c), errC)
		}
		size := 0
		for i := range a {
			if a[i].op != c[i].op || !bytes.Equal(a[i].payload, c[i].payload) {
				t.Fatalf("frame %d depends on the reads", i)
			}
			size += len(serverFrame(nil, a[i]))
		}
		if errA == nil && size+len(whole.rest) != len(b) {
			t.Fatalf("%d bytes in frames and %d left of %d", size, len(whole.rest), len(b))
		}
	})
}
