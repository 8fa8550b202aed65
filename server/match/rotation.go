package match

import (
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// Usual are the modes of a room that nobody has asked a mode of. A mode for so many ships alone leaves most people of a
// room out, so that it has rooms of its own.
func Usual() arena.ModeSet {
	var usual arena.ModeSet
	for mode := range arena.Matched {
		if game.Modes[mode].Ships == 0 {
			usual = usual.With(mode)
		}
	}
	return usual
}

// setting is where and how a round is played.
type setting struct {
	ground int // an index of Config.Grounds
	mode   game.Mode
}

// settings are all there are: every ground in each mode of the set that it was made for.
func settings(grounds []Ground, modes arena.ModeSet) []setting {
	var all []setting
	for g := range grounds {
		for mode := range arena.Matched {
			if modes.Has(mode) && grounds[g].Arena.Modes.Has(mode) {
				all = append(all, setting{g, mode})
			}
		}
	}
	return all
}

// draw is a number below n from the match's own stream (SplitMix64): the rules' one must not depend on votes.
func (m *Match) draw(n int) int {
	m.chance += 0x9E3779B97F4A7C15
	z := m.chance
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int((z ^ z>>31) >> 33 % uint64(n))
}

// What makes a choice worth offering. The arena just played is offered only where there is no other; beyond that, one
// choice keeps the mode and the others differ, in their arenas first.
const (
	worthAnotherArena = 8
	worthSameMode     = 4
	worthFreshArena   = 2
	worthFreshMode    = 1
)

// choices are up to snap.MaxChoices settings to go on with, no two the same.
func (m *Match) choices() []setting {
	var chosen []setting
	for len(chosen) < snap.MaxChoices {
		best, most, ties := setting{}, -1, 0
		for _, s := range m.settings {
			worth, ok := m.worth(s, chosen)
			if !ok || worth < most {
				continue
			}
			if worth > most {
				most, ties = worth, 0
			}
			// Of several that are worth the same each has the same chance.
			if ties++; m.draw(ties) == 0 {
				best = s
			}
		}
		if most < 0 || len(chosen) > 0 && most < worthAnotherArena && chosen[0].ground != m.at.ground {
			break
		}
		chosen = append(chosen, best)
	}
	return chosen
}

func (m *Match) worth(s setting, chosen []setting) (worth int, ok bool) {
	freshArena, freshMode := true, true
	for _, c := range chosen {
		if c == s {
			return 0, false
		}
		freshArena = freshArena && c.ground != s.ground
		freshMode = freshMode && c.mode != s.mode
	}
	if s.ground != m.at.ground {
		worth += worthAnotherArena
	}
	if len(chosen) == 0 {
		if s.mode == m.at.mode {
			worth += worthSameMode
		}
		return worth, true
	}
	if freshArena {
		worth += worthFreshArena
	}
	if freshMode {
		worth += worthFreshMode
	}
	return worth, true
}

// over says that the next round begins with this tick.
func (m *Match) over() bool {
	return m.state.Phase == game.Results && m.state.Tick >= m.state.PhaseEnd || m.practice()
}

// nextRound goes on with what was voted for, or once more with the same where the round was cut short. Pilots come along,
// with their plans forgotten.
func (m *Match) nextRound() {
	m.standInLine()
	if m.state.Phase == game.Results {
		m.at = m.taken()
	}
	m.vote = vote{}
	m.state.NewRound(m.here().Arena, m.at.mode)
	m.pending, m.decided, m.cut = 0, 0, true
	m.shots.reset()
	for i := range m.pilots {
		m.pilots[i].brain = m.hatch(m.pilots[i].seat, m.pilots[i].strength, m.state.Tick)
	}
	for i := range m.people {
		m.people[i].vote = 0
		m.people[i].brain, m.people[i].born = nil, m.state.Tick
	}
}
