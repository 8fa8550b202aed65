package input

import "bankshot/game"

// Stick is a floating stick: where the finger went down, and where it is now.
type Stick struct {
	Held                 bool
	ID                   int
	X0, Y0, X, Y, Radius float32

	age  int
	away bool // it has left the dead zone: no tap any more
}

// The stick's sizes as shares of the screen's height, and how long a tap may last and how long it presses, in Updates.
const (
	stickRadius = 0.15
	stickDead   = 0.2  // of the radius
	stickFire   = 0.7  // of the radius
	mirrorEdge  = 0.17 // of its middle from the right edge
	mirrorDown  = 0.34 // and from the upper one
	mirrorSize  = 0.1
	tapUpdates  = 14
	dashUpdates = 4
)

// sticks are the two thumbs: the left half of the screen moves, the right half aims, and fires past a ring. A tap in
// either dashes. A finger that goes down on the mirror's button holds the mirror and aims with it, wherever it goes.
type sticks struct {
	move, aim, mirror Stick
	dash              int
}

func mirrorPlace(w, h float32) (x, y, radius float32) {
	return w - mirrorEdge*h, mirrorDown * h, mirrorSize * h
}

// fingers follows the fingers and adds what they hold.
func (m *Mapper) fingers(d *Devices, in *game.Input) {
	s := &m.sticks
	mx, my, size := mirrorPlace(d.W, d.H)
	onMirror := func(t Touch) bool { return length(t.X-mx, t.Y-my) <= size }
	s.follow(&s.mirror, d, onMirror)
	s.follow(&s.move, d, func(t Touch) bool { return t.X < d.W/2 })
	s.follow(&s.aim, d, func(t Touch) bool { return t.X >= d.W/2 && !onMirror(t) })
	if s.move.Held || s.aim.Held || s.mirror.Held || s.dash > 0 {
		m.Used = Fingers
	}
	if m.Used != Fingers {
		return
	}
	if x, y, out := s.move.push(); out > stickDead {
		in.Thrust = Thrust(x, y)
		if !s.aim.Held && !s.mirror.Held {
			m.turn(x, y)
		}
	}
	if x, y, out := s.aim.push(); out > stickDead {
		m.turn(x, y)
		if out > stickFire {
			in.Buttons |= game.Fire
		}
	}
	if s.mirror.Held {
		in.Buttons |= game.Mirror
		if x, y, out := s.mirror.push(); out > stickDead {
			m.turn(x, y)
		}
	}
	if s.dash > 0 {
		s.dash--
		in.Buttons |= game.Dash
	}
}

// follow keeps a stick with its finger, or gives it a new one that is where it may begin.
func (s *sticks) follow(k *Stick, d *Devices, begins func(Touch) bool) {
	if k.Held {
		for _, t := range d.Touches {
			if t.ID == k.ID {
				k.X, k.Y = t.X, t.Y
				k.age++
				if _, _, out := k.push(); out > stickDead {
					k.away = true
				}
				return
			}
		}
		if !k.away && k.age < tapUpdates && k != &s.mirror {
			s.dash = dashUpdates
		}
		*k = Stick{}
	}
	for _, t := range d.Touches {
		if begins(t) && t.ID != s.move.id() && t.ID != s.aim.id() && t.ID != s.mirror.id() {
			*k = Stick{Held: true, ID: t.ID, X0: t.X, Y0: t.Y, X: t.X, Y: t.Y, Radius: stickRadius * d.H}
			return
		}
	}
}

// id is the finger that holds the stick, -1 for none.
func (k *Stick) id() int {
	if k.Held {
		return k.ID
	}
	return -1
}

// push is where the stick is pushed, and how far: 1 is its radius.
func (k *Stick) push() (x, y, out float32) {
	if !k.Held || k.Radius <= 0 {
		return 0, 0, 0
	}
	x, y = k.X-k.X0, k.Y-k.Y0
	return x, y, length(x, y) / k.Radius
}
