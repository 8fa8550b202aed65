package report

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"
	"time"
)

// Result is everything that a run has found. Units are in the names; a nil figure was not measured.
type Result struct {
	Setting Setting `json:"setting"`

	// Players is how many took part, Rooms in how many rooms, LightPlayers how many of them were light bots.
	Players      int `json:"players"`
	LightPlayers int `json:"light_players"`
	Rooms        int `json:"rooms"`

	// What players get.
	SnapshotsPerPlayerS   *float64 `json:"snapshots_per_player_s"`
	InterarrivalP50MS     *float64 `json:"interarrival_p50_ms"`
	InterarrivalP99MS     *float64 `json:"interarrival_p99_ms"`
	BytesDownPerPlayerS   *float64 `json:"bytes_down_per_player_s"`
	BytesUpPerPlayerS     *float64 `json:"bytes_up_per_player_s"`
	MispredictedTicksPct  *float64 `json:"mispredicted_ticks_pct"`
	SurpriseTicksPct      *float64 `json:"surprise_ticks_pct"`
	CorrectionP99Units    *float64 `json:"correction_p99_units"`
	StarvedFramesPct      *float64 `json:"starved_frames_pct"`
	EffectDelayP50MS      *float64 `json:"effect_delay_p50_ms"`
	EffectDelayDrawnP50MS *float64 `json:"effect_delay_drawn_p50_ms"`
	LeadMarginP50MS       *float64 `json:"lead_margin_p50_ms"`
	RTTP50MS              *float64 `json:"rtt_p50_ms"`
	HitsAsSeenPct         *float64 `json:"hits_as_seen_pct"`
	Desyncs               *float64 `json:"desyncs"`
	ResumeP99MS           *float64 `json:"resume_p99_ms"`
	FirstSnapshotMS       *float64 `json:"first_snapshot_ms"`

	// What of a world that is told by cells a real client is told of: at the end of the time measured.
	CellsPerSeat     *float64 `json:"cells_per_seat"`
	ShipsPerSeat     *float64 `json:"ships_per_seat"`
	NewCellsPerSeatS *float64 `json:"new_cells_per_seat_s"`
	StrainedWakesPct *float64 `json:"strained_wakes_pct"`
	HeldPct          *float64 `json:"held_intervals_pct"`
	Strain           *float64 `json:"strain"`

	// What the server spends.
	ServerCPUUSPerPlayerInterval *float64 `json:"server_cpu_us_per_player_interval"`
	FloorUSPerPlayerInterval     *float64 `json:"floor_us_per_player_interval"`
	GWSFloorUSPerPlayerInterval  *float64 `json:"gws_floor_us_per_player_interval"`
	FloorRatio                   *float64 `json:"floor_ratio"`
	GWSFloorRatio                *float64 `json:"gws_floor_ratio"`
	ServerCPUPct                 *float64 `json:"server_cpu_pct"`
	RSSKBPerPlayer               *float64 `json:"rss_kb_per_player"`
	ServerRSSMB                  *float64 `json:"server_rss_mb"`
	TickP99MS                    *float64 `json:"tick_p99_ms"`
	LatenessP99MS                *float64 `json:"lateness_p99_ms"`
	ControlLatenessP99MS         *float64 `json:"control_lateness_p99_ms"`
	TicksDropped                 *float64 `json:"ticks_dropped"`
	InputsLatePct                *float64 `json:"inputs_late_pct"`
	GCPauseP99MS                 *float64 `json:"gc_pause_p99_ms"`
	AllocsPerPlayerInterval      *float64 `json:"allocs_per_player_interval"`
	AllocBytesPerPlayerInterval  *float64 `json:"alloc_bytes_per_player_interval"`

	// Whether bench itself was the limit.
	BenchCPUPct         *float64 `json:"bench_cpu_pct"`
	BotLatenessP99MS    *float64 `json:"bot_lateness_p99_ms"`
	BotFramesSkippedPct *float64 `json:"bot_frames_skipped_pct"`
	BotControlP99MS     *float64 `json:"bench_control_lateness_p99_ms"`
	LightLateSendsPct   *float64 `json:"light_late_sends_pct"`
	// FloorSpreadPct is by how much the windows of the epoll floor differ, of their median.
	FloorSpreadPct *float64 `json:"floor_spread_pct"`

	// What stands behind the figures of feel.
	CorrectionJumps  *float64 `json:"correction_jumps"`
	GivenUpTicksPct  *float64 `json:"given_up_ticks_pct"`
	EffectDelayP99MS *float64 `json:"effect_delay_p99_ms"`
	EffectsLostPct   *float64 `json:"effects_lost_pct"`
	HitsSeen         *float64 `json:"hits_seen"`
	HitsMootPct      *float64 `json:"hits_moot_pct"`
	SeenOffP50Units  *float64 `json:"seen_off_p50_units"`
	SeenOffP99Units  *float64 `json:"seen_off_p99_units"`
	LeapsSeen        *float64 `json:"leaps_seen"`
	ShownAgainP99MS  *float64 `json:"shown_again_p99_ms"`
	ReloadP99MS      *float64 `json:"reload_p99_ms"`

	// What the bytes of real clients are spent on, a player and second.
	BytesInputsS    *float64 `json:"bytes_down_inputs_per_player_s"`
	BytesFactsS     *float64 `json:"bytes_down_facts_per_player_s"`
	BytesHashS      *float64 `json:"bytes_down_hash_per_player_s"`
	BytesBodyS      *float64 `json:"bytes_down_body_per_player_s"`
	BytesEventsS    *float64 `json:"bytes_down_events_per_player_s"`
	BytesFullsS     *float64 `json:"bytes_down_fulls_per_player_s"`
	BytesAnswersS   *float64 `json:"bytes_down_answers_per_player_s"`
	BytesHeadsS     *float64 `json:"bytes_down_heads_per_player_s"`
	BytesFramingS   *float64 `json:"bytes_down_framing_per_player_s"`
	BytesUpAskedS   *float64 `json:"bytes_up_inputs_per_player_s"`
	BytesUpTimesS   *float64 `json:"bytes_up_times_per_player_s"`
	BytesUpOthersS  *float64 `json:"bytes_up_others_per_player_s"`
	BytesUpFramingS *float64 `json:"bytes_up_framing_per_player_s"`

	// Warnings are what whoever reads the figures has to know.
	Warnings []string `json:"warnings"`
	// Series are curves over the time measured, Histograms what percentiles were taken from.
	Series     []Series    `json:"series"`
	Histograms []Histogram `json:"histograms"`
}

