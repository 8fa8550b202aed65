package predict

import (
	"math/rand/v2"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

// pipe carries frames one way: late, unevenly late, in order, and sometimes not at all for a while.
type pipe struct {
	delay, jitter time.Duration
	stalls        []stall
	rng           *rand.Rand
	frames        []carried
	last          time.Duration
	cut           bool
}

type stall struct{ from, until time.Duration }

type carried struct {
	at   time.Duration
	data []byte
}

func (p *pipe) send(now time.Duration, data []byte) {
	if p.cut {
		return
	}
	at := now + p.delay
	if p.jitter > 0 {
		at += time.Duration(p.rng.Int64N(int64(2*p.jitter))) - p.jitter
	}
	for _, s := range p.stalls {
		if at >= s.from && at < s.until {
			at = s.until
		}
	}
	at = max(at, p.last)
	p.last = at
	p.frames = append(p.frames, carried{at, append([]byte(nil), data...)})
}

// next is the frame that arrives next, if one has by then.
func (p *pipe) next(now time.Duration) (carried, bool) {
	if len(p.frames) == 0 || p.frames[0].at > now {
		return carried{}, false
	}
	f := p.frames[0]
	p.frames = p.frames[1:]
	return f, true
}

// play is one client, one server and what lies between, in time that nothing waits for.
type play struct {
	t        testing.TB
	srv      *server
	up, down pipe
	p        *Predictor
	now      time.Duration
	frame    time.Duration // when the next frame of the screen is drawn
	every    time.Duration
	uneven   func() time.Duration // if not nil, in place of every
	hidden   bool
	recorded [][]byte // frames the client got

	// hold is asked before every frame what the player holds; seen is shown every View.
	hold func(frame int) game.Input
	seen func(v *View)
	n    int
	n0   int // a frame that the test remembers
}

func newPlay(t testing.TB, cfg Config, wanderers int, delay, jitter time.Duration) *play {
	t.Helper()
	return newPlayIn(t, hall(t), arena.FreeForAll, cfg, wanderers, delay, jitter)
}

func newPlayIn(t testing.TB, a *arena.Arena, mode game.Mode, cfg Config, wanderers int, delay, jitter time.Duration) *play {
	t.Helper()
	const seed = 7
	g := &play{
		t: t, srv: newServer(a, mode, wanderers, seed), p: New(cfg),
		up:   pipe{delay: delay, jitter: jitter, rng: rand.New(rand.NewPCG(seed, 3))},
		down: pipe{delay: delay, jitter: jitter, rng: rand.New(rand.NewPCG(seed, 4))},
		// A screen and a server never begin together.
		frame: 5 * time.Millisecond, every: time.Second / 60,
	}
	for range 60 { // a match that is running already
		g.srv.advance()
	}
	g.srv.due = 0
	g.connect()
	return g
}

func (g *play) connect() {
	g.up.cut, g.down.cut = false, false
	g.up.send(g.now, g.p.Hello(nil))
}

// drop loses the connection and all that is on its way.
func (g *play) drop() {
	g.up.cut, g.down.cut = true, true
	g.up.frames, g.down.frames = nil, nil
	g.srv.connected = false
}

// run lets time pass.
func (g *play) run(d time.Duration) {
	g.t.Helper()
	const step = time.Millisecond / 2
	for end := g.now + d; g.now < end; g.now += step {
		for f, ok := g.up.next(g.now); ok; f, ok = g.up.next(g.now) {
			if answer := g.srv.receive(g.t, f.at, f.data); answer != nil {
				g.down.send(f.at, answer)
			}
		}
		for g.srv.due <= g.now {
			at := g.srv.due
			if frame := g.srv.advance(); len(frame) > 0 {
				g.down.send(at, frame)
			}
		}
		if g.hidden || g.now < g.frame {
			continue
		}
		g.draw(g.frame)
		g.frame += g.every
		if g.uneven != nil {
			g.frame += g.uneven() - g.every
		}
	}
}

// draw is one frame of the screen.
func (g *play) draw(now time.Duration) {
	g.t.Helper()
	for f, ok := g.down.next(now); ok; f, ok = g.down.next(now) {
		g.recorded = append(g.recorded, f.data)
		if err := g.p.Frame(f.at, f.data); err != nil {
			g.t.Fatalf("frame %x: %v", f.data, err)
		}
	}
	if g.hold != nil {
		g.p.SetInput(g.hold(g.n))
	}
	g.n++
	g.p.Advance(now)
	v := g.p.View(now)
	if g.seen != nil {
		g.seen(v)
	}
	if out := g.p.Outgoing(now, nil); len(out) > 0 {
		g.up.send(now, out)
	}
}

// show says the screen comes back after having been hidden.
func (g *play) show() {
	g.hidden = false
	g.frame = g.now
}

// lively holds other things every now and then, as a player does who never stays long.
func lively(seed uint64) func(int) game.Input {
	rng := rand.New(rand.NewPCG(seed, 5))
	var in game.Input
	return func(frame int) game.Input {
		if rng.IntN(12) == 0 {
			in.Thrust = uint8(rng.IntN(game.Thrusts))
		}
		in.Aim = uint16(int(in.Aim)+rng.IntN(61)-30) & (game.AimSteps - 1)
		in.Buttons = 0
		if frame%40 == 0 {
			in.Buttons |= game.Fire
		}
		if rng.IntN(60) == 0 {
			in.Buttons |= game.Dash
		}
		return in
	}
}
