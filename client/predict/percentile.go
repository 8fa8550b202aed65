package predict

// percentile follows a percentile of a stream of numbers, in ticks, with no memory of the numbers themselves: each one
// moves it by a small step, up or down, in such a proportion that it settles where the share of them lies below.
//
// It is slow to fall and quick to rise, and a number far above it is taken for a stall, which says nothing about the next
// one. Only when every number for two thirds of a second was so high, the world has changed and is believed.
type percentile struct {
	share float64
	value float64
	count int

	spikes int     // in a row
	lowest float64 // of them
}

const (
	// settledStep is the step once many numbers were seen; the first ones count for more.
	settledStep = 0.3
	firstStep   = 4.0
	// spikeTicks above the value begins a stall; believedSpikes in a row are none.
	spikeTicks     = 6
	believedSpikes = 20
)

func (q *percentile) add(x float64) {
	q.count++
	switch {
	case q.count == 1:
		q.value = x
		return
	case x > q.value+spikeTicks:
		if q.spikes == 0 || x < q.lowest {
			q.lowest = x
		}
		if q.spikes++; q.spikes >= believedSpikes {
			q.value, q.spikes = q.lowest, 0
		}
		return
	}
	q.spikes = 0
	step := max(settledStep, firstStep/float64(q.count))
	if x > q.value {
		q.value = min(q.value+step*q.share, x)
	} else {
		q.value = max(q.value-step*(1-q.share), x)
	}
}

// shift moves what is known along with a clock that has jumped.
func (q *percentile) shift(by float64) {
	q.value += by
	q.lowest += by
}

func (q *percentile) reset() { *q = percentile{share: q.share} }
