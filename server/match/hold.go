package match

import (
	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

// silentTicks is for how long nothing may be heard of a person before a pilot takes the ship.
const silentTicks = 3 * game.TickHz

// hold is what the last payloads of a person said.
type hold struct {
	last    game.Input
	missing game.Tick // ticks since the last payload
	pressed game.Buttons
}

// hear takes a payload. Garbage counts as missing: the gateway has bounded it, but only the game knows what it means. A
// late one is too late to fly by; what it pressed anew enters the next tick, so that no press is ever lost.
func (h *hold) hear(in *room.Input) (heard bool) {
	asked, err := snap.DecodeInput(in.Data[:min(int(in.Len), wire.MaxPayload)])
	if err != nil {
		return false
	}
	if in.Late {
		h.pressed |= asked.Buttons &^ h.last.Buttons
		return false
	}
	asked.Lag = lagOf(in)
	h.last, h.missing = asked, 0
	return true
}

// lagOf is by how much a person saw the others late, in 1/game.LagParts of a tick.
func lagOf(in *room.Input) uint8 {
	const part = wire.ViewUnits / game.LagParts
	return uint8(min((in.Tick*wire.ViewUnits-in.View+part/2)/part, game.MaxLag))
}

// ask is what the person is taken to want in this tick.
func (h *hold) ask(heard bool) game.Input {
	in := h.last
	if !heard {
		h.missing = min(h.missing+1, silentTicks+1)
		in = in.Held(h.missing)
	}
	in.Buttons |= h.pressed
	h.pressed = 0
	return in
}

// ask collects what everybody asks for in this tick: people from their payloads, ships without a person at the stick
// from their pilots. Inputs come in ascending order of seat.
func (m *Match) ask(inputs []room.Input) {
	m.asks = m.asks[:0]
	for i := range m.people {
		p := &m.people[i]
		heard := false
		for len(inputs) > 0 && int(inputs[0].Seat) <= i {
			if int(inputs[0].Seat) == i {
				heard = p.hold.hear(&inputs[0]) || heard
			}
			inputs = inputs[1:]
		}
		if !p.crewed() {
			continue
		}
		in := p.hold.ask(heard)
		if p.flown() {
			in = m.standIn(game.Seat(i), p).Think(&m.state.Public, m.here().chart())
		}
		m.asks = append(m.asks, game.Ask{Seat: game.Seat(i), Input: in})
	}
	for i := range m.pilots {
		p := &m.pilots[i]
		m.asks = append(m.asks, game.Ask{Seat: p.seat, Input: p.brain.Think(&m.state.Public, m.here().chart())})
	}
}
