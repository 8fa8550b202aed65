package snap

import (
	"errors"

	"bankshot/game"
	"bankshot/game/arena"
)

// MaxChoices is how many arenas are voted for at most.
const MaxChoices = 3

// Ballot is a room event: what may be played next, and how the votes stand. The newest one counts.
//
//	byte 0   NoticeBallot
//	byte 1   number of choices, 1..MaxChoices
//	byte 2   the choice that was taken, 255 while the vote is open
//	choice:  1 byte mode   1 byte votes   a length byte and so many bytes of the arena's name
type Ballot struct {
	Choices []Choice
	// Taken is an index of Choices, NoChoice while the vote is open.
	Taken uint8
}

// NoChoice is no choice.
const NoChoice = 255

// Choice is one thing to vote for.
type Choice struct {
	Arena string
	Mode  game.Mode
	Votes uint8
}

// ErrBallot is a room event that is no ballot of this version.
var ErrBallot = errors.New("snap: malformed ballot")

// AppendBallot appends a ballot of at most MaxChoices.
func AppendBallot(dst []byte, b *Ballot) []byte {
	dst = append(dst, byte(NoticeBallot), byte(len(b.Choices)), b.Taken)
	for i := range b.Choices {
		c := &b.Choices[i]
		dst = append(dst, byte(c.Mode), c.Votes, byte(len(c.Arena)))
		dst = append(dst, c.Arena...)
	}
	return dst
}

// DecodeBallot reads what AppendBallot wrote; the only error is ErrBallot.
func DecodeBallot(b []byte) (Ballot, error) {
	if KindOf(b) != NoticeBallot || len(b) < 3 || b[1] == 0 || b[1] > MaxChoices || b[2] != NoChoice && b[2] >= b[1] {
		return Ballot{}, ErrBallot
	}
	out := Ballot{Taken: b[2]}
	n := int(b[1])
	b = b[3:]
	for range n {
		if len(b) < 2 || game.Mode(b[0]) >= arena.Matched {
			return Ballot{}, ErrBallot
		}
		c := Choice{Mode: game.Mode(b[0]), Votes: b[1]}
		var ok bool
		if c.Arena, b, ok = cutText(b[2:], arena.MaxNameBytes); !ok {
			return Ballot{}, ErrBallot
		}
		out.Choices = append(out.Choices, c)
	}
	if len(b) != 0 {
		return Ballot{}, ErrBallot
	}
	return out, nil
}
