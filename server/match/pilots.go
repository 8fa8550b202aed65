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
}

// mix is the order in which strengths come into a match: mostly weak ones, so that whoever flies for the first time
// wins fights.
var mix = [...]brain.Strength{
	brain.Rookie, brain.Regular, brain.Rookie, brain.Regular, brain.Ace, brain.Rookie, brain.Regular,
}

// fill lets pilots come and go until people and pilots together are Config.Fill, people first.
func (m *Match) fill(e *game.Entry) {
	people := 0
	for i := range m.people {
		if m.people[i].plays() {
			people++
		}
	}
	want := max(m.cfg.Fill-people, 0)
	for len(m.pilots) > want {
		i := m.leaver()
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactLeave, Seat: m.pilots[i].seat})
		m.pilots = slices.Delete(m.pilots, i, i+1)
	}
	for len(m.pilots) < want {
		p := m.recruit()
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactJoin, Seat: p.seat, Name: brain.Name(m.hatched), Pilot: true})
		m.hatched++
	}
}

// leaver is the pilot who goes next: one that is dead, else the one with the least score, so that nobody's fight ends
// for no reason.
func (m *Match) leaver() int {
	best, rank := 0, int(^uint(0)>>1)
	for i := range m.pilots {
		at := m.state.ShipOf(m.pilots[i].seat)
		if at < 0 {
			return i
		}
		r := int(m.state.Ships[at].Score)
		if m.state.Ships[at].Alive {
			r += 1 << 16
		}
		if r < rank {
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
	m.pilots = append(m.pilots, pilot{seat: seat, strength: s, brain: m.hatch(seat, s)})
	return &m.pilots[len(m.pilots)-1]
}

func (m *Match) hatch(seat game.Seat, s brain.Strength) brain.Pilot {
	return brain.New(seat, s, m.cfg.Seed+uint64(m.state.Tick)*0x9E3779B97F4A7C15)
}
