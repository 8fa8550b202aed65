package match

import (
	"strings"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/server/room"
)

func TestARoundIsPlayedOnlyWhereAndHowItCanBe(t *testing.T) {
	grounds := courts(t, "free-for-all hill", "teams capture", "duel")
	first := map[setting]bool{}
	for seed := range uint64(60) {
		m, err := New(Config{Grounds: grounds, Seed: seed, Players: 8})
		if err != nil {
			t.Fatal(err)
		}
		first[m.at] = true
		if !grounds[m.at.ground].Arena.Modes.Has(m.at.mode) || m.state.Mode != m.at.mode || m.at.mode == arena.Duel {
			t.Errorf("seed %d: mode %v in %v", seed, m.at.mode, grounds[m.at.ground].Arena.Modes)
		}
	}
	if len(first) != 4 {
		t.Errorf("sixty seeds begin with %v", first)
	}
}

func TestARoomOfOneModeKeepsToIt(t *testing.T) {
	m, err := New(Config{Grounds: courts(t, "free-for-all duel", "duel", "hill"), Modes: 1 << arena.Duel, Players: 8, Fill: 2})
	if err != nil {
		t.Fatal(err)
	}
	for range 6 {
		if m.state.Mode != arena.Duel {
			t.Fatalf("it plays %v", m.state.Mode)
		}
		m.skipTo(t, game.Results)
		m.state.PhaseEnd = m.state.Tick
		m.step(t)
	}
}

func TestAModeWithoutAnArenaIsRefused(t *testing.T) {
	if _, err := New(Config{Grounds: courts(t, "hill"), Modes: 1 << arena.Duel, Players: 8}); err == nil || !strings.Contains(err.Error(), "no arena") {
		t.Errorf("%v", err)
	}
	if _, err := New(Config{Players: 8}); err == nil {
		t.Error("a match in no arena at all")
	}
}

func TestAnArenaThatLacksWhatItsModesNeedIsNoGround(t *testing.T) {
	for name, text := range map[string]string{
		"no base of team two":  strings.Replace(courtText("X", "capture"), "2", ".", 1),
		"three spawns a team":  strings.Replace(courtText("X", "teams"), "..a", "...", 1),
		"no hill":              strings.NewReplacer("H", ".", "I", ".").Replace(courtText("X", "hill")),
		"seven spawns for all": strings.Replace(courtText("X", "free-for-all"), "S", ".", 1),
	} {
		a, err := arena.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := NewGround(a); err == nil {
			t.Errorf("%s: it was taken", name)
		}
	}
}

// ballot is what is voted on once the results of the first round are there.
func ballot(t *testing.T, m *Match) snap.Ballot {
	t.Helper()
	m.step(t)
	m.skipTo(t, game.Results)
	if !m.vote.open() {
		t.Fatal("there is no vote at the results")
	}
	b := snap.Ballot{Taken: m.vote.taken}
	for _, c := range m.vote.choices {
		b.Choices = append(b.Choices, snap.Choice{Arena: m.cfg.Grounds[c.ground].Arena.Name, Mode: c.mode})
	}
	return b
}

func TestThreeDifferentChoicesAreVotedOnOneOfThemOfTheSameModeAndNoneInTheSameArena(t *testing.T) {
	grounds := courts(t, "free-for-all hill", "teams capture", "free-for-all", "hill teams", "capture hill free-for-all")
	for seed := range uint64(100) {
		m, err := New(Config{Grounds: grounds, Seed: seed, Players: 8, Fill: 2})
		if err != nil {
			t.Fatal(err)
		}
		b := ballot(t, m)
		seen, same := map[snap.Choice]bool{}, false
		arenas := map[string]bool{}
		for _, c := range b.Choices {
			seen[c], arenas[c.Arena] = true, true
			same = same || c.Mode == m.at.mode
			if c.Arena == m.here().Arena.Name {
				t.Errorf("seed %d: %s was just played", seed, c.Arena)
			}
		}
		if len(seen) != 3 || len(arenas) != 3 || !same {
			t.Errorf("seed %d: after %v in %s: %+v", seed, m.at.mode, m.here().Arena.Name, b.Choices)
		}
	}
}

