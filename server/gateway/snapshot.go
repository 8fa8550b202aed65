package gateway

import (
	"maps"

	"github.com/prometheus/client_golang/prometheus"

	"bankshot/server/room"
)

// collector reads figures that others keep for themselves when somebody asks, so
// that playing costs nothing for them. What it reads stands in figures.go.
type collector struct {
	gate   *Gateway
	all    []figure
	curves []curve
}

// figure is a line of its own.
type figure struct {
	desc   *prometheus.Desc
	kind   prometheus.ValueType
	labels []string
	read   func(*sample) float64
}

// curve is a histogram that rooms keep.
type curve struct {
	desc  *prometheus.Desc
	scale room.Scale
	unit  float64 // how many of the scale's units are one of the metric's
	read  func(*room.Counters) *room.Tally
}

// sample is everything that is read at once.
type sample struct {
	traffic traffic
	sockets int
	full    bool
	pressed pressure
	rooms   []room.Info
	seats   room.Census
	room    room.Counters
}

// perSecond is how many of a Scale's nanoseconds are a second; each is for scales that count what they count.
const (
	perSecond = 1e9
	each      = 1
)

func newCollector(g *Gateway) *collector {
	c := &collector{gate: g}
	c.addServer()
	c.addSockets()
	c.addRooms()
	c.addSnapshots()
	c.addSeats()
	return c
}

// gauge adds a line that goes up and down.
func (c *collector) gauge(name, help string, read func(*sample) float64) {
	c.all = append(c.all, figure{prometheus.NewDesc(name, help, nil, nil), prometheus.GaugeValue, nil, read})
}

// counter adds a line that only goes up.
func (c *collector) counter(name, help string, read func(*sample) uint64) {
	c.all = append(c.all, figure{
		prometheus.NewDesc(name, help, nil, nil), prometheus.CounterValue, nil,
		func(s *sample) float64 { return float64(read(s)) },
	})
}

// lines are the values of a label and what to read for each.
type lines map[string]func(*sample) uint64

// byLabel adds a line for each value of a label.
func (c *collector) byLabel(kind prometheus.ValueType, name, help, label string, read lines) {
	desc := prometheus.NewDesc(name, help, []string{label}, nil)
	for value := range maps.Keys(read) {
		c.all = append(c.all, figure{desc, kind, []string{value}, func(s *sample) float64 { return float64(read[value](s)) }})
	}
}

// histogram adds one of the rooms' tallies.
func (c *collector) histogram(name, help string, scale room.Scale, unit float64, read func(*room.Counters) *room.Tally) {
	c.curves = append(c.curves, curve{prometheus.NewDesc(name, help, nil, nil), scale, unit, read})
}

// bounds are a scale's in another unit.
func bounds(scale room.Scale, unit float64) []float64 {
	b := make([]float64, len(scale))
	for i, v := range scale {
		b[i] = float64(v) / unit
	}
	return b
}

// Describe is prometheus.Collector's.
func (c *collector) Describe(ch chan<- *prometheus.Desc) {
	for _, f := range c.all {
		ch <- f.desc
	}
	for _, h := range c.curves {
		ch <- h.desc
	}
}

// Collect is prometheus.Collector's.
func (c *collector) Collect(ch chan<- prometheus.Metric) {
	var now sample
	now.traffic, now.sockets = c.gate.traffic()
	_, now.full = c.gate.full()
	_, now.pressed = c.gate.pressed.state()
	now.rooms, now.seats, now.room = c.gate.rooms.List(), c.gate.rooms.Census(), c.gate.rooms.Counters()
	for _, f := range c.all {
		ch <- prometheus.MustNewConstMetric(f.desc, f.kind, f.read(&now), f.labels...)
	}
	for _, h := range c.curves {
		ch <- h.metric(h.read(&now.room))
	}
}

// metric is a tally as Prometheus counts: each bucket holds those below it too.
func (h *curve) metric(t *room.Tally) prometheus.Metric {
	buckets := make(map[float64]uint64, len(h.scale))
	n := uint64(0)
	for i, bound := range bounds(h.scale, h.unit) {
		n += t.N[i]
		buckets[bound] = n
	}
	return prometheus.MustNewConstHistogram(h.desc, t.Count(), float64(t.Sum)/h.unit, buckets)
}
