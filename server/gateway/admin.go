package gateway

import (
	"net/http"
	"net/http/pprof"
)

// Admin answers on the admin address, which is never the public one:
//
//	/metrics        for Prometheus
//	/debug/pprof/   profiles
//
// It has a mux of its own; the default one must not become a way around.
func (g *Gateway) Admin() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", g.metrics.Handler())
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return mux
}
