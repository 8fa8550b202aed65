package gateway

import (
	"testing"

	"bankshot/bench/hostile"
	"bankshot/game/wire"
)

// BenchmarkAHostileFrame takes each hostile frame through all that looks at it before a room would, as a connection with a
// seat does: framing, then the walker and the decoders. What a frame may cost is 50 µs and 64 KiB.
func BenchmarkAHostileFrame(b *testing.B) {
	for _, f := range hostile.Malformed() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			frames := 0
			for b.Loop() {
				frames += digest(f.Bytes)
			}
			b.ReportMetric(float64(frames)/float64(b.N), "frames/op")
		})
	}
}

// digest is what becomes of bytes, short of the library's copy of them and of a room.
func digest(p []byte) (frames int) {
	var f framing
	pass, frames, _ := f.follow(p)
	for at := 0; at+6 <= pass; {
		n, header := int(p[at+1]&0x7F), 6
		if n == 126 {
			n, header = int(p[at+2])<<8|int(p[at+3]), 8
		}
		if p[at]&opcodeBits == opBinary {
			decode(p[at+header : at+header+n])
		}
		at += header + n
	}
	return max(frames, 1)
}

// decode reads every message as socket.take does.
func decode(payload []byte) {
	var all wire.Messages
	if all.Open(payload, wire.FromClient()) != nil {
		return
	}
	for kind, args, ok := all.Next(); ok; kind, args, ok = all.Next() {
		switch kind {
		case wire.KindHello:
			_ = new(wire.Hello).Decode(args)
		case wire.KindInput:
			_ = new(wire.Input).Decode(args)
		case wire.KindCommand:
			_ = new(wire.Command).Decode(args)
		case wire.KindPresence:
			_ = new(wire.SetPresence).Decode(args)
		case wire.KindKeyframe:
			_ = new(wire.Keyframe).Decode(args)
		case wire.KindPing:
			_ = new(wire.Ping).Decode(args)
		}
	}
}
