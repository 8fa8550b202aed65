package scene

import (
	"errors"
	"testing"

	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

func aBallot(taken uint8) snap.Ballot {
	return snap.Ballot{Taken: taken, Choices: []snap.Choice{
		{Arena: "Crossfire", Mode: arena.FreeForAll}, {Arena: "Mirror Halls", Mode: arena.Teams}, {Arena: "Six Pockets", Mode: arena.Duel},
	}}
}

func TestWithoutABallotThereIsNothingToVoteFor(t *testing.T) {
	v := newVote()
	if v.there() || v.open() || v.wants(0) {
		t.Error("a vote was wanted")
	}
}

func TestAVoteIsMineAtOnceAndCountsWhenItIsAnswered(t *testing.T) {
	v := newVote()
	v.told(aBallot(snap.NoChoice))
	if !v.wants(1) || v.wants(3) || v.wants(-1) {
		t.Fatal("the choices are not those of the ballot")
	}
	v.cast(7, 1)
	if v.mine != 1 || v.kept != -1 || v.wants(1) || !v.wants(2) {
		t.Errorf("cast: %+v", v)
	}
	v.answered(&wire.Reply{N: 6, Error: "another command"})
	if v.mine != 1 || v.refused != "" {
		t.Errorf("the answer to another command changed it: %+v", v)
	}
	v.answered(&wire.Reply{N: 7})
	if v.mine != 1 || v.kept != 1 {
		t.Errorf("answered: %+v", v)
	}
}

func TestARefusedVoteIsTakenBackAndItsReasonShown(t *testing.T) {
	v := newVote()
	v.told(aBallot(snap.NoChoice))
	v.cast(1, 0)
	v.answered(&wire.Reply{N: 1})
	v.cast(2, 2)
	v.answered(&wire.Reply{N: 2, Error: "too late"})
	if v.mine != 0 || v.refused != "too late" {
		t.Errorf("%+v", v)
	}
	v.cast(3, 1)
	if v.refused != "" {
		t.Error("the old reason stands beside a new vote")
	}
	v.failed(errors.New("no room"))
	if v.refused != "no room" {
		t.Errorf("%+v", v)
	}
}

func TestNewCountsOfTheSameVoteKeepMineAndAnotherVoteForgetsIt(t *testing.T) {
	v := newVote()
	v.told(aBallot(snap.NoChoice))
	v.cast(1, 2)
	counted := aBallot(snap.NoChoice)
	counted.Choices[2].Votes = 1
	v.told(counted)
	if v.mine != 2 || v.ballot.Choices[2].Votes != 1 {
		t.Errorf("%+v", v)
	}
	v.told(aBallot(1))
	if v.mine != 2 || v.open() || !v.there() || v.wants(0) {
		t.Errorf("taken: %+v", v)
	}
	v.told(aBallot(snap.NoChoice))
	if v.mine != -1 || !v.open() {
		t.Errorf("the same choices, next time: %+v", v)
	}
	v.cast(2, 0)
	next := aBallot(snap.NoChoice)
	next.Choices[1].Arena = "Pinball"
	v.told(next)
	if v.mine != -1 {
		t.Errorf("another vote: %+v", v)
	}
}
