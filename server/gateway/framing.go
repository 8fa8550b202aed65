package gateway

import (
	"encoding/binary"
	"unicode/utf8"

	"bankshot/game/wire"
)

// A client's frame (RFC 6455, section 5.2).
//
//	byte 0      FIN 0x80 | RSV 0x70, always 0 here | opcode
//	byte 1      MASK 0x80, always 1 here | payload's length, where it is below 126; 126 or 127 otherwise
//	2 or 8      the length, big-endian, where byte 1 is 126 or 127
//	4           the mask
//	…           payload
const (
	opContinuation = 0x0
	opText         = 0x1
	opPing         = 0x9
	reservedBits   = 0x70
	opcodeBits     = 0x0F
	controlBit     = 0x08 // of the opcode
	masked         = 0x80
	lengthBits     = 0x7F
	shortHeader    = 2
	maskSize       = 4
)

// framing follows a client's byte stream frame by frame, wherever the network has
// cut it, and finds what may not be (RFC 6455, section 5): before the payload of
// what is refused anyway is waited for, and before anything is set aside for it.
// It goes by frames, not by messages, so that pings, and the empty pieces of a
// message that never comes to its end, are counted.
type framing struct {
	header [maxHeader + maskSize]byte
	have   int    // of the header
	left   uint64 // of the payload
	at     int    // in the payload, for its mask
	// pieces says that a message has begun and not ended; size is how much of it came.
	pieces bool
	size   uint64
}

// piece is what came of a frame.
type piece struct {
	// op is the frame's; one that continues a message has opContinuation.
	op byte
	// payload is what lies of its payload in the bytes just read, unmasked.
	payload []byte
	// ended says that the frame did, last that its message did with it.
	ended, last bool
}

// verdict is how a stream ends: by the client's own close frame, or by a fault.
type verdict struct {
	code uint16
	// label and why stand for the fault; a close frame of the client has none.
	label string
	why   *ending
}

func broken(text string) *verdict {
	return &verdict{code: closeProtocol, label: "protocol", why: &ending{"protocol", text}}
}

var (
	faultReserved   = broken("a reserved bit is set, and no extension was agreed on")
	faultOpcode     = broken("an opcode that there is not")
	faultMask       = broken("a frame that is not masked")
	faultPieces     = broken("a control frame in pieces")
	faultControl    = broken("a control frame longer than 125 bytes")
	faultOrphan     = broken("a piece of a message that did not begin")
	faultInterleave = broken("a message began before the last one ended")
	faultLength     = broken("a frame of impossible length")
	faultMinimal    = broken("a length in more bytes than it needs")
	faultText       = &verdict{code: closeUnsupported, label: "text", why: endText}
	faultSize       = &verdict{code: closeTooLarge, label: "too long", why: &ending{"protocol", "a message longer than the limit"}}
)

// next reads on to the end of a frame, or of p, whose payload it unmasks in place.
// It says how many bytes it took, and what ends the stream behind the frames
// before. Once it said that, it must not be called again.
func (f *framing) next(p []byte) (n int, got piece, end *verdict) {
	if f.left == 0 {
		for size := f.headerSize(); f.have < size; size = f.headerSize() {
			if n == len(p) {
				return n, piece{}, nil
			}
			f.header[f.have] = p[n]
			f.have++
			n++
			if f.have == shortHeader {
				if end := f.judge(); end != nil {
					return n, piece{}, end
				}
			}
		}
		if end := f.measure(); end != nil {
			return n, piece{}, end
		}
		f.at = 0
	}
	size := int(min(f.left, uint64(len(p)-n)))
	got = piece{op: f.header[0] & opcodeBits, payload: p[n : n+size]}
	f.unmask(got.payload)
	f.left -= uint64(size)
	if f.left == 0 {
		got.ended, got.last = true, f.header[0]&final != 0
		f.have = 0
	}
	return n + size, got, nil
}

// unmask takes the mask off the next bytes of the payload, eight at a time.
func (f *framing) unmask(p []byte) {
	mask := f.header[f.have-maskSize : f.have]
	var turned [8]byte
	for i := range turned {
		turned[i] = mask[(f.at+i)%maskSize]
	}
	f.at = (f.at + len(p)) % maskSize
	word := binary.LittleEndian.Uint64(turned[:])
	for ; len(p) >= 8; p = p[8:] {
		binary.LittleEndian.PutUint64(p, binary.LittleEndian.Uint64(p)^word)
	}
	for i := range p {
		p[i] ^= turned[i]
	}
}

// judge looks at a frame's first two bytes.
func (f *framing) judge() *verdict {
	final, op := f.header[0]&final != 0, f.header[0]&opcodeBits
	switch {
	case f.header[0]&reservedBits != 0:
		return faultReserved
	case f.header[1]&masked == 0:
		return faultMask
	case op == opText:
		return faultText
	case op == opContinuation && !f.pieces:
		return faultOrphan
	case op == opBinary && f.pieces:
		return faultInterleave
	case op == opContinuation, op == opBinary:
		f.pieces = !final
	case op != opPing && op != opPong && op != opClose:
		return faultOpcode
	case !final:
		return faultPieces
	case f.header[1]&lengthBits > maxControl:
		return faultControl
	}
	return nil
}

// headerSize is that of the header with its mask.
func (f *framing) headerSize() int {
	if f.have < shortHeader {
		return shortHeader
	}
	switch f.header[1] & lengthBits {
	case 126:
		return shortHeader + 2 + maskSize
	case 127:
		return shortHeader + 8 + maskSize
	default:
		return shortHeader + maskSize
	}
}

// measure looks at the length of a frame whose header is whole.
func (f *framing) measure() *verdict {
	var n, least uint64
	switch code := f.header[1] & lengthBits; code {
	case 126:
		n, least = uint64(binary.BigEndian.Uint16(f.header[2:])), 126
	case 127:
		n, least = binary.BigEndian.Uint64(f.header[2:]), 1<<16
	default:
		n = uint64(code)
	}
	switch op := f.header[0] & opcodeBits; {
	case n >= 1<<63:
		return faultLength
	case n < least:
		return faultMinimal
	case op&controlBit != 0:
	default:
		if op == opBinary {
			f.size = 0
		}
		if n > wire.MaxClientFrame-f.size {
			return faultSize
		}
		f.size += n
	}
	f.left = n
	return nil
}

// answerTo is the code that answers a close frame: what it said, if that can be
// said (RFC 6455, section 7.4, and the registry after it).
func answerTo(payload []byte) uint16 {
	if len(payload) == 0 {
		return closeSilent
	}
	if len(payload) < 2 {
		return closeProtocol
	}
	code := binary.BigEndian.Uint16(payload)
	switch {
	case !utf8.Valid(payload[2:]):
		return closeInvalid
	case code >= 1000 && code <= 1003, code >= 1007 && code <= 1014, code >= 3000 && code <= 4999:
		return code
	default:
		return closeProtocol
	}
}
