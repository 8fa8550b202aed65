package record

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/replay"
)

// find gives the bytes of a recording, and whether it is whole.
func (h *hall) find(day, name string) ([]byte, bool, error) {
	found, err := h.store.Find(day, name)
	if err != nil {
		return nil, false, err
	}
	defer found.File.Close()
	b, err := io.ReadAll(found.File)
	if err == nil && int64(len(b)) != found.Bytes {
		h.t.Errorf("%s has %d bytes, not %d", name, len(b), found.Bytes)
	}
	return b, found.Whole, err
}

func TestARecordingIsFoundByItsDayAndRoomWhileItGrowsAndAfterwards(t *testing.T) {
	h := newHall(t, nil)
	s := h.open("BAKOTI")
	s.play(300)
	h.write()
	day, name, _ := strings.Cut(h.store.Current("BAKOTI"), "/")
	first, whole, err := h.find(day, name)
	if err != nil || whole {
		t.Fatalf("while it grows: whole %v, %v", whole, err)
	}
	s.play(100)
	s.rec.Close(nil)
	h.write()
	last, whole, err := h.find(day, name)
	if err != nil || !whole || len(last) <= len(first) || string(last[:len(first)]) != string(first) {
		t.Fatalf("afterwards: whole %v, %d then %d bytes, %v", whole, len(first), len(last), err)
	}
	for _, b := range [][]byte{first, last} {
		r, err := replay.Open(b)
		if err != nil || r.Torn != nil {
			t.Fatal(err)
		}
		if res, err := r.Play(0, 0, nil); err != nil || res.Difference != nil || res.Last == 0 {
			t.Errorf("%+v, %v", res, err)
		}
	}
}

func TestWhatIsNoNameLeadsNowhere(t *testing.T) {
	h := newHall(t, nil)
	today := dayOf(time.Now())
	h.put(time.Now(), 0, "BAKOTI-panic-4000.bsrp", 100)
	h.put(time.Now(), 0, "notes.txt", 100)
	for _, c := range [][2]string{
		{"", ""},
		{today, ""},
		{today, "BAKOTI"},
		{today, "BAKOTI-0"},
		{today, "BAKOTI-1.bsrp"},
		{today, "BAKOTI-panic-4000"},
		{today, "BAKOTI-1-2-3"},
		{today, "notes.txt"},
		{today, "../x-1"},
		{today, "..-1"},
		{today, "a/b-1"},
		{today, `a\b-1`},
		{today, "BAKOTI-1\n"},
		{today, strings.Repeat("A", 33) + "-1"},
		{"..", "BAKOTI-1"},
		{".", "BAKOTI-1"},
		{"2026-13-01", "BAKOTI-1"},
		{"2026-1-1", "BAKOTI-1"},
		{today + "/..", "BAKOTI-1"},
	} {
		if _, _, err := h.find(c[0], c[1]); !errors.Is(err, ErrName) {
			t.Errorf("%q: %v", c, err)
		}
	}
}

func TestWhatIsNotThereSaysWhetherItEverWas(t *testing.T) {
	h := newHall(t, nil)
	now := time.Now()
	for _, c := range []struct {
		name string
		day  time.Time
		want error
		says string
	}{
		{"of today", now, ErrUnknown, "check the link"},
		{"of the last day that is kept", now.Add(-7 * day), ErrUnknown, ""},
		{"of long ago", now.Add(-9 * day), ErrTooOld, "kept for 7 days"},
		{"of a day to come", now.Add(5 * day), ErrUnknown, ""},
	} {
		if _, _, err := h.find(dayOf(c.day), "BAKOTI-1"); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestWhatOtherRulesPlayedIsNotGiven(t *testing.T) {
	h := newHall(t, nil)
	file := h.put(time.Now(), 0, "BAKOTI-1.bsrp", 0)
	other := h.put(time.Now(), 0, "BAKOTI-2.bsrp", 0)
	if err := errors.Join(
		os.WriteFile(file, replay.AppendHead(nil, game.Rules()+1, "", nil), 0o600),
		os.WriteFile(other, []byte("BSRP"), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"BAKOTI-1", "BAKOTI-2"} {
		if _, _, err := h.find(dayOf(time.Now()), name); !errors.Is(err, ErrRules) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNeitherALinkNorAFolderIsARecording(t *testing.T) {
	h := newHall(t, nil)
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, replay.AppendHead(nil, game.Rules(), "", nil), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(h.put(time.Now(), 0, "BAKOTI-9.bsrp", 0))
	if err := os.Symlink(secret, filepath.Join(folder, "BAKOTI-1.bsrp")); err != nil {
		t.Skip("this system makes no links: ", err)
	}
	if err := os.Mkdir(filepath.Join(folder, "BAKOTI-2.bsrp"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"BAKOTI-1", "BAKOTI-2"} {
		if b, _, err := h.find(dayOf(time.Now()), name); err == nil {
			t.Errorf("%s gave %d bytes", name, len(b))
		}
	}
}

func TestWhatIsTooLongIsNotGiven(t *testing.T) {
	h := newHall(t, nil)
	if err := os.Truncate(h.put(time.Now(), 0, "BAKOTI-1.bsrp", 0), MaxFile+1); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.find(dayOf(time.Now()), "BAKOTI-1"); !errors.Is(err, ErrTooLong) {
		t.Error(err)
	}
}

func TestAWorldThatGoesOnForEverIsKeptInSeveralFiles(t *testing.T) {
	h := newHall(t, nil)
	h.store.rollAt = 4 << 10
	s := h.open("BAKOTI")
	s.play(1500)
	s.rec.Close(nil)
	h.write()
	files := h.files()
	if len(files) < 3 {
		t.Fatalf("%v", files)
	}
	next := game.Tick(0)
	for i := range files {
		_, res := h.played("BAKOTI-" + string(rune('1'+i)) + ".bsrp")
		if res.First != next {
			t.Errorf("%s goes from %d to %d, the one before to %d", files[i], res.First, res.Last, next)
		}
		next = res.Last
	}
	if next != game.Tick(s.Tick()) {
		t.Errorf("they end at %d, the room at %d", next, s.Tick())
	}
}

// FuzzFind asks for anything.
func FuzzFind(f *testing.F) {
	f.Add("2026-01-31", "BAKOTI-1")
	f.Add("..", "..")
	f.Add("2026-01-31", "../../BAKOTI-1")
	dir := f.TempDir()
	s, err := New(Config{Dir: filepath.Join(dir, "replays")})
	if err != nil {
		f.Fatal(err)
	}
	outside := filepath.Join(dir, "outside")
	if err := errors.Join(os.MkdirAll(filepath.Join(dir, "replays"), 0o700), os.WriteFile(outside, []byte("BSRP"), 0o600)); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, day, name string) {
		found, err := s.Find(day, name)
		if err == nil {
			t.Fatalf("%q of %q gave %s", name, day, found.File.Name())
		}
		for _, is := range [...]error{ErrName, ErrUnknown, ErrTooOld} {
			if errors.Is(err, is) {
				return
			}
		}
		t.Fatalf("%q of %q: %v", name, day, err)
	})
}
