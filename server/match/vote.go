package match

import (
	"errors"
	"fmt"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// voteShown is how long before the next round the vote ends, so that everybody sees what was taken.
const voteShown = 2 * game.TickHz

// Why a vote is refused.
var (
	ErrNoVote  = errors.New("there is nothing to vote for now")
	ErrWatches = errors.New("who only watches has no vote")
)

// vote is what is voted on at the results. Who votes for what stands in Match.people.
type vote struct {
	choices []setting
	// taken is an index of choices, snap.NoChoice while the vote is open; without choices it means nothing.
	taken uint8
	// changed says that the ballot is to be told anew; told is when that was done last.
	changed bool
	told    game.Tick
}

// open says that votes count now.
func (v *vote) open() bool { return len(v.choices) > 0 && v.taken == snap.NoChoice }

// Command takes a vote: a person's only one, until the next.
func (m *Match) Command(seat room.Seat, b []byte) error {
	choice, err := snap.DecodeVote(b)
	switch {
	case err != nil:
		return err
	case int(seat) >= len(m.people) || !m.people[seat].plays():
		return ErrWatches
	case !m.vote.open():
		return ErrNoVote
	case int(choice) >= len(m.vote.choices):
		return fmt.Errorf("%w: the vote is between %d", snap.ErrChoice, len(m.vote.choices))
	}
	if p := &m.people[seat]; p.vote != choice+1 {
		p.vote = choice + 1
		m.vote.changed = true
	}
	return nil
}

// runVote opens the vote with the results, tells how it stands once a second at most, and ends it.
func (m *Match) runVote() {
	if m.state.Phase != game.Results {
		return
	}
	v := &m.vote
	if len(v.choices) == 0 {
		*v = vote{choices: m.choices(), taken: snap.NoChoice, changed: true, told: m.state.Tick - game.TickHz}
	}
	if v.open() && m.state.Tick+voteShown >= m.state.PhaseEnd {
		v.taken = m.favourite()
		m.tellBallot()
	} else if v.changed && m.state.Tick-v.told >= game.TickHz {
		m.tellBallot()
	}
}

// tally counts the votes of those who play.
func (m *Match) tally() (votes [snap.MaxChoices]uint8) {
	for i := range m.people {
		if p := &m.people[i]; p.plays() && p.vote > 0 {
			votes[p.vote-1]++
		}
	}
	return votes
}

// favourite is the choice with the most votes; among several the stream decides, as it does where nobody voted.
func (m *Match) favourite() uint8 {
	votes := m.tally()
	best, ties := 0, 0
	for n := range m.vote.choices {
		switch {
		case votes[n] > votes[best]:
			best, ties = n, 1
		case votes[n] == votes[best]:
			if ties++; m.draw(ties) == 0 {
				best = n
			}
		}
	}
	return uint8(best)
}

// taken is the setting of the next round.
func (m *Match) taken() setting {
	if m.vote.open() {
		m.vote.taken = m.favourite()
	}
	if len(m.vote.choices) == 0 {
		return m.at
	}
	return m.vote.choices[m.vote.taken]
}

func (m *Match) tellBallot() {
	m.vote.changed, m.vote.told = false, m.state.Tick
	votes := m.tally()
	b := snap.Ballot{Taken: m.vote.taken}
	for n, c := range m.vote.choices {
		b.Choices = append(b.Choices, snap.Choice{Arena: m.cfg.Grounds[c.ground].Arena.Name, Mode: c.mode, Votes: votes[n]})
	}
	m.notices = append(m.notices, snap.AppendBallot(nil, &b))
}
