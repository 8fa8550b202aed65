package gateway

import (
	"bufio"
	"encoding/binary"
	"net"
	"testing"
)

func TestEachFrameForASlowReaderIsEitherReadOrCountedAsDropped(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		payload := make([]byte, 1000)
		sent := uint64(0)
		for ok := true; ok; sent++ {
			binary.BigEndian.PutUint64(payload, sent)
			ok = o.send(opBinary, payload) == nil
		}
		drained := make(chan struct{})
		go func() { o.drain(); close(drained) }()
		read := uint64(0)
		for r := bufio.NewReader(theirs); ; read++ {
			f, err := readFrame(r)
			if err != nil {
				t.Fatal(err)
			}
			if len(f.payload) != len(payload) {
				break // the Bye
			}
		}
		theirs.Close()
		<-drained
		got := o.sums()
		if got.droppedSlow == 0 || read+got.droppedSlow != sent {
			t.Errorf("of %d frames %d were read and %d dropped", sent, read, got.droppedSlow)
		}
		if got.droppedLost != 0 {
			t.Errorf("%d frames were lost on a connection that did not break", got.droppedLost)
		}
	})
}

func TestFramesThatWaitedOnABrokenConnectionAreCountedAsLost(t *testing.T) {
	ours, theirs := pair(t)
	if newTryWriter(ours) == nil {
		t.Skip("this system has no try-write")
	}
	o := newOutbox(ours)
	payload := make([]byte, 1000)
	for o.backlog() < maxHeld/2 {
		if err := o.send(opBinary, payload); err != nil {
			t.Fatal(err)
		}
	}
	o.mu.Lock()
	waiting := framesIn(o.held)
	o.mu.Unlock()
	_ = theirs.SetLinger(0)
	theirs.Close()
	_, _ = ours.Read(make([]byte, 1)) // the reset has arrived
	o.drain()
	// Of the first one a part was out already.
	if got := o.sums(); got.droppedLost != waiting || got.droppedSlow != 0 || got.held != 0 {
		t.Errorf("%d frames waited: %+v", waiting, got)
	}
}

func TestBytesSentIncludeHeaders(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		want := uint64(0)
		for _, n := range []int{0, 125, 126, 1000, 70_000} {
			if err := o.send(opBinary, make([]byte, n)); err != nil {
				t.Fatal(err)
			}
			want += uint64(n) + 2
			if n > 125 {
				want += 2
			}
			if n > 0xFFFF {
				want += 6
			}
		}
		if got := o.sums(); got.bytesDown != want || got.framesDown != 5 {
			t.Errorf("%d bytes in %d frames, want %d", got.bytesDown, got.framesDown, want)
		}
		go func() { // so that drain finds a reader
			for r := bufio.NewReader(theirs); ; {
				if _, err := readFrame(r); err != nil {
					return
				}
			}
		}()
	})
}
