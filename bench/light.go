package main

import (
	"maps"
	"slices"

	"bankshot/bench/report"
)

// light tells how punctual light bots were, and what happened to them that should not: they have no screen on which
// anybody would see it.
func (w *window) light(r *report.Result) {
	s := w.last().light
	if s == nil {
		return
	}
	r.LightLateSendsPct = report.Of(100 * float64(s.LateSends+s.MissedSends) / float64(s.FramesUp+s.MissedSends))
	for _, why := range slices.Sorted(maps.Keys(s.Closes)) {
		r.Warn("%d light bots lost their connection and stayed away: %s", s.Closes[why], why)
	}
	if s.Gaps > 0 {
		r.Warn("%d snapshots did not follow what a light bot held", s.Gaps)
	}
	if s.Stuck > 0 {
		r.Warn("%d frames of light bots could not be sent: the server did not read", s.Stuck)
	}
}
