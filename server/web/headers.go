package web

import (
	"net/http"
	"regexp"
)

// Secure sets the headers that every answer of the server should carry: no
// inline script or style, nothing from elsewhere, not in anybody's frame.
func Secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentSecurityPolicy(r.Host, r.TLS != nil))
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		if r.TLS != nil {
			h.Set("Strict-Transport-Security", "max-age=63072000")
		}
		next.ServeHTTP(w, r)
	})
}

// contentSecurityPolicy names the host's sockets besides 'self', which older
// browsers take for http and https alone. Scripts from blobs are for the audio
// worklet; manifest-src is named because default-src would forbid it.
func contentSecurityPolicy(host string, tls bool) string {
	connect := "'self'"
	if plainHost.MatchString(host) {
		// Behind a proxy that ends TLS the server cannot tell which it is; on a
		// secure page browsers refuse ws: whatever this says.
		if !tls {
			connect += " ws://" + host
		}
		connect += " wss://" + host
	}
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob:; connect-src " + connect +
		"; img-src 'self' data:; style-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'"
}

// plainHost keeps whatever a client puts into its Host header from adding words
// to the policy. Addresses in brackets are no host to a policy, so they have to
// live with 'self'.
var plainHost = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:[0-9]{1,5})?$`)
