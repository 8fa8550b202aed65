package main

import "bankshot/bench/report"

// effects are the figures of what players do to each other, taken from real clients alone.
func (w *window) effects(r *report.Result) {
	a, b := w.first(), w.last()
	m := w.crowd.meter
	share := func(part, all int) *float64 { return report.Of(100 * float64(part) / float64(all)) }
	beyond := func(v *float64) *float64 {
		if v == nil {
			return nil
		}
		return report.Of(*v - ms(w.crowd.bare))
	}
	r.EffectDelayP50MS = beyond(m.decoded.Quantile(0.50))
	r.EffectDelayP99MS = beyond(m.decoded.Quantile(0.99))
	r.EffectDelayDrawnP50MS = beyond(m.shown.Quantile(0.50))
	r.SeenOffP50Units = m.seenOff.Quantile(0.50)
	r.SeenOffP99Units = m.seenOff.Quantile(0.99)
	r.LeapsSeen = report.Of(float64(m.leaps))
	r.EffectsLostPct = share(m.lost, m.lost+int(m.decoded.N()))

	seen, moot := b.hitsSeen-a.hitsSeen, b.moot-a.moot
	r.HitsAsSeenPct = share(b.hitsCounted-a.hitsCounted, seen)
	r.HitsSeen = report.Of(float64(seen))
	r.HitsMootPct = share(moot, moot+seen)

	r.CorrectionJumps = report.Of(float64(b.jumps - a.jumps))
	r.GivenUpTicksPct = share(b.givenUp-a.givenUp, b.ticks-a.ticks)
}
