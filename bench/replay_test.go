package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/replay"
	"bankshot/game/snap"
)

const goldenRecordings = "../game/replay/testdata/"

// replayed runs bench replay as its command line would.
func replayed(t *testing.T, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	var out, complaints bytes.Buffer
	err = run(t.Context(), append([]string{"replay"}, args...), &out, &complaints)
	return out.String(), complaints.String(), err
}

func mention(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
}

func TestARecordingThatPlaysAsItWasIsSummedUp(t *testing.T) {
	out, complaints, err := replayed(t, goldenRecordings+"people.bsrp", goldenRecordings+"brawl.bsrp")
	if err != nil || complaints != "" {
		t.Fatal(err, complaints)
	}
	mention(t, out, "people who stall", "0 to 2400, 40s", "Cleopatra (seat 2)", "(pilot)", "fired ", "rename 1",
		"37 hashes, 19 states: all the same", "brawl.bsrp", "1200 hashes")
}

func TestAPartOfARecordingIsListedTickByTick(t *testing.T) {
	out, _, err := replayed(t, "-v", "-from", "890", "-to", "1000", goldenRecordings+"people.bsrp")
	if err != nil {
		t.Fatal(err)
	}
	mention(t, out, "901  enters  rename Cleopatra (seat 2)", "event   fired ", "768 to 1000")
	for line := range strings.Lines(out) {
		if tick := strings.TrimSpace(line); strings.HasPrefix(tick, "890 ") || strings.HasPrefix(tick, "1001 ") {
			t.Errorf("not asked for: %s", line)
		}
	}
}

// tampered is a recording whose second state is not what the first leads to.
func tampered(t *testing.T) string {
	t.Helper()
	text, err := assets.Arenas.ReadFile(assets.Crossfire)
	if err != nil {
		t.Fatal(err)
	}
	a, err := arena.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	s := game.NewMatch(a, arena.FreeForAll, 1)
	b := replay.AppendHead(nil, game.Rules(), "tampered with", a.AppendBinary(nil))
	var stretch replay.Stretch
	for range 2 {
		stretch.Begin(snap.AppendFull(nil, &s.Public))
		d := snap.Delta{First: s.Tick + 1, Entries: make([]game.Entry, 1)}
		if s.Tick == 0 {
			d.Entries[0].Facts = []game.Fact{{Kind: game.FactJoin, Seat: 4, Name: "Ana\x1b[2J"}}
		}
		base := append([]game.Ship(nil), s.Ships...)
		game.Decide(&s, a, nil, &d.Entries[0])
		game.Step(&s, a, &d.Entries[0], nil)
		stretch.Append(snap.AppendDelta(nil, base, &d))
		b = append(b, stretch.Block()...)
		s.Ships[0].Score = 5
	}
	file := filepath.Join(t.TempDir(), "tampered.bsrp")
	if err := os.WriteFile(file, append(b, 1, 2, 3), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestWhatDiffersIsNamedAndTheProgramFails(t *testing.T) {
	file := tampered(t)
	out, complaints, err := replayed(t, file, goldenRecordings+"round.bsrp")
	if !errors.Is(err, errReplay) || !strings.Contains(err.Error(), "1 of 2") {
		t.Errorf("%v", err)
	}
	mention(t, complaints, file, "at tick 1 (-recorded +played)", "Ships[seat 4 Ana?[2J].Score", "- 5", "+ 0")
	mention(t, out, "then not the same any more", "the last 3 bytes", "all the same")
	if strings.Contains(out+complaints, "\x1b") {
		t.Error("a name reaches the terminal as it is")
	}
}

func TestWhatCannotBePlayedIsNamed(t *testing.T) {
	foreign := filepath.Join(t.TempDir(), "music.mid")
	if err := os.WriteFile(foreign, []byte("MThd, a piece of music"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args  []string
		usage bool
		says  string
	}{
		{[]string{foreign}, false, "not a recording"},
		{[]string{filepath.Join(t.TempDir(), "none.bsrp")}, false, "none.bsrp"},
		{nil, true, "names of recordings"},
		{[]string{"-from", "9", "-to", "3", foreign}, true, "-from and -to"},
		{[]string{"-tick", "9", foreign}, true, "-tick"},
	} {
		_, complaints, err := replayed(t, c.args...)
		if err == nil || errors.Is(err, errUsage) != c.usage || errors.Is(err, errReplay) == c.usage {
			t.Errorf("%v: %v", c.args, err)
			continue
		}
		mention(t, complaints+err.Error(), c.says)
	}
	out, _, err := replayed(t, "-h")
	if err != nil {
		t.Error(err)
	}
	mention(t, out, "-from tick", "-v", "panic-TICK", "DATA/replays")
}
