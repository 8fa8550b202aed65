package link

import (
	"testing"
	"time"

	"bankshot/game/wire"
)

func fill(b *inbox, at time.Duration, data byte, snapshot bool) error {
	buf := b.buffer(100)
	buf[0] = data
	return b.put(Frame{At: at, Data: buf}, snapshot)
}

func TestAfterFourSecondsUnreadSnapshotsGoAndAllElseStays(t *testing.T) {
	var b inbox
	for i := range 100 { // a snapshot every 100 ms, an event with every tenth
		at := time.Duration(i) * 100 * time.Millisecond
		if err := fill(&b, at, byte(i), i%10 != 0); err != nil {
			t.Fatal(err)
		}
		if n := len(b.waiting) - b.first; n > 10+int(StaleAfter/(100*time.Millisecond))+1 {
			t.Fatalf("%d frames wait after %v", n, at)
		}
	}
	last, events := -1, 0
	for f, ok := b.take(); ok; f, ok = b.take() {
		if int(f.Data[0]) <= last {
			t.Errorf("frame %d came after frame %d", f.Data[0], last)
		}
		if last = int(f.Data[0]); last%10 == 0 {
			events++
		}
	}
	if events != 10 {
		t.Errorf("%d of 10 events are left", events)
	}
	if b.stale == 0 || b.bytes != 0 {
		t.Errorf("%d snapshots were dropped, %d bytes wait", b.stale, b.bytes)
	}
}

func TestNewSnapshotsStayHoweverOldTheRestIs(t *testing.T) {
	var b inbox
	if err := fill(&b, 0, 0, false); err != nil { // of a connection long ago, as a hidden page has them
		t.Fatal(err)
	}
	for i := range 15 {
		if err := fill(&b, time.Minute+time.Duration(i)*33*time.Millisecond, byte(i), true); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(b.waiting) - b.first; n != 16 || b.stale != 0 {
		t.Errorf("%d frames wait, %d snapshots were dropped", n, b.stale)
	}
}

func TestSnapshotsThatAreReadInTimeAllArrive(t *testing.T) {
	var b inbox
	for i := range 1000 {
		if err := fill(&b, time.Duration(i)*33*time.Millisecond, byte(i), true); err != nil {
			t.Fatal(err)
		}
		if f, ok := b.take(); !ok || f.Data[0] != byte(i) {
			t.Fatalf("frame %d did not come out as it went in", i)
		}
	}
	if b.stale != 0 {
		t.Errorf("%d snapshots were dropped", b.stale)
	}
}

func TestTooMuchThatMustNotBeLostIsAnError(t *testing.T) {
	var b inbox
	for range MaxUnread {
		if err := fill(&b, 0, 0, false); err != nil {
			t.Fatal(err)
		}
	}
	if err := fill(&b, 0, 0, false); err == nil {
		t.Error("one more was taken")
	}
	b = inbox{}
	if err := b.put(Frame{Data: make([]byte, MaxUnreadBytes+1)}, false); err == nil {
		t.Error("a giant was taken")
	}
}

func TestReadingAndWritingInTurnAllocatesNothing(t *testing.T) {
	var b inbox
	turn := func() {
		for range 2 {
			if fill(&b, 0, 0, true) != nil {
				t.Fatal("full")
			}
		}
		b.take()
		b.take()
		b.take()
	}
	turn()
	if n := testing.AllocsPerRun(100, turn); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestOnlyFramesOfSnapshotsMayBeDropped(t *testing.T) {
	event := wire.AppendEvent(nil, &wire.Event{N: 1, Data: []byte("x")})
	delta := wire.AppendDelta(nil, &wire.Delta{Body: []byte("x")})
	pong := wire.AppendPong(nil, &wire.Pong{Nonce: 1})
	full := wire.AppendFull(nil, &wire.Full{Shared: []byte("x")})
	bye := wire.AppendBye(nil, &wire.Bye{Code: wire.ByeDown})
	for _, c := range []struct {
		name            string
		frame           []byte
		snapshot, ended bool
	}{
		{"a delta", delta, true, false},
		{"a full snapshot with a pong", append(full, pong...), true, false},
		{"a delta with an event", append(delta, event...), false, false},
		{"a goodbye", bye, false, true},
		{"a goodbye behind a delta", append(delta, bye...), false, true},
		{"a goodbye that is broken", []byte{0x91, byte(wire.KindBye)}, false, false},
		{"noise", []byte{0xc1}, false, false},
		{"nothing", nil, false, false},
	} {
		var m wire.Messages
		var b wire.Bye
		if snapshot, ended := scan(&m, c.frame, &b); snapshot != c.snapshot || ended != c.ended {
			t.Errorf("%s: droppable %v, goodbye %v", c.name, snapshot, ended)
		}
	}
}
