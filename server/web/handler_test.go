package web

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func TestEveryAnswerCarriesTheSecurityHeaders(t *testing.T) {
	s := open(t, Config{Mode: "off"})
	for _, path := range []string{"/", "/r/ABCD", "/d/2026-11-23", "/range", "/web/status", "/favicon.svg", "/manifest.webmanifest", "/nothing/here"} {
		h := get(t, s, path).Header
		for name, want := range map[string]string{
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
		wantContains(t, "the policy of "+path, h.Get("Content-Security-Policy"),
			"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval' blob:", "style-src 'self'",
			"connect-src 'self' ws://localhost:8080 wss://localhost:8080", "frame-ancestors 'none'", "base-uri 'none'")
	}
}

func TestAHostHeaderCannotAddWordsToThePolicy(t *testing.T) {
	for host, want := range map[string]string{
		"localhost:8080":           "connect-src 'self' ws://localhost:8080 wss://localhost:8080;",
		"play.example.com":         "connect-src 'self' ws://play.example.com wss://play.example.com;",
		"a; script-src *":          "connect-src 'self';",
		"a *":                      "connect-src 'self';",
		"*":                        "connect-src 'self';",
		"":                         "connect-src 'self';",
		"[::1]:8080":               "connect-src 'self';",
		"a:99999999":               "connect-src 'self';",
		"a\nSet-Cookie: x":         "connect-src 'self';",
		strings.Repeat("a.", 200):  "connect-src 'self';",
		"evil.com/path":            "connect-src 'self';",
		"user@evil.com":            "connect-src 'self';",
		"127.0.0.1:8080' 'unsafe-": "connect-src 'self';",
	} {
		if got := contentSecurityPolicy(host, false); !strings.Contains(got, want) {
			t.Errorf("host %q: %s", host, got)
		}
	}
	if got := contentSecurityPolicy("example.com", true); strings.Contains(got, "ws://") {
		t.Errorf("over TLS plain sockets are allowed: %s", got)
	}
}

func TestThePageIsFreshAndWhatItNamesIsImmutable(t *testing.T) {
	s := open(t, Config{Mode: "off"})
	res := get(t, s, "/r/ABCD")
	if got := res.Header.Get("Cache-Control"); got != "no-cache" {
		t.Errorf("the page's Cache-Control is %q", got)
	}
	page := string(body(t, res))
	names := regexp.MustCompile(`(?:src|href)="(/[^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(names) < 5 {
		t.Fatalf("the page names %d files", len(names))
	}
	for _, name := range names {
		res := get(t, s, name[1], "Accept-Encoding", "br")
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", name[1], res.StatusCode)
		}
		if strings.HasPrefix(name[1], "/web/") {
			if !regexp.MustCompile(`-[0-9a-f]{16}\.(js|css)$`).MatchString(name[1]) {
				t.Errorf("%s has no hash in its name", name[1])
			}
			wantContains(t, name[1], res.Header.Get("Cache-Control"), "immutable")
			wantContains(t, name[1], res.Header.Get("Content-Encoding"), "br")
		}
	}
}

func TestThePageHasNothingThatThePolicyForbids(t *testing.T) {
	s := open(t, Config{Mode: "off"})
	page := string(body(t, get(t, s, "/")))
	for _, bad := range []string{`<style`, ` style="`, ` onclick`, ` onload`, `javascript:`} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	for _, tag := range regexp.MustCompile(`<script[^>]*>`).FindAllString(page, -1) {
		if !strings.Contains(tag, " src=") {
			t.Errorf("inline script: %s", tag)
		}
	}
}

func TestWhatIsUnchangedIsNotSentAgain(t *testing.T) {
	s := open(t, Config{Mode: "off"})
	tag := get(t, s, "/", "Accept-Encoding", "br").Header.Get("ETag")
	for _, header := range []string{tag, "W/" + tag, `"x", ` + tag} {
		if res := get(t, s, "/", "If-None-Match", header); res.StatusCode != http.StatusNotModified {
			t.Errorf("If-None-Match: %s gives %d", header, res.StatusCode)
		}
	}
	if res := get(t, s, "/", "If-None-Match", `"other"`); res.StatusCode != http.StatusOK {
		t.Errorf("another tag gives %d", res.StatusCode)
	}
}

func TestNothingOutsideIsServed(t *testing.T) {
	s := open(t, Config{Mode: "off"})
	for _, path := range []string{
		"/web/..%2f..%2fgo.mod", "/web/%2e%2e%2findex.html", "/web/boot.js", "/web/index.html", "/index.html", "/page.go",
		"/web/bankshot-0000000000000000.wasm", "/web/", "/r/", "/r/A/B", "/etc/passwd",
	} {
		if res := get(t, s, path); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d", path, res.StatusCode)
		}
	}
	if res := get(t, s, "/web/../../go.mod"); res.StatusCode == http.StatusOK {
		t.Errorf("a path with dots: status %d", res.StatusCode)
	}
}

func TestHeadersAloneCanBeAskedForAndNothingCanBePosted(t *testing.T) {
	s := open(t, Config{Mode: "off"})
	res := do(t, s, http.MethodHead, "/favicon.svg")
	if res.StatusCode != http.StatusOK || len(body(t, res)) != 0 || res.Header.Get("Content-Length") == "" {
		t.Errorf("HEAD: status %d, length %q", res.StatusCode, res.Header.Get("Content-Length"))
	}
	if res := do(t, s, http.MethodPost, "/"); res.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d", res.StatusCode)
	}
}

func TestTheSmallestAllowedEncodingIsChosen(t *testing.T) {
	for accept, want := range map[string]string{
		"":                           "",
		"gzip, deflate, br":          "br",
		"gzip, deflate":              "gzip",
		"gzip;q=1.0, br;q=0":         "gzip",
		"BR":                         "br",
		"br ; q=0.1 , gzip;q=0.9":    "br",
		"*":                          "br",
		"br;q=0, *;q=0.5":            "gzip",
		"identity":                   "",
		"gzip;q=0, br;q=nonsense":    "",
		"*;q=0":                      "",
		"deflate, zstd, compress":    "",
		"gzip;level=9;q=0.3,deflate": "gzip",
	} {
		if got := negotiate(accept, true, true); got != want {
			t.Errorf("Accept-Encoding %q gives %q, want %q", accept, got, want)
		}
	}
	if got := negotiate("br, gzip", false, false); got != "" {
		t.Errorf("what has no encoding is sent as %q", got)
	}
}

func TestAServerWithoutTheClientSaysSo(t *testing.T) {
	s := open(t, Config{Mode: "off"})
	s.Run(t.Context())
	if st := s.Status(); st.State != StateUnavailable || len(st.Advice) == 0 {
		t.Errorf("status is %+v", st)
	}
	if _, err := Open(Config{Mode: "sometimes"}); err == nil || !strings.Contains(err.Error(), "auto or off") {
		t.Errorf("an unknown mode gives %v", err)
	}
}
