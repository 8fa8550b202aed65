package snap

import "errors"

// What a player may order, as data of wire.Command:
//
//	vote   byte 0: 1   byte 1: index of the choice in the newest Ballot
const commandVote = 1

// ErrCommand is a command that no player of this version gives.
var ErrCommand = errors.New("unknown command")

// ErrChoice is a vote for something that no Ballot can hold.
var ErrChoice = errors.New("no such choice to vote for")

// AppendVote appends a vote for a choice of the newest Ballot.
func AppendVote(dst []byte, choice uint8) []byte { return append(dst, commandVote, choice) }

// DecodeVote reads what AppendVote wrote.
func DecodeVote(b []byte) (choice uint8, err error) {
	if len(b) != 2 || b[0] != commandVote {
		return 0, ErrCommand
	}
	if b[1] >= MaxChoices {
		return 0, ErrChoice
	}
	return b[1], nil
}
