package snap

import "testing"

// The figures of snapshots over a recorded minute of a match of eight: nanoseconds and allocations of one, and the bytes
// that each ship costs in it, facts and hashes included.

func BenchmarkEncode(b *testing.B) {
	for _, c := range []struct {
		name           string
		pilots, people int
	}{{"pilots", 8, 0}, {"people", 0, 8}} {
		b.Run(c.name, func(b *testing.B) {
			match := record(b, c.pilots, c.people, 2, 1800, 1)
			var body []byte
			size, ships, n := 0, 0, 0
			b.ReportAllocs()
			for b.Loop() {
				s := &match[n%len(match)]
				body = AppendDelta(body[:0], s.base, &s.delta)
				size, ships, n = size+len(body), ships+len(s.base), n+1
			}
			b.ReportMetric(float64(size)/float64(ships), "bytes/ship")
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	match := record(b, 8, 0, 2, 1800, 1)[2:]
	bodies := make([][]byte, len(match))
	for i := range match {
		bodies[i] = AppendDelta(nil, match[i].base, &match[i].delta)
	}
	var d Delta
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		i := n % len(match)
		if err := DecodeDelta(bodies[i], match[i].base, match[i].held, &d); err != nil {
			b.Fatal(err)
		}
		n++
	}
}

func BenchmarkFull(b *testing.B) {
	match := record(b, 8, 0, 2, 1800, 1)
	var body []byte
	size, n := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		body = AppendFull(body[:0], &match[n%len(match)].after)
		size, n = size+len(body), n+1
	}
	b.ReportMetric(float64(size)/float64(n), "bytes")
}
