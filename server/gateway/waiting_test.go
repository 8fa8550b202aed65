package gateway

import (
	"bufio"
	"net"
	"net/http"
	"testing"

	"bankshot/game/wire"
)

func TestWhoWaitsLongestMakesRoomAndWhoIsAnsweredStays(t *testing.T) {
	w := newWaiting(3)
	conns := make([]net.Conn, 6)
	for i := range conns {
		conns[i], _ = net.Pipe()
		defer conns[i].Close()
	}
	want := func(conn net.Conn, state http.ConnState, cut net.Conn) {
		t.Helper()
		if got := w.note(conn, state); got != cut {
			t.Fatalf("%v cuts %p, want %p", state, got, cut)
		}
	}
	want(conns[0], http.StateNew, nil)
	want(conns[1], http.StateNew, nil)
	want(conns[0], http.StateActive, nil)
	want(conns[2], http.StateNew, nil)
	want(conns[3], http.StateNew, conns[1]) // 0 is being answered
	want(conns[1], http.StateClosed, nil)   // as its server says afterwards
	want(conns[0], http.StateIdle, nil)
	want(conns[2], http.StateHijacked, nil) // a WebSocket now, and the doorkeeper's
	want(conns[4], http.StateNew, nil)
	for _, c := range []net.Conn{conns[3], conns[0], conns[4]} {
		want(c, http.StateActive, nil)
	}
	want(conns[5], http.StateNew, conns[3]) // all are being answered, this one for longest
	for _, c := range conns {
		want(c, http.StateClosed, nil)
	}
	if len(w.all) != 0 || w.idle.Len() != 0 || w.busy.Len() != 0 {
		t.Errorf("%d connections are left in the books, %d idle, %d busy", len(w.all), w.idle.Len(), w.busy.Len())
	}
}

func TestDribblingConnectionsPushOutEachOtherAndNotAPlayer(t *testing.T) {
	l := goLive(t, setup{waiting: 8})
	player := l.dial(QuickCode)
	player.join(wire.Token{})
	dribblers := make([]net.Conn, 24)
	for i := range dribblers {
		dribblers[i] = l.connect()
		_, _ = dribblers[i].Write([]byte("GET /ws/room/quick HT"))
	}
	// Nothing but those that came after it ends the first one: the server is told to wait forever.
	if _, err := bufio.NewReader(dribblers[0]).ReadByte(); err == nil {
		t.Error("it was answered")
	}
	l.dial(QuickCode).join(wire.Token{})
	player.want(wire.KindDelta)
}
