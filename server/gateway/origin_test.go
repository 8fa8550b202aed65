package gateway

import (
	"net/http"
	"testing"
)

func TestOnlyOurOwnPagesAndThoseNamedMayOpenSockets(t *testing.T) {
	allowed := []string{"https://friends.example"}
	for _, c := range []struct {
		name   string
		host   string
		origin []string
		want   bool
	}{
		{"a program that is no browser", "play.example", nil, true},
		{"our own page", "play.example", []string{"https://play.example"}, true},
		{"our own page with a port", "localhost:8080", []string{"http://localhost:8080"}, true},
		{"a page that was named", "play.example", []string{"https://friends.example"}, true},
		{"the same host on another port", "localhost:8080", []string{"http://localhost:9090"}, false},
		{"another host", "play.example", []string{"https://evil.example"}, false},
		{"a host that begins like ours", "play.example", []string{"https://play.example.evil.test"}, false},
		{"a host that ends like one named", "play.example", []string{"https://evilfriends.example"}, false},
		{"the named host without encryption", "play.example", []string{"http://friends.example"}, false},
		{"a sandboxed page", "play.example", []string{"null"}, false},
		{"an empty origin", "play.example", []string{""}, false},
		{"two origins", "play.example", []string{"https://play.example", "https://evil.example"}, false},
		{"no scheme of the web", "play.example", []string{"file://play.example"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &http.Request{Host: c.host, Header: http.Header{}}
			if c.origin != nil {
				r.Header["Origin"] = c.origin
			}
			if got := originAllowed(r, allowed); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestAnAllowedOriginIsSchemeAndHost(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example":      "https://a.example",
		"https://A.Example/":     "https://a.example",
		"http://localhost:3000":  "http://localhost:3000",
		"a.example":              "",
		"https://a.example/page": "",
		"ws://a.example":         "",
		"*":                      "",
		"https://u@a.example":    "",
	} {
		got, ok := CheckOrigin(in)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", in, got, ok)
		}
	}
}
