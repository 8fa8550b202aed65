package scene

import (
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// vote is what I make of the newest ballot: none, open, mine asked for, mine counted, refused, taken.
type vote struct {
	ballot snap.Ballot
	// mine is the choice that I see as mine, kept the last one that the server counted; -1 for none.
	mine, kept int
	// asked is the number of the command that waits for its answer, 0 for none.
	asked uint32
	// refused is why the last vote did not count.
	refused string
}

func newVote() vote { return vote{mine: -1, kept: -1} }

// there says that something can be, or was, voted for.
func (v *vote) there() bool { return len(v.ballot.Choices) > 0 }

// open says that a vote still counts.
func (v *vote) open() bool { return v.there() && v.ballot.Taken == snap.NoChoice }

// told takes in a newer ballot: of the same vote as before, or of another, for which nobody has voted yet.
func (v *vote) told(b snap.Ballot) {
	if !v.same(&b) {
		*v = newVote()
	}
	v.ballot = b
}

func (v *vote) same(b *snap.Ballot) bool {
	if len(b.Choices) != len(v.ballot.Choices) || v.ballot.Taken != snap.NoChoice && b.Taken == snap.NoChoice {
		return false
	}
	for i := range b.Choices {
		if b.Choices[i].Arena != v.ballot.Choices[i].Arena || b.Choices[i].Mode != v.ballot.Choices[i].Mode {
			return false
		}
	}
	return true
}

// wants says whether a vote for the choice would change anything.
func (v *vote) wants(choice int) bool {
	return v.open() && choice >= 0 && choice < len(v.ballot.Choices) && choice != v.mine
}

// cast remembers that command n votes for the choice; what was refused before is forgotten.
func (v *vote) cast(n uint32, choice int) { v.mine, v.asked, v.refused = choice, n, "" }

// failed says that the vote could not even be sent.
func (v *vote) failed(err error) { v.refused = err.Error() }

// answered takes in the server's answer to a command: mine counts, or it is taken back and the reason is shown.
func (v *vote) answered(r *wire.Reply) {
	if r.N != v.asked || r.N == 0 {
		return
	}
	v.asked = 0
	if r.Error == "" {
		v.kept = v.mine
		return
	}
	v.mine, v.refused = v.kept, r.Error
}
