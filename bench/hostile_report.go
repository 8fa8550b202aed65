package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"bankshot/bench/child"
	"bankshot/bench/hostile"
	"bankshot/bench/report"
)

// hostileReport is what bench -hostile has found. Each attack lies between two quiet phases, and is compared with both: a
// machine on which others work too is seldom the same for a minute.
type hostileReport struct {
	Phases []hostilePhase `json:"phases"`
	// Before and After are the server between attacks, garbage collected.
	Before  stand   `json:"before"`
	After   stand   `json:"after"`
	SettleS float64 `json:"settle_s"`
	// Reasons are what the server counted against attackers, by metric and reason.
	Reasons map[string]float64 `json:"reasons"`
}

// hostilePhase is one phase: what players got, what the server spent, what attackers did.
type hostilePhase struct {
	Name                 string        `json:"name"`
	InterarrivalP50MS    *float64      `json:"interarrival_p50_ms"`
	InterarrivalP99MS    *float64      `json:"interarrival_p99_ms"`
	SnapshotsPerPlayerS  *float64      `json:"snapshots_per_player_s"`
	TickP99MS            *float64      `json:"tick_p99_ms"`
	LatenessP99MS        *float64      `json:"lateness_p99_ms"`
	MispredictedTicksPct *float64      `json:"mispredicted_ticks_pct"`
	ServerCPUPct         *float64      `json:"server_cpu_pct"`
	ServerRSSMB          *float64      `json:"server_rss_mb"`
	BotLatenessP99MS     *float64      `json:"bot_lateness_p99_ms"`
	BenchCPUPct          *float64      `json:"bench_cpu_pct"`
	Desyncs              *float64      `json:"desyncs"`
	TicksDropped         *float64      `json:"ticks_dropped"`
	Reconnects           int           `json:"honest_reconnects"`
	Attack               hostile.Stats `json:"attack"`
}

// stand is how much the server holds.
type stand struct {
	HeapMB      float64 `json:"heap_mb"`
	RSSMB       float64 `json:"rss_mb"`
	Goroutines  float64 `json:"goroutines"`
	Connections float64 `json:"connections"`
	HeldBytes   float64 `json:"held_bytes"`
	// Rooms have a goroutine each; the server keeps them for a while when they are empty.
	Rooms float64 `json:"rooms"`
}

func (r *hostileReport) add(name string, w *window, reconnects int, stats []hostile.Stats) {
	var f report.Result
	f.Players = len(w.crowd.bots)
	w.players(&f)
	w.feel(&f)
	w.server(&f)
	w.bench(&f)
	p := hostilePhase{
		Name: name, InterarrivalP50MS: f.InterarrivalP50MS, InterarrivalP99MS: f.InterarrivalP99MS,
		SnapshotsPerPlayerS: f.SnapshotsPerPlayerS, TickP99MS: f.TickP99MS, LatenessP99MS: f.LatenessP99MS,
		MispredictedTicksPct: f.MispredictedTicksPct, ServerCPUPct: f.ServerCPUPct, ServerRSSMB: f.ServerRSSMB,
		BotLatenessP99MS: f.BotLatenessP99MS, BenchCPUPct: f.BenchCPUPct, Desyncs: f.Desyncs, TicksDropped: f.TicksDropped,
		Reconnects: reconnects,
	}
	for _, s := range stats {
		p.Attack.Connections += s.Connections
		p.Attack.Failed += s.Failed
		p.Attack.Ended += s.Ended
		p.Attack.Frames += s.Frames
		p.Attack.Bytes += s.Bytes
	}
	r.Phases = append(r.Phases, p)
}

// stand has the server collect its garbage and reads what is left.
func (s *siege) stand(ctx context.Context) (stand, error) {
	for range 2 { // what a first collection only marks for finalizing, a second one frees
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.stage.server.Admin()+"/debug/pprof/heap?gc=1", nil)
		if err != nil {
			return stand{}, err
		}
		req.Close = true
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			return stand{}, fmt.Errorf("have the server collect its garbage: %w", errors.Join(err, s.stage.alive()))
		}
		_, err = io.Copy(io.Discard, res.Body)
		res.Body.Close()
		if err != nil {
			return stand{}, err
		}
	}
	m, err := s.stage.server.Metrics(ctx)
	if err != nil {
		return stand{}, errors.Join(err, s.stage.alive())
	}
	usage, err := s.stage.server.Usage()
	if err != nil && !errors.Is(err, child.ErrUsage) {
		return stand{}, err
	}
	const mb = 1 << 20
	return stand{
		HeapMB: m["go_memstats_heap_alloc_bytes"] / mb, RSSMB: float64(usage.RSS) / mb, Goroutines: m["go_goroutines"],
		Connections: m["bankshot_connections"], HeldBytes: m["bankshot_send_queue_bytes"], Rooms: m["bankshot_rooms"],
	}, nil
}

const (
	// heapSlackMB is what the heap may have grown: pools that keep what they had to have, and noise.
	heapSlackMB = 4.0
	// goroutineSlack is for requests of bench itself and what net/http has not noticed yet.
	goroutineSlack = 8
)

