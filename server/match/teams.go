package match

import "bankshot/game"

// sides counts who plays for each team as it will be after the facts so far, in a mode with teams; elsewhere nobody plays
// for one.
type sides struct {
	teams         bool
	people, ships [2]int
	score         [2]int16
}

// countSides counts the ships there are, and tells pilots for whom they fly.
func (m *Match) countSides() sides {
	s := sides{teams: m.state.Mode.Teams(), score: m.state.TeamScore}
	for i := range m.state.Ships {
		ship := &m.state.Ships[i]
		s.join(ship.Team, ship.Seat < game.FirstPilotSeat)
	}
	if s.teams {
		for i := range m.pilots {
			if at := m.state.ShipOf(m.pilots[i].seat); at >= 0 {
				m.pilots[i].team = m.state.Ships[at].Team
			}
		}
	}
	return s
}

func (s *sides) join(team uint8, person bool)  { s.count(team, person, 1) }
func (s *sides) leave(team uint8, person bool) { s.count(team, person, -1) }

func (s *sides) count(team uint8, person bool, n int) {
	if team == game.NoTeam {
		return
	}
	s.ships[team-1] += n
	if person {
		s.people[team-1] += n
	}
}

// forPerson is the team that a person joins: the one with fewer people, then with fewer ships, then with less score.
// Pilots make room where that makes too many.
func (s *sides) forPerson() uint8 {
	switch {
	case !s.teams:
		return game.NoTeam
	case s.people[0] != s.people[1]:
		return smaller(s.people[0], s.people[1])
	}
	return s.forPilot()
}

// forPilot is the team that a pilot joins: the one with fewer ships, then with less score.
func (s *sides) forPilot() uint8 {
	switch {
	case !s.teams:
		return game.NoTeam
	case s.ships[0] != s.ships[1]:
		return smaller(s.ships[0], s.ships[1])
	}
	return smaller(int(s.score[0]), int(s.score[1]))
}

func smaller(one, two int) uint8 {
	if two < one {
		return game.TeamTwo
	}
	return game.TeamOne
}

// larger is the team with more ships, NoTeam for neither.
func (s *sides) larger() uint8 {
	switch {
	case s.ships[0] > s.ships[1]:
		return game.TeamOne
	case s.ships[1] > s.ships[0]:
		return game.TeamTwo
	}
	return game.NoTeam
}

// evenOut moves pilots until no team has more than one ship more than the other. People are moved between rounds only, by
// game.State.NewRound: where no pilot flies, teams stay uneven until then.
func (m *Match) evenOut(s *sides, e *game.Entry) {
	for s.ships[0]-s.ships[1] > 1 || s.ships[1]-s.ships[0] > 1 {
		from := s.larger()
		i := m.leaver(from)
		if i < 0 {
			return
		}
		to := game.TeamOne + game.TeamTwo - from
		p := &m.pilots[i]
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactTeam, Seat: p.seat, Team: to})
		s.leave(from, false)
		s.join(to, false)
		p.team = to
	}
}
