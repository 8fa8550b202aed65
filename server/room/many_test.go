package room_test

import (
	"testing"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// BenchmarkAdvanceOfManyRooms has each room's memory cold when its turn comes, as on a server with a thousand players.
func BenchmarkAdvanceOfManyRooms(b *testing.B) {
	const rooms = 125
	var turns []func()
	for range rooms {
		w := newStage()
		w.rates.Seats = 32
		r := newTable(b, w)
		var conns [8]*deaf
		for i := range conns {
			conns[i] = &deaf{}
			if _, err := r.Attach(conns[i], hello(wire.PresenceHere)); err != nil {
				b.Fatal(err)
			}
		}
		m := wire.Input{Count: 2, Payloads: payloads()}
		turns = append(turns, func() {
			for i, c := range conns {
				m.First, m.Echo = r.Tick()+3, r.Tick()
				r.Input(room.Seat(i), c, &m, 1)
			}
			r.Advance(1)
			w.heard = w.heard[:0]
		})
	}
	for range 40 {
		for _, turn := range turns {
			turn()
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, turn := range turns {
			turn()
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rooms/8, "ns/player-interval")
}
