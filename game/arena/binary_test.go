package arena

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawValidSize is a random map that both formats can carry.
func drawValidSize(t *rapid.T) *Arena {
	a := &Arena{W: rapid.IntRange(MinSide, 40).Draw(t, "w"), H: rapid.IntRange(MinSide, 40).Draw(t, "h")}
	a.Name = rapid.StringMatching(`[A-Za-zäß]([a-z ]{0,20}[a-z])?`).Draw(t, "name")
	for len(a.Tiles) < a.W*a.H {
		tile := Tile(rapid.IntRange(0, int(Tiles)-1).Draw(t, "tile"))
		run := rapid.IntRange(1, 100).Draw(t, "run")
		a.Tiles = append(a.Tiles, slices.Repeat([]Tile{tile}, min(run, a.W*a.H-len(a.Tiles)))...)
	}
	for i, tile := range a.Tiles {
		if tile == Floor && len(a.Spawns) < MaxSpawns && i%7 == 0 {
			a.Spawns = append(a.Spawns, Cell{i % a.W, i / a.W})
		}
	}
	a.Seal()
	return a
}

func TestAnArenaSurvivesBothFormats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawValidSize(t)
		fromText, err := Parse(a.Format())
		if diff := cmp.Diff(a, fromText); err != nil || diff != "" {
			t.Fatalf("text: %v %s", err, diff)
		}
		fromBinary, err := ParseBinary(a.AppendBinary(nil))
		if diff := cmp.Diff(a, fromBinary); err != nil || diff != "" {
			t.Fatalf("binary: %v %s", err, diff)
		}
	})
}

const small = `name: Small

########
#S....S#
#......#
#..◢◣..#
#..◥◤..#
#......#
#......#
########
`

func mustParse(t testing.TB, text string) *Arena {
	t.Helper()
	a, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTheBinaryFormIsFixed(t *testing.T) {
	want := []byte("\x01\x08\x08\x05Small" +
		"\x41" + "\x28\x09\x28\x09\x08\x05\x04\x08\x09\x08\x03\x02\x08\x09\x28\x09\x28\x41" +
		"\x02\x09\x04")
	a := mustParse(t, small)
	if got := a.AppendBinary(nil); !bytes.Equal(got, want) {
		t.Errorf("is % x\n want % x", got, want)
	}
	if a.Hash != 0xd89f587344f7afe8 {
		t.Errorf("hash %#x", a.Hash)
	}
}

func TestBrokenBinaryIsRefusedByName(t *testing.T) {
	good := string(mustParse(t, small).AppendBinary(nil))
	for _, row := range []struct {
		name  string
		bytes string
		want  error
	}{
		{"empty", "", ErrTruncated},
		{"another version", "\x02" + good[1:], ErrHeader},
		{"too small", "\x01\x07" + good[2:], ErrSize},
		{"too wide", "\x01\x81\x02" + good[2:], ErrSize},
		{"an endless number", "\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", ErrSize},
		{"a longer way to write a number", "\x01\x88\x00" + good[2:], ErrForm},
		{"a name longer than the bytes left", "\x01\x08\x08\x20Small", ErrTruncated},
		{"a name that isn't UTF-8", strings.Replace(good, "Small", "Sma\xff\xfe", 1), ErrName},
		{"tiles missing", good[:12], ErrTruncated},
		{"a run past the end", "\x01\x08\x08\x05Small\xf8\x21", ErrRow},
		{"an unknown tile", "\x01\x08\x08\x05Small\x07", ErrRow},
		{"a run cut in two", strings.Replace(good, "\x41\x28", "\x01\x39\x28", 1), ErrForm},
		{"more spawns than bytes", good[:len(good)-3] + "\x40\x09\x04", ErrTruncated},
		{"a spawn outside", good[:len(good)-1] + "\x40", ErrSpawns},
		{"bytes after the end", good + "\x00", ErrTrailing},
		{"more than may be", strings.Repeat("x", MaxBinary+1), ErrSize},
	} {
		if _, err := ParseBinary([]byte(row.bytes)); !errors.Is(err, row.want) {
			t.Errorf("%s: %v, not %v", row.name, err, row.want)
		}
	}
}

func TestABinaryThatClaimsMuchAllocatesLittle(t *testing.T) {
	claims := []byte("\x01\x80\x02\x80\x02\x01x\x01") // 256 x 256 tiles, and then one byte of them
	allocated := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			if _, err := ParseBinary(claims); !errors.Is(err, ErrTruncated) {
				b.Fatal(err)
			}
		}
	}).AllocedBytesPerOp()
	if allocated > 68<<10 {
		t.Errorf("%d bytes", allocated)
	}
}

func FuzzParseBinary(f *testing.F) {
	f.Add(mustParse(f, small).AppendBinary(nil))
	f.Add([]byte("\x01\x80\x02\x80\x02\x01x\xf8\xdf\xff\x03\x00"))
	f.Add([]byte("\x01\x08\x08\x05Small\xf8\x21"))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := ParseBinary(b)
		if err != nil {
			return
		}
		if again := a.AppendBinary(nil); !bytes.Equal(again, b) {
			t.Fatalf("% x\nbecame % x", b, again)
		}
		if strings.ContainsAny(a.Name, "\u0085\u2028\u2029") {
			return
		}
		c, err := Parse(a.Format())
		if err == nil && c.Hash != a.Hash && spawnsOnFloor(a) {
			t.Fatalf("the text of it is another arena:\n%s", a.Format())
		}
		_ = Validate(a, MinSpawns)
	})
}

// spawnsOnFloor: the text has no letter for a spawn in a wall, which Validate refuses.
func spawnsOnFloor(a *Arena) bool {
	for _, s := range a.Spawns {
		if a.At(s.X, s.Y) != Floor {
			return false
		}
	}
	return true
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("name: x\n\n#\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := Parse(text)
		if err != nil {
			return
		}
		b, err := Parse(a.Format())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatal(diff)
		}
	})
}
