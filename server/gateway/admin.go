package gateway

import (
	"net/http"
	"net/http/pprof"
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
	return mux
}
