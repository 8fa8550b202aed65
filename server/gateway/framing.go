package gateway

import "encoding/binary"

// frameCounter finds where the frames of a byte stream end. It is there
// because the library reports messages: pings, and the empty pieces of a message
// that never comes to its end, would pass by uncounted. What a frame says is not
// its business; a length that no frame may have only means that none ends again.
type frameCounter struct {
	header [10]byte // up to the mask
	have   int
	left   uint64 // of mask and payload
	absurd bool   // a length came that no frame may have: its top bit was set
}

// count reads the next bytes and returns how many frames ended in them.
func (f *frameCounter) count(p []byte) (ended int) {
	for len(p) > 0 {
		if f.left > 0 {
			n := min(f.left, uint64(len(p)))
			p, f.left = p[n:], f.left-n
		} else {
			f.header[f.have] = p[0]
			f.have++
			p = p[1:]
			if f.have < f.headerSize() {
				continue
			}
			f.left = f.payload()
		}
		if f.left == 0 {
			ended++
			f.have = 0
		}
	}
	return ended
}

// headerSize is that of the header without its mask.
func (f *frameCounter) headerSize() int {
	if f.have < 2 {
		return 2
	}
	switch f.header[1] & 0x7F {
	case 126:
		return 4
	case 127:
		return 10
	default:
		return 2
	}
}

// payload is the length of mask and payload; at most 2^63 is believed, so that
// the mask's four bytes cannot make it wrap around to a small one.
func (f *frameCounter) payload() uint64 {
	var n uint64
	switch code := f.header[1] & 0x7F; code {
	case 126:
		n = uint64(binary.BigEndian.Uint16(f.header[2:]))
	case 127:
		n = binary.BigEndian.Uint64(f.header[2:])
		if n >= 1<<63 {
			n, f.absurd = 1<<63, true
		}
	default:
		n = uint64(code)
	}
	if f.header[1]&0x80 != 0 {
		n += 4
	}
	return n
}
