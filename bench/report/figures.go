package report

// Figure is one row of the table.
type Figure struct {
	// Name is the JSON name, Label what people call it.
	Name, Label, Unit string
	// Decimals are shown.
	Decimals int
	// About says in half a line what it is.
	About string
	// Goal is what it ought to be, if that can be said in a word; Alone is the label where no title stands above it.
	Goal, Alone string
}

// Of reads it from a result; nil if it was not measured.
func (f *Figure) Of(r *Result) *float64 { return r.Value(f.Name) }

// Group is what belongs together in the table.
type Group struct {
	Title   string
	Figures []Figure
}

// Groups lists every figure, in the order in which they are shown.
func Groups() []Group {
	return []Group{
		{"Who plays", []Figure{
			{"players", "players", "", 0, "all of them", "", ""},
			{"light_players", "light ones among them", "", 0, "they replay inputs and feel nothing", "", ""},
			{"rooms", "rooms", "", 0, "with people in them", "", ""},
		}},
		{"What players get", []Figure{
			{"snapshots_per_player_s", "snapshots", "/s", 2, "a player, arrived", "≥ 28.5", "snapshots a player"},
			{"interarrival_p50_ms", "between two, p50", "ms", 1, "", "", ""},
			{"interarrival_p99_ms", "between two, p99", "ms", 1, "", "≤ 50", "between two snapshots, p99"},
			{"bytes_down_per_player_s", "bytes down", "B/s", 0, "a player, WebSocket headers included", "≤ 1000 in a room of 8", "down a player"},
			{"bytes_up_per_player_s", "bytes up", "B/s", 0, "a player, WebSocket headers included", "", ""},
			{"rtt_p50_ms", "round trip, p50", "ms", 1, "until the bot's next read, measured by pings", "", ""},
			{"lead_margin_p50_ms", "lead margin, p50", "ms", 1, "by how much inputs were early", "", ""},
			{"mispredicted_ticks_pct", "mispredicted ticks", "%", 3, "any bit of my ship, deaths apart", "lan 0, home < 0.2, far < 0.5, train < 2", "mispredicted ticks"},
			{"surprise_ticks_pct", "surprises", "%", 3, "ticks of births and deaths not foreseen", "", ""},
			{"correction_p99_units", "correction, p99", "units", 2, "over corrections", "≤ 12 at far", ""},
			{"correction_jumps", "corrections seen as jumps", "", 0, "of over 64 units", "0", ""},
			{"given_up_ticks_pct", "ticks given up", "%", 3, "the bot's frame came too late to ask", "", ""},
			{"starved_frames_pct", "starved frames", "%", 3, "the others stood still for want of data", "home < 0.1, train < 1", ""},
			{"effect_delay_p50_ms", "input to effect, p50", "ms", 1, "decoded at another, beyond the bare ways", "≤ 50 + lead margin", ""},
			{"effect_delay_drawn_p50_ms", "input to effect drawn, p50", "ms", 1, "the same until it is drawn", "", ""},
			{"effect_delay_p99_ms", "input to effect, p99", "ms", 1, "", "", ""},
			{"effects_lost_pct", "effects lost", "%", 2, "foreseen, but never decoded at another", "", ""},
			{"hits_as_seen_pct", "hits as seen", "%", 2, "on the shooter's screen, that count", "100", ""},
			{"hits_seen", "hits seen", "", 0, "that many were judged", "", ""},
			{"hits_moot_pct", "moot hits", "%", 1, "seen, but something else had killed the other already: not judged", "", ""},
			{"seen_off_p50_units", "ships seen elsewhere, p50", "units", 2, "another's screen against one's own, at that time", "", ""},
			{"seen_off_p99_units", "ships seen elsewhere, p99", "units", 2, "", "", ""},
			{"leaps_seen", "leaps seen", "", 0, "ships that another's screen drew leaping", "0", ""},
			{"desyncs", "desyncs", "", 0, "replicas whose hash differed", "0", ""},
			{"resume_p99_ms", "back after a drop, p99", "ms", 1, "until the own ship is flown again", "≤ 4 round trips + 100", "back after a dropped connection, p99"},
			{"shown_again_p99_ms", "back when shown again, p99", "ms", 1, "a hidden page, its connection alive", "≤ a round trip and an interval", ""},
			{"reload_p99_ms", "back after a reload, p99", "ms", 1, "from the program's first frame", "≤ 2000", ""},
			{"cells_per_seat", "cells a player", "", 1, "known at the end, in frontier", "", "cells known to a player"},
			{"ships_per_seat", "ships a player", "", 1, "known at the end, in frontier", "", "ships known to a player"},
			{"new_cells_per_seat_s", "cells that came whole", "/s", 2, "a player, in frontier", "", ""},
			{"strained_wakes_pct", "wake-ups that told less", "%", 1, "the screen alone, or seldomer, for want of time", "", ""},
			{"held_intervals_pct", "intervals held", "%", 1, "told with the next, for want of time", "", ""},
			{"strain", "strain", "", 0, "at the end: 0 all, 1 the screen, 2 and 3 half and a quarter of the rate", "", ""},
			{"first_snapshot_ms", "start to first snapshot", "ms", 1, "from exec to a client", "≤ 100", ""},
		}},
		{"What the bytes are", []Figure{
			{"bytes_down_inputs_per_player_s", "down: what ships do", "B/s", 0, "thrust, aim, triggers, mirrors", "", ""},
			{"bytes_down_facts_per_player_s", "down: facts", "B/s", 1, "births, hits, who comes and goes", "", ""},
			{"bytes_down_hash_per_player_s", "down: hashes", "B/s", 1, "", "", ""},
			{"bytes_down_body_per_player_s", "down: ticks and ends", "B/s", 0, "", "", ""},
			{"bytes_down_events_per_player_s", "down: room events", "B/s", 1, "kills, votes, awards", "", ""},
			{"bytes_down_fulls_per_player_s", "down: whole states", "B/s", 1, "and arenas", "", ""},
			{"bytes_down_answers_per_player_s", "down: answers", "B/s", 1, "to pings and commands", "", ""},
			{"bytes_down_heads_per_player_s", "down: heads of messages", "B/s", 0, "with the seat's margin", "", ""},
			{"bytes_down_framing_per_player_s", "down: WebSocket headers", "B/s", 0, "", "", ""},
			{"bytes_up_inputs_per_player_s", "up: inputs", "B/s", 0, "", "", ""},
			{"bytes_up_times_per_player_s", "up: ticks, echo, view", "B/s", 0, "of inputs, and their heads", "", ""},
			{"bytes_up_others_per_player_s", "up: all else", "B/s", 1, "pings, presence, commands", "", ""},
			{"bytes_up_framing_per_player_s", "up: WebSocket headers", "B/s", 0, "and masks", "", ""},
		}},
		{"What the server spends", []Figure{
			{"server_cpu_us_per_player_interval", "CPU", "µs", 2, "a player and snapshot interval", "", "CPU a player and interval"},
			{"floor_us_per_player_interval", "epoll floor", "µs", 2, "one read(2) and one write(2), same machine", "", ""},
			{"gws_floor_us_per_player_interval", "gws floor", "µs", 2, "the same through bare gws", "", ""},
			{"floor_ratio", "CPU / epoll floor", "", 2, "", "≤ 1.7, aim 1.5", "times the epoll floor"},
			{"gws_floor_ratio", "CPU / gws floor", "", 2, "", "", ""},
			{"server_cpu_pct", "CPU", "%", 1, "100 is one core", "", ""},
			{"rss_kb_per_player", "resident memory", "KB", 1, "a player, beyond that of nobody", "≤ 25, as a slope", "memory a player"},
			{"server_rss_mb", "resident memory", "MB", 1, "all of it, at the end", "", ""},
			{"tick_p99_ms", "a room's wake-up, p99", "ms", 2, "two ticks, snapshot and sending", "", ""},
			{"lateness_p99_ms", "a room's lateness, p99", "ms", 2, "", "an idle goroutine’s + 0.5 at half load", ""},
			{"control_lateness_p99_ms", "an idle goroutine's, p99", "ms", 2, "in the same process", "", ""},
			{"ticks_dropped", "ticks dropped", "", 0, "after stalls", "", ""},
			{"inputs_late_pct", "inputs late", "%", 3, "after their tick was stepped", "", ""},
			{"gc_pause_p99_ms", "pause for garbage, p99", "ms", 3, "", "", ""},
			{"allocs_per_player_interval", "allocations", "", 3, "a player and snapshot interval", "", ""},
			{"alloc_bytes_per_player_interval", "allocated", "B", 1, "a player and snapshot interval", "", ""},
		}},
		{"Whether bench was the limit", []Figure{
			{"bench_cpu_pct", "bench's CPU", "%", 1, "of the whole machine", "", ""},
			{"bot_lateness_p99_ms", "bots' lateness, p99", "ms", 2, "behind their screens' time", "", ""},
			{"bench_control_lateness_p99_ms", "an idle goroutine's, p99", "ms", 2, "in bench", "", ""},
			{"bot_frames_skipped_pct", "bots' frames skipped", "%", 3, "", "", ""},
			{"light_late_sends_pct", "light bots' frames sent late", "%", 3, "by 5 ms or more, or never", "", ""},
			{"floor_spread_pct", "spread of the epoll floor", "%", 1, "from its least window to its most", "", ""},
		}},
	}
}
