package gateway

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bankshot/server/room"
)

// still is a gateway without a network, for fake time.
func still(t *testing.T) *Gateway {
	t.Helper()
	rooms, err := room.NewRooms(room.Config{Random: rand.Reader}, func(_, _ string) room.World { return nil })
	if err != nil {
		t.Fatal(err)
	}
	g, err := New(Config{Rooms: rooms, Metrics: NewMetrics(), MaxSockets: 1})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// ask is a request by path, as it stands in the description of a handler.
func ask(h http.Handler, path string) (status int, body string) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(context.Background(), http.MethodGet, path, nil))
	return w.Code, w.Body.String()
}

func scraped(g *Gateway, line string) bool {
	_, body := ask(g.Admin(), "/metrics")
	return strings.Contains(body, "\n"+line+"\n")
}

func TestTheControlWakesAsOftenAsARoomAndNotesHowLateItWas(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := still(t)
		ctx, stop := context.WithCancel(t.Context())
		go g.Watch(ctx)
		time.Sleep(time.Minute)
		synctest.Wait()
		stop()
		synctest.Wait()
		if line := "bankshot_control_lateness_seconds_count 1800"; !scraped(g, line) {
			t.Errorf("no line %q after a minute", line)
		}
		// In fake time nothing is late.
		if line := `bankshot_control_lateness_seconds_bucket{le="5e-05"} 1800`; !scraped(g, line) {
			t.Errorf("no line %q", line)
		}
	})
}

func TestLivezSaysNoTwoSecondsAfterTheWatchdogStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := still(t)
		for _, want := range []int{http.StatusOK, http.StatusServiceUnavailable} { // at the start, and two seconds later
			for name, h := range map[string]http.Handler{"public": g.Handler(), "admin": g.Admin()} {
				if status, _ := ask(h, "/livez"); status != want {
					t.Errorf("%s: %d, want %d where the watchdog never ran", name, status, want)
				}
			}
			time.Sleep(aliveLimit)
		}
		ctx, stop := context.WithCancel(t.Context())
		go g.Watch(ctx)
		synctest.Wait()
		live := func(after time.Duration, want int, health string) {
			t.Helper()
			time.Sleep(after)
			if status, _ := ask(g.Handler(), "/livez"); status != want {
				t.Errorf("livez answers %d, want %d", status, want)
			}
			if status, body := ask(g.Handler(), "/healthz"); status != 200 || !strings.Contains(body, fmt.Sprintf("%q", health)) {
				t.Errorf("healthz answers %d %s, want %s", status, body, health)
			}
		}
		live(0, 200, "ok")
		live(time.Hour, 200, "ok")
		g.Drain() // who says goodbye is not stuck
		live(0, 200, "draining")
		stop()
		synctest.Wait()
		live(1900*time.Millisecond, 200, "draining")
		live(200*time.Millisecond, 503, "draining")
	})
}

func TestOperatorsAreToldMoreThanThePublic(t *testing.T) {
	g := still(t)
	for _, word := range []string{"connections", "players", "tick_overruns", "room_panics"} {
		if status, body := ask(g.Admin(), "/healthz"); status != 200 || !strings.Contains(body, `"`+word+`"`) {
			t.Errorf("the operators' healthz lacks %s: %d %s", word, status, body)
		}
		if _, body := ask(g.Handler(), "/healthz"); strings.Contains(body, word) {
			t.Errorf("the public healthz tells %s", word)
		}
	}
	for _, path := range []string{"/metrics", "/debug/pprof/", "/debug/pprof/heap"} {
		if status, _ := ask(g.Handler(), path); status != http.StatusNotFound {
			t.Errorf("the public address answers %s with %d", path, status)
		}
		if status, body := ask(g.Admin(), path); status != 200 || len(bytes.TrimSpace([]byte(body))) == 0 {
			t.Errorf("the operators' address answers %s with %d", path, status)
		}
	}
}
