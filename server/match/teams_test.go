package match

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/server/room"

	"pgregory.net/rapid"
)

// count is who plays for each team, by team.
func (m *Match) count() (people, ships [3]int) {
	for i := range m.state.Ships {
		s := &m.state.Ships[i]
		ships[s.Team]++
		if s.Seat < game.FirstPilotSeat {
			people[s.Team]++
		}
	}
	return people, ships
}

func TestPilotsFillBothTeamsEqually(t *testing.T) {
	for _, mode := range []game.Mode{arena.Teams, arena.Capture} {
		m := newGame(t, mode, 8, 8)
		m.step(t)
		if _, ships := m.count(); ships != [3]int{0, 4, 4} {
			t.Errorf("%v: ships %v", mode, ships)
		}
	}
}

func TestWhoComesJoinsTheTeamWithFewerPeopleAndAPilotMakesRoomThere(t *testing.T) {
	m := newGame(t, arena.Teams, 8, 8)
	m.step(t)
	for i := range m.state.Ships {
		if m.state.Ships[i].Team == game.TeamTwo {
			m.state.Ships[i].Score = -5 // each of them would be the first to go
		}
	}
	for seat := range room.Seat(8) {
		m.come(seat)
		m.step(t)
		people, ships := m.count()
		if people[1]-people[2] > 1 || people[2]-people[1] > 1 || ships != [3]int{0, 4, 4} {
			t.Fatalf("after %d came: people %v, ships %v", seat+1, people, ships)
		}
		for i := range m.events {
			if m.events[i].Kind == game.EventTeam {
				t.Errorf("when seat %d came, the ship of seat %d had to change sides", seat, m.events[i].Seat)
			}
		}
	}
}

func TestOfTwoEvenTeamsWhoComesJoinsTheOneThatIsBehind(t *testing.T) {
	for behind := range 2 {
		m := newGame(t, arena.Teams, 8, 0)
		m.come(0, 1)
		m.step(t)
		m.state.TeamScore[1-behind] = 5
		m.come(2)
		m.step(t)
		if got := m.ship(t, 2).Team; got != game.TeamOne+uint8(behind) {
			t.Errorf("the score is %v, who comes joins team %d", m.state.TeamScore, got)
		}
	}
}

func TestWhenPeopleLeaveOneTeamPilotsMakeItEvenAndNobodyElseIsMoved(t *testing.T) {
	m := newGame(t, arena.Teams, 10, 8)
	m.come(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	m.step(t)
	was := map[room.Seat]uint8{}
	for seat := range room.Seat(10) {
		was[seat] = m.ship(t, game.Seat(seat)).Team
	}
	for seat, team := range was {
		if team == game.TeamOne {
			m.Seat(seat, "", room.Gone)
		}
	}
	m.step(t)
	people, ships := m.count()
	if people != [3]int{0, 0, 5} || ships[2] != 5 || ships[1] < 4 {
		t.Errorf("people %v, ships %v", people, ships)
	}
	for seat, team := range was {
		if team == game.TeamTwo && m.ship(t, game.Seat(seat)).Team != team {
			t.Errorf("seat %d was moved", seat)
		}
	}
}

func TestAPilotChangesSidesWhereThatIsEnough(t *testing.T) {
	m := newGame(t, arena.Teams, 8, 6)
	m.step(t)
	for i := range m.state.Ships {
		m.state.Ships[i].Team = game.TeamTwo // as no rule would leave it
	}
	m.step(t)
	if _, ships := m.count(); ships != [3]int{0, 3, 3} {
		t.Errorf("ships %v", ships)
	}
	if len(m.pilots) != 6 || m.hatched != 6 {
		t.Errorf("%d pilots of %d hatched: they should have stayed", len(m.pilots), m.hatched)
	}
}

func TestWithoutPilotsTeamsAreEvenAgainInTheNextRound(t *testing.T) {
	m := newGame(t, arena.Teams, 8, 0)
	m.come(0, 1, 2, 3, 4, 5)
	m.step(t)
	for seat := range room.Seat(6) {
		if m.ship(t, game.Seat(seat)).Team == game.TeamOne {
			m.Seat(seat, "", room.Gone)
		}
	}
	m.steps(t, 5*game.TickHz)
	if people, _ := m.count(); people != [3]int{0, 0, 3} {
		t.Fatalf("people %v: somebody was moved in the middle of a round", people)
	}
	m.skipTo(t, game.Results)
	m.state.PhaseEnd = m.state.Tick
	m.step(t)
	if people, _ := m.count(); people[1] == 0 || people[1]+people[2] != 3 {
		t.Errorf("people %v", people)
	}
}

func TestALateComerPlaysAtOnceWithNothingScored(t *testing.T) {
	m := newGame(t, arena.Capture, 8, 6)
	m.come(0)
	m.step(t)
	m.skipTo(t, game.Playing)
	m.come(1)
	m.step(t)
	if s := m.ship(t, 1); !s.Alive || s.Score != 0 || s.Team == game.NoTeam {
		t.Errorf("%+v", s)
	}
}

func TestTeamsAreEvenWhoeverComesAndGoes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		fill := rapid.IntRange(1, 12).Draw(r, "fill")
		m := newGame(t, arena.Teams, 12, fill)
		for range rapid.IntRange(1, 25).Draw(r, "changes") {
			m.Seat(room.Seat(rapid.IntRange(0, 11).Draw(r, "seat")), "P", room.Presence(rapid.IntRange(0, 3).Draw(r, "presence")))
			if rapid.IntRange(0, 9).Draw(r, "end") == 0 {
				m.state.Phase, m.state.PhaseEnd = game.Results, m.state.Tick
			}
			m.Step(nil)
			people, ships := m.count()
			if d := ships[1] - ships[2]; d > 1 || d < -1 || ships[0] > 0 {
				r.Fatalf("people %v, ships %v", people, ships)
			}
			if all := people[1] + people[2]; ships[1]+ships[2] < max(fill, all) {
				r.Fatalf("%d ships for a fill of %d and %d people", ships[1]+ships[2], fill, all)
			}
			if err := m.state.Check(m.here().Arena); err != nil {
				r.Fatal(err)
			}
		}
	})
}
