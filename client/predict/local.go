package predict

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// Local shows a match that is stepped here, as a range is, or a recording; there, nobody's seat is mine (game.NoSeat). Without
// a server there is one time only, and everything is drawn in it, by the very same means as a match elsewhere.
type Local struct {
	p    Predictor
	a, b game.Public // my ship alone, between two ticks
}

// NewLocal is for a match in this arena, in which I have that seat.
func NewLocal(a *arena.Arena, seat game.Seat) *Local {
	l := &Local{}
	l.p.arena, l.p.seat, l.p.draw.watch = a, seat, game.NoSeat
	return l
}

// View is what is to be drawn frac of a tick after a, b being one tick after it; held is what I hold, events are those of
// the ticks since the View before. It is valid until the next call.
func (l *Local) View(a, b *game.State, frac float32, held game.Input, events []game.Event) *View {
	p := &l.p
	v := &p.draw.view
	time := float64(a.Tick) + float64(frac)
	*v = View{
		Ready: true, Tick: time, Others: time, Arena: p.arena, Round: b.Round, Phase: b.Phase, Mode: b.Mode,
		Seat: p.seat, Me: -1, PhaseLeft: max(int32(float64(b.PhaseEnd)-time), 0),
		Ships: v.Ships[:0], Shots: v.Shots[:0], AimLine: v.AimLine[:0], Events: append(v.Events[:0], events...),
		Pickups: v.Pickups[:0], Beams: v.Beams[:0], Goals: v.Goals[:0],
	}
	p.replica.Public, p.held = b.Public, held
	all := span{&a.Public, &b.Public, frac, time}
	mine := l.mine(a, b, frac, time)
	p.drawShips(v, all, mine, 0)
	p.drawGround(v, all, span{})
	v.Broken = append(v.Broken[:0], a.Broken...)
	p.drawSpan(v, all)
	p.drawAimLine(v, mine)
	if i := b.ShipOf(p.seat); i >= 0 && v.Me >= 0 {
		me := &v.Ships[v.Me]
		me.DashReady = 1 - max(float32(b.Private[i].DashIn)+1-frac, 0)/game.DashCooldown
		me.Energy = float32(b.Private[i].Energy) / game.MaxEnergy
	}
	for i := range events {
		if isBeam(&events[i]) {
			p.draw.beams.known(events[i:], p.seat, time)
		}
	}
	p.tellWhere(v.Events, b.Pickups)
	p.drawBeams(v)
	v.Focus = p.focus(v)
	return v
}

// mine is my ship by itself, which is how it is drawn where it points now.
func (l *Local) mine(a, b *game.State, frac float32, time float64) span {
	i, k := a.ShipOf(l.p.seat), b.ShipOf(l.p.seat)
	if i < 0 || k < 0 {
		return span{}
	}
	only := func(dst *game.Public, from *game.State, i int) {
		ships := append(dst.Ships[:0], from.Ships[i])
		*dst = from.Public
		dst.Ships = ships
	}
	only(&l.a, a, i)
	only(&l.b, b, k)
	return span{&l.a, &l.b, frac, time}
}
