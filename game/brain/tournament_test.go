package brain

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// newMelee is a match of pilots of these strengths, one a seat.
func newMelee(a *arena.Arena, seed uint64, strengths ...Strength) *pit {
	p := &pit{arena: a, chart: Survey(a), state: game.NewMatch(a, arena.FreeForAll, seed)}
	for i, s := range strengths {
		seat := game.FirstPilotSeat + game.Seat(i)
		p.pilots = append(p.pilots, New(seat, s, seed))
		p.entry.Facts = append(p.entry.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: Name(i), Pilot: true})
	}
	return p
}

// account is what happened in the rounds of a tournament.
type account struct {
	kills, banked, selfs, rounds int
	// points, ships, shots and hits are by strength.
	points, ships, shots, hits [3]int
}

// play plays one round with two Rookies more or less than Aces, so that seats favour nobody over all.
func (acc *account) play(a *arena.Arena, seed uint64) {
	order := [...]int{0, 1, 2, 2, 1, 0, 0, 1, 2}
	var strengths []Strength
	var of [8]int
	for i := range of {
		of[i] = order[(i+int(seed))%len(order)]
		strengths = append(strengths, Strengths()[of[i]])
		acc.ships[of[i]]++
	}
	p := newMelee(a, seed, strengths...)
	for p.state.Phase != game.Results {
		for _, ev := range p.step() {
			if p.state.Phase != game.Playing {
				continue
			}
			switch ev.Kind {
			case game.EventFired:
				acc.shots[of[ev.Seat-game.FirstPilotSeat]]++
			case game.EventHit:
				if ev.Other != ev.Seat {
					acc.hits[of[ev.Other-game.FirstPilotSeat]]++
				}
			case game.EventKilled:
				acc.kills++
				if ev.Shot.Seat() == ev.Seat {
					acc.selfs++
				} else if ev.Banks > 0 {
					acc.banked++
				}
			}
		}
	}
	for i := range p.state.Ships {
		acc.points[of[i]] += int(p.state.Ships[i].Score)
	}
	acc.rounds++
}

// The same seeds give the same rounds everywhere, so this is exact, not a matter of luck.
func TestAcesOutscoreRegularsWhoOutscoreRookiesAndMostKillsAreBanked(t *testing.T) {
	var acc account
	for _, a := range arenasFor(t, arena.FreeForAll)[:3] {
		for seed := range uint64(2) {
			acc.play(a, seed)
		}
	}
	var score [3]float64
	for k := range score {
		score[k] = float64(acc.points[k]) / float64(acc.ships[k])
	}
	t.Logf("%d rounds, %d kills, %d of them banked, %d by their own shots; points a ship: Rookies %.1f, Regulars %.1f, Aces %.1f; shots %v, hits %v",
		acc.rounds, acc.kills, acc.banked, acc.selfs, score[0], score[1], score[2], acc.shots, acc.hits)
	if score[0]*5/4 > score[1] || score[1]*5/4 > score[2] {
		t.Errorf("the strengths are too much alike: %.1f, %.1f, %.1f points a ship", score[0], score[1], score[2])
	}
	if acc.banked*10 < acc.kills*6 {
		t.Errorf("only %d of %d kills came by a bank", acc.banked, acc.kills)
	}
	if acc.selfs*100 > acc.kills*8 {
		t.Errorf("%d of %d died of their own shots", acc.selfs, acc.kills)
	}
	if acc.kills < acc.rounds*3*10 {
		t.Errorf("eight pilots made only %d kills in %d rounds", acc.kills, acc.rounds)
	}
}
