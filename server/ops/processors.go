package ops

import (
	"context"
	"os"
	"runtime"
	"runtime/metrics"
	"time"
)

// How many processors to use.
const (
	// processorsEvery is how often to look.
	processorsEvery = 250 * time.Millisecond
	// One more is used where those in use are busy by processorsBusy, or one of 100 goroutines waited processorsWait for
	// its turn: as for a room whose wake-up takes long, behind which others must not wait. Where goroutines wait, all are.
	processorsBusy = 0.75
	processorsWait = 3 * time.Millisecond
	// One less is used when for processorsCalm looks the others would have been busy by processorsIdle at most, and nobody
	// waited for half as long.
	processorsIdle = 0.6
	processorsCalm = 12
)

// processors decides how many processors the process uses. It is told how things stand, and knows no clock.
//
// Fewer are cheaper: a connection that is read on one and written on another has all that the kernel knows of it carried to
// and fro between their caches, and a processor that is woken to look for work, and finds none, has worked all the same.
// With a thousand players that is a fifth of the server's time. So it uses no more than it needs.
type processors struct {
	most, n int
	calm    int // looks in a row with room for one less
}

// look takes how many processors' worth of time was used since the last look, and how long 1 of 100 goroutines waited at
// least. It says how many to use from now on.
func (p *processors) look(used float64, waited time.Duration) int {
	switch {
	case waited >= processorsWait:
		p.n, p.calm = p.most, 0
	case used > processorsBusy*float64(p.n):
		p.n, p.calm = min(p.n+1, p.most), 0
	case p.n > 1 && used < processorsIdle*float64(p.n-1) && waited < processorsWait/2:
		if p.calm++; p.calm >= processorsCalm {
			p.n, p.calm = p.n-1, 0
		}
	default:
		p.calm = 0
	}
	return p.n
}

// RunProcessors has the process use no more processors than it needs, until ctx ends; then all it began with. It leaves
// alone what somebody has set by GOMAXPROCS, and does nothing where the system does not tell what the process uses.
func RunProcessors(ctx context.Context) {
	before, known := ProcessTime()
	all := runtime.GOMAXPROCS(0)
	if !known || os.Getenv("GOMAXPROCS") != "" || all == 1 {
		return
	}
	defer runtime.GOMAXPROCS(all)
	p := processors{most: all, n: all}
	waits := newWaits()
	at := time.Now()
	look := time.NewTicker(processorsEvery)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		}
		now := time.Now()
		cpu, _ := ProcessTime()
		was := p.n
		if n := p.look(float64(cpu-before)/float64(now.Sub(at)), waits.quantile(0.99)); n != was {
			runtime.GOMAXPROCS(n) // it stops the world for some microseconds
		}
		before, at = cpu, now
	}
}

// waits reads how long goroutines waited for a processor.
type waits struct {
	sample []metrics.Sample
	seen   []uint64
}

func newWaits() *waits {
	w := &waits{sample: []metrics.Sample{{Name: "/sched/latencies:seconds"}}}
	w.quantile(1)
	return w
}

// quantile is what the share of all that have waited since the last call waited at most, to the lower bound of its bucket;
// 0 where nobody did.
func (w *waits) quantile(share float64) time.Duration {
	metrics.Read(w.sample)
	if w.sample[0].Value.Kind() != metrics.KindFloat64Histogram {
		return 0
	}
	h := w.sample[0].Value.Float64Histogram()
	if w.seen == nil {
		w.seen = make([]uint64, len(h.Counts))
	}
	all := uint64(0)
	for i, n := range h.Counts {
		all += n - w.seen[i]
	}
	below, found := uint64(0), time.Duration(0)
	for i, n := range h.Counts {
		if below += n - w.seen[i]; below > uint64(share*float64(all)) {
			found = time.Duration(max(h.Buckets[i], 0) * float64(time.Second))
			break
		}
	}
	copy(w.seen, h.Counts)
	return found
}
