package trick

import (
	"errors"
	"testing"
)

func TestADateIsReadAsItIsWritten(t *testing.T) {
	d := Date{2023, 12, 30}
	for _, want := range []string{"2023-12-30", "2023-12-31", "2024-01-01"} {
		if got := d.String(); got != want {
			t.Fatalf("%s, want %s", got, want)
		}
		if back, err := ParseDate(want); err != nil || back != d {
			t.Fatalf("%v, %v", back, err)
		}
		if !d.Before(d.Next()) || d.Next().Before(d) || d.Before(d) {
			t.Fatalf("%s and the day after are out of order", want)
		}
		d = d.Next()
	}
	for day := (Date{2024, 2, 28}); day != (Date{2024, 3, 2}); day = day.Next() {
		if _, err := ParseDate(day.String()); err != nil {
			t.Error(err)
		}
	}
}

func TestWhatIsNoDateIsNamed(t *testing.T) {
	for _, s := range []string{"", "today", "2026-13-01", "2026-00-01", "2026-02-29", "2100-02-29", "2026-1-1", "2026/01/01", "0000-01-01", "2026-01-32", "20 6-01-01", "2026-01-011", "-026-01-01"} {
		if d, err := ParseDate(s); !errors.Is(err, ErrDate) {
			t.Errorf("%q is read as %v, %v", s, d, err)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2026-11-23")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && d.String() != s {
			t.Errorf("%q came back as %q", s, d)
		}
	})
}
