package gateway

import (
	"github.com/prometheus/client_golang/prometheus"

	"bankshot/server/room"
)

// The metrics that are read when somebody asks. A label has few values, and none
// that names a player, a room or an address: each value is a line for ever.

func (c *collector) addServer() {
	version, goVersion := buildVersion()
	c.all = append(c.all, figure{
		prometheus.NewDesc("bankshot_build_info", "What is running.", []string{"version", "go"}, nil), prometheus.GaugeValue,
		[]string{version, goVersion},
		func(*sample) float64 { return 1 },
	})
}

func (c *collector) addSockets() {
	c.gauge("bankshot_connections", "WebSocket connections.", func(s *sample) float64 { return float64(s.sockets) })
	c.counter("bankshot_received_frames_total", "Frames from clients, pings included.", func(s *sample) uint64 { return s.traffic.framesUp })
	c.counter("bankshot_received_bytes_total", "Bytes from clients, WebSocket headers included.", func(s *sample) uint64 { return s.traffic.bytesUp })
	c.counter("bankshot_sent_frames_total", "Frames for clients, pongs included.", func(s *sample) uint64 { return s.traffic.framesDown })
	c.counter("bankshot_sent_bytes_total", "Bytes for clients, WebSocket headers included.", func(s *sample) uint64 { return s.traffic.bytesDown })
	c.gauge("bankshot_send_queue_bytes", "Bytes that wait because the kernel took no more.", func(s *sample) float64 { return float64(s.traffic.held) })
	c.gauge("bankshot_send_queue_max_bytes", "Bytes that wait for the connection with the most of them.", func(s *sample) float64 { return float64(s.traffic.most) })
	c.gauge("bankshot_send_queue_connections", "Connections for which bytes wait.", func(s *sample) float64 { return float64(s.traffic.waiting) })
	c.gauge("bankshot_admitting", "1 while newcomers are let in, 0 while those inside take all that the machine has.", func(s *sample) float64 {
		if s.full {
			return 0
		}
		return 1
	})
	c.gauge("bankshot_processor_ratio", "Share of all processors that the process used, over the last second.", func(s *sample) float64 { return s.pressed.busy })
	c.byLabel(prometheus.CounterValue, "bankshot_send_queue_dropped_frames_total",
		"Frames that waited and were never sent: slow because too many did, lost because the connection broke.", "reason", lines{
			"slow": func(s *sample) uint64 { return s.traffic.droppedSlow },
			"lost": func(s *sample) uint64 { return s.traffic.droppedLost },
		})
}

func (c *collector) addRooms() {
	c.gauge("bankshot_rooms", "Rooms, sleeping ones included.", func(s *sample) float64 { return float64(len(s.rooms)) })
	c.gauge("bankshot_rooms_awake", "Rooms that step.", func(s *sample) float64 {
		awake := 0
		for _, r := range s.rooms {
			if !r.Asleep {
				awake++
			}
		}
		return float64(awake)
	})
	c.gauge("bankshot_places", "Players that the open rooms have room for, the seated ones included.", func(s *sample) float64 {
		places := 0
		for _, r := range s.rooms {
			places += r.Places
		}
		return float64(places)
	})
	c.histogram("bankshot_tick_lateness_seconds", "By how much a room woke after its scheduled time, for each wake-up.",
		room.LatenessScale, perSecond, func(c *room.Counters) *room.Tally { return &c.Lateness })
	c.histogram("bankshot_tick_duration_seconds", "How long a room's wake-up took: an interval's ticks, its snapshot and sending it.",
		room.DurationScale, perSecond, func(c *room.Counters) *room.Tally { return &c.Duration })
	c.counter("bankshot_ticks_total", "Ticks stepped.", func(s *sample) uint64 { return s.room.Ticks })
	c.counter("bankshot_ticks_dropped_total", "Ticks that fell out after a stall.", func(s *sample) uint64 { return s.room.DroppedTicks })
	c.counter("bankshot_tick_overruns_total", "Wake-ups more than three ticks late, or longer than the interval.", func(s *sample) uint64 { return s.room.Overruns })
	c.counter("bankshot_room_panics_total", "Worlds that panicked; the goal is 0.", func(s *sample) uint64 { return s.room.Panics })
}