// flat says whether the server is again what it was, and if not, in what.
func (r *hostileReport) flat() error {
	a, b := r.Before, r.After
	var errs []error
	if b.Connections > a.Connections {
		errs = append(errs, fmt.Errorf("%.0f connections are left where %.0f were", b.Connections, a.Connections))
	}
	if b.Rooms > a.Rooms {
		errs = append(errs, fmt.Errorf("%.0f rooms are left where %.0f were", b.Rooms, a.Rooms))
	}
	if b.Goroutines > a.Goroutines+goroutineSlack {
		errs = append(errs, fmt.Errorf("%.0f goroutines are left where %.0f were", b.Goroutines, a.Goroutines))
	}
	if b.HeapMB > a.HeapMB+heapSlackMB {
		errs = append(errs, fmt.Errorf("%.1f MB of heap are left where %.1f were", b.HeapMB, a.HeapMB))
	}
	return errors.Join(errs...)
}

// settle waits until the server is as it was, or has had its time.
func (s *siege) settle(ctx context.Context) error {
	s.progress.begin(fmt.Sprintf("waiting for the server to settle, %v at most", s.o.Settle), 0)
	start := time.Now()
	for {
		now, err := s.stand(ctx)
		if err != nil {
			return err
		}
		s.report.After = now
		s.report.SettleS = time.Since(start).Seconds()
		if s.report.flat() == nil || time.Since(start) > s.o.Settle {
			return nil
		}
		if err := wait(ctx, time.Second, nil); err != nil {
			return err
		}
	}
}

// reasons are what grew among the metrics with a reason.
func (r *hostileReport) reasons(start, end child.Metrics) {
	r.Reasons = map[string]float64{}
	for key, v := range end {
		wanted := strings.Contains(key, "{reason=") || strings.HasPrefix(key, "bankshot_inputs_total") && !strings.Contains(key, `"accepted"`)
		if grew := v - start[key]; grew > 0 && wanted && strings.HasPrefix(key, "bankshot_") {
			r.Reasons[strings.TrimPrefix(key, "bankshot_")] = grew
		}
	}
}

// verdict is what must not be, whatever the machine. The server is alive, or nobody would be here.
func (r *hostileReport) verdict() error {
	var errs []error
	for _, p := range r.Phases {
		if p.Reconnects > 0 {
			errs = append(errs, fmt.Errorf("in the phase %q honest players lost their connection %d times", p.Name, p.Reconnects))
		}
		if p.Desyncs != nil && *p.Desyncs > 0 {
			errs = append(errs, fmt.Errorf("in the phase %q %.0f replicas differed from the server", p.Name, *p.Desyncs))
		}
	}
	if err := r.flat(); err != nil {
		errs = append(errs, fmt.Errorf("after %.0f s the server is not what it was: %w", r.SettleS, err))
	}
	return errors.Join(errs...)
}

// table writes a line for each phase; times of attacks carry their ratio to the quiet phases around them.
func (r *hostileReport) table(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tsnapshots/s\tgap p50 ms\tp99\t×\ttick p99 ms\t×\tlate p99 ms\t×\tmispred. %\tCPU %\tRSS MB\tbots late ms\tconns\tframes\t")
	for i, p := range r.Phases {
		around := func(of func(*hostilePhase) *float64) string {
			if p.Name == quietPhase || i == 0 || i == len(r.Phases)-1 {
				return ""
			}
			return ratio(of(&p), of(&r.Phases[i-1]), of(&r.Phases[i+1]))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%d\t%d\t\n", p.Name,
			figure(p.SnapshotsPerPlayerS, 2), figure(p.InterarrivalP50MS, 1),
			figure(p.InterarrivalP99MS, 1), around(func(p *hostilePhase) *float64 { return p.InterarrivalP99MS }),
			figure(p.TickP99MS, 2), around(func(p *hostilePhase) *float64 { return p.TickP99MS }),
			figure(p.LatenessP99MS, 2), around(func(p *hostilePhase) *float64 { return p.LatenessP99MS }),
			figure(p.MispredictedTicksPct, 3), figure(p.ServerCPUPct, 0), figure(p.ServerRSSMB, 0), figure(p.BotLatenessP99MS, 1),
			p.Attack.Connections, p.Attack.Frames)
	}
	_ = w.Flush()
	a, b := r.Before, r.After
	fmt.Fprintf(out, "\nbefore: %.1f MB of heap, %.0f MB resident, %.0f goroutines, %.0f connections, %.0f rooms\n", a.HeapMB, a.RSSMB, a.Goroutines, a.Connections, a.Rooms)
	fmt.Fprintf(out, "after:  %.1f MB of heap, %.0f MB resident, %.0f goroutines, %.0f connections, %.0f rooms; %.0f s after the last attack\n\n",
		b.HeapMB, b.RSSMB, b.Goroutines, b.Connections, b.Rooms, r.SettleS)
	names := slices.SortedFunc(maps.Keys(r.Reasons), func(a, b string) int {
		return cmp.Or(cmp.Compare(r.Reasons[b], r.Reasons[a]), strings.Compare(a, b))
	})
	for _, name := range names {
		fmt.Fprintf(out, "%8.0f  %s\n", r.Reasons[name], name)
	}
}

func figure(v *float64, digits int) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.*f", digits, *v)
}

// ratio is that of an attack to the mean of the quiet phases before and after it.
func ratio(v, before, after *float64) string {
	if v == nil || before == nil || after == nil || *before+*after == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", 2**v/(*before+*after))
}
