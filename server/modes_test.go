package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// told are the room events of a kind that have reached a person.
func told[T any](p *person, kind snap.NoticeKind, decode func([]byte) (T, error)) []T {
	p.place.t.Helper()
	var all []T
	for i := range p.feed {
		if snap.KindOf(p.feed[i].Data) != kind {
			continue
		}
		one, err := decode(p.feed[i].Data)
		if err != nil {
			p.place.t.Error(err)
		}
		all = append(all, one)
	}
	return all
}

// Two people play a round of every mode that may be asked for, vote at its end, and find themselves where they voted for.
func TestARoundOfEachModeEndsInTheArenaThatWasVotedFor(t *testing.T) {
	for mode := range arena.Matched {
		t.Run(mode.String(), func(t *testing.T) {
			if testing.Short() && mode != arena.Duel {
				t.Skip("it plays whole rounds; the shortest has to do")
			}
			inFakeTime(t, func(w *place) {
				room := link.RoomOf(mode.String())
				ana := w.opens(room, predict.Config{Name: "Ana"})
				bo := w.opens(room, predict.Config{Name: "Bo"})
				w.until(patience, "both have ships", func() bool { return ana.flies() && bo.flies() })
				state := ana.side.Replica()
				if ana.side.Room() != bo.side.Room() || state.Mode != mode {
					t.Fatalf("Ana is in %s, Bo in %s, %v is played", ana.side.Room(), bo.side.Room(), state.Mode)
				}
				one, two := ana.ship().Team, bo.ship().Team
				if mode.Teams() != (one != two) || mode.Teams() == (one == game.NoTeam) {
					t.Errorf("they play for the teams %d and %d", one, two)
				}
				if ships := len(state.Ships); mode == arena.Duel && ships != 2 || mode != arena.Duel && ships != 8 {
					t.Errorf("%d ships", ships)
				}
				limit := time.Duration(game.Modes[mode].Play+game.Modes[mode].Extra)*time.Second/game.TickHz + time.Minute
				w.until(limit, "the results", func() bool { return ana.view.Phase == game.Results && bo.view.Phase == game.Results })
				w.until(time.Second, "a vote", func() bool { return len(told(ana, snap.NoticeBallot, snap.DecodeBallot)) > 0 })
				ballot := told(ana, snap.NoticeBallot, snap.DecodeBallot)[0]
				choice := len(ballot.Choices) - 1
				for _, p := range []*person{ana, bo} {
					if _, err := p.side.Command(snap.AppendVote(nil, uint8(choice))); err != nil {
						t.Fatal(err)
					}
				}
				w.until(time.Minute, "the next round", func() bool { return ana.view.Round > 1 && bo.view.Round > 1 })
				ballots := told(bo, snap.NoticeBallot, snap.DecodeBallot)
				last := ballots[len(ballots)-1]
				if int(last.Taken) != choice || last.Choices[choice].Votes != 2 || ana.view.Arena.Name != ballot.Choices[choice].Arena {
					t.Errorf("they voted for %+v; told was %+v, and they are in %s", ballot.Choices[choice], last, ana.view.Arena.Name)
				}
				if len(ana.notices(snap.NoticeWin)) == 0 {
					t.Error("nobody won")
				}
				shots := told(ana, snap.NoticeBestShot, snap.DecodeBestShot)
				if mode != arena.Duel && (len(shots) != 1 || !strings.Contains(shots[0].Link, "/"+ana.side.Room()+"-1")) {
					t.Errorf("the shot of the round: %+v", shots)
				}
				for _, p := range []*person{ana, bo} {
					if s := p.side.Stats(); s.Desyncs > 0 || s.Broken > 0 || s.Gaps > 0 {
						t.Errorf("%s: %+v", p.name, s)
					}
				}
			}, "-modes", strings.Join(allOf(arena.Matched), ","))
		})
	}
}

// allOf names the modes below one.
func allOf(end game.Mode) (names []string) {
	for m := range end {
		names = append(names, m.String())
	}
	return names
}

func TestAThirdInADuelIsToldTheLineAndPlaysTheNextRound(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays a whole round")
	}
	inFakeTime(t, func(w *place) {
		room := link.RoomOf("duel")
		ana := w.opens(room, predict.Config{Name: "Ana"})
		bo := w.opens(room, predict.Config{Name: "Bo"})
		w.until(patience, "both have ships", func() bool { return ana.flies() && bo.flies() })
		eve := w.opens(room, predict.Config{Name: "Eve"})
		cy := w.opens(ana.side.Room(), predict.Config{Name: "Cy"})
		w.until(patience, "a third by quick match has a duel elsewhere", eve.flies)
		if eve.side.Room() == ana.side.Room() {
			t.Error("quick match sends a third to a duel of two")
		}
		w.until(patience, "who comes by the code is told the line", func() bool { return len(told(cy, snap.NoticeLine, snap.DecodeLine)) > 0 })
		lines := told(cy, snap.NoticeLine, snap.DecodeLine)
		if want := (snap.Line{{Seat: cy.side.Seat(), Name: "Cy"}}); !slices.Equal(lines[0], want) || cy.ship() != nil {
			t.Errorf("the line is %v, and Cy has ship %v", lines, cy.ship())
		}
		w.until(6*time.Minute, "the next round", cy.flies)
		if ships := len(cy.side.Replica().Ships); ships != 2 || cy.view.Round != 2 {
			t.Errorf("%d ships in round %d", ships, cy.view.Round)
		}
	})
}

func TestTheListOfRoomsSaysWhatIsPlayedWhere(t *testing.T) {
	overSockets(t, func(w *place) {
		p := w.opens(link.RoomOf("hill"), predict.Config{Name: "Ana"})
		w.until(patience, "a ship", p.flies)
		want := fmt.Sprintf(`"code":%q,"mode":"hill","arena":%q,"phase":"warm-up","kind":"hill","people":1,"pilots":7`, p.side.Room(), p.view.Arena.Name)
		w.until(patience, "the list says so", func() bool {
			_, body := w.real.get(w.url + "/api/v1/rooms")
			return strings.Contains(body, want)
		})
	})
}
