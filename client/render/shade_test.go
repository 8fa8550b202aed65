package render

import "testing"

func TestAShadeIsDarkWithinAndClearAllAroundAtEveryCorner(t *testing.T) {
	var kind Type
	kind.Shade(100, 50, 200, 30, 10, Background, 0.5)
	f := &kind.boxes
	if len(f.v) != 9*4 || len(f.i) != 9*6 {
		t.Fatalf("%d vertices, %d indices", len(f.v), len(f.i))
	}
	for _, v := range f.v {
		within := v.DstX >= 100 && v.DstX <= 300 && v.DstY >= 50 && v.DstY <= 80
		if dark := v.ColorA == 0.5; dark != within {
			t.Errorf("at %v,%v the shade is %v dark", v.DstX, v.DstY, v.ColorA)
		}
		if v.DstX < 90 || v.DstX > 310 || v.DstY < 40 || v.DstY > 90 {
			t.Errorf("%v,%v lies outside", v.DstX, v.DstY)
		}
	}
	// Each triangle of a corner has its dark vertex, so that the four of them round off alike.
	for i := 0; i < len(f.i); i += 3 {
		dark := false
		for _, n := range f.i[i : i+3] {
			dark = dark || f.v[n].ColorA > 0
		}
		if !dark {
			t.Errorf("triangle %d is all clear", i/3)
		}
	}
}

func TestNamesOfTheWorldGiveWayToTheInterface(t *testing.T) {
	ty := newType(t)
	ty.begin()
	ty.tag("Cushion", 100, 50, 14, Middle, DimColor, 1)
	ty.tag("Carom", 400, 50, 14, Middle, DimColor, 1)
	one := ty.tags
	ty.Shade(350, 30, 100, 30, 10, Background, 0.6)
	if half := len(one.v) * 7 / 12; len(ty.tags.v) != half || len(ty.tags.i) != half/4*6 {
		t.Errorf("%d vertices and %d indices of names are left, want those of Cushion: %d", len(ty.tags.v), len(ty.tags.i), half)
	}
	for _, v := range ty.tags.v {
		if v.DstX > 200 {
			t.Errorf("a letter of Carom is still at %v,%v", v.DstX, v.DstY)
		}
	}
	for _, i := range ty.tags.i {
		if int(i) >= len(ty.tags.v) {
			t.Fatalf("index %d of %d vertices", i, len(ty.tags.v))
		}
	}
}