func TestTheArenaJustPlayedIsNotOfferedBesideOthersHoweverFew(t *testing.T) {
	for seed := range uint64(20) {
		m, err := New(Config{Grounds: courts(t, "free-for-all hill", "free-for-all hill"), Seed: seed, Players: 8, Fill: 2})
		if err != nil {
			t.Fatal(err)
		}
		b := ballot(t, m)
		if len(b.Choices) != 2 || b.Choices[0].Mode != m.at.mode {
			t.Errorf("seed %d: %+v", seed, b.Choices)
		}
		for _, c := range b.Choices {
			if c.Arena == m.here().Arena.Name {
				t.Errorf("seed %d: %s was just played", seed, c.Arena)
			}
		}
	}
}

func TestWithOneArenaItIsPlayedAgain(t *testing.T) {
	m := newGame(t, arena.FreeForAll, 8, 2)
	if b := ballot(t, m); len(b.Choices) != 1 || b.Choices[0].Arena != "Court A" {
		t.Fatalf("%+v", b)
	}
	m.state.PhaseEnd = m.state.Tick
	m.step(t)
	if m.state.Round != 2 || m.state.Phase != game.Warmup || m.at.ground != 0 {
		t.Errorf("round %d in phase %d", m.state.Round, m.state.Phase)
	}
}

func voting(t *testing.T, seed uint64) *Match {
	t.Helper()
	m, err := New(Config{
		Grounds: courts(t, "hill free-for-all", "free-for-all", "free-for-all", "free-for-all hill"), Seed: seed, Players: 8, Fill: 2,
	})
	if err != nil {
		t.Fatal(err)
	}
	m.come(0, 1, 2)
	m.Seat(5, "Watcher", room.Watching)
	return m
}

func TestTheChoiceWithTheMostVotesIsPlayedNext(t *testing.T) {
	for choice := range uint8(3) {
		m := voting(t, 7)
		b := ballot(t, m)
		for seat, c := range []uint8{(choice + 1) % 3, choice, (choice + 2) % 3} {
			if err := m.Command(room.Seat(seat), snap.AppendVote(nil, c)); err != nil {
				t.Fatal(err)
			}
		}
		if err := m.Command(0, snap.AppendVote(nil, choice)); err != nil { // changes sides
			t.Fatal(err)
		}
		told := of[snap.Ballot](m.steps(t, game.ResultsTicks-voteShown))
		last := told[len(told)-1]
		if last.Taken != choice || last.Choices[choice].Votes != 2 {
			t.Errorf("choice %d: %+v", choice, last)
		}
		m.steps(t, voteShown+1)
		if m.here().Arena.Name != b.Choices[choice].Arena || m.state.Mode != b.Choices[choice].Mode || m.state.Round != 2 {
			t.Errorf("choice %d: %v is played in %s", choice, m.state.Mode, m.here().Arena.Name)
		}
	}
}

func TestTiesAndSilenceAreDecidedByTheSeed(t *testing.T) {
	taken := map[uint8]int{}
	for seed := range uint64(120) {
		m := voting(t, seed)
		ballot(t, m)
		if seed%2 == 0 { // 1:1:0, else nobody votes
			_ = m.Command(0, snap.AppendVote(nil, 0))
			_ = m.Command(1, snap.AppendVote(nil, 1))
		}
		m.state.PhaseEnd = m.state.Tick + voteShown
		m.step(t)
		if m.vote.open() || seed%2 == 0 && m.vote.taken == 2 {
			t.Fatalf("seed %d: taken is %d", seed, m.vote.taken)
		}
		taken[m.vote.taken]++
	}
	if taken[0] < 20 || taken[1] < 20 || taken[2] < 8 {
		t.Errorf("taken: %v", taken)
	}
}

