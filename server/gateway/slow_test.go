package gateway

import (
	"net"
	"testing"
	"time"

	"bankshot/game/wire"
)

func TestAReaderThatNeverReadsIsBoundedAndNobodyElseNotices(t *testing.T) {
	l := goLive(t, setup{padding: 12 << 10})
	greedy := l.dial(QuickCode)
	_ = greedy.conn.(*net.TCPConn).SetReadBuffer(4 << 10)
	welcome := greedy.join(wire.Token{})
	by := l.bystander(welcome.Room)
	by.isWell()

	// It says that everything arrives, or the room would spare it further snapshots; it reads none.
	interval := time.NewTicker(time.Second / 30)
	defer interval.Stop()
	deadline := time.After(patience)
	most := uint64(0)
	for l.gate.rooms.Counters().Drops == 0 {
		select {
		case <-interval.C:
			tick := by.ticks.Load()
			_, _ = greedy.conn.Write(clientFrame(final|opBinary, wire.AppendInput(nil, &wire.Input{First: tick + 3, Echo: tick})))
		case <-deadline:
			t.Fatalf("a client that reads nothing is still there; at most %d bytes were held", most)
		}
		sum, _ := l.gate.traffic()
		most = max(most, sum.held)
	}
	if most > maxHeld+maxHeld/16 {
		t.Errorf("%d bytes were held for it, the limit is %d", most, maxHeld)
	}
	if most < maxHeld/2 {
		t.Errorf("only %d bytes were held when it was cut", most)
	}
	by.isWell()
	if c := l.gate.rooms.Counters(); c.Oversized != 0 {
		t.Errorf("%+v", c)
	}
	greedy.conn.Close()
	waitFor(t, "its connection is gone", func() bool { _, n := l.gate.traffic(); return n == 1 })
	if sum, _ := l.gate.traffic(); sum.held > maxHeld {
		t.Errorf("%d bytes are held still", sum.held)
	}
}
