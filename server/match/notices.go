package match

import (
	"bankshot/game"
	"bankshot/game/snap"
)

// notice writes down what of the last step the room must remember for those who are gone for a moment.
func (m *Match) notice() {
	m.notices = m.notices[:0]
	for i := range m.events {
		ev := &m.events[i]
		switch {
		case ev.Kind == game.EventKilled:
			m.tell(snap.Notice{
				Kind: snap.NoticeKill, Seat: ev.Seat, Other: ev.Other, Banks: ev.Banks, Points: ev.Amount,
				Name: m.nameOf(ev.Seat), OtherName: m.nameOf(ev.Other),
			})
		case ev.Kind == game.EventPhase && game.Phase(ev.Amount) == game.Results:
			for _, seat := range m.state.Leaders(nil) {
				w := &m.state.Ships[m.state.ShipOf(seat)]
				m.tell(snap.Notice{Kind: snap.NoticeWin, Seat: seat, Other: game.NoSeat, Points: w.Score, Name: w.Name})
			}
		}
	}
}

func (m *Match) tell(n snap.Notice) {
	m.notices = append(m.notices, snap.AppendNotice(nil, &n))
}

func (m *Match) nameOf(seat game.Seat) string {
	if i := m.state.ShipOf(seat); i >= 0 {
		return m.state.Ships[i].Name
	}
	return ""
}
