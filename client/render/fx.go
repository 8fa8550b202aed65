package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
)

// maxParticles bounds the sparks; when all are flying, the oldest makes room. maxShocks bounds the rings likewise.
const (
	maxParticles = 768
	maxShocks    = 48
	maxFlashes   = 64
)

// particle is a spark: a short line along its way. Times in ticks, speeds in units a tick.
type particle struct {
	x, y, vx, vy float32
	age, life    float32
	drag, width  float32
	color        Color
}

// shock is a ring that grows, or shrinks, and lights the grid where it passes.
type shock struct {
	at        predict.Point
	from, to  float32
	age, life float32
	grid      float32
	color     Color
}

// hitFlash whitens a ship, or its mirror.
type hitFlash struct {
	seat   game.Seat
	mirror bool
	left   float32
}

// effects is everything that decorates and that the rules know nothing of, in rings of fixed size.
type effects struct {
	particles [maxParticles]particle
	shocks    [maxShocks]shock
	flashes   [maxFlashes]hitFlash
	nextP     int
	nextS     int
	nextF     int
	// time is how many ticks have passed. soft forbids all flashes; hulls and grid bound them.
	time  float32
	soft  bool
	hulls hullGovernors
	grid  governor
	// rand is for looks only, so it needn't be the same for anyone else.
	rand uint32
}

// clear lets everything be gone at once. What has flashed is remembered: a cut is no reason to flash again.
func (e *effects) clear() {
	*e = effects{rand: e.rand, time: e.time, soft: e.soft, hulls: e.hulls, grid: e.grid}
}

// advance moves everything on by some ticks.
func (e *effects) advance(ticks float32) {
	if e.time += ticks; e.time > longTime {
		e.time, e.hulls, e.grid = 0, hullGovernors{}, governor{}
	}
	for i := range e.particles {
		p := &e.particles[i]
		if p.age >= p.life {
			continue
		}
		p.age += ticks
		p.x, p.y = p.x+p.vx*ticks, p.y+p.vy*ticks
		keep := max(0, 1-p.drag*ticks)
		p.vx, p.vy = p.vx*keep, p.vy*keep
	}
	for i := range e.shocks {
		e.shocks[i].age += ticks
	}
	for i := range e.flashes {
		e.flashes[i].left -= ticks
	}
}

func (e *effects) draw(light *Batch, cam *Camera) {
	pen := Pen{light, cam}
	for i := range e.shocks {
		s := &e.shocks[i]
		if s.age >= s.life {
			continue
		}
		t := s.age / s.life
		out := 1 - (1-t)*(1-t)
		radius := s.from + (s.to-s.from)*out
		if !cam.Sees(s.at, radius+80) {
			continue
		}
		k := (1 - t) * (1 - t)
		if s.grid > 0 {
			pen.Pulse(s.at, radius*1.35, 30+40*s.grid, s.color.Times(k*0.7*s.grid))
		}
		pen.Ring(s.at, radius, shockStroke, s.color.Times(k))
	}
	for i := range e.particles {
		p := &e.particles[i]
		at := predict.Point{X: p.x, Y: p.y}
		if p.age >= p.life || !cam.Sees(at, 30) {
			continue
		}
		k := 1.6 * (1 - p.age/p.life)
		stroke := sparkStroke
		stroke.Core *= p.width
		tail := predict.Point{X: p.x - p.vx*1.8, Y: p.y - p.vy*1.8}
		pen.Fade(at, tail, stroke, p.color.Times(k), p.color.Times(k*0.25))
	}
}

// flash is how white the ship in a seat is, 1..0.
func (e *effects) flash(seat game.Seat) float32 {
	for i := range e.flashes {
		if f := &e.flashes[i]; f.left > 0 && f.seat == seat && !f.mirror {
			return f.left / flashTicks
		}
	}
	return 0
}

// mirrored is how bright the mirror of the ship in a seat is from what it has just returned, 1..0.
func (e *effects) mirrored(seat game.Seat) float32 {
	for i := range e.flashes {
		if f := &e.flashes[i]; f.left > 0 && f.seat == seat && f.mirror {
			return f.left / mirrorTicks
		}
	}
	return 0
}

// sparks throws n particles around dir, within spread radians to each side.
func (e *effects) sparks(at predict.Point, n int, dir, spread, speed, life, width float32, c Color) {
	for range n {
		sin, cos := sincos(dir + spread*(2*e.float()-1))
		v := speed * (0.35 + 0.65*e.float())
		e.particles[e.nextP] = particle{
			x: at.X, y: at.Y, vx: cos * v, vy: sin * v,
			life: life * (0.5 + 0.5*e.float()), drag: 0.055, width: width, color: c.Mix(FlashColor, 0.3*e.float()),
		}
		e.nextP = (e.nextP + 1) % maxParticles
	}
}

func (e *effects) ring(at predict.Point, from, to, life, grid float32, c Color) {
	if grid >= brightGrid && (e.soft || !e.grid.allow(e.time)) {
		grid, c = grid*dimmed, c.Times(0.6)
	}
	e.shocks[e.nextS] = shock{at: at, from: from, to: to, life: life, grid: grid, color: c}
	e.nextS = (e.nextS + 1) % maxShocks
}

func (e *effects) whiten(seat game.Seat) {
	if e.soft || !e.hulls.allow(seat, e.time) {
		return
	}
	e.flashes[e.nextF] = hitFlash{seat, false, flashTicks}
	e.nextF = (e.nextF + 1) % maxFlashes
}

// longTime is when time begins anew: float32 tells ticks apart until then.
const longTime = 1 << 20

func (e *effects) gleam(seat game.Seat) {
	if e.soft {
		return
	}
	e.flashes[e.nextF] = hitFlash{seat, true, mirrorTicks}
	e.nextF = (e.nextF + 1) % maxFlashes
}

// float is in [0, 1): a xorshift.
func (e *effects) float() float32 {
	if e.rand == 0 {
		e.rand = 0x9e3779b9
	}
	e.rand ^= e.rand << 13
	e.rand ^= e.rand >> 17
	e.rand ^= e.rand << 5
	return float32(e.rand>>8) / (1 << 24)
}

const around = math.Pi
