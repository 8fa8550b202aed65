package arena

import "testing"

func TestAShotBanksOffAWall(t *testing.T) {
	a := &Arena{W: 4, H: 4, Tiles: make([]Tile, 16)}
	f, legs := a.Fly(Vec{100, 5000}, Vec{-300, 40}, 4, nil)
	if f.End != (Vec{200, 5040}) || f.Banks != 1 || len(legs) != 1 || legs[0].At != (Vec{0, 5013}) || f.Stopped {
		t.Fatal(f, legs)
	}
	if p, c := a.Slide(Vec{4000, 4000}, Vec{-3000, 3000}, 3584); p != (Vec{3584, 7000}) || c.N != 1 || c.Normal[0] != (Vec{65536, 0}) {
		t.Fatal(p, c)
	}
}
