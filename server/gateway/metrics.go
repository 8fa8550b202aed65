package gateway

import (
	"net/http"
	"regexp"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// runtimeMetrics are those of Go's own that say why a tick may be late: goroutines that waited for a processor, and
// pauses of the garbage collector.
var runtimeMetrics = regexp.MustCompile(`^/sched/(latencies:seconds|pauses/total/gc:seconds)$`)

// Metrics are the server's, in a registry of their own. They are made before
// everything that reports to them. What rooms and connections do is counted by
// them, without a lock between them, and read when somebody asks; see collector.
type Metrics struct {
	registry *prometheus.Registry
	control  prometheus.Histogram
	quiet    prometheus.Counter
	traces   *prometheus.CounterVec
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
		control: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name:    "bankshot_control_lateness_seconds",
			Help:    "By how much a goroutine that does nothing woke after its scheduled time, as often as one room: what the machine itself is late by.",
			Buckets: bounds(room.LatenessScale, perSecond),
		}),
		quiet: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "bankshot_log_lines_suppressed_total", Help: "Log lines left out because their place in the program had too much to say.",
		}),
		traces: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "bankshot_overrun_traces_total", Help: "Traces of overruns, by what became of them; all 0 with -trace-overruns off.",
		}, []string{"result"}),
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
	m.begin()
	m.registry.MustRegister(
		collectors.NewGoCollector(collectors.WithGoCollectorRuntimeMetrics(collectors.GoRuntimeMetricsRule{Matcher: runtimeMetrics})),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		m.control, m.quiet, m.traces, m.accepted, m.refused, m.ended, m.rejected,
	)
	return m
}

// begin has the lines that are to be expected stand at 0 from the first scrape on: a rate of what appears out of nothing
// misses its first time, which may be the only one.
func (m *Metrics) begin() {
	for _, word := range []string{"written", "failed", "skipped"} {
		m.traces.WithLabelValues(word)
	}
	for _, word := range []string{"origin", "mode", "draining", "full", "address", "handshake"} {
		m.refused.WithLabelValues(word)
	}
	for _, why := range []*ending{
		endLeft, endLost, endSlow, endFrames, endText, endQuiet, endPanic, endBusy, endGoingDown, faultOpcode.why,
		endMalformed(wire.ErrType), endRefused(room.ErrFull),
	} {
		m.ended.WithLabelValues(why.label)
	}
	for _, code := range []wire.ByeCode{wire.ByeFlood, wire.ByeClosed, wire.ByeReplaced, wire.ByeDown, wire.ByeIdle, wire.ByeBroken, wire.ByeSilent, wire.ByeLeft} {
		m.ended.WithLabelValues(endRoom(code, "").label)
	}
	for _, err := range []error{
		errHelloFirst, errHelloTwice,
		wire.ErrEmpty, wire.ErrFrameSize, wire.ErrArrays, wire.ErrDepth, wire.ErrElements, wire.ErrTruncated, wire.ErrNotArray,
		wire.ErrNumber, wire.ErrMap, wire.ErrExt, wire.ErrReserved, wire.ErrUnknown, wire.ErrFields, wire.ErrType, wire.ErrRange,
		wire.ErrLength, wire.ErrUTF8,
	} {
		m.rejected.WithLabelValues(fault(err))
	}
	for _, v := range []*verdict{faultOpcode, faultText, faultSize} {
		m.rejected.WithLabelValues(v.label)
	}
}

// Control takes by how much the idle control was late.
func (m *Metrics) Control(late time.Duration) { m.control.Observe(max(0, late).Seconds()) }

// Suppressed counts log lines that were left out.
func (m *Metrics) Suppressed(n int) { m.quiet.Add(float64(n)) }

// Trace counts what became of the trace of an overrun: written, failed, or skipped because another was written not long
// before.
func (m *Metrics) Trace(result string) { m.traces.WithLabelValues(result).Inc() }

// Count adds a counter that somebody else keeps, and that is read when somebody asks. reason is its label of that name,
// empty for none.
func (m *Metrics) Count(name, help, reason string, read func() uint64) {
	opts := prometheus.CounterOpts{Name: name, Help: help}
	if reason != "" {
		opts.ConstLabels = prometheus.Labels{"reason": reason}
	}
	m.registry.MustRegister(prometheus.NewCounterFunc(opts, func() float64 { return float64(read()) }))
}

// watch adds what is read from the gateway and its rooms when somebody asks.
func (m *Metrics) watch(g *Gateway) { m.registry.MustRegister(newCollector(g)) }

// Handler answers in Prometheus' text format.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
