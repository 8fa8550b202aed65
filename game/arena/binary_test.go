package arena

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// drawValidSize is a random map that both formats can carry.
func drawValidSize(t *rapid.T) *Arena {
	a := &Arena{W: rapid.IntRange(MinSide, 40).Draw(t, "w"), H: rapid.IntRange(MinSide, 40).Draw(t, "h")}
	a.Name = rapid.StringMatching(`[A-Za-zäß]([a-z ]{0,20}[a-z])?`).Draw(t, "name")
	for len(a.Tiles) < a.W*a.H {
		tile := Tile(rapid.IntRange(0, int(TileKinds)-1).Draw(t, "tile"))
		run := rapid.IntRange(1, 100).Draw(t, "run")
		a.Tiles = append(a.Tiles, slices.Repeat([]Tile{tile}, min(run, a.W*a.H-len(a.Tiles)))...)
	}
	for i, tile := range a.Tiles {
		if tile == Floor && len(a.Spawns) < MaxSpawns && i%7 == 0 {
			a.Spawns = append(a.Spawns, Cell{i % a.W, i / a.W})
		}
	}
	a.Modes = ModeSet(rapid.IntRange(1, 1<<Matched-1).Draw(t, "modes"))
	for i, tile := range a.Tiles {
		switch {
		case len(a.Places) >= MaxPlaces:
		case tile == Portal && rapid.Bool().Draw(t, "paired"):
			a.Places = append(a.Places, Place{PortalPlace, uint8(i % 3), a.CellAt(i)})
		case tile == Floor && i%7 == 3:
			marks := []Place{{Kind: PickupPlace}, {TeamSpawn, 1, Cell{}}, {Base, 2, Cell{}}, {ZonePlace, 1, Cell{}}}
			p := marks[i%len(marks)]
			p.At = a.CellAt(i)
			a.Places = append(a.Places, p)
		}
	}
	a.Seal()
	return a
}

func TestAnArenaSurvivesBothFormats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawValidSize(t)
		fromText, err := Parse(a.Format())
		if diff := cmp.Diff(a, fromText, content); err != nil || diff != "" {
			t.Fatalf("text: %v %s", err, diff)
		}
		fromBinary, err := ParseBinary(a.AppendBinary(nil))
		if diff := cmp.Diff(a, fromBinary, content); err != nil || diff != "" {
			t.Fatalf("binary: %v %s", err, diff)
		}
	})
}

// content leaves out what is no part of the map.
var content = cmpopts.IgnoreUnexported(Arena{})

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
	want := []byte("\x02\x08\x08\x05Small\x01" +
		"\x81" + "\x50\x11\x50\x11\x10\x05\x04\x10\x11\x10\x03\x02\x10\x11\x50\x11\x50\x81" +
		"\x02\x09\x04" + "\x00")
	a := mustParse(t, small)
	if got := a.AppendBinary(nil); !bytes.Equal(got, want) {
		t.Errorf("is % x\n want % x", got, want)
	}
	if a.Hash != 0xcb23f67cc1c142c0 {
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
		{"another version", "\x01" + good[1:], ErrHeader},
		{"too small", "\x02\x07" + good[2:], ErrSize},
		{"too wide", "\x02\x81\x02" + good[2:], ErrSize},
		{"an endless number", "\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", ErrSize},
		{"a longer way to write a number", "\x02\x88\x00" + good[2:], ErrForm},
		{"a name longer than the bytes left", "\x02\x08\x08\x20Small", ErrTruncated},
		{"a name that isn't UTF-8", strings.Replace(good, "Small", "Sma\xff\xfe", 1), ErrName},
		{"tiles missing", good[:13], ErrTruncated},
		{"a run past the end", "\x02\x08\x08\x05Small\x01\xf0\x31", ErrRow},
		{"an unknown tile", "\x02\x08\x08\x05Small\x01\x0f\xff", ErrRow},
		{"a run cut in two", strings.Replace(good, "\x81\x50", "\x01\x71\x50", 1), ErrForm},
		{"more spawns than bytes", good[:len(good)-4] + "\x40\x09\x04", ErrTruncated},
		{"a spawn outside", good[:len(good)-2] + "\x40\x00", ErrSpawns},
		{"a mode that isn't", strings.Replace(good, "Small\x01", "Small"+string(binary.AppendUvarint(nil, 1<<Matched)), 1), ErrHeader},
		{"no mode", strings.Replace(good, "Small\x01", "Small\x00", 1), ErrHeader},
		{"more places than bytes", good[:len(good)-1] + "\x02\x09\x00", ErrTruncated},
		{"a place outside", good[:len(good)-1] + "\x01\x40\x00", ErrPlaces},
		{"a place of no kind", good[:len(good)-1] + "\x01\x09\x50", ErrPlaces},
		{"the same place twice", good[:len(good)-1] + "\x02\x09\x00\x00\x00", ErrPlaces},
		{"bytes after the end", good + "\x00", ErrTrailing},
		{"more than may be", strings.Repeat("x", MaxBinary+1), ErrSize},
	} {
		if _, err := ParseBinary([]byte(row.bytes)); !errors.Is(err, row.want) {
			t.Errorf("%s: %v, not %v", row.name, err, row.want)
		}
	}
}

func TestABinaryThatClaimsMuchAllocatesLittle(t *testing.T) {
	claims := []byte("\x02\x80\x02\x80\x02\x01x\x01\x01") // 256 x 256 tiles, and then one byte of them
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
	f.Add([]byte("\x02\x80\x02\x80\x02\x01x\x01\xf0\xf0\xff\x03\x00\x00"))
	f.Add([]byte("\x02\x08\x08\x05Small\x01\xf0\x31"))
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
		if err == nil && c.Hash != a.Hash && drawable(a) {
			t.Fatalf("the text of it is another arena:\n%s", a.Format())
		}
		_ = Validate(a, MinSpawns)
	})
}

// drawable: the text has no letter for a spawn in a wall, nor for a place that is not where such places are, all of which
// Validate refuses.
func drawable(a *Arena) bool {
	taken := map[Cell]bool{}
	for _, s := range a.Spawns {
		if a.At(s.X, s.Y) != Floor || taken[s] {
			return false
		}
		taken[s] = true
	}
	for _, p := range a.Places {
		want := Floor
		if p.Kind == PortalPlace {
			want = Portal
		}
		if a.At(p.At.X, p.At.Y) != want || taken[p.At] || placeRunes[p.Kind][p.Group] == 0 {
			return false
		}
		taken[p.At] = true
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
		if diff := cmp.Diff(a, b, content); diff != "" {
			t.Fatal(diff)
		}
	})
}
