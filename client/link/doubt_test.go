//go:build !js

package link

import (
	"bufio"
	"context"
	"errors"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/lxzan/gws"
)

// wires are connections in memory, for fake time. Those made while live is false fail.
type wires struct {
	live  bool
	made  int
	conns []*gws.Conn
}

func (w *wires) dial(context.Context, string, string) (net.Conn, error) {
	w.made++
	if !w.live {
		return nil, errors.New("no network")
	}
	here, there := net.Pipe()
	go func() {
		buf := bufio.NewReader(there)
		r, err := http.ReadRequest(buf)
		if err != nil {
			return
		}
		c, err := gws.NewUpgrader(gws.BuiltinEventHandler{}, &gws.ServerOption{}).UpgradeFromConn(there, buf, r)
		if err != nil {
			return
		}
		w.conns = append(w.conns, c)
		c.ReadLoop()
	}()
	return here, nil
}

// linked tells a story of a link over wires in fake time.
func linked(t *testing.T, story func(t *testing.T, w *wires, l *Link)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := &wires{}
		l := DialOver(Config{URL: "ws://nowhere:1/ws/room/quick", Hello: []byte("hello")}, w.dial)
		synctest.Wait() // the first attempt has failed
		story(t, w, l)
		l.Close()
		<-l.Done()
		synctest.Wait()
		for _, c := range w.conns {
			_ = c.NetConn().Close()
		}
	})
}

// play lets time pass in frames of a screen, each of which sends; talks says whether the server speaks.
func (w *wires) play(t *testing.T, l *Link, d time.Duration, talks bool) {
	t.Helper()
	for end := l.Now() + d; l.Now() < end; time.Sleep(time.Second / 60) {
		if talks {
			say(t, w.conns[len(w.conns)-1], event(1))
			synctest.Wait()
		}
		for _, ok := l.Poll(); ok; _, ok = l.Poll() {
		}
		l.Send([]byte{1})
	}
}

func TestWhoseNetworkIsBackTriesAtOnce(t *testing.T) {
	linked(t, func(t *testing.T, w *wires, l *Link) {
		time.Sleep(time.Minute)
		synctest.Wait()
		before := w.made
		w.live = true
		l.Doubt()
		synctest.Wait()
		if w.made != before+1 || l.State() != Open {
			t.Errorf("%d attempts at once; the link is %v", w.made-before, l.State())
		}
	})
}

func TestADeadConnectionIsGivenUpSoonOnceItIsDoubted(t *testing.T) {
	linked(t, func(t *testing.T, w *wires, l *Link) {
		w.live = true
		l.Doubt()
		synctest.Wait()
		w.play(t, l, 5*time.Second, true)
		w.play(t, l, SilentAfter/2, false)
		if n := l.Stats().Connections; n != 1 {
			t.Fatalf("%d connections before anybody doubted", n)
		}
		l.Doubt()
		w.play(t, l, DoubtFor+time.Second/10, false)
		synctest.Wait()
		if n := l.Stats().Connections; n != 2 || l.State() != Open {
			t.Errorf("after the doubt: %d connections, the link is %v", n, l.State())
		}
	})
}

func TestALiveConnectionOutlivesEveryDoubt(t *testing.T) {
	linked(t, func(t *testing.T, w *wires, l *Link) {
		w.live = true
		l.Doubt()
		synctest.Wait()
		for range 20 {
			w.play(t, l, 300*time.Millisecond, true)
			l.Doubt()
		}
		time.Sleep(time.Hour) // asleep, and the connection with it
		l.Doubt()
		w.play(t, l, 3*time.Second, true)
		if n := l.Stats().Connections; n != 1 {
			t.Errorf("%d connections", n)
		}
	})
}

// TestWhatWaitedHereProvesNothing has the frames read that came before the sleep, and nothing after.
func TestWhatWaitedHereProvesNothing(t *testing.T) {
	linked(t, func(t *testing.T, w *wires, l *Link) {
		w.live = true
		l.Doubt()
		synctest.Wait()
		w.play(t, l, time.Second, true)
		l.Doubt()
		w.play(t, l, DoubtFor/8, true)
		w.play(t, l, DoubtFor, false)
		synctest.Wait()
		if n := l.Stats().Connections; n != 2 {
			t.Errorf("%d connections", n)
		}
	})
}
