package gateway

import (
	"net"
	"net/http"
	"net/http/pprof"
	"net/netip"
	"strings"
)

// Admin answers on the admin address, which is never the public one:
//
//	/metrics        for Prometheus
//	/healthz        Detail as JSON
//	/livez, /readyz as on the public one, for probes that see only this one
//	/debug/pprof/   profiles
//
// It has a mux of its own; the default one must not become a way around.
func (g *Gateway) Admin() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", g.metrics.Handler())
	mux.Handle("GET /healthz", plain(g.serveDetail))
	mux.Handle("GET /livez", plain(g.serveLive))
	mux.Handle("GET /readyz", plain(g.serveReady))
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return ownHost(mux)
}

// ownHost answers what comes over loopback only if it was meant for this machine: a page whose name's owner has it lead here
// (DNS rebinding) would otherwise read everything that the operator's browser may.
func ownHost(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		local, _ := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
		if local != nil && local.IP.IsLoopback() && !isOurs(r.Host) {
			http.Error(w, "over loopback this address is called localhost, or by its number", http.StatusForbidden)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// isOurs says whether a Host is localhost or a number, which no name's owner can have lead elsewhere.
func isOurs(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	_, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil || strings.EqualFold(host, "localhost")
}
