package match

import (
	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/server/room"
)

// person is what the match knows of a seat.
type person struct {
	name     string
	presence room.Presence
	hold     hold
	// brain flies the ship while its person is away or silent.
	brain brain.Pilot
}

func (p *person) plays() bool { return p.presence == room.Here || p.presence == room.Away }

// flown says that a computer should fly this person's ship now.
func (p *person) flown() bool {
	return p.presence == room.Away || p.hold.missing > silentTicks
}

// Seat notes who is where; the next Step makes it true. Who gives no name gets one, and keeps it.
func (m *Match) Seat(seat room.Seat, name string, presence room.Presence) {
	if int(seat) >= len(m.people) {
		return
	}
	p := &m.people[seat]
	if presence == room.Gone {
		*p = person{}
		return
	}
	if name == "" {
		if name = p.name; name == "" {
			name = guestName(m.nextGuest())
		}
	}
	if !p.plays() {
		p.brain = m.hatch(game.Seat(seat), brain.Regular)
	}
	if presence == room.Here && p.presence != room.Here {
		p.hold = hold{}
	}
	p.name, p.presence = name, presence
}

// muster compares who should have a ship with who has one, and appends the facts that make them equal: first who
// leaves, so that there is room, then who changes, then who comes.
func (m *Match) muster(e *game.Entry) {
	for i := range m.state.Ships {
		s := &m.state.Ships[i]
		if s.Seat < game.FirstPilotSeat && !m.people[s.Seat].plays() {
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactLeave, Seat: s.Seat})
		}
	}
	m.fill(e)
	for i := range m.people {
		p := &m.people[i]
		if !p.plays() {
			continue
		}
		seat := game.Seat(i)
		at := m.state.ShipOf(seat)
		if at < 0 {
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: p.name, Pilot: p.flown()})
			continue
		}
		ship := &m.state.Ships[at]
		if ship.Name != p.name {
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactRename, Seat: seat, Name: p.name})
		}
		if ship.Pilot != p.flown() {
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactPilot, Seat: seat, Pilot: p.flown()})
		}
	}
}
