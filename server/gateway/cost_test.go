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

// digest is what becomes of bytes, short of a room. What it unmasks is zero.
func digest(p []byte) (frames int) {
	var f framing
	for len(p) > 0 {
		n, got, end := f.next(p)
		if p = p[n:]; end != nil {
			break
		}
		if got.ended {
			frames++
		}
		if got.last && got.op == opBinary {
			decode(got.payload)
		}
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
