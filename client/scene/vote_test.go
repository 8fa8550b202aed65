package scene

import (
	"errors"
	"testing"

	"bankshot/client/input"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
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

// aGameAtTheBallot is a client that sees the results and an open vote.
func aGameAtTheBallot(t *testing.T) *Game {
	t.Helper()
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	v := aView()
	v.Phase, v.PhasePassed = game.Results, voteAfter
	g := &Game{renderer: r, view: v, match: &match{pred: predict.New(predict.Config{}), told: newChronicle()}}
	r.Frame(844, 390, 1, v)
	g.match.told.vote.told(aBallot(snap.NoChoice))
	return g
}

func TestEveryDeviceCanVote(t *testing.T) {
	third := func(g *Game) (x, y float32) {
		c := ui.On(g.renderer)
		card := g.match.told.layout(c.W, c.H).cards[2]
		px, py := g.renderer.Cam.Left+card.MiddleX()*g.renderer.UI, g.renderer.Cam.Top+(card.Y+20)*g.renderer.UI
		return px, py
	}
	for what, vote := range map[string]func(g *Game){
		"a click": func(g *Game) {
			x, y := third(g)
			g.ballot(&input.Devices{Clicked: true, CursorX: x, CursorY: y, ClickX: x, ClickY: y})
		},
		"a tap": func(g *Game) {
			x, y := third(g)
			g.ballot(&input.Devices{Clicked: true, ClickX: x, ClickY: y, Touches: []input.Touch{{ID: 1, X: x, Y: y}}})
		},
		"its number": func(g *Game) { g.ballot(&input.Devices{Number: 3}) },
		"the pad": func(g *Game) {
			g.ballot(&input.Devices{Forth: true})
			g.ballot(&input.Devices{Forth: true})
			g.ballot(&input.Devices{Accepted: true, Start: true})
		},
		"the pad the other way round": func(g *Game) {
			g.ballot(&input.Devices{Back: true})
			g.ballot(&input.Devices{Accepted: true, Start: true})
		},
	} {
		g := aGameAtTheBallot(t)
		if vote(g); g.match.told.vote.mine != 2 || g.match.told.vote.asked == 0 {
			t.Errorf("%s did not vote: %+v", what, g.match.told.vote)
		}
	}
}

func TestWhoFiresWhenTheRoundEndsDoesNotVote(t *testing.T) {
	g := aGameAtTheBallot(t)
	g.view.PhasePassed = voteAfter - 1
	c := ui.On(g.renderer)
	card := g.match.told.layout(c.W, c.H).cards[0]
	x, y := g.renderer.Cam.Left+card.MiddleX()*g.renderer.UI, g.renderer.Cam.Top+(card.Y+20)*g.renderer.UI
	g.ballot(&input.Devices{Clicked: true, ClickX: x, ClickY: y})
	g.ballot(&input.Devices{Accepted: true})
	if g.match.told.vote.mine != -1 {
		t.Error("it voted")
	}
}

func TestTheSameVoteTwiceIsSentOnce(t *testing.T) {
	g := aGameAtTheBallot(t)
	g.ballot(&input.Devices{Number: 1})
	first := g.match.told.vote.asked
	g.ballot(&input.Devices{Number: 1})
	if g.match.told.vote.asked != first {
		t.Error("it was sent again")
	}
	g.ballot(&input.Devices{Number: 2})
	if g.match.told.vote.asked == first || g.match.told.vote.mine != 1 {
		t.Error("a change of mind was not sent")
	}
}
