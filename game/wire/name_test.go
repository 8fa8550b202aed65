package wire

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestNamesAreCleaned(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"a plain name stays", "Ada Lovelace", "Ada Lovelace"},
		{"other scripts stay", "Ωмега 玩家", "Ωмега 玩家"},
		{"emoji stay", "🚀 zoom", "🚀 zoom"},
		{"white space is one space, and none at the ends", " \t a \n\u3000 b  ", "a b"},
		{"control characters go", "a\x00b\x1b[31m", "ab[31m"},
		{"bidi overrides go", "\u202egnp.exe\u2066", "gnp.exe"},
		{"zero-width characters go", "a\u200bd\ufeffmin", "admin"},
		{"private-use characters go", "a\ue000b", "ab"},
		{"marks do not pile up", "e\u0301\u0301\u0301\u0301", "e\u0301\u0301"},
		{"a mark needs something to stand on", "\u0301a", "a"},
		{"what is not UTF-8 goes", "a\xffb", "ab"},
		{"what is too long ends between characters", "ééééééééééééé", "éééééééééééé"},
		{"no space is left at the cut", "aaaaaaaaaaaaaaaaaaaaaaa bbb", "aaaaaaaaaaaaaaaaaaaaaaa"},
		{"letters that show nothing go", "\u3164\u115f\u1160\uffa0\u2800", ""},
		{"nobody passes for a pilot", "◇ Cushion", "Cushion"},
		{"nothing may be left", "\u202e \x00", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := CleanName(c.in); got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestCleanNamesAreCleanAndStaySo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := CleanName(rapid.String().Draw(t, "name"))
		if len(name) > MaxName || !utf8.ValidString(name) {
			t.Fatalf("%q", name)
		}
		for _, r := range name {
			if !unicode.IsGraphic(r) {
				t.Fatalf("%q has %U", name, r)
			}
		}
		if again := CleanName(name); again != name {
			t.Fatalf("%q became %q", name, again)
		}
	})
}
