package match

import (
	"slices"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// flying are the seats that have a ship, pilots as game.NoSeat.
func (m *Match) flying() (seats []game.Seat) {
	for i := range m.state.Ships {
		if s := m.state.Ships[i].Seat; s < game.FirstPilotSeat {
			seats = append(seats, s)
		} else {
			seats = append(seats, game.NoSeat)
		}
	}
	return seats
}

func (m *Match) wantFlying(t *testing.T, when string, want ...game.Seat) {
	t.Helper()
	if got := m.flying(); !slices.Equal(got, want) {
		t.Fatalf("%s: %v fly, want %v", when, got, want)
	}
}

// nextDuel ends the round under way; Ships[0] wins.
func (m *Match) nextDuel(t *testing.T) []any {
	t.Helper()
	told := m.skipTo(t, game.Results)
	m.state.PhaseEnd = m.state.Tick
	return append(told, m.step(t)...)
}

func TestADuelHasTwoShipsWhateverTheFill(t *testing.T) {
	m := newGame(t, arena.Duel, 8, 8)
	m.step(t)
	m.wantFlying(t, "nobody is here", game.NoSeat, game.NoSeat)
	m.come(3)
	m.step(t)
	m.wantFlying(t, "alone, against a pilot", 3, game.NoSeat)
	m.come(1)
	m.step(t)
	m.wantFlying(t, "both in the warm-up", 1, 3)
	m.come(0, 5)
	m.step(t)
	m.wantFlying(t, "two more have come", 1, 3)
}

func TestThoseWhoHaveWaitedLongestPlayTheNextDuelAndTheWinnerStaysWhereOneMay(t *testing.T) {
	m := newGame(t, arena.Duel, 8, 2)
	for _, seat := range []room.Seat{4, 2, 0} {
		m.come(seat)
		m.step(t)
	}
	m.wantFlying(t, "the first two", 2, 4)
	m.nextDuel(t) // 2 wins
	m.wantFlying(t, "who waited, and the winner", 0, 2)
	m.nextDuel(t) // 0 wins; 4 has waited
	m.wantFlying(t, "who waited, and the winner", 0, 4)
	m.come(6)
	m.step(t)
	m.wantFlying(t, "in the warm-up of a full duel", 0, 4)
	m.nextDuel(t)
	m.wantFlying(t, "the two who waited longest", 2, 6)
}

func TestEverybodyIsToldTheLine(t *testing.T) {
	m := newGame(t, arena.Duel, 8, 2)
	m.come(0, 1)
	if lines := of[snap.Line](m.step(t)); len(lines) != 0 {
		t.Errorf("nobody waits, yet %v", lines)
	}
	m.come(4)
	m.step(t)
	m.come(3)
	lines := of[snap.Line](m.step(t))
	if want := (snap.Line{{Seat: 4, Name: "PE"}, {Seat: 3, Name: "PD"}}); len(lines) != 1 || !slices.Equal(lines[0], want) {
		t.Errorf("the line is %v, want %v", lines, want)
	}
	lines = of[snap.Line](m.nextDuel(t))
	if want := (snap.Line{{Seat: 0, Name: "PA"}, {Seat: 1, Name: "PB"}}); len(lines) != 1 || !slices.Equal(lines[0], want) {
		t.Errorf("in the next round the line is %v, want %v", lines, want)
	}
	m.Seat(0, "", room.Gone)
	m.Seat(1, "", room.Watching)
	if lines = of[snap.Line](m.step(t)); len(lines) != 1 || len(lines[0]) != 0 {
		t.Errorf("nobody waits any more: %v", lines)
	}
}

func TestWhoIsAwayIsPassedOverAndKeepsThePlaceInTheLine(t *testing.T) {
	m := newGame(t, arena.Duel, 8, 2)
	m.come(0, 1)
	m.step(t)
	for _, seat := range []room.Seat{2, 3} {
		m.come(seat)
		m.step(t)
	}
	m.Seat(2, "", room.Away)
	m.nextDuel(t) // 0 wins
	m.wantFlying(t, "one of two is away", 0, 3)
	m.Seat(2, "", room.Here)
	m.nextDuel(t)
	m.wantFlying(t, "back", 1, 2)
}

func TestAPracticeDuelEndsWhenSomebodyComesToPlay(t *testing.T) {
	m := newGame(t, arena.Duel, 8, 2)
	m.come(0)
	m.step(t)
	m.skipTo(t, game.Playing)
	round := m.state.Round
	m.come(1)
	out := m.Step(nil)
	if !out.Reset || m.state.Round != round+1 || m.state.Phase != game.Warmup {
		t.Fatalf("reset %v, round %d in phase %d", out.Reset, m.state.Round, m.state.Phase)
	}
	m.wantFlying(t, "the new round", 0, 1)
	m.skipTo(t, game.Playing)
	m.come(2)
	if m.Step(nil).Reset {
		t.Error("a duel between people was cut short")
	}
	m.wantFlying(t, "a third waits", 0, 1)
	m.Seat(1, "", room.Gone)
	if !m.Step(nil).Reset {
		t.Error("one has left, another waits, and nothing happens")
	}
	m.wantFlying(t, "who waited has come in", 0, 2)
}

func TestWhoWaitsFliesNothingAndMayVote(t *testing.T) {
	m := newGame(t, arena.Duel, 8, 2)
	m.come(0, 1, 2)
	m.step(t)
	for range 10 {
		m.Step([]room.Input{payload(2, m.state.Tick+1, game.Input{Thrust: 1, Buttons: game.Fire})})
	}
	m.wantFlying(t, "two play", 0, 1)
	if len(m.asks) != 2 {
		t.Errorf("%d ask for something", len(m.asks))
	}
	m.skipTo(t, game.Results)
	if err := m.Command(2, snap.AppendVote(nil, 0)); err != nil {
		t.Error(err)
	}
}

func TestAllPeopleFlyWhereThereAreShipsForAll(t *testing.T) {
	m := newGame(t, arena.FreeForAll, 8, 0)
	m.come(0, 1, 2, 3, 4, 5, 6, 7)
	told := m.step(t)
	if len(m.state.Ships) != 8 || len(of[snap.Line](told)) != 0 {
		t.Errorf("%d ships, told %v", len(m.state.Ships), told)
	}
}
