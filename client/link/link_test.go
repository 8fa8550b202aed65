//go:build !js

package link

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/lxzan/gws"

	"bankshot/game/wire"
)

func TestEveryConnectionBeginsWithTheNewestHello(t *testing.T) {
	s := serve(t)
	l := s.dialed("first")
	conn := next(t, "a connection", s.conns)
	if got := next(t, "a hello", s.frames); string(got) != "first" {
		t.Errorf("the first frame is %q", got)
	}
	for _, hello := range []string{"with a token", "with another"} {
		l.SetHello([]byte(hello))
		_ = conn.NetConn().Close()
		conn = next(t, "another connection", s.conns)
		if got := next(t, "a hello", s.frames); string(got) != hello {
			t.Errorf("the first frame after a drop is %q", got)
		}
	}
	until(t, "it is open", func() bool { return l.State() == Open })
	if st := l.Stats(); st.Connections != 3 {
		t.Errorf("%d connections are counted", st.Connections)
	}
	if l.Err() != nil {
		t.Errorf("an open link has the error %v", l.Err())
	}
}

func TestFramesGoBothWaysWholeAndInOrder(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	next(t, "the hello", s.frames)
	meet(t, l, conn)
	const n = 40
	large := bytes.Repeat([]byte{7}, wire.MaxClientFrame)
	for i := range n {
		if !l.Send([]byte{byte(i)}) {
			t.Fatalf("frame %d was refused", i)
		}
		say(t, conn, event(uint32(i)))
	}
	for i := range n {
		if got := next(t, "a frame", s.frames); len(got) != 1 || got[0] != byte(i) {
			t.Fatalf("frame %d arrived as %x", i, got)
		}
		if got := polled(t, l); got != string(event(uint32(i))) {
			t.Fatalf("event %d was polled as %x", i, got)
		}
	}
	l.Send(large)
	if got := next(t, "a large frame", s.frames); !bytes.Equal(got, large) {
		t.Error("a large frame was changed on its way")
	}
}

func TestFramesAreStampedWhenTheyArriveNotWhenTheyAreRead(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	say(t, next(t, "a connection", s.conns), event(1))
	until(t, "it arrives", func() bool { return l.Stats().FramesDown == 1 })
	arrived := l.Now()
	time.Sleep(10 * time.Millisecond)
	if f, ok := l.Poll(); !ok || f.At > arrived || f.At <= 0 {
		t.Errorf("a frame that had come by %v is stamped %v", arrived, f.At)
	}
}

func TestAByeThatForbidsItEndsTheLink(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	say(t, conn, bye(wire.ByeReplaced, 0))
	_ = conn.WriteClose(wire.ByeReplaced.Close(), nil)
	next(t, "the end", l.Done())
	if l.State() != Closed {
		t.Errorf("the state is %v", l.State())
	}
	got, ok := l.Bye()
	if !ok || got.Code != wire.ByeReplaced || got.Reason != "because" {
		t.Errorf("the goodbye is %+v, %v", got, ok)
	}
	if f, ok := l.Poll(); !ok || !bytes.Equal(f.Data, bye(wire.ByeReplaced, 0)) {
		t.Error("the goodbye cannot be polled")
	}
}

func TestACloseCodeAloneIsUnderstoodAsAGoodbye(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	_ = next(t, "a connection", s.conns).WriteClose(wire.ByeKicked.Close(), []byte("out"))
	next(t, "the end", l.Done())
	if got, ok := l.Bye(); !ok || got.Code != wire.ByeKicked {
		t.Errorf("the goodbye is %+v, %v", got, ok)
	}
}

func TestAByeThatAllowsItIsFollowedByAnotherConnection(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	say(t, conn, bye(wire.ByeDown, 20))
	_ = conn.WriteClose(wire.ByeDown.Close(), nil)
	next(t, "another connection", s.conns)
	until(t, "it is open again", func() bool { return l.State() == Open })
}

func TestWhoAskedForAnyRoomComesBackToTheOneTheyGot(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	l.SetURL(s.http.URL) // not the path of a room: the server refuses it
	_ = conn.NetConn().Close()
	until(t, "the new address was tried", func() bool { return l.Stats().Attempts >= 3 })
	if l.State() != Waiting || l.Err() == nil {
		t.Errorf("the state is %v, the error %v", l.State(), l.Err())
	}
	l.SetURL(s.url("red-fox"))
	next(t, "another connection", s.conns)
}

func TestFramesFromAFaultyConnectionAreForgotten(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	for i := range uint32(5) {
		say(t, conn, event(i))
	}
	until(t, "all have arrived", func() bool { return l.Stats().FramesDown == 5 })
	polled(t, l)
	l.Drop(errors.New("did not understand the first"))
	say(t, next(t, "another connection", s.conns), event(99))
	if got := polled(t, l); got != string(event(99)) {
		t.Errorf("after the drop came %x", got)
	}
}

func TestWithoutAConnectionNothingIsSentAndNothingWaits(t *testing.T) {
	l := Dial(Config{URL: "ws://" + closed(t) + "/ws/room/quick", Hello: []byte("hello")})
	until(t, "an attempt has failed", func() bool { return l.State() == Waiting })
	if l.Send([]byte("lost")) {
		t.Error("a frame was taken without a connection")
	}
	if l.Err() == nil {
		t.Error("nothing says why")
	}
	l.Close()
	next(t, "the link's end", l.Done())
	if l.State() != Closed {
		t.Errorf("the state is %v", l.State())
	}
}

