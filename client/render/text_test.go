package render

import "testing"

func newType(t *testing.T) *Type {
	t.Helper()
	a, err := newAtlas()
	if err != nil {
		t.Fatal(err)
	}
	return &Type{atlas: a}
}

func TestLettersOfTheGameAreInTheFont(t *testing.T) {
	ty := newType(t)
	question := ty.atlas.get('?', 20)
	for _, r := range "AZaz09 .,:;!()/+-%…–—·×«»äöüßéñçøłżßÅΩдЖ€" {
		g := ty.atlas.get(r, 20)
		if r != ' ' && (g.w == 0 || g == question) {
			t.Errorf("%q is missing", r)
		}
	}
}

func TestTextIsAsWideAsItsLettersWhereverItIsAligned(t *testing.T) {
	ty := newType(t)
	w := ty.Width("Bankshot", 20)
	if w < 60 || w > 120 {
		t.Fatalf("width %v", w)
	}
	right := func(align Align) float32 {
		ty.begin()
		ty.Put("Bankshot", 500, 100, 20, align, TextColor, 1)
		last := ty.glyphs.v[len(ty.glyphs.v)-1]
		return last.DstX
	}
	if l, r := right(Left), right(Right); abs((l-r)-w) > 2 {
		t.Errorf("left-aligned text ends at %v, right-aligned at %v, width %v", l, r, w)
	}
}

func TestLettersNeverOverlapInTheAtlas(t *testing.T) {
	ty := newType(t)
	for size := uint16(12); size < 60; size += 9 {
		for r := '!'; r < 127; r++ {
			ty.atlas.get(r, size)
		}
	}
	taken := make([]bool, atlasSide*atlasSide)
	for key, g := range ty.atlas.cells {
		for y := range int(g.h) {
			for x := range int(g.w) {
				p := (int(g.y)+y)*atlasSide + int(g.x) + x
				if taken[p] {
					t.Fatalf("%q at %d overlaps another letter", key.r, key.size)
				}
				taken[p] = true
			}
		}
	}
}

func TestAFullAtlasStartsAnewWithTheNextFrame(t *testing.T) {
	ty := newType(t)
	for size := uint16(100); size <= largestText && !ty.atlas.full; size++ {
		for r := 'A'; r < 'Z'; r++ {
			ty.atlas.get(r, size)
		}
	}
	if !ty.atlas.full {
		t.Fatal("the atlas never filled up")
	}
	ty.begin()
	if g := ty.atlas.get('A', 100); g.w == 0 {
		t.Error("there is still no room")
	}
}

func TestBrokenUTF8IsDrawnAndEnds(t *testing.T) {
	ty := newType(t)
	ty.Put("a\xff\xc3", 0, 0, 20, Left, TextColor, 1)
	if len(ty.glyphs.v) == 0 {
		t.Error("nothing was drawn")
	}
}
