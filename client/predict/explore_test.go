package predict

import (
	"testing"
	"time"
)

func TestExplore(t *testing.T) {
	for _, c := range []struct{ d, j time.Duration }{{0, 0}, {20e6, 0}, {20e6, 2500000}, {75e6, 0}, {75e6, 10e6}, {60e6, 30e6}} {
		g := newPlay(t, Config{Name: "x"}, 6, c.d, c.j)
		g.hold = lively(1)
		g.run(time.Second)
		t.Logf("%v", g.p.Stats())
		g.run(10 * time.Second)
		s := g.p.Stats()
		t.Logf("%v %v ticks %d mis %d surprises %d corr %d p99 %.1f starved %d/%d lead %.1f behind %.1f margin %d interp %.0f jitter %.1f rtt %v desync %d gaps %d broken %d fulls %d", c.d, c.j, s.Ticks, s.Mispredicted, s.Surprises, s.Corrections, s.CorrectionP99, s.Starved, s.Frames, s.LeadTicks, s.BehindTicks, s.Margin, s.InterpolationMS, s.JitterMS, s.RTT, s.Desyncs, s.Gaps, s.Broken, s.Fulls)
	}
}