func TestCloseSendsWhatWasGivenBefore(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	meet(t, l, next(t, "a connection", s.conns))
	next(t, "the hello", s.frames)
	for i := range 20 {
		l.Send([]byte{byte(i)})
	}
	l.Close()
	for i := range 20 {
		if got := next(t, "a frame", s.frames); got[0] != byte(i) {
			t.Fatalf("frame %d arrived as %x", i, got)
		}
	}
	var why *gws.CloseError
	if err := next(t, "the close", s.closes); !errors.As(err, &why) || why.Code != closeNormal {
		t.Errorf("the server saw it end by %v", err)
	}
}

func TestCloseInTheMiddleOfAnAttemptEndsIt(t *testing.T) {
	silent := listen(t) // accepts, and never answers
	l := Dial(Config{URL: "ws://" + silent + "/ws/room/quick"})
	l.Close()
	next(t, "the link's end", l.Done())
}

func TestAServerThatStopsReadingIsDroppedInsteadOfWaitedFor(t *testing.T) {
	s := serve(t)
	resume := make(chan struct{})
	s.pause = resume
	defer close(resume)
	l := s.dialed("hello")
	meet(t, l, next(t, "a connection", s.conns))
	frame := make([]byte, 16<<10)
	sent := 0
	until(t, "the network takes no more", func() bool {
		sent++ // one a millisecond: as long as the network takes them, nothing waits
		return !l.Send(frame)
	})
	if sent*len(frame) <= MaxUnsentBytes+len(frame) {
		t.Errorf("given up after %d frames already", sent)
	}
	until(t, "another connection is there", func() bool { return l.Stats().Connections >= 2 })
}

func TestCloseDoesNotWaitForAServerThatStoppedReading(t *testing.T) {
	s := serve(t)
	resume := make(chan struct{})
	s.pause = resume
	defer close(resume)
	l := Dial(Config{URL: s.url("quick"), Hello: []byte("hello")})
	meet(t, l, next(t, "a connection", s.conns))
	frame := make([]byte, 16<<10)
	for range 500 {
		l.Send(frame)
	}
	l.Close()
	next(t, "the link's end", l.Done())
}

func TestATextFrameEndsTheConnection(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	_ = next(t, "a connection", s.conns).WriteString("hello")
	next(t, "another connection", s.conns)
	if _, ok := l.Poll(); ok {
		t.Error("text was taken for a frame")
	}
}

func TestAHostileLengthEndsTheConnectionAlone(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	// A length with its highest bit set: gws takes it for a negative one, and panics.
	header := []byte{0x82, 127, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xf0}
	if _, err := conn.NetConn().Write(header); err != nil {
		t.Fatal(err)
	}
	say(t, next(t, "another connection", s.conns), event(1))
	if got := polled(t, l); got != string(event(1)) {
		t.Errorf("afterwards came %x", got)
	}
}

func TestALinkThatHearsNothingStartsAnew(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	meet(t, l, next(t, "a connection", s.conns))
	l.Send([]byte("anybody?"))
	l.mu.Lock()
	l.sentAt -= SilentAfter // as if that had been long ago
	l.mu.Unlock()
	until(t, "sending is refused", func() bool { return !l.Send([]byte("anybody?")) })
	next(t, "another connection", s.conns)
}

func TestALinkThatIsNeverGreetedStartsAnew(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	next(t, "a connection", s.conns)
	until(t, "it is open", func() bool { return l.State() == Open })
	l.mu.Lock()
	l.openedAt -= 2 * SilentAfter // as if that had been long ago
	l.mu.Unlock()
	l.Send([]byte("anybody?"))
	next(t, "another connection", s.conns)
}

func TestNothingIsSentOnAConnectionOfWhichNothingWasRead(t *testing.T) {
	s := serve(t)
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	meet(t, l, conn)
	next(t, "the hello", s.frames)
	say(t, conn, event(7)) // of the first connection, read during the second
	until(t, "it arrives", func() bool { return l.Stats().FramesDown == 2 })
	_ = conn.NetConn().Close()
	conn = next(t, "another connection", s.conns)
	until(t, "it is open again", func() bool { return l.State() == Open })
	next(t, "the hello", s.frames)
	if l.Send([]byte("too soon")) {
		t.Error("sent before anything was read")
	}
	say(t, conn, event(8))
	until(t, "it arrives", func() bool { return l.Stats().FramesDown == 3 })
	if got := polled(t, l); got != string(event(7)) || l.Send([]byte("too soon")) {
		t.Errorf("sent after reading %x of the connection before", got)
	}
	if got := polled(t, l); got != string(event(8)) || !l.Send([]byte("now")) {
		t.Errorf("refused after reading %x", got)
	}
	if got := next(t, "a frame", s.frames); string(got) != "now" {
		t.Errorf("the server got %q", got)
	}
}

func TestWhatWasSentLastArrivesThoughMuchWasNeverRead(t *testing.T) {
	s := serve(t)
	resume := make(chan struct{})
	s.pause = resume // the server is slow to read, and goes on talking
	l := s.dialed("hello")
	conn := next(t, "a connection", s.conns)
	meet(t, l, conn)
	l.Send([]byte("goodbye"))
	l.Close()
	until(t, "it is leaving", func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		return l.leaving
	})
	// From now on: a link that is not leaving drops a connection of which it reads nothing.
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for conn.WriteMessage(gws.OpcodeBinary, event(1)) == nil {
			select {
			case <-stop:
				return
			default:
			}
		}
	}()
	close(resume)
	next(t, "the hello", s.frames)
	if got := next(t, "the goodbye", s.frames); string(got) != "goodbye" {
		t.Errorf("the server got %q", got)
	}
	close(stop)
	<-stopped
}
