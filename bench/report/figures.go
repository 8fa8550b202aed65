package report

// Figure is one row of the table.
type Figure struct {
	// Name is the JSON name, Label what people call it.
	Name, Label, Unit string
	// Decimals are shown.
	Decimals int
	// About says in half a line what it is.
	About string
	// Of reads it.
	Of func(*Result) *float64
	// Goal is what it ought to be, if that can be said in a word; Alone is the label where no title stands above it.
	Goal, Alone string
}

// Group is what belongs together in the table.
type Group struct {
	Title   string
	Figures []Figure
}

// Groups lists every figure, in the order in which they are shown.
func Groups() []Group {
	count := func(n int) *float64 { v := float64(n); return &v }
	return []Group{
		{"Who plays", []Figure{
			{"players", "players", "", 0, "all of them", func(r *Result) *float64 { return count(r.Players) }, "", ""},
			{"light_players", "light ones among them", "", 0, "they replay inputs and feel nothing", func(r *Result) *float64 { return count(r.LightPlayers) }, "", ""},
			{"rooms", "rooms", "", 0, "with people in them", func(r *Result) *float64 { return count(r.Rooms) }, "", ""},
		}},
		{"What players get", []Figure{
			{"snapshots_per_player_s", "snapshots", "/s", 2, "a player, arrived", func(r *Result) *float64 { return r.SnapshotsPerPlayerS }, "≥ 28.5", "snapshots a player"},
			{"interarrival_p50_ms", "between two, p50", "ms", 1, "", func(r *Result) *float64 { return r.InterarrivalP50MS }, "", ""},
			{"interarrival_p99_ms", "between two, p99", "ms", 1, "", func(r *Result) *float64 { return r.InterarrivalP99MS }, "≤ 50", "between two snapshots, p99"},
			{"bytes_down_per_player_s", "bytes down", "B/s", 0, "a player, WebSocket headers included", func(r *Result) *float64 { return r.BytesDownPerPlayerS }, "≤ 1000 in a room of 8", "down a player"},
			{"bytes_up_per_player_s", "bytes up", "B/s", 0, "a player, WebSocket headers included", func(r *Result) *float64 { return r.BytesUpPerPlayerS }, "", ""},
			{"rtt_p50_ms", "round trip, p50", "ms", 1, "until the bot's next read, measured by pings", func(r *Result) *float64 { return r.RTTP50MS }, "", ""},
			{"lead_margin_p50_ms", "lead margin, p50", "ms", 1, "by how much inputs were early", func(r *Result) *float64 { return r.LeadMarginP50MS }, "", ""},
			{"mispredicted_ticks_pct", "mispredicted ticks", "%", 3, "any bit of my ship, deaths apart", func(r *Result) *float64 { return r.MispredictedTicksPct }, "lan 0, home < 0.2, far < 0.5, train < 2", "mispredicted ticks"},
			{"surprise_ticks_pct", "surprises", "%", 3, "ticks of births and deaths not foreseen", func(r *Result) *float64 { return r.SurpriseTicksPct }, "", ""},
			{"correction_p99_units", "correction, p99", "units", 2, "over corrections", func(r *Result) *float64 { return r.CorrectionP99Units }, "≤ 12 at far", ""},
			{"correction_jumps", "corrections seen as jumps", "", 0, "of over 64 units", func(r *Result) *float64 { return r.CorrectionJumps }, "0", ""},
			{"given_up_ticks_pct", "ticks given up", "%", 3, "the bot's frame came too late to ask", func(r *Result) *float64 { return r.GivenUpTicksPct }, "", ""},
			{"starved_frames_pct", "starved frames", "%", 3, "the others stood still for want of data", func(r *Result) *float64 { return r.StarvedFramesPct }, "home < 0.1, train < 1", ""},
			{"effect_delay_p50_ms", "input to effect, p50", "ms", 1, "decoded at another, beyond the bare ways", func(r *Result) *float64 { return r.EffectDelayP50MS }, "≤ 50 + lead margin", ""},
			{"effect_delay_drawn_p50_ms", "input to effect drawn, p50", "ms", 1, "the same until it is drawn", func(r *Result) *float64 { return r.EffectDelayDrawnP50MS }, "", ""},
			{"effect_delay_p99_ms", "input to effect, p99", "ms", 1, "", func(r *Result) *float64 { return r.EffectDelayP99MS }, "", ""},
			{"effects_lost_pct", "effects lost", "%", 2, "foreseen, but never decoded at another", func(r *Result) *float64 { return r.EffectsLostPct }, "", ""},
			{"hits_as_seen_pct", "hits as seen", "%", 2, "on the shooter's screen, that count", func(r *Result) *float64 { return r.HitsAsSeenPct }, "100", ""},
			{"hits_seen", "hits seen", "", 0, "that many were judged", func(r *Result) *float64 { return r.HitsSeen }, "", ""},
			{"hits_beyond_rewind_pct", "hits seen too late", "%", 1, "the other was drawn over 250 ms ago: not judged", func(r *Result) *float64 { return r.HitsBeyondPct }, "", ""},
			{"desyncs", "desyncs", "", 0, "replicas whose hash differed", func(r *Result) *float64 { return r.Desyncs }, "0", ""},
			{"resume_p99_ms", "back after a drop, p99", "ms", 1, "until the own ship is flown again", func(r *Result) *float64 { return r.ResumeP99MS }, "≤ 4 round trips + 100", "back after a dropped connection, p99"},
			{"first_snapshot_ms", "start to first snapshot", "ms", 1, "from exec to a client", func(r *Result) *float64 { return r.FirstSnapshotMS }, "≤ 100", ""},
		}},
		{"What the server spends", []Figure{
			{"server_cpu_us_per_player_interval", "CPU", "µs", 2, "a player and snapshot interval", func(r *Result) *float64 { return r.ServerCPUUSPerPlayerInterval }, "", "CPU a player and interval"},
			{"floor_us_per_player_interval", "epoll floor", "µs", 2, "one read(2) and one write(2), same machine", func(r *Result) *float64 { return r.FloorUSPerPlayerInterval }, "", ""},
			{"gws_floor_us_per_player_interval", "gws floor", "µs", 2, "the same through bare gws", func(r *Result) *float64 { return r.GWSFloorUSPerPlayerInterval }, "", ""},
			{"floor_ratio", "CPU / epoll floor", "", 2, "", func(r *Result) *float64 { return r.FloorRatio }, "≤ 1.7, aim 1.5", "times the epoll floor"},
			{"gws_floor_ratio", "CPU / gws floor", "", 2, "", func(r *Result) *float64 { return r.GWSFloorRatio }, "", ""},
			{"server_cpu_pct", "CPU", "%", 1, "100 is one core", func(r *Result) *float64 { return r.ServerCPUPct }, "", ""},
			{"rss_kb_per_player", "resident memory", "KB", 1, "a player, beyond that of nobody", func(r *Result) *float64 { return r.RSSKBPerPlayer }, "≤ 25, as a slope", "memory a player"},
			{"server_rss_mb", "resident memory", "MB", 1, "all of it, at the end", func(r *Result) *float64 { return r.ServerRSSMB }, "", ""},
			{"tick_p99_ms", "a room's wake-up, p99", "ms", 2, "two ticks, snapshot and sending", func(r *Result) *float64 { return r.TickP99MS }, "", ""},
			{"lateness_p99_ms", "a room's lateness, p99", "ms", 2, "", func(r *Result) *float64 { return r.LatenessP99MS }, "an idle goroutine’s + 0.5 at half load", ""},
			{"control_lateness_p99_ms", "an idle goroutine's, p99", "ms", 2, "in the same process", func(r *Result) *float64 { return r.ControlLatenessP99MS }, "", ""},
			{"ticks_dropped", "ticks dropped", "", 0, "after stalls", func(r *Result) *float64 { return r.TicksDropped }, "", ""},
			{"inputs_late_pct", "inputs late", "%", 3, "after their tick was stepped", func(r *Result) *float64 { return r.InputsLatePct }, "", ""},
			{"gc_pause_p99_ms", "pause for garbage, p99", "ms", 3, "", func(r *Result) *float64 { return r.GCPauseP99MS }, "", ""},
			{"allocs_per_player_interval", "allocations", "", 3, "a player and snapshot interval", func(r *Result) *float64 { return r.AllocsPerPlayerInterval }, "", ""},
			{"alloc_bytes_per_player_interval", "allocated", "B", 1, "a player and snapshot interval", func(r *Result) *float64 { return r.AllocBytesPerPlayerInterval }, "", ""},
		}},
		{"Whether bench was the limit", []Figure{
			{"bench_cpu_pct", "bench's CPU", "%", 1, "of the whole machine", func(r *Result) *float64 { return r.BenchCPUPct }, "", ""},
			{"bot_lateness_p99_ms", "bots' lateness, p99", "ms", 2, "behind their screens' time", func(r *Result) *float64 { return r.BotLatenessP99MS }, "", ""},
			{"bench_control_lateness_p99_ms", "an idle goroutine's, p99", "ms", 2, "in bench", func(r *Result) *float64 { return r.BotControlP99MS }, "", ""},
			{"bot_frames_skipped_pct", "bots' frames skipped", "%", 3, "", func(r *Result) *float64 { return r.BotFramesSkippedPct }, "", ""},
		}},
	}
}
