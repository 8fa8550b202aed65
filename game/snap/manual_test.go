package snap

import (
	"math/bits"
	"testing"

	"bankshot/game"
)

// manual reads the body of a Delta by what doc.go says and nothing else (but the numbers of the contexts, the
// probabilities and the layout of facts, which doc.go refers to): it holds the manual to its word.
type manual struct {
	rest        []byte
	code, width uint32
	p           [contexts]uint32
}

func (m *manual) next() uint32 {
	if len(m.rest) == 0 {
		return 0
	}
	b := m.rest[0]
	m.rest = m.rest[1:]
	return uint32(b)
}

func (m *manual) grow() {
	for m.width < 1<<24 {
		m.width *= 256
		m.code = m.code*256 + m.next()
	}
}

func (m *manual) ask(c context) bool {
	split := uint32(uint64(m.width) * uint64(m.p[c]) / 65536)
	yes := m.code >= split
	if yes {
		m.code -= split
		m.width -= split
		m.p[c] -= m.p[c] / 32
	} else {
		m.width = split
		m.p[c] += (65535 - m.p[c]) / 32
	}
	m.grow()
	return yes
}

func (m *manual) raw(n int) (v uint32) {
	for range n {
		m.width /= 2
		v *= 2
		if m.code >= m.width {
			v++
			m.code -= m.width
		}
		m.grow()
	}
	return v
}

func (m *manual) tree(c context) uint8 {
	n := context(1)
	for range 4 {
		n *= 2
		if m.ask(c + n/2) {
			n++
		}
	}
	return uint8(n - 16)
}

func (m *manual) number() uint32 {
	n := m.raw(6)
	if n == 0 {
		return 0
	}
	return 1<<(n-1) + m.raw(int(n)-1)
}

func (m *manual) signed() int32 {
	v := m.number()
	if v%2 == 1 {
		return -int32(v/2) - 1
	}
	return int32(v / 2)
}

func (m *manual) text() string {
	b := make([]byte, m.raw(5))
	for i := range b {
		b[i] = byte(m.raw(8))
	}
	return string(b)
}

func (m *manual) fact() (f game.Fact) {
	f.Kind = game.FactKind(m.raw(4))
	switch f.Kind {
	case game.FactPhase:
		f.Phase, f.End = game.Phase(m.raw(3)), game.Tick(m.number())
		return f
	case game.FactPickup:
		f.Index, f.Pickup = uint16(m.raw(5)), game.PickupKind(m.raw(3))
		return f
	}
	f.Seat = game.Seat(m.number())
	switch f.Kind {
	case game.FactJoin:
		f.Pilot = m.raw(1) == 1
		f.Team = uint8(m.raw(2))
		f.Name = m.text()
	case game.FactSpawn:
		f.Pos.X = m.signed()
		f.Pos.Y = m.signed()
		f.Aim = uint16(m.raw(12))
	case game.FactPilot:
		f.Pilot = m.raw(1) == 1
	case game.FactRename:
		f.Name = m.text()
	case game.FactTeam:
		f.Team = uint8(m.raw(2))
	}
	return f
}

// remembered is what the manual has a reader keep of a ship.
type remembered struct {
	seat                          game.Seat
	alive, ticked, changed, fired bool
	mirror                        bool
	thrust, lag                   uint8
	aim, turn                     int
}

func shorter(d int) int { return (d%4096+4096+2048)%4096 - 2048 }

func (m *manual) ship(s *remembered) (in game.Input) {
	history := context(3)
	switch {
	case !s.alive:
		history = 0
	case !s.ticked:
		history = 1
	case s.changed:
		history = 2
	}
	in.Thrust = s.thrust
	if m.ask(ctxThrust + history) {
		switch {
		case s.thrust == 0:
			in.Thrust = m.tree(ctxThrustGo) + 1
		case m.ask(ctxThrustStop):
			in.Thrust = 0
		default:
			in.Thrust = (s.thrust-1+m.tree(ctxThrustTurn))%16 + 1
		}
	}
	history = 2
	if !s.alive {
		history = 0
	} else if !s.fired {
		history = 1
	}
	was := context(0)
	if s.mirror {
		was = 1
	}
	s.mirror = m.ask(ctxMirror + was)
	if m.ask(ctxTrigger + history) {
		in.Buttons = game.Fire
		if m.ask(ctxNotFire) {
			in.Buttons = game.Dash
			if m.ask(ctxNotDash) {
				in.Buttons = game.Buttons(m.raw(2))
			}
		}
	}
	s.fired = s.fired || in.Buttons != 0
	if s.mirror {
		in.Buttons |= game.Mirror
	}
	aim := m.aim(s)
	in.Lag = m.lag(s)
	s.lag = in.Lag
	s.changed, s.turn = in.Thrust != s.thrust, shorter(aim-s.aim)
	s.thrust, s.aim, s.ticked = in.Thrust, aim, true
	in.Aim = uint16(aim)
	return in
}

