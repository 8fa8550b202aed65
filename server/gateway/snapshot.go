package gateway

import (
	"github.com/prometheus/client_golang/prometheus"

	"bankshot/server/room"
)

// snapshot is a collector: figures that others keep for themselves, read when
// somebody asks, so that playing costs nothing for them.
type snapshot struct {
	gate *Gateway
	all  []figure
}

// figure is one line of the table below.
type figure struct {
	desc *prometheus.Desc
	kind prometheus.ValueType
	// labels has a value for the label reason, where there is one.
	labels []string
	read   func(*sample) float64
}

// sample is everything that is read at once.
type sample struct {
	traffic traffic
	sockets int
	rooms   []room.Info
	room    room.Counters
}

func newSnapshot(g *Gateway) *snapshot {
	s := &snapshot{gate: g}
	gauge := func(name, help string, read func(*sample) float64) {
		s.all = append(s.all, figure{prometheus.NewDesc(name, help, nil, nil), prometheus.GaugeValue, nil, read})
	}
	counter := func(name, help string, read func(*sample) uint64) {
		s.all = append(s.all, figure{
			prometheus.NewDesc(name, help, nil, nil), prometheus.CounterValue, nil,
			func(s *sample) float64 { return float64(read(s)) },
		})
	}
	version, goVersion := buildVersion()
	s.all = append(s.all, figure{
		prometheus.NewDesc("bankshot_build_info", "What is running.", []string{"version", "go"}, nil), prometheus.GaugeValue,
		[]string{version, goVersion},
		func(*sample) float64 { return 1 },
	})

	gauge("bankshot_connections", "WebSocket connections.", func(s *sample) float64 { return float64(s.sockets) })
	gauge("bankshot_send_queue_bytes", "Bytes that wait for slow readers.", func(s *sample) float64 { return float64(s.traffic.held) })
	counter("bankshot_received_frames_total", "Frames from clients, pings included.", func(s *sample) uint64 { return s.traffic.framesUp })
	counter("bankshot_received_bytes_total", "Bytes from clients, WebSocket headers included.", func(s *sample) uint64 { return s.traffic.bytesUp })
	counter("bankshot_sent_frames_total", "Frames for clients, pongs included.", func(s *sample) uint64 { return s.traffic.framesDown })
	counter("bankshot_sent_bytes_total", "Bytes for clients, WebSocket headers included.", func(s *sample) uint64 { return s.traffic.bytesDown })

	gauge("bankshot_rooms", "Rooms, sleeping ones included.", func(s *sample) float64 { return float64(len(s.rooms)) })
	gauge("bankshot_rooms_awake", "Rooms that step.", func(s *sample) float64 {
		return sumOf(s.rooms, func(i room.Info) bool { return !i.Asleep }, func(room.Info) int { return 1 })
	})
	gauge("bankshot_players", "People who play, dropped ones whose seat is kept included.", func(s *sample) float64 {
		return sumOf(s.rooms, nil, func(i room.Info) int { return i.People })
	})
	gauge("bankshot_watchers", "People who watch.", func(s *sample) float64 {
		return sumOf(s.rooms, nil, func(i room.Info) int { return i.Watching })
	})
	counter("bankshot_ticks_total", "Ticks stepped.", func(s *sample) uint64 { return s.room.Ticks })
	counter("bankshot_ticks_dropped_total", "Ticks that fell out after a stall.", func(s *sample) uint64 { return s.room.DroppedTicks })
	counter("bankshot_snapshots_sent_total", "Snapshots sent.", func(s *sample) uint64 { return s.room.Frames })
	counter("bankshot_snapshots_full_total", "Full ones among them.", func(s *sample) uint64 { return s.room.Fulls })
	counter("bankshot_snapshots_skipped_total", "Snapshots not sent to who does not echo.", func(s *sample) uint64 { return s.room.Skips })
	counter("bankshot_snapshots_oversized_total", "Deltas too large to be sent.", func(s *sample) uint64 { return s.room.Oversized })
	counter("bankshot_snapshots_catch_up_total", "Snapshots that made up for skipped ones.", func(s *sample) uint64 { return s.room.CatchUps })
	counter("bankshot_desyncs_total", "Clients whose state had another hash; the goal is 0.", func(s *sample) uint64 { return s.room.Desyncs })
	counter("bankshot_keyframe_requests_total", "Full snapshots asked for.", func(s *sample) uint64 { return s.room.KeyframeRequests })
	counter("bankshot_joins_total", "Seats taken anew.", func(s *sample) uint64 { return s.room.Joins })
	counter("bankshot_seats_dropped_total", "Seats whose connection was lost.", func(s *sample) uint64 { return s.room.Drops })
	counter("bankshot_seats_expired_total", "Dropped seats that nobody came back to.", func(s *sample) uint64 { return s.room.Expired })
	counter("bankshot_commands_total", "Commands that reached a world.", func(s *sample) uint64 { return s.room.Commands })
	counter("bankshot_commands_refused_total", "Commands refused.", func(s *sample) uint64 { return s.room.CommandsRefused })
	counter("bankshot_posts_dropped_total", "Messages beyond what a connection may leave in an interval.", func(s *sample) uint64 { return s.room.PostsDropped })
	counter("bankshot_events_missed_total", "Events that could not be told to a seat any more.", func(s *sample) uint64 { return s.room.EventsMissed })
	counter("bankshot_room_panics_total", "Worlds that panicked.", func(s *sample) uint64 { return s.room.Panics })

	inputs := prometheus.NewDesc("bankshot_inputs_total", "Ticks of input, by what became of them.", []string{"result"}, nil)
	for result, read := range map[string]func(*room.Counters) uint64{
		"accepted":  func(c *room.Counters) uint64 { return c.InputsAccepted },
		"late":      func(c *room.Counters) uint64 { return c.InputsLate },
		"too_late":  func(c *room.Counters) uint64 { return c.InputsTooLate },
		"too_early": func(c *room.Counters) uint64 { return c.InputsTooEarly },
		"surplus":   func(c *room.Counters) uint64 { return c.InputsSurplus },
		"idle":      func(c *room.Counters) uint64 { return c.InputsIdle },
	} {
		s.all = append(s.all, figure{inputs, prometheus.CounterValue, []string{result}, func(s *sample) float64 { return float64(read(&s.room)) }})
	}
	resumes := prometheus.NewDesc("bankshot_resumes_total", "Hellos with a token: resumed is back in its seat, unknown names a seat that is gone.", []string{"result"}, nil)
	for result, read := range map[string]func(*room.Counters) uint64{
		"resumed": func(c *room.Counters) uint64 { return c.Resumes },
		"unknown": func(c *room.Counters) uint64 { return c.ResumesUnknown },
	} {
		s.all = append(s.all, figure{resumes, prometheus.CounterValue, []string{result}, func(s *sample) float64 { return float64(read(&s.room)) }})
	}
	return s
}

func sumOf(rooms []room.Info, which func(room.Info) bool, what func(room.Info) int) float64 {
	n := 0
	for _, r := range rooms {
		if which == nil || which(r) {
			n += what(r)
		}
	}
	return float64(n)
}

// Describe is prometheus.Collector's.
func (s *snapshot) Describe(ch chan<- *prometheus.Desc) {
	for _, f := range s.all {
		ch <- f.desc
	}
}

// Collect is prometheus.Collector's.
func (s *snapshot) Collect(ch chan<- prometheus.Metric) {
	var now sample
	now.traffic, now.sockets = s.gate.traffic()
	now.rooms, now.room = s.gate.rooms.List(), s.gate.rooms.Counters()
	for _, f := range s.all {
		ch <- prometheus.MustNewConstMetric(f.desc, f.kind, f.read(&now), f.labels...)
	}
}
