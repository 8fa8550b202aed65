package match

import (
	"strings"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// court is an arena for every mode: the left half, and the right one as its mirror.
var court = []string{
	"#################", "#...............#", "#..a....S.......#", "#...............#", "#...............#",
	"#..a......1.....#", "#...............#", "#.............H.#", "#...............#", "#..a....S.......#",
	"#...............#", "#...............#", "#..a....S...S...#", "#...............#", "#...............#", "#################",
}

func courtText(name, modes string) string {
	mirrored := strings.NewReplacer("a", "b", "1", "2", "H", "I")
	var b strings.Builder
	b.WriteString("name: " + name + "\nmodes: " + modes + "\n\n")
	for i, left := range court {
		half := []byte(left[:16] + ".")
		if i == 0 || i == len(court)-1 {
			half = []byte(left)
		}
		right := make([]byte, len(half))
		for k := range half {
			right[len(half)-1-k] = half[k]
		}
		b.WriteString(string(half) + mirrored.Replace(string(right)) + "\n")
	}
	return b.String()
}

// courts are so many grounds for these modes, with names of their own.
func courts(t testing.TB, modes ...string) []Ground {
	t.Helper()
	var grounds []Ground
	for i, m := range modes {
		a, err := arena.Parse([]byte(courtText("Court "+string(rune('A'+i)), m)))
		if err != nil {
			t.Fatal(err)
		}
		g, err := NewGround(a)
		if err != nil {
			t.Fatal(err)
		}
		grounds = append(grounds, g)
	}
	return grounds
}

// newGame is a match of one mode in one arena.
func newGame(t testing.TB, mode game.Mode, players, fill int) *Match {
	t.Helper()
	m, err := New(Config{
		Grounds: courts(t, mode.String()), Modes: arena.ModeSet(0).With(mode), Seed: 4, Players: players, Fill: fill,
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// skipTo goes on to a phase by moving its clock, and gives all that was told meanwhile.
func (m *Match) skipTo(t testing.TB, phase game.Phase) (told []any) {
	t.Helper()
	for range 10 {
		if m.state.Phase == phase {
			return told
		}
		m.state.PhaseEnd = m.state.Tick + 1
		if m.state.Phase == game.Playing && phase == game.Results && len(m.state.Ships) > 0 {
			// Somebody leads, so that there is no overtime.
			m.state.Ships[0].Score += 3
			m.state.TeamScore[0] += 3
		}
		told = append(told, m.step(t)...)
	}
	t.Fatalf("it never comes to phase %d", phase)
	return nil
}

// step is one tick without inputs, and what it told.
func (m *Match) step(t testing.TB) (told []any) {
	t.Helper()
	for _, ev := range m.Step(nil).Events {
		told = append(told, readEvent(t, ev))
	}
	if err := m.state.Check(m.here().Arena); err != nil {
		t.Fatalf("tick %d: %v", m.state.Tick, err)
	}
	return told
}

// steps is some of them.
func (m *Match) steps(t testing.TB, n int) (told []any) {
	t.Helper()
	for range n {
		told = append(told, m.step(t)...)
	}
	return told
}

// of picks what was told of one kind.
func of[T any](told []any) (list []T) {
	for _, v := range told {
		if one, ok := v.(T); ok {
			list = append(list, one)
		}
	}
	return list
}

func notices(told []any, kind snap.NoticeKind) (list []snap.Notice) {
	for _, n := range of[snap.Notice](told) {
		if n.Kind == kind {
			list = append(list, n)
		}
	}
	return list
}

// come brings people to play in these seats.
func (m *Match) come(seats ...room.Seat) {
	for _, seat := range seats {
		m.Seat(seat, "P"+string(rune('A'+seat)), room.Here)
	}
}