// Setting is where and how a run was done.
type Setting struct {
	Date    time.Time `json:"date"`
	CPU     string    `json:"cpu"`
	Cores   int       `json:"cores"`
	Memory  string    `json:"memory"`
	Kernel  string    `json:"kernel"`
	Go      string    `json:"go"`
	OSArch  string    `json:"os_arch"`
	Commit  string    `json:"commit"`
	Flags   string    `json:"flags"`
	Server  string    `json:"server"`
	Profile string    `json:"profile"`
	// LoadBefore is the machine's load average over a minute, before the run began: what else was going on.
	LoadBefore    *float64 `json:"load_before"`
	WarmS         float64  `json:"warm_s"`
	MeasuredS     float64  `json:"measured_s"`
	SnapshotsHz   float64  `json:"snapshots_hz"`
	RoomSize      int      `json:"room_size"`
	PilotsPerRoom int      `json:"pilots_per_room"`
	Seed          uint64   `json:"seed"`
}

// Series is one curve, or several that belong together.
type Series struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
	// TimeS is when each point was taken, in seconds since the measuring began; or what Along counts, where it is set.
	TimeS []float64 `json:"time_s"`
	Lines []Line    `json:"lines"`
	Along string    `json:"along,omitempty"`
}

// Line is one curve's points; nil where nothing was measured.
type Line struct {
	Name   string     `json:"name"`
	Values []*float64 `json:"values"`
}

// Histogram is how often what was measured lay where.
type Histogram struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
	Bins []Bin  `json:"bins"`
	// Uneven says that the bins differ in width; the last one reaches to infinity then if it has no width.
	Uneven bool `json:"uneven,omitempty"`
	// P50 and P99 are marked on the page.
	P50 *float64 `json:"p50"`
	P99 *float64 `json:"p99"`
}

// Bin is one bar: N values from From up to To.
type Bin struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
	N    uint64  `json:"n"`
}

// Of is a figure; what is no number, such as a quotient by nothing, was not measured.
func Of(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

// Value reads a figure by its JSON name; nil if it was not measured, or if there is none of that name.
func (r *Result) Value(name string) *float64 {
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") != name {
			continue
		}
		switch f := v.Field(i).Interface().(type) {
		case *float64:
			return f
		case int:
			return Of(float64(f))
		}
	}
	return nil
}

// Ratio is a by b, nil if either was not measured or b is nothing.
func Ratio(a, b *float64) *float64 {
	if a == nil || b == nil {
		return nil
	}
	return Of(*a / *b)
}

// JSON gives what writes figures so that both people and programs can read them.
func JSON(figures any) func(io.Writer) error {
	return func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		if err := e.Encode(figures); err != nil {
			return fmt.Errorf("write the figures as JSON: %w", err)
		}
		return nil
	}
}

// Warn adds a warning.
func (r *Result) Warn(format string, args ...any) {
	r.Warnings = append(r.Warnings, fmt.Sprintf(format, args...))
}
