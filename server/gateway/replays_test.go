package gateway

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestWhoFetchesRecordingsTooOftenIsToldToWait(t *testing.T) {
	served := 0
	l := goLive(t, setup{config: Config{
		Replays: http.HandlerFunc(func(http.ResponseWriter, *http.Request) { served++ }),
	}})
	ask := func(from string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "/api/v1/replays/2026-11-23/BAKOTI-1", nil)
		r.RemoteAddr = from
		w := httptest.NewRecorder()
		l.gate.Handler().ServeHTTP(w, r)
		return w
	}
	for range fetchBurst {
		ask("192.0.2.1:4000")
	}
	if w := ask("192.0.2.1:4001"); w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || served != fetchBurst {
		t.Fatalf("%d %s, %d were served", w.Code, w.Body, served)
	}
	if w := ask("192.0.2.2:4000"); w.Code != http.StatusOK || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Fatalf("somebody else has to wait for it: %d", w.Code)
	}
	for range 2 * fetchBurst {
		if w := ask("127.0.0.1:4000"); w.Code != http.StatusOK {
			t.Fatal("loopback is exempt")
		}
	}
}

func TestWithoutRecordingsThereIsNothing(t *testing.T) {
	l := goLive(t, setup{})
	w := httptest.NewRecorder()
	l.gate.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/api/v1/replays/2026-11-23/BAKOTI-1", nil))
	if w.Code != http.StatusNotFound {
		t.Fatal(w.Code)
	}
}
