package light

import (
	"encoding/binary"
	"errors"

	"bankshot/game/wire"
)

// WebSocket frames (RFC 6455, 5.2), as far as they occur here: whole ones only, masked up, not masked down.
//
//	byte 0      0x80 | opcode
//	byte 1      0x80 if masked | payload's length, where it is below 126; 126 or 127 otherwise
//	2 or 8      the length, big-endian, where byte 1 says 126 or 127
//	4           the mask, if masked
//	…           payload
const (
	opText   = 0x1
	opBinary = 0x2
	opClose  = 0x8
	opPing   = 0x9
	opPong   = 0xA

	finalBit = 0x80
	maskBit  = 0x80

	maxControl = 125
	// keepRest is the most memory a bot holds on to after a large frame.
	keepRest = 4 << 10
)

// What a server's frame can have wrong.
var (
	ErrPieces   = errors.New("light: the server sent a frame in pieces, which light bots do not put together")
	ErrReserved = errors.New("light: the server set bits of an extension that nobody asked for")
	ErrMasked   = errors.New("light: the server masked a frame")
	ErrOpcode   = errors.New("light: the server sent a frame that is neither binary nor close, ping or pong")
	ErrLong     = errors.New("light: the server sent a frame longer than any may be")
	ErrForm     = errors.New("light: the server wrote a frame's length in more bytes than it needs")
)

// stream cuts what arrives into frames, however the network has cut it: begin with what was read, next until it says
// false, end. Between reads it keeps what is not a whole frame yet.
type stream struct {
	rest []byte // what came of the next frame
	view []byte // what there is, from begin to end
	at   int
}

// begin takes what was read. It is looked into until end, and copied only where a frame is not whole.
func (s *stream) begin(p []byte) {
	s.view, s.at = p, 0
	if len(s.rest) > 0 {
		s.rest = append(s.rest, p...)
		s.view = s.rest
	}
}

// next is the next whole frame. Its payload is valid until end.
func (s *stream) next() (op byte, payload []byte, ok bool, err error) {
	b := s.view[s.at:]
	if len(b) < 2 {
		return 0, nil, false, nil
	}
	header, size, err := frameSize(b)
	if err != nil || size < 0 || len(b) < header+size {
		return 0, nil, false, err
	}
	s.at += header + size
	return b[0] & 0x0F, b[header : header+size], true, nil
}

// end keeps what is left for the next read.
func (s *stream) end() {
	left := s.view[s.at:]
	s.view = nil
	if len(left) == 0 && cap(s.rest) > keepRest {
		s.rest = nil
		return
	}
	s.rest = append(s.rest[:0], left...)
}

// frameSize checks a header of which two bytes are there at least. The size is -1 while the rest of it is not.
func frameSize(b []byte) (header, size int, err error) {
	op := b[0] & 0x0F
	switch {
	case b[0]&0x70 != 0:
		return 0, 0, ErrReserved
	case b[0]&finalBit == 0 || op == 0:
		return 0, 0, ErrPieces
	case op != opBinary && op != opClose && op != opPing && op != opPong:
		return 0, 0, ErrOpcode
	case b[1]&maskBit != 0:
		return 0, 0, ErrMasked
	}
	header, size = 2, int(b[1])
	switch size {
	case 126:
		if len(b) < 4 {
			return 4, -1, nil
		}
		header, size = 4, int(binary.BigEndian.Uint16(b[2:]))
		if size < 126 {
			return 0, 0, ErrForm
		}
	case 127:
		if len(b) < 10 {
			return 10, -1, nil
		}
		n := binary.BigEndian.Uint64(b[2:])
		if n < 1<<16 {
			return 0, 0, ErrForm
		}
		if n > wire.MaxServerFrame {
			return 0, 0, ErrLong
		}
		header, size = 10, int(n)
	}
	if size > wire.MaxServerFrame || op >= opClose && size > maxControl {
		return 0, 0, ErrLong
	}
	return header, size, nil
}

// maxHead is the longest header of a frame that a bot sends, its mask included.
const maxHead = 2 + 2 + 4

// seal makes a masked frame of frame[maxHead:], in place, and gives the part of frame that it takes.
func seal(frame []byte, op byte, mask uint32) []byte {
	payload := frame[maxHead:]
	var key [4]byte
	binary.LittleEndian.PutUint32(key[:], mask)
	at := maxHead - 6
	if len(payload) >= 126 {
		at -= 2
		frame[at+1] = maskBit | 126
		binary.BigEndian.PutUint16(frame[at+2:], uint16(len(payload)))
	} else {
		frame[at+1] = maskBit | byte(len(payload))
	}
	frame[at] = finalBit | op
	copy(frame[maxHead-4:], key[:])
	for i := range payload {
		payload[i] ^= key[i&3]
	}
	return frame[at:]
}
