package gateway

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestTheAdminAddressAnswersOverLoopbackOnlyToItsOwnName(t *testing.T) {
	l := goLive(t, setup{})
	for _, c := range []struct {
		local, host string
		status      int
	}{
		{"127.0.0.1", "localhost:8081", http.StatusOK},
		{"127.0.0.1", "127.0.0.1:8081", http.StatusOK},
		{"127.0.0.1", "10.0.0.7:8081", http.StatusOK},
		{"::1", "[::1]:8081", http.StatusOK},
		{"::1", "LOCALHOST", http.StatusOK},
		{"127.0.0.1", "evil.example:8081", http.StatusForbidden},
		{"127.0.0.1", "127.0.0.1.evil.example", http.StatusForbidden},
		{"::1", "", http.StatusForbidden},
		{"192.0.2.1", "bankshot.internal:8081", http.StatusOK}, // where operators have put it themselves
	} {
		r := httptest.NewRequest(http.MethodGet, "/livez", nil)
		r.Host = c.host
		r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, net.Addr(&net.TCPAddr{IP: net.ParseIP(c.local)})))
		w := httptest.NewRecorder()
		l.gate.Admin().ServeHTTP(w, r)
		if w.Code != c.status {
			t.Errorf("over %s to %q: %d, want %d", c.local, c.host, w.Code, c.status)
		}
	}
}
