package scene

import (
	"time"

	"bankshot/client/render"
	"bankshot/game/wire"
)

// frames measures where the time of a frame goes, smoothed over about half a second.
type frames struct {
	start, last        time.Time
	frame, tick, paint float64 // milliseconds
	worst, worstNow    float64
	worstAt            time.Time
}

func (f *frames) begin() {
	now := time.Now()
	if !f.last.IsZero() {
		ms := now.Sub(f.last).Seconds() * 1000
		f.frame = smooth(f.frame, ms)
		f.worstNow = max(f.worstNow, ms)
		if now.Sub(f.worstAt) > time.Second {
			f.worst, f.worstNow, f.worstAt = f.worstNow, 0, now
		}
	}
	f.last, f.start = now, now
}

func (f *frames) updated() {
	now := time.Now()
	f.tick = smooth(f.tick, now.Sub(f.start).Seconds()*1000)
	f.start = now
}

func (f *frames) drawn() {
	f.paint = smooth(f.paint, time.Since(f.start).Seconds()*1000)
}

func smooth(old, now float64) float64 {
	if old == 0 {
		return now
	}
	return old + (now-old)*0.05
}

// graph is what F3 shows: the network, the prediction, the machine.
func (g *Game) graph(s scribe) {
	const w, rows, step = 250, 12, 19
	const high = rows*step + 14
	x, y := float32(hudEdge), ownShipAt(s.W, s.H).Y-render.ShadeEdge-high
	if s.H < tall {
		y = hudEdge // thumbs and instruments leave no room below
	}
	s.Panel(x, y, w, high)
	st, net := g.match.pred.Stats(), g.match.link.Stats()
	row := func(name string, l line) {
		y += step
		s.Text(name, x+10, y, render.SizeSmall, render.Left, render.DimColor)
		s.Bytes(l.b, x+w-10, y, render.SizeSmall, render.Right, render.TextColor)
	}
	row("round trip", s.write().fixed(st.RTT.Seconds()*1000, 1).str(" ms"))
	row("jitter", s.write().fixed(st.JitterMS, 1).str(" ms"))
	margin := s.write().str("–")
	if st.Margin != wire.MarginNone {
		margin = s.write().int(int(st.Margin)).str(" ticks")
	}
	row("input margin", margin)
	row("lead / behind", s.write().fixed(st.LeadTicks, 1).str(" / ").fixed(st.BehindTicks, 1).str(" ticks"))
	row("corrections", s.write().int(st.Corrections).str(", p99 ").fixed(float64(st.CorrectionP99), 1))
	row("mispredicted", s.write().int(st.Mispredicted).str(" of ").int(st.Ticks))
	row("down / up", s.write().fixed(st.BytesDownPerSec/1000, 2).str(" / ").fixed(st.BytesUpPerSec/1000, 2).str(" kB/s"))
	row("snapshots", s.write().fixed(st.SnapshotsPerSec, 1).str("/s, full ").int(st.Fulls))
	row("desyncs, gaps, stale", s.write().int(st.Desyncs).str(", ").int(st.Gaps).str(", ").int(net.Stale))
	row("starved frames", s.write().int(st.Starved).str(" of ").int(st.Frames))
	row("frame", s.write().fixed(g.frames.frame, 1).str(" ms, worst ").fixed(g.frames.worst, 0))
	row("tick + build", s.write().fixed(g.frames.tick, 2).str(" + ").fixed(g.frames.paint, 2).str(" ms"))
}