func TestTheBallotIsToldAtOnceThenOnceASecondAtMostAndWhenAllIsTaken(t *testing.T) {
	m := voting(t, 3)
	m.step(t)
	told := of[snap.Ballot](m.skipTo(t, game.Results))
	if len(told) != 1 || told[0].Taken != snap.NoChoice || len(told[0].Choices) != 3 {
		t.Fatalf("told %+v", told)
	}
	for n := range uint8(60) {
		if err := m.Command(1, snap.AppendVote(nil, n%3)); err != nil {
			t.Fatal(err)
		}
		told = append(told, of[snap.Ballot](m.step(t))...)
	}
	if len(told) != 2 || told[1].Choices[2].Votes != 1 {
		t.Errorf("told %+v", told)
	}
	if quiet := of[snap.Ballot](m.steps(t, 2*game.TickHz)); len(quiet) != 0 {
		t.Errorf("nothing changed, yet %+v", quiet)
	}
	m.Seat(6, "Late", room.Watching)
	if news := of[snap.Ballot](m.steps(t, 2)); len(news) != 1 {
		t.Errorf("who comes late is told %d ballots", len(news))
	}
	rest := of[snap.Ballot](m.steps(t, game.ResultsTicks))
	if len(rest) != 1 || rest[0].Taken == snap.NoChoice {
		t.Errorf("at the end %+v", rest)
	}
}

func TestAVoteThatCannotBeIsRefusedByName(t *testing.T) {
	m := voting(t, 3)
	m.step(t)
	refused := func(seat room.Seat, b []byte, want string) {
		t.Helper()
		if err := m.Command(seat, b); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want something about %q", err, want)
		}
	}
	refused(0, snap.AppendVote(nil, 0), ErrNoVote.Error())
	m.skipTo(t, game.Results)
	refused(0, snap.AppendVote(nil, 3), "no such choice")
	refused(0, snap.AppendVote(nil, 200), "no such choice")
	refused(0, []byte{1}, "unknown command")
	refused(0, nil, "unknown command")
	refused(5, snap.AppendVote(nil, 0), ErrWatches.Error())
	refused(7, snap.AppendVote(nil, 0), ErrWatches.Error())
	refused(9999, snap.AppendVote(nil, 0), ErrWatches.Error())
	m.vote.choices = m.vote.choices[:2]
	refused(0, snap.AppendVote(nil, 2), "between 2")
	m.steps(t, game.ResultsTicks-voteShown)
	refused(0, snap.AppendVote(nil, 0), ErrNoVote.Error())
}

func TestTheVoteOfWhoLeavesOrWatchesCountsNoMore(t *testing.T) {
	m := voting(t, 3)
	ballot(t, m)
	for seat := range room.Seat(3) {
		if err := m.Command(seat, snap.AppendVote(nil, 1)); err != nil {
			t.Fatal(err)
		}
	}
	m.Seat(0, "", room.Gone)
	m.Seat(1, "", room.Watching)
	m.Seat(2, "", room.Away)
	if got := m.tally(); got != [snap.MaxChoices]uint8{0, 1, 0} {
		t.Errorf("votes %v", got)
	}
}

func TestTheListOfRoomsHearsOfAChangeOnce(t *testing.T) {
	m := newGame(t, arena.Hill, 8, 3)
	if got := m.Step(nil).About; got == nil || *got != (room.About{Mode: "hill", Arena: "Court A", Phase: "warm-up", Pilots: 3}) {
		t.Fatalf("%+v", got)
	}
	if got := m.Step(nil).About; got != nil {
		t.Errorf("nothing has changed, yet %+v", got)
	}
	m.come(0)
	if got := m.Step(nil).About; got == nil || got.Pilots != 2 {
		t.Errorf("%+v", got)
	}
}
