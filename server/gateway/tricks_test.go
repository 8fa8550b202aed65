package gateway

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"
)

func TestAnAddressPostsOnlySoManyTries(t *testing.T) {
	d := newDoorkeeper(DefaultPerAddress, 10)
	now := time.Unix(1000, 0)
	here, there := netip.MustParseAddr("192.0.2.1"), netip.MustParseAddr("192.0.2.2")
	for n := range postBurst {
		if !d.mayPost(here, now) {
			t.Fatalf("try %d is refused", n)
		}
	}
	if d.mayPost(here, now) {
		t.Fatal("there is no end of them")
	}
	if !d.mayPost(there, now) {
		t.Fatal("somebody else has to wait for it")
	}
	if !d.mayPost(here, now.Add(postEvery)) {
		t.Fatal("waiting helps nobody")
	}
	for range 2 * postBurst {
		if !d.mayPost(netip.MustParseAddr("127.0.0.1"), now) {
			t.Fatal("loopback is exempt")
		}
	}
}

func TestWhoPostsTooOftenIsToldToWait(t *testing.T) {
	served := 0
	l := goLive(t, setup{config: Config{
		Trusted: prefixes("127.0.0.0/8"),
		Tricks:  http.HandlerFunc(func(http.ResponseWriter, *http.Request) { served++ }),
	}})
	ask := func(method string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, "/api/v1/tricks/today", nil)
		r.RemoteAddr = "192.0.2.1:4000"
		w := httptest.NewRecorder()
		l.gate.Handler().ServeHTTP(w, r)
		return w
	}
	for range postBurst {
		ask("POST")
	}
	if w := ask("POST"); w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || served != postBurst {
		t.Fatalf("%d %s, %d were served", w.Code, w.Body, served)
	}
	for range fetchBurst {
		if w := ask("GET"); w.Code != http.StatusOK || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Fatalf("reading is refused for what was posted: %d", w.Code)
		}
	}
	if w := ask("GET"); w.Code != http.StatusTooManyRequests || !json.Valid(w.Body.Bytes()) {
		t.Fatalf("there is no end of reading: %d %s", w.Code, w.Body)
	}
}
