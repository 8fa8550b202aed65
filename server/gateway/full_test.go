package gateway

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// press has the gateway see so much pressure, so many times.
func (l *live) press(times int, p pressure) {
	l.gate.pressed.mu.Lock()
	defer l.gate.pressed.mu.Unlock()
	l.gate.pressed.now.looks(times, p)
	l.gate.pressed.was = p
}

// ready is what /readyz answers.
func (l *live) ready() (status int, text string) {
	l.tb.Helper()
	res, err := http.Get("http://" + l.addr + "/readyz")
	if err != nil {
		l.tb.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		l.tb.Fatal(err)
	}
	return res.StatusCode, string(body)
}

func TestAFullServerSendsNewcomersAwayAndKeepsThoseInside(t *testing.T) {
	l := goLive(t, setup{config: Config{Selective: true}})
	inside := l.dial(QuickCode)
	was := inside.join(wire.Token{})
	by := l.bystander(was.Room)
	by.isWell()
	if status, _ := l.ready(); status != http.StatusOK {
		t.Fatalf("readyz says %d before anything has happened", status)
	}

	l.press(looksFull, pressure{busy: 0.97, inside: 1000})
	if status, text := l.ready(); status != http.StatusServiceUnavailable || !strings.HasPrefix(text, "full: ") || !strings.Contains(text, "97 %") {
		t.Errorf("readyz says %d %q", status, text)
	}
	for _, code := range []string{QuickCode, was.Room, "BAKOTI"} {
		c := l.dial(code)
		c.send(hello(wire.Token{}))
		bye, close := c.ending()
		if bye.Code != wire.ByeBusy || bye.RetryMS != room.BusyRetryMS || close != wire.ByeBusy.Close() || bye.Reason != errBusy.Error() {
			t.Errorf("a newcomer to %s hears %+v, close %d", code, bye, close)
		}
	}
	by.isWell()

	// Who was inside comes back to the same seat, full or not.
	var held wire.Full
	if err := held.Decode(inside.want(wire.KindFull)); err != nil {
		t.Fatal(err)
	}
	inside.send(wire.AppendInput(nil, &wire.Input{First: held.Tick + 1, Echo: held.Tick})) // so that the token is known to have come
	inside.conn.Close()
	back := l.dial(was.Room)
	if w := back.join(was.Token); !w.Resumed || w.Seat != was.Seat {
		t.Errorf("the dropped player is back as %+v", w)
	}

	l.press(looksFree, pressure{busy: 0.3, inside: 500})
	if status, text := l.ready(); status != http.StatusOK {
		t.Errorf("readyz says %d %q when there is room again", status, text)
	}
	l.dial(QuickCode).join(wire.Token{})
	by.isWell()
}

func TestATokenOfNoSeatOpensNoFullServer(t *testing.T) {
	l := goLive(t, setup{config: Config{Selective: true}})
	was := l.dial(QuickCode).join(wire.Token{})
	l.press(looksFull, pressure{busy: 0.97, inside: 1000})
	made := was.Token
	made[0]++
	for range 3 {
		c := l.dial(was.Room)
		c.send(hello(made))
		if bye, close := c.ending(); bye.Code != wire.ByeBusy || bye.RetryMS != room.BusyRetryMS || close != wire.ByeBusy.Close() {
			t.Errorf("a newcomer with a made-up token hears %+v, close %d", bye, close)
		}
	}
	if w := l.dial(was.Room).join(was.Token); !w.Resumed || w.Seat != was.Seat {
		t.Errorf("whose token it is comes back as %+v", w)
	}
}

func TestAServerThatIsNotSelectiveLetsEverybodyIn(t *testing.T) {
	l := goLive(t, setup{})
	l.press(looksFull, pressure{busy: 1, inside: 1000})
	l.dial(QuickCode).join(wire.Token{})
	if status, text := l.ready(); status != http.StatusOK {
		t.Errorf("readyz says %d %q", status, text)
	}
}
