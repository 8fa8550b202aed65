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

// framing follows a client's byte stream frame by frame and finds what may not
// be, before the library sees it. The library would let some of it pass (a
// length in more bytes than it needs), end the process over some (a length with
// its top bit set), wait for the payload of what is refused anyway, and answer a
// close with another code. And it reports messages, so that pings, and the empty
// pieces of a message that never comes to its end, would pass by uncounted.
type framing struct {
	header [maxHeader + maskSize]byte
	have   int    // of the header
	left   uint64 // of the payload
	// pieces says that a message has begun and not ended; size is how much of it came.
	pieces bool
	size   uint64
	// closing is the payload of the close frame that is coming, made when it comes.
	closing []byte
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

// follow reads the next bytes: how many of them the library may have, how many
// frames ended in them, and what ends the stream behind the former. Once it said
// how, it must not be called again.
func (f *framing) follow(p []byte) (pass, ended int, end *verdict) {
	begin := 0 // of the frame just coming, in p
	for at := 0; at < len(p); {
		if f.left > 0 {
			n := int(min(f.left, uint64(len(p)-at)))
			if f.header[0]&opcodeBits == opClose {
				f.keep(p[at : at+n])
			}
			at += n
			f.left -= uint64(n)
		} else {
			f.header[f.have] = p[at]
			f.have++
			at++
			if f.have == shortHeader {
				if end := f.judge(); end != nil {
					return begin, ended, end
				}
			}
			size := f.headerSize()
			if f.have < size {
				continue
			}
			if end := f.measure(size); end != nil {
				return begin, ended, end
			}
		}
		if f.left == 0 {
			ended++
			f.have = 0
			if f.header[0]&opcodeBits == opClose {
				return begin, ended, &verdict{code: answerTo(f.closing)}
			}
			begin = at
		}
	}
	return len(p), ended, nil
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
func (f *framing) measure(header int) *verdict {
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
		f.closing = f.closing[:0]
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

// keep takes more of a close frame's payload, unmasked.
func (f *framing) keep(p []byte) {
	mask := f.header[f.have-maskSize : f.have]
	for _, b := range p {
		f.closing = append(f.closing, b^mask[len(f.closing)%maskSize])
	}
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
