package match

import (
	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// Who of the people has a ship: all of them, but in modes with fewer ships than people. There the others wait in line,
// and see everything meanwhile. A place in the line is had from when somebody comes to play; whoever played a round goes to
// its end when the round is over, the better before the worse, so that of two who have just played the winner stays where
// one of them may. Who is away is passed over while others are here, and keeps the place.

// places is how many ships play in this round.
func (m *Match) places() int {
	if n := game.Modes[m.at.mode].Ships; n > 0 {
		return n
	}
	return game.MaxShips
}

// bounded says that there may be people without a ship.
func (m *Match) bounded() bool { return m.places() < m.cfg.Players }

// free is how many places no person has.
func (m *Match) free() int {
	n := m.places()
	for i := range m.people {
		if m.people[i].crewed() {
			n--
		}
	}
	return n
}

// enlist gives free places to who waits for one. In a round with too few places that goes for its warm-up alone: later
// they wait for the next.
func (m *Match) enlist() {
	if m.bounded() && m.state.Phase != game.Warmup {
		return
	}
	for n := m.free(); n > 0; n-- {
		i := m.foremost()
		if i < 0 {
			return
		}
		p := &m.people[i]
		p.crew = true
		m.lineChanged = true
		if m.state.ShipOf(game.Seat(i)) < 0 {
			p.hold = hold{}
		}
	}
}

// foremost is who waits and comes next, -1 for nobody.
func (m *Match) foremost() int {
	best := -1
	for i := range m.people {
		if p := &m.people[i]; p.waits() && (best < 0 || p.before(&m.people[best])) {
			best = i
		}
	}
	return best
}

// before says whether p comes sooner than q.
func (p *person) before(q *person) bool {
	if (p.presence == room.Here) != (q.presence == room.Here) {
		return p.presence == room.Here
	}
	return p.line < q.line
}

// practice says that the round is one against a pilot, with somebody waiting to play: it is cut short, and the next begins.
func (m *Match) practice() bool {
	if !m.bounded() || m.state.Phase == game.Warmup || m.state.Phase == game.Results || m.free() == 0 {
		return false
	}
	next := m.foremost()
	return next >= 0 && m.people[next].presence == room.Here
}

// standInLine sends those who have played to the end of the line.
func (m *Match) standInLine() {
	if m.bounded() {
		var list [game.MaxShips]int
		for _, i := range m.state.Ranking(list[:0]) {
			if seat := int(m.state.Ships[i].Seat); seat < len(m.people) && m.people[seat].crewed() {
				m.people[seat].line = m.nextInLine()
			}
		}
	}
	for i := range m.people {
		m.people[i].crew = false
	}
	m.lineChanged = true
}

func (m *Match) nextInLine() uint32 {
	m.lined++
	return m.lined
}

// tellLine tells who waits, if that may have changed.
func (m *Match) tellLine() {
	if !m.lineChanged {
		return
	}
	m.lineChanged = false
	line := m.waiting()
	if len(line) > 0 || m.lineTold {
		m.lineTold = len(line) > 0
		m.notices = append(m.notices, snap.AppendLine(nil, line))
	}
}

// waiting is the line, the next one first.
func (m *Match) waiting() snap.Line {
	var line snap.Line
	for i := range m.people {
		p := &m.people[i]
		if !p.waits() {
			continue
		}
		at := len(line)
		for at > 0 && p.before(&m.people[line[at-1].Seat]) {
			at--
		}
		line = append(line, snap.Waiting{})
		copy(line[at+1:], line[at:])
		line[at] = snap.Waiting{Seat: game.Seat(i), Name: p.name}
	}
	return line
}
