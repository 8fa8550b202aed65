package atlas

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"bankshot/game/arena"
)

func drawn(t *testing.T, rows ...string) *arena.Arena {
	t.Helper()
	a, err := arena.Parse([]byte("name: Test\nmodes: free-for-all duel\n\n" + strings.Join(rows, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// hall is a room with nothing in it, halls two of them that share a doorway at one end alone.
func hall(t *testing.T) *arena.Arena {
	return drawn(t, "##########", "#........#", "#........#", "#........#", "#........#", "#........#", "#........#", "##########")
}

func halls(t *testing.T) *arena.Arena {
	return drawn(t,
		"################",
		"#..............#",
		"#..............#",
		"#..............#",
		"############...#",
		"############...#",
		"#..............#",
		"#..............#",
		"#..............#",
		"################",
	)
}

func TestInAnEmptyHallEverybodySeesEverybody(t *testing.T) {
	f := Measure(hall(t), 300, 1)
	if f.Seen != 1 || f.OneBank != 0 || f.TwoBanks != 0 || f.Ways != 0 || f.BankShare() != 0 {
		t.Errorf("%+v", f)
	}
	if f.Floor != 48.0/80 || f.Sight90 < f.Sight50 || f.Sight90 > 8*1.5*arena.TileUnits {
		t.Errorf("%+v", f)
	}
}

func TestWhatAWallHidesIsFoundByBanks(t *testing.T) {
	f := Measure(halls(t), 600, 1)
	if f.Seen <= 0.3 || f.Seen >= 0.9 || f.OneBank == 0 || f.TwoBanks == 0 || f.Ways < f.OneBank || f.Hidden()+f.Seen != 1 {
		t.Errorf("%+v", f)
	}
	if f.BankShare() <= 0 || f.BankShare() >= 1 {
		t.Errorf("%+v", f)
	}
}

func TestWallsThatSwallowShotsPayForNoBank(t *testing.T) {
	a := halls(t)
	for i, tile := range a.Tiles {
		if tile == arena.Wall {
			a.Tiles[i] = arena.Absorber
		}
	}
	for x := range a.W { // the border has to be wall; beyond an absorber inside it nothing meets it
		a.Tiles[x] = arena.Absorber
	}
	if f := Measure(a, 200, 1); f.OneBank != 0 || f.TwoBanks != 0 {
		t.Errorf("%+v", f)
	}
}

func TestTheSameSeedMeasuresTheSame(t *testing.T) {
	if a, b := Measure(halls(t), 200, 7), Measure(halls(t), 200, 7); a != b {
		t.Errorf("%+v, then %+v", a, b)
	}
}

// Every way to a place by one bank is a flight that ends there: counted by hand.
func TestOneBankLeadsToEachPlaceByItsMirrorImages(t *testing.T) {
	a := hall(t)
	m := measure{a: a, faces: a.Faces()}
	p, q := arena.Cell{X: 3, Y: 3}.Centre(), arena.Cell{X: 6, Y: 5}.Centre()
	if n := m.oneBank(p, q); n != 4 {
		t.Errorf("%d of 4 walls lead there", n)
	}
	if !m.twoBanks(p, q) {
		t.Error("two walls lead nowhere")
	}
}

func TestAnOverviewShowsWallsBrightFloorDarkAndEveryPlaceInItsColour(t *testing.T) {
	a := drawn(t,
		"################",
		"#..............#",
		"#..P...+....P..#",
		"#..............#",
		"#...!!!...===..#",
		"#...!!!........#",
		"#...!!!........#",
		"#..............#",
		"################",
	)
	img, err := Draw(a)
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got != image.Pt(16*Scale, 9*Scale+captionHeight) {
		t.Fatalf("%v", got)
	}
	at := func(x, y float64) color.RGBA { return img.RGBAAt(int(x*Scale), int(y*Scale)) }
	if c := at(8, 1); c.B < 200 || c.R > 120 {
		t.Errorf("the border is %v", c)
	}
	if c := at(9.5, 6.5); c.R > 30 || c.G > 30 || c.B > 60 {
		t.Errorf("the floor is %v", c)
	}
	if c := at(7.5, 2.5); c.R < 200 || c.G < 180 || c.B > 120 {
		t.Errorf("the pick-up is %v", c)
	}
	if c := at(11.5, 4.5); c.G < 40 || c.B < c.R {
		t.Errorf("the glass is %v", c)
	}
	red := 0
	for n := range 2 * Scale {
		if c := img.RGBAAt(4*Scale+n, 5*Scale+4); c.R > 100 && c.R > 2*c.G {
			red++
		}
	}
	if red == 0 {
		t.Error("no stripe of the hazard is red")
	}
	bright := 0
	for x := range img.Rect.Dx() {
		for y := range captionHeight {
			if c := img.RGBAAt(x, 9*Scale+y); c.R > 150 {
				bright++
			}
		}
	}
	if bright < 50 {
		t.Errorf("the caption has %d bright pixels", bright)
	}
}

func TestTheSheetHasACellForEachPicture(t *testing.T) {
	img, err := Draw(hall(t))
	if err != nil {
		t.Fatal(err)
	}
	for n, rows := range map[int]int{1: 1, 4: 1, 5: 2} {
		pictures := make([]*image.RGBA, n)
		for i := range pictures {
			pictures[i] = img
		}
		if got := Sheet(pictures).Bounds().Dy(); got != rows*(cellHeight+cellGap)+cellGap {
			t.Errorf("%d pictures: %d high", n, got)
		}
	}
}
