package match

import (
	"errors"
	"slices"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/server/room"
)

func TestACheckpointGoesOnElsewhereTickForTick(t *testing.T) {
	m := newMatch(t, 8, 8)
	m.Seat(0, "Ana", room.Here)
	for range 900 {
		m.Step(nil)
	}
	saved := m.Checkpoint(nil)
	other := newMatch(t, 8, 8)
	if err := other.Restore(saved); err != nil {
		t.Fatal(err)
	}
	other.Seat(0, "Ana", room.Here)
	if m.state.Hash() != other.state.Hash() || !slices.Equal(m.state.Private, other.state.Private) {
		t.Fatal("the restored match differs")
	}
	for range 300 {
		other.Step(nil)
	}
	if len(other.state.Ships) != 8 {
		t.Errorf("%d ships went on", len(other.state.Ships))
	}
}

func TestADamagedCheckpointIsRefusedAndChangesNothing(t *testing.T) {
	m := newMatch(t, 8, 8)
	for range 300 {
		m.Step(nil)
	}
	saved := m.Checkpoint(nil)
	hash := m.state.Hash()
	for n := range saved {
		if m.Restore(saved[:n]) == nil {
			t.Fatalf("the first %d bytes of %d were taken for a checkpoint", n, len(saved))
		}
	}
	bad := slices.Clone(saved)
	bad[0]++
	if m.Restore(bad) == nil {
		t.Error("another version was taken for ours")
	}
	if m.state.Hash() != hash {
		t.Error("a refused checkpoint changed the match")
	}
}

// wide is a match with something of everything, which another one like it can go on with.
func wide(t testing.TB) *Match {
	t.Helper()
	m, err := New(Config{
		Grounds: courts(t, "teams hill", "capture", "hill", "duel", "capture teams"), Modes: 1<<arena.Matched - 1, Seed: 5, Players: 8, Fill: 6,
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sameFuture steps two matches side by side, with the same votes and people, until the second round is under way.
func sameFuture(t *testing.T, m, other *Match) {
	t.Helper()
	round := m.state.Round
	for m.state.Round == round || m.state.Phase != game.Countdown {
		one, two := m.Step(nil), other.Step(nil)
		if one.Reset != two.Reset || m.at != other.at {
			t.Fatalf("tick %d: %v and %v", m.state.Tick, m.at, other.at)
		}
		if m.state.Mode == other.state.Mode && len(m.state.Ships) != len(other.state.Ships) {
			t.Fatalf("tick %d: %d and %d ships", m.state.Tick, len(m.state.Ships), len(other.state.Ships))
		}
	}
}

func TestAVoteGoesOnAfterACheckpoint(t *testing.T) {
	for seed := range uint64(6) {
		m := wide(t)
		m.chance = seed
		m.come(0, 1, 2)
		m.step(t)
		m.skipTo(t, game.Results)
		m.steps(t, 30)
		if err := m.Command(1, snap.AppendVote(nil, 2)); err != nil {
			t.Fatal(err)
		}
		if seed == 5 {
			m.steps(t, game.ResultsTicks-voteShown) // decided, and not yet carried out
		}
		other := wide(t)
		if err := other.Restore(m.Checkpoint(nil)); err != nil {
			t.Fatal(err)
		}
		other.come(0, 1, 2)
		if seed%2 == 0 { // a tie, for the stream to decide
			for _, world := range []*Match{m, other} {
				if err := world.Command(0, snap.AppendVote(nil, 0)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if m.tally() != other.tally() || !slices.Equal(m.vote.choices, other.vote.choices) || m.vote.taken != other.vote.taken {
			t.Fatalf("%+v became %+v", m.vote, other.vote)
		}
		sameFuture(t, m, other)
	}
}

func TestTheLineOfADuelOutlivesACheckpoint(t *testing.T) {
	m := newGame(t, arena.Duel, 8, 2)
	for _, seat := range []room.Seat{5, 3, 4, 0} {
		m.come(seat)
		m.step(t)
	}
	other := newGame(t, arena.Duel, 8, 2)
	if err := other.Restore(m.Checkpoint(nil)); err != nil {
		t.Fatal(err)
	}
	other.come(0, 3, 4, 5) // in another order than they came
	other.step(t)
	other.wantFlying(t, "restored", 3, 5)
	if !slices.Equal(m.waiting(), other.waiting()) {
		t.Errorf("the line %v became %v", m.waiting(), other.waiting())
	}
	other.nextDuel(t)
	other.wantFlying(t, "the next round", 0, 4)
}

func TestTheShotOfTheRoundAndThoseInFlightOutliveACheckpoint(t *testing.T) {
	m := newGame(t, arena.Teams, 8, 8)
	m.step(t)
	m.skipTo(t, game.Playing)
	for range 3 * 60 * game.TickHz {
		m.step(t)
		if m.shots.made && len(m.state.Shots) > 3 {
			break
		}
	}
	other := newGame(t, arena.Teams, 8, 8)
	if err := other.Restore(m.Checkpoint(nil)); err != nil {
		t.Fatal(err)
	}
	want, _ := m.shots.bestShot()
	got, ok := other.shots.bestShot()
	if !ok || !slices.Equal(got.Path, want.Path) || got.Name != want.Name || got.VictimName != want.VictimName || got.Tick != want.Tick ||
		other.shots.best.length != m.shots.best.length || other.shots.best.person != m.shots.best.person {
		t.Errorf("%+v became %+v", want, got)
	}
	if !other.shots.matches(other.state.Shots) {
		t.Error("the shots in flight are not followed")
	}
	if other.state.Mode != arena.Teams || other.state.Hash() != m.state.Hash() || other.hatched != m.hatched {
		t.Error("the restored match differs")
	}
}

func TestACheckpointOfWhatIsNotPlayedHereIsRefused(t *testing.T) {
	m := newGame(t, arena.Hill, 8, 2)
	m.step(t)
	if err := newGame(t, arena.Capture, 8, 2).Restore(m.Checkpoint(nil)); !errors.Is(err, ErrCheckpoint) {
		t.Errorf("%v", err)
	}
}

func FuzzRestore(f *testing.F) {
	m := wide(f)
	m.come(0, 1, 2)
	for range 200 {
		m.Step(nil)
	}
	saved := m.Checkpoint(nil)
	f.Add(saved)
	m.state.PhaseEnd = m.state.Tick
	m.state.Phase = game.Overtime
	m.state.TeamScore[0]++
	for range 60 {
		m.Step(nil)
	}
	f.Add(m.Checkpoint(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := m.Restore(saved); err != nil {
			t.Fatal(err)
		}
		if m.Restore(b) == nil {
			for range 20 {
				m.Step(nil)
			}
		}
	})
}
