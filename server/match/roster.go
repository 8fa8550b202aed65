package match

import (
	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/server/room"
)

// regular is how well the ship of who is away is flown.
var regular = brain.Regular

// person is what the match knows of a seat.
type person struct {
	name     string
	presence room.Presence
	hold     hold
	// brain flies the ship while its person is away or silent. It is hatched when it is first needed, which it mostly never
	// is, as one of the tick born: a room has many more seats than people in need of a pilot, and a brain is large.
	brain *brain.Pilot
	born  game.Tick
	// crew says that the person has a place in this round; line is the place in the line for one, lower ones come first.
	crew bool
	line uint32
	// team is the one that the person joins with the next entry.
	team uint8
	// vote is the choice that the person votes for, counted from 1; 0 for none yet.
	vote uint8
}

func (p *person) plays() bool { return p.presence == room.Here || p.presence == room.Away }

// crewed and waits part those who play into who has a place in this round and who has not.
func (p *person) crewed() bool { return p.crew && p.plays() }
func (p *person) waits() bool  { return !p.crew && p.plays() }

// flown says that a computer should fly this person's ship now.
func (p *person) flown() bool {
	return p.presence == room.Away || p.hold.missing > silentTicks
}

// Seat notes who is where; the next Step makes it true. Who gives no name gets one, and keeps it.
func (m *Match) Seat(seat room.Seat, name string, presence room.Presence) {
	if int(seat) >= len(m.people) {
		return
	}
	// Who comes has heard neither of the vote nor of the line.
	m.vote.changed, m.lineChanged = true, true
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
		p.brain, p.born = nil, m.state.Tick
	}
	if presence == room.Here && p.presence != room.Here {
		p.hold = hold{}
	}
	p.name, p.presence = name, presence
	if !p.plays() {
		p.crew, p.line, p.vote = false, 0, 0
	} else if p.line == 0 {
		p.line = m.nextInLine()
	}
}

// muster compares who should have a ship with who has one, and appends the facts that make them equal: first who
// leaves, so that there is room, then who changes, then who comes. In modes with teams it keeps these even.
func (m *Match) muster(e *game.Entry) {
	m.enlist()
	sides := m.countSides()
	for i := range m.state.Ships {
		s := &m.state.Ships[i]
		if s.Seat < game.FirstPilotSeat && !m.people[s.Seat].crewed() {
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactLeave, Seat: s.Seat})
			sides.leave(s.Team, true)
		}
	}
	people := 0
	for i := range m.people {
		p := &m.people[i]
		if !p.crewed() {
			continue
		}
		people++
		if m.state.ShipOf(game.Seat(i)) < 0 {
			p.team = sides.forPerson()
			sides.join(p.team, true)
		}
	}
	want := m.pilotsWanted(people, &sides)
	m.dismiss(want, &sides, e)
	for i := range m.people {
		if p := &m.people[i]; p.crewed() {
			m.changes(game.Seat(i), p, e)
		}
	}
	m.recruitUpTo(want, &sides, e)
	m.evenOut(&sides, e)
}

// changes appends what makes a person's ship what it should be.
func (m *Match) changes(seat game.Seat, p *person, e *game.Entry) {
	at := m.state.ShipOf(seat)
	if at < 0 {
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: p.name, Pilot: p.flown(), Team: p.team})
		return
	}
	ship := &m.state.Ships[at]
	if ship.Name != p.name {
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactRename, Seat: seat, Name: p.name})
	}
	if ship.Pilot != p.flown() {
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactPilot, Seat: seat, Pilot: p.flown()})
	}
}
