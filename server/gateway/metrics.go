package gateway

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics are the server's, in a registry of their own. They are made before
// everything that reports to them.
type Metrics struct {
	registry *prometheus.Registry
	lateness prometheus.Histogram
	work     prometheus.Histogram
	accepted prometheus.Counter
	refused  *prometheus.CounterVec
	ended    *prometheus.CounterVec
	rejected *prometheus.CounterVec

	past traffic // of connections that are gone; under the gateway's lock
}

// NewMetrics starts at zero.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		lateness: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "bankshot_tick_lateness_seconds", Help: "By how much a room woke after its scheduled time, per wake-up.",
			Buckets: []float64{.0001, .0002, .0005, .001, .002, .005, .01, .02, .05, .1, .2, .5},
		}),
		work: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "bankshot_tick_duration_seconds", Help: "How long a wake-up of a room took: its ticks, the snapshot and sending it.",
			Buckets: []float64{.00002, .00005, .0001, .0002, .0005, .001, .002, .005, .01, .02, .05},
		}),
		accepted: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "bankshot_connections_accepted_total", Help: "WebSocket connections that shook hands.",
		}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "bankshot_connections_refused_total", Help: "WebSocket requests that were refused.",
		}, []string{"reason"}),
		ended: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "bankshot_connections_ended_total", Help: "Connections that are gone.",
		}, []string{"reason"}),
		rejected: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "bankshot_frames_rejected_total", Help: "Frames that nobody understands; each one ended its connection.",
		}, []string{"reason"}),
	}
	m.registry.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		m.lateness, m.work, m.accepted, m.refused, m.ended, m.rejected,
	)
	return m
}

// Observe takes what a room did at one wake-up; see room.Config.Observe.
func (m *Metrics) Observe(late, took time.Duration) {
	m.lateness.Observe(late.Seconds())
	m.work.Observe(took.Seconds())
}

// watch adds what is read from the gateway and its rooms when somebody asks.
func (m *Metrics) watch(g *Gateway) { m.registry.MustRegister(newSnapshot(g)) }

// Handler answers in Prometheus' text format.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
