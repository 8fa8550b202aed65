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
			m.tell(&snap.Notice{
				Kind: snap.NoticeKill, Seat: ev.Seat, Other: ev.Other, Banks: ev.Banks, Points: ev.Amount,
				Weapon: ev.Weapon, Returned: ev.Returned, Revenge: ev.Revenge, Streak: ev.Streak, Length: ev.Length,
				Name: m.nameOf(ev.Seat), OtherName: m.nameOf(ev.Other), HelperName: m.nameOf(ev.Helper),
			})
		case ev.Kind == game.EventPhase && game.Phase(ev.Amount) == game.Results:
			m.tellResults()
		}
	}
}

// tellResults tells who won, who was best at what, and the shot of the round.
func (m *Match) tellResults() {
	if m.state.Mode.Teams() {
		score := m.state.TeamScore
		for n, points := range score {
			if points >= score[1-n] {
				m.tell(&snap.Notice{
					Kind: snap.NoticeWin, Team: game.TeamOne + uint8(n), Seat: game.NoSeat, Other: game.NoSeat, Points: points,
				})
			}
		}
	} else {
		for _, seat := range m.state.Leaders(nil) {
			w := &m.state.Ships[m.state.ShipOf(seat)]
			m.tell(&snap.Notice{Kind: snap.NoticeWin, Seat: seat, Other: game.NoSeat, Points: w.Score, Name: w.Name})
		}
	}
	for _, n := range awards(nil, &m.state.Public) {
		m.tell(&n)
	}
	if best, ok := m.shots.bestShot(); ok {
		if m.cfg.Recording != nil {
			if best.Link = m.cfg.Recording(); len(best.Link) > snap.MaxLinkBytes {
				best.Link = ""
			}
		}
		m.notices = append(m.notices, snap.AppendBestShot(nil, &best))
	}
}

func (m *Match) tell(n *snap.Notice) {
	m.notices = append(m.notices, snap.AppendNotice(nil, n))
}

func (m *Match) nameOf(seat game.Seat) string {
	if i := m.state.ShipOf(seat); i >= 0 {
		return m.state.Ships[i].Name
	}
	return ""
}