func (c *collector) addSnapshots() {
	c.counter("bankshot_snapshots_sent_total", "Snapshots sent, one for each seat and interval.", func(s *sample) uint64 { return s.room.Frames })
	c.counter("bankshot_snapshots_full_total", "Full ones among them.", func(s *sample) uint64 { return s.room.Fulls })
	c.counter("bankshot_snapshots_catch_up_total", "Snapshots that made up for skipped ones.", func(s *sample) uint64 { return s.room.CatchUps })
	c.counter("bankshot_snapshots_skipped_total", "Snapshots not sent to who does not echo.", func(s *sample) uint64 { return s.room.Skips })
	c.counter("bankshot_snapshots_held_total", "Intervals after which a room sent nothing, because its wake-ups took too long or came too late: the next frame made up for it.", func(s *sample) uint64 { return s.room.Held })
	c.counter("bankshot_strained_wakeups_total", "Wake-ups in which a large world's room told less than all, because it did not keep its schedule.", func(s *sample) uint64 { return s.room.StrainedWakes })
	c.gauge("bankshot_strain", "How much less than all the room that tells least does: 0 for all, 1 for no more than can be seen, 2 and 3 for that at half and at a quarter of the rate.", func(s *sample) float64 {
		most := 0
		for _, r := range s.rooms {
			most = max(most, r.Strain)
		}
		return float64(most)
	})
	c.counter("bankshot_snapshots_oversized_total", "Deltas too large to be sent.", func(s *sample) uint64 { return s.room.Oversized })
	c.counter("bankshot_keyframe_requests_total", "Full snapshots that clients asked for.", func(s *sample) uint64 { return s.room.KeyframeRequests })
	c.counter("bankshot_desyncs_total", "Clients whose state had another hash; the goal is 0.", func(s *sample) uint64 { return s.room.Desyncs })
	c.histogram("bankshot_snapshot_bytes", "Size of the body that all seats of a room share, for each snapshot.",
		room.BodyScale, each, func(c *room.Counters) *room.Tally { return &c.Bodies })
	c.histogram("bankshot_echo_age_seconds", "Age of the oldest snapshot that a client has not reported, for each seat and interval; it is skipped from half a second on.",
		room.EchoScale, perSecond, func(c *room.Counters) *room.Tally { return &c.EchoAges })
	c.histogram("bankshot_client_rtt_seconds", "From sending a snapshot to the first input that reports it: the network's round trip, and until the client speaks next, an interval at most.",
		room.RoundTimeScale, perSecond, func(c *room.Counters) *room.Tally { return &c.RoundTimes })
	c.counter("bankshot_events_total", "Room events that happened.", func(s *sample) uint64 { return s.room.Events })
	c.counter("bankshot_events_missed_total", "Events that could not be told to a seat any more.", func(s *sample) uint64 { return s.room.EventsMissed })
}

func (c *collector) addSeats() {
	c.gauge("bankshot_players", "People who play, dropped ones whose seat is kept included.", func(s *sample) float64 {
		return float64(s.seats.Here + s.seats.Away + s.seats.Kept)
	})
	c.gauge("bankshot_watchers", "People who watch.", func(s *sample) float64 { return float64(s.seats.Watching) })
	c.byLabel(prometheus.GaugeValue, "bankshot_seats", "Seats taken: here plays, away is connected but not there, kept waits for a dropped player, watching watches.", "state", lines{
		"here":     func(s *sample) uint64 { return uint64(s.seats.Here) },
		"away":     func(s *sample) uint64 { return uint64(s.seats.Away) },
		"kept":     func(s *sample) uint64 { return uint64(s.seats.Kept) },
		"watching": func(s *sample) uint64 { return uint64(s.seats.Watching) },
	})
	c.counter("bankshot_joins_total", "Seats taken anew.", func(s *sample) uint64 { return s.room.Joins })
	c.counter("bankshot_joins_refused_total", "Hellos that a room gave no seat.", func(s *sample) uint64 { return s.room.Refused })
	c.byLabel(prometheus.CounterValue, "bankshot_resumes_total", "Hellos with a token: resumed is back in its seat, unknown names a seat that is gone.", "result", lines{
		"resumed": func(s *sample) uint64 { return s.room.Resumes },
		"unknown": func(s *sample) uint64 { return s.room.ResumesUnknown },
	})
	c.counter("bankshot_seats_dropped_total", "Seats whose connection was lost.", func(s *sample) uint64 { return s.room.Drops })
	c.counter("bankshot_seats_expired_total", "Dropped seats that nobody came back to.", func(s *sample) uint64 { return s.room.Expired })
	c.counter("bankshot_seats_idle_total", "Seats given up because their person was away for too long.", func(s *sample) uint64 { return s.room.Idle })
	c.byLabel(prometheus.CounterValue, "bankshot_inputs_total", "Ticks of input, by what became of them.", "result", lines{
		"accepted":  func(s *sample) uint64 { return s.room.InputsAccepted },
		"late":      func(s *sample) uint64 { return s.room.InputsLate },
		"too_late":  func(s *sample) uint64 { return s.room.InputsTooLate },
		"too_early": func(s *sample) uint64 { return s.room.InputsTooEarly },
		"surplus":   func(s *sample) uint64 { return s.room.InputsSurplus },
		"idle":      func(s *sample) uint64 { return s.room.InputsIdle },
	})
	c.counter("bankshot_commands_total", "Commands that reached a world.", func(s *sample) uint64 { return s.room.Commands })
	c.counter("bankshot_commands_refused_total", "Commands refused by a world, or by its room.", func(s *sample) uint64 { return s.room.CommandsRefused })
	c.counter("bankshot_commands_repeated_total", "Commands that came again after a drop, and were answered without being done again.", func(s *sample) uint64 { return s.room.CommandsAgain })
	c.counter("bankshot_posts_dropped_total", "Messages beyond what a connection may leave in an interval.", func(s *sample) uint64 { return s.room.PostsDropped })
}
