package arena

import "testing"

func TestEachTileHasANameALetterAndItsImages(t *testing.T) {
	letters := map[rune]bool{spawnRune: true}
	for _, groups := range placeRunes {
		for _, r := range groups {
			letters[r] = true
		}
	}
	for tile := range TileKinds {
		r := tile.Rules()
		if r.Name == "" || r.Rune <= ' ' || letters[r.Rune] {
			t.Errorf("tile %d, %q: it has no name, or no letter that is its own: %q", tile, r.Name, r.Rune)
		}
		letters[r.Rune] = true
		if back, ok := ParseTile(r.Rune); !ok || back != tile {
			t.Errorf("%s: its letter %q is read as tile %d", r.Name, r.Rune, back)
		}
		for turn := range Turn(Turns) {
			if to := tile.Turned(turn); to == TileKinds || to.Turned(turn.Inverse()) != tile {
				t.Errorf("%s: no tile of that name is its image by turn %d: give the table one for each direction", r.Name, turn)
			}
		}
	}
}

func TestNoTileIsBeyondWhatTheRulesCanHold(t *testing.T) {
	if Floor.Rules().Shape != Free || !Floor.Plain() || Wall.Rules().Shape != Block || Wall.Ends() || Wall.Breaks() {
		t.Error("what every map begins with is no floor and wall")
	}
	for tile := range TileKinds {
		r := tile.Rules()
		ground := r.Push != (Vec{}) || r.Most != 0 || r.Harm != 0 || r.Leads
		switch {
		case r.Shape >= Shapes:
			t.Errorf("%s has a shape that there is not", r.Name)
		case r.Shape == Free && (r.Ends || r.Gone > 0):
			t.Errorf("%s: no shot ever touches what is not solid", r.Name)
		case r.Shape != Free && ground:
			t.Errorf("%s: no ship is ever on what is solid", r.Name)
		case r.Ends && r.Gone > 0:
			t.Errorf("%s: whether it ends shots or breaks is one of two", r.Name)
		case r.Push != (Vec{}) && r.Most == 0:
			t.Errorf("%s pushes ships faster and faster: set Most", r.Name)
		case r.Most < 0 || (r.Harm == 0) != (r.Every == 0):
			t.Errorf("%s: %+v", r.Name, *r)
		}
	}
}

func TestATileIsWhatItsLineSays(t *testing.T) {
	for tile := range TileKinds {
		r := tile.Rules()
		if tile.Shape() != r.Shape || tile.Open() != (r.Shape == Free) || tile.Half() != (r.Shape >= CornerNW) {
			t.Errorf("%s: shape %d, open %t, half %t", r.Name, tile.Shape(), tile.Open(), tile.Half())
		}
		if tile.Ends() != r.Ends || tile.Breaks() != (r.Gone > 0) {
			t.Errorf("%s: ends %t, breaks %t", r.Name, tile.Ends(), tile.Breaks())
		}
		like := *r
		like.Name, like.Rune = floor.Name, floor.Rune
		if tile.Plain() != (like == floor) {
			t.Errorf("%s: plain %t", r.Name, tile.Plain())
		}
	}
}

func TestATileOfAHighNumberIsToldInOneByteMore(t *testing.T) {
	// As many kinds as the table may come to have: what is told of those it has must not change for it.
	a := &Arena{W: MinSide, H: MinSide, Name: "x", Modes: 1, Tiles: make([]Tile, MinSide*MinSide)}
	a.Tiles[9] = highTile + 3
	form := a.AppendBinary(nil)
	if want := []byte{0x80, highTile, 3, 0xF0, 64 - 10 - 16}; string(form[6:11]) != string(want) {
		t.Fatalf("told as %x, want %x", form[6:11], want)
	}
	r := reader{rest: form[6:11]}
	b := Arena{W: MinSide, H: MinSide}
	if b.readTiles(&r); r.err == nil {
		t.Fatal("a tile was read that there is not")
	}
}
