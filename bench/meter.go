package main

import (
	"sync"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/effect"
	"bankshot/bench/light"
	"bankshot/bench/report"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/wire"
)

// tickMS is how long a tick is.
const tickMS = 1000.0 / game.TickHz

// meter takes in what bots tell while they play. Bots of several goroutines tell it at once.
type meter struct {
	mu sync.Mutex
	// on says that what is told counts.
	on bool
	// begun is when the clock of all that is told began.
	begun time.Time

	gaps, corrections, margins, trips report.Hist // over all of the time measured
	late, control                     report.Hist // of the crew's slots; of an idle goroutine
	second                            report.Hist // gaps since the last cut

	decoded, shown report.Hist // from an input to its effect at another, bare ways included
	lost           int         // effects that were never decoded there
	seenOff        report.Hist // ships on others' screens, off their own
	leaps          int         // of them, farther than any ship flies
}

// measure begins to count, or stops.
func (m *meter) measure(on bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.on = on
	if on {
		m.second = report.Hist{}
	}
}

// cut gives the gaps since the last cut.
func (m *meter) cut() report.Hist {
	m.mu.Lock()
	defer m.mu.Unlock()
	h := m.second
	m.second = report.Hist{}
	return h
}

// slotLate takes by how much the crew was late; see bot.NewCrew.
func (m *meter) slotLate(late time.Duration) { m.count(&m.late, late) }

// controlLate takes by how much an idle goroutine was late.
func (m *meter) controlLate(late time.Duration) { m.count(&m.control, late) }

func (m *meter) count(h *report.Hist, d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.on {
		h.Add(ms(d))
	}
}

// effect takes how long something a player did took to another; see effect.New.
func (m *meter) effect(kind effect.Kind, after time.Duration) {
	switch kind {
	case effect.Decoded:
		m.count(&m.decoded, after)
	case effect.Drawn:
		m.count(&m.shown, after)
	case effect.Lost:
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.on {
			m.lost++
		}
	}
}

// sight takes how a player's ship was seen on another's screen; see effect.New.
func (m *meter) sight(s effect.Sight) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.on {
		return
	}
	m.seenOff.Add(s.Off)
	if s.Leapt {
		m.leaps++
	}
}

// mergeLight adds what light bots have measured of the same time.
func (m *meter) mergeLight(h *light.Histogram) {
	m.mu.Lock()
	defer m.mu.Unlock()
	h.Each(func(d time.Duration, n uint64) { m.gaps.AddN(ms(d), n) })
}

// probe is what the meter hangs on one bot. Its methods are called by the bot's Frame alone.
type probe struct {
	meter       *meter
	fresh       bool // a snapshot has come since the last frame
	again       bool // it was the first of a connection that replaces another
	corrections int
	sizes       []float32 // of the newest corrections
	trip        time.Duration
	eye         *effect.Eye

	mu    sync.Mutex
	back  func(after time.Duration) // to be called once the bot flies its ship again; nil while nobody waits for that
	since time.Time                 // when its return began
	tick  game.Tick                 // a hidden bot has returned once it knows of this tick; 0: once it has another connection
}

// leave begins to wait for the bot's return over another connection; call it right before the one it has is dropped.
func (p *probe) leave(back func(after time.Duration)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.again, p.back, p.since, p.tick = false, back, time.Now(), 0
}

// hide begins to wait until the bot is drawn again and knows of a tick. Its return begins with its first frame.
func (p *probe) hide(tick game.Tick, back func(after time.Duration)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.back, p.since, p.tick = back, time.Time{}, tick
}

// shown notes the first frame after hide.
func (p *probe) shown() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.back != nil && p.since.IsZero() {
		p.since = time.Now()
	}
}

// waits says that only the bot's ship is missing.
func (p *probe) waits(known game.Tick) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.back == nil {
		return false
	}
	if p.tick != 0 {
		return int32(known-p.tick) >= 0
	}
	return p.again
}

// returned says that the bot flies its own ship.
func (p *probe) returned() {
	p.mu.Lock()
	back, since := p.back, p.since
	p.again, p.back = false, nil
	p.mu.Unlock()
	if back != nil {
		back(time.Since(since))
	}
}

func (p *probe) arrived(gap time.Duration) {
	p.fresh = true
	if gap == 0 {
		p.mu.Lock()
		p.again = true
		p.mu.Unlock()
		return
	}
	m := p.meter
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.on {
		m.gaps.Add(ms(gap))
		m.second.Add(ms(gap))
	}
}

func (p *probe) drawn(b *bot.Bot, v *predict.View, _ time.Duration) {
	side := b.Predictor()
	p.shown()
	p.eye.Look(side.Room(), side.Seat(), side.Replica(), v.Events, time.Since(p.meter.begun))
	p.eye.See(v)
	if !p.fresh {
		return
	}
	p.fresh = false
	pulse := side.Pulse()
	p.sizes = side.CorrectionsSince(p.corrections, p.sizes[:0])
	m := p.meter
	m.mu.Lock()
	if m.on {
		if pulse.Margin != wire.MarginNone {
			m.margins.Add(float64(pulse.Margin) * tickMS)
		}
		for _, units := range p.sizes {
			m.corrections.Add(float64(units))
		}
		if pulse.RTT != p.trip {
			m.trips.Add(ms(pulse.RTT))
		}
	}
	m.mu.Unlock()
	p.corrections, p.trip = pulse.Corrections, pulse.RTT
	if p.waits(side.Replica().Tick) && bot.Flies(side) {
		p.returned()
	}
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