func (m *manual) lag(s *remembered) uint8 {
	history := context(3)
	switch {
	case !s.alive:
		history = 0
	case s.lag == 0:
		history = 1
	case !s.ticked:
		history = 2
	}
	if !m.ask(ctxLag + history) {
		return s.lag
	}
	shorter, b := m.ask(ctxLagBack), 0
	for b < 5 && m.ask(ctxLagBucket+context(b)) {
		b++
	}
	by := 1<<b + int(m.raw(b))
	if shorter {
		by = -by
	}
	return uint8(int(s.lag) + by)
}

func (m *manual) aim(s *remembered) int {
	c, turn := context(4), max(s.turn, -s.turn)
	switch {
	case !s.alive:
		c = 5
	case !s.ticked:
		c = 0
	case turn == 0:
		c = 1
	case turn <= 15:
		c = 2
	case turn <= 63:
		c = 3
	}
	if !m.ask(ctxAim + c) {
		return (s.aim + s.turn + 4096) % 4096
	}
	if s.turn != 0 && m.ask(ctxAimStop+c) {
		return s.aim
	}
	sign := 1
	if m.ask(ctxAimBack+c) != (s.turn < 0) {
		sign = -1
	}
	b := 0
	for b <= 10 && m.ask(ctxAimBucket+11*c+context(b)) {
		b++
	}
	size := 1
	if b > 0 {
		size = 2
		if m.ask(ctxAimTop + context(b)) {
			size = 3
		}
		size = size<<(b-1) + int(m.raw(b-1))
	}
	if bits.Len(uint(size)) != b+1 {
		panic("not in its bucket")
	}
	return (s.aim + s.turn + sign*size + 8192) % 4096
}

// read is the whole of the manual's section on the body.
func (m *manual) read(body []byte, base []game.Ship) (d Delta) {
	m.rest, m.width = body[1:], 1<<32-1
	for i, p := range untouched {
		m.p[i] = uint32(p)
	}
	for range 4 {
		m.code = m.code*256 + m.next()
	}
	ticks := 2
	if m.ask(ctxNotTwo) {
		ticks = int(m.raw(4))
	}
	var ships []remembered
	for _, s := range base {
		ships = append(ships, remembered{seat: s.Seat, alive: s.Alive, thrust: s.Thrust, lag: s.Lag, aim: int(s.Aim), mirror: s.Mirror})
	}
	for range ticks {
		var e game.Entry
		for m.ask(ctxFact) {
			f := m.fact()
			e.Facts = append(e.Facts, f)
			ships = follow(ships, &f)
		}
		for k := range ships {
			e.Inputs = append(e.Inputs, m.ship(&ships[k]))
		}
		d.Entries = append(d.Entries, e)
	}
	if d.HasHash = m.ask(ctxHash); d.HasHash {
		d.Hash = m.raw(32)
	}
	return d
}

func follow(ships []remembered, f *game.Fact) []remembered {
	at := 0
	for at < len(ships) && ships[at].seat < f.Seat {
		at++
	}
	switch f.Kind {
	case game.FactJoin:
		ships = append(ships[:at], append([]remembered{{seat: f.Seat}}, ships[at:]...)...)
	case game.FactLeave:
		ships = append(ships[:at], ships[at+1:]...)
	case game.FactTeam:
		ships[at] = remembered{seat: f.Seat, aim: ships[at].aim, lag: ships[at].lag}
	case game.FactSpawn:
		ships[at] = remembered{seat: f.Seat, alive: true, aim: int(f.Aim), lag: ships[at].lag}
	case game.FactPhase:
		if f.Phase == game.Countdown {
			for i := range ships {
				ships[i] = remembered{seat: ships[i].seat}
			}
		}
	}
	return ships
}

func TestTheManualIsEnoughToReadAMatch(t *testing.T) {
	for _, people := range []int{0, 5} {
		for _, s := range record(t, 8-people, people, 2, 400, 12) {
			var m manual
			got := m.read(AppendDelta(nil, s.base, &s.delta), s.base)
			got.First = s.delta.First
			sameDelta(t, got, s.delta)
		}
	}
}
