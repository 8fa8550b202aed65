package replay

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"bankshot/game"
)

func TestWhatIsNoRecordingIsNamed(t *testing.T) {
	w := brawl(t, 20)
	whole := w.end()
	head := AppendHead(nil, game.Rules(), "", w.arena.AppendBinary(nil))
	block := func(content ...byte) []byte {
		b := append(make([]byte, blockHead), content...)
		seal(b, 0)
		return append(append([]byte(nil), head...), b...)
	}
	changed := func(at int, b byte) []byte {
		c := append([]byte(nil), whole...)
		c[at] ^= b
		return c
	}
	for _, c := range []struct {
		name string
		b    []byte
		want error
		says string
	}{
		{"nothing", nil, ErrMagic, "BSRP"},
		{"something else", []byte("MThd, a piece of music"), ErrMagic, "BSRP"},
		{"another version", changed(len(magic), 8), ErrVersion, "version 10, this program plays 2"},
		{"other rules", changed(len(magic)+1, 1), ErrRules, "the program it was made with (a test)"},
		{"only its preface", whole[:preface], ErrBroken, "head"},
		{"a head with a wrong checksum", changed(preface+4, 1), ErrBroken, "head"},
		{"an arena that is none", AppendHead(nil, game.Rules(), "", []byte{9}), ErrBroken, "arena"},
		{"nothing after its head", head, ErrEmpty, ""},
		{"a block of another kind", block(7, 1, 2), ErrBroken, "kind (7)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Open(c.b); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, not %v with %q", err, c.want, c.says)
			}
		})
	}
	for _, c := range []struct {
		name string
		b    []byte
	}{
		{"a stretch without a state", block(kindStretch)},
		{"a state that is none", block(kindStretch, 1, 7)},
		{"a part that claims 4 GB", block(kindStretch, 0xff, 0xff, 0xff, 0xff, 0x0f)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := open(t, c.b).Play(0, 0, nil); !errors.Is(err, ErrBroken) {
				t.Error(err)
			}
		})
	}
}

func TestEverythingBeforeATornTailPlays(t *testing.T) {
	w := brawl(t, 40) // five stretches of 16 ticks
	whole := w.end()
	zeroed := append(append([]byte(nil), whole...), make([]byte, 400)...)
	flipped := append([]byte(nil), whole...)
	flipped[len(flipped)-1] ^= 4
	for _, c := range []struct {
		name string
		b    []byte
	}{
		{"zeros at its end", zeroed},
		{"a bit in its last block", flipped},
		{"half a length", append(append([]byte(nil), whole...), 1, 2, 3)},
	} {
		got, r := play(t, c.b), open(t, c.b)
		if r.Torn == nil || got.Last != 80 || got.Difference != nil {
			t.Errorf("%s: %v, %+v", c.name, r.Torn, got)
		}
	}
	ends := map[game.Tick]bool{}
	for n := range whole {
		r, err := Open(whole[:n])
		if err != nil {
			continue // within the head or the first stretch
		}
		if n < len(whole) && r.Torn != nil && (r.Torn.At+r.Torn.Bytes != n || r.Torn.Bytes == 0) {
			t.Fatalf("cut to %d bytes: %v", n, r.Torn)
		}
		got, err := r.Play(0, 0, nil)
		if err != nil || got.Difference != nil {
			t.Fatalf("cut to %d bytes: %+v, %v", n, got, err)
		}
		ends[got.Last] = true
	}
	for tick := game.Tick(16); tick <= 80; tick += 16 {
		if !ends[tick] || len(ends) != 5 {
			t.Errorf("cut anywhere, it ends at %v", ends)
		}
	}
}

func TestANoteCannotCommandATerminal(t *testing.T) {
	w := brawl(t, 1)
	head := AppendHead(nil, game.Rules(), "a\x1b[2Jb\x9bc\xffd\x7f\ne", w.arena.AppendBinary(nil))
	w.rec = head
	if r := open(t, w.end()); strings.ContainsAny(r.Note, "\x1b\x7f\u009b") || !utf8.ValidString(r.Note) || !strings.HasPrefix(r.Note, "a?[2Jb") || !strings.HasSuffix(r.Note, "\ne") {
		t.Errorf("%q", r.Note)
	}
}

func TestAStretchTakesNoMoreThanABlockMayHold(t *testing.T) {
	var s Stretch
	if s.Append([]byte{1}) {
		t.Error("it took a body before any state")
	}
	s.Begin(make([]byte, 100))
	n := 0
	for body := make([]byte, 100_000); s.Append(body); n++ {
		if n > maxBlock/len(body) {
			t.Fatal("it takes everything")
		}
	}
	content, rest, ok := cutBlock(s.Block())
	if !ok || len(rest) > 0 || len(content) < n*100_000 {
		t.Errorf("%d bodies, %d bytes, readable: %v", n, len(content), ok)
	}
}
