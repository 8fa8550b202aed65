package match

import (
	"slices"

	"bankshot/game"
	"bankshot/game/brain"
)

// pilot is a computer with a ship of its own.
type pilot struct {
	seat     game.Seat
	strength brain.Strength
	brain    brain.Pilot
	team     uint8
}

// mix is the order in which strengths come into a match: mostly weak ones, so that whoever flies for the first time
// wins fights.
var mix = [...]brain.Strength{
	brain.Rookie, brain.Regular, brain.Rookie, brain.Regular, brain.Ace, brain.Rookie, brain.Regular,
}

// pilotsWanted is how many pilots make so many people Config.Fill ships, or as many as the mode has places for. Teams get
// as many as it takes to have them even, even beyond that, where there are pilots at all.
func (m *Match) pilotsWanted(people int, s *sides) int {
	if m.cfg.Fill == 0 {
		return 0
	}
	want := max(min(m.cfg.Fill, m.places())-people, 0)
	if s.teams {
		want = max(want, s.people[0]-s.people[1]-1, s.people[1]-s.people[0]-1)
	}
	return min(want, game.MaxShips-people)
}

// dismiss lets pilots go until there are no more than wanted, out of the larger team if it has any.
func (m *Match) dismiss(want int, s *sides, e *game.Entry) {
	for len(m.pilots) > want {
		i := m.leaver(s.larger())
		if i < 0 {
			i = m.leaver(game.NoTeam)
		}
		p := &m.pilots[i]
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactLeave, Seat: p.seat})
		s.leave(p.team, false)
		m.pilots = slices.Delete(m.pilots, i, i+1)
	}
}

// recruitUpTo lets pilots come until there are as many as wanted.
func (m *Match) recruitUpTo(want int, s *sides, e *game.Entry) {
	for len(m.pilots) < want {
		p := m.recruit()
		p.team = s.forPilot()
		s.join(p.team, false)
		e.Facts = append(e.Facts, game.Fact{
			Kind: game.FactJoin, Seat: p.seat, Name: brain.Name(m.hatched), Pilot: true, Team: p.team,
		})
		m.hatched++
	}
}

// leaver is the pilot who goes next, of a team or, for NoTeam, of all: one that is dead, else the one with the least
// score, so that nobody's fight ends for no reason; -1 where there is none.
func (m *Match) leaver(team uint8) int {
	best, rank := -1, 0
	for i := range m.pilots {
		if team != game.NoTeam && m.pilots[i].team != team {
			continue
		}
		at := m.state.ShipOf(m.pilots[i].seat)
		if at < 0 {
			return i
		}
		r := int(m.state.Ships[at].Score)
		if m.state.Ships[at].Alive {
			r += 1 << 16
		}
		if best < 0 || r < rank {
			best, rank = i, r
		}
	}
	return best
}

// recruit makes a pilot in the lowest free pilot seat.
func (m *Match) recruit() *pilot {
	seat := game.FirstPilotSeat
	for slices.ContainsFunc(m.pilots, func(p pilot) bool { return p.seat == seat }) {
		seat++
	}
	s := mix[m.hatched%len(mix)]
	m.pilots = append(m.pilots, pilot{seat: seat, strength: s, brain: m.hatch(seat, s, m.state.Tick)})
	return &m.pilots[len(m.pilots)-1]
}

// hatch makes a brain as one of that tick.
func (m *Match) hatch(seat game.Seat, s brain.Strength, tick game.Tick) brain.Pilot {
	return brain.New(seat, s, m.cfg.Seed+uint64(tick)*0x9E3779B97F4A7C15)
}

// standIn is the brain that flies a person's ship.
func (m *Match) standIn(seat game.Seat, p *person) *brain.Pilot {
	if p.brain == nil {
		b := m.hatch(seat, regular, p.born)
		p.brain = &b
	}
	return p.brain
}
