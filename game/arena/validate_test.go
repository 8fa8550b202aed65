package arena

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// hall is a sound map; the rows below change single tiles of it.
const hall = `name: Hall

####################
#..................#
#.S......#.......S.#
#........#.........#
#......◢◣..◢◣......#
#......◥◤..◥◤......#
#..................#
#..................#
#.S..............S.#
#..................#
####################
`

// with puts s into the map at column x and row y.
func with(text string, x, y int, s string) string {
	lines := strings.Split(text, "\n")
	row := []rune(lines[2+y])
	copy(row[x:], []rune(s))
	lines[2+y] = string(row)
	return strings.Join(lines, "\n")
}

func TestValidateNamesTileAndReason(t *testing.T) {
	sound := with(with(hall, 9, 2, "."), 9, 3, ".")
	sound = with(with(sound, 7, 4, ".◢◣..."), 7, 5, ".◥◤...")
	if err := Validate(mustParse(t, sound), 4); err != nil {
		t.Fatalf("the sound one:\n%v", err)
	}
	for _, row := range []struct {
		name string
		text string
		want string
	}{
		{"a hole in the border", with(sound, 5, 0, "."), "tile (5,0): is on the border and must be wall"},
		{"a half-wall in the border", with(sound, 19, 7, "◣"), "tile (19,7): is on the border and must be wall"},
		{"too few spawns", with(sound, 2, 2, "."), "has 3 spawns, must have 4 to 64"},
		{"a spawn beside a wall", with(sound, 1, 6, "S"), "tile (1,6): is a spawn in or next to a wall"},
		{"a gap of one tile between prisms", with(with(sound, 9, 4, "◣.◢◣"), 9, 5, "◤.◥◤"), "tile (10,4): is in a gap narrower than 3 tiles"},
		{"a gap of two tiles at the border", with(sound, 8, 3, "#"), "tile (8,1): is in a gap narrower than 3 tiles"},
		{"a lone tile between walls", with(with(with(sound, 14, 5, "###"), 14, 6, "#.#"), 14, 7, "###"), "tile (15,6): is floor that no ship reaches"},
		{"a half-wall with its face walled in", with(with(with(sound, 14, 5, "###"), 14, 6, "#◢#"), 14, 7, "###"), "tile (15,6): is a half-wall whose face is walled in"},
		{"two walls that touch at a corner", with(with(sound, 14, 6, "#"), 15, 5, "#"), "leave a slit between walls"},
		{"two faces too near to each other", with(with(sound, 14, 6, "◤"), 15, 7, "◢"), "tile (14,6): and the tile diagonally below leave a slit"},
	} {
		err := Validate(mustParse(t, row.text), 4)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s:\n%v\nshould have: %s", row.name, err, row.want)
		}
	}
}

func TestValidateFindsSpawnsThatCannotMeet(t *testing.T) {
	const halves = `name: Halves

################
#......#.......#
#.S....#.....S.#
#......#.......#
#......#.......#
#......#.......#
#......#.......#
################
`
	for _, row := range []struct {
		name string
		text string
		want string
	}{
		{"a wall between", halves, "tile (13,2): is a spawn that no ship reaches from the one at (2,2)"},
		{"a door of one tile", with(halves, 7, 4, "."), "tile (13,2): is a spawn reached from the one at (2,2) only through gaps under 3 tiles"},
		{"a door of two", with(with(halves, 7, 4, "."), 7, 5, "."), "tile (7,5): is in a gap narrower than 3 tiles"},
	} {
		err := Validate(mustParse(t, row.text), 2)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s:\n%v\nshould have: %s", row.name, err, row.want)
		}
	}
	if err := Validate(mustParse(t, with(with(with(halves, 7, 4, "."), 7, 5, "."), 7, 6, ".")), 2); err != nil {
		t.Errorf("a door of three:\n%v", err)
	}
}

func TestValidateSurvivesAnyContent(t *testing.T) {
	sound := with(with(hall, 9, 2, "."), 9, 3, ".")
	sound = with(with(sound, 7, 4, ".◢◣..."), 7, 5, ".◥◤...")
	for _, row := range []struct {
		name  string
		spoil func(*Arena)
		want  string
	}{
		{"no name", func(a *Arena) { a.Name = "" }, "bad name"},
		{"a huge width", func(a *Arena) { a.W = 1 << 30 }, "bad size"},
		{"tiles missing", func(a *Arena) { a.Tiles = a.Tiles[1:] }, "holds 219 tiles, 20 x 11 are 220"},
		{"an unknown tile", func(a *Arena) { a.Tiles[45] = TileKinds }, fmt.Sprintf("tile (5,2): is of the unknown kind %d", TileKinds)},
		{"a spawn outside", func(a *Arena) { a.Spawns[3] = Cell{99, 2} }, "tile (99,2): is a spawn outside the map"},
		{"a spawn in the wall", func(a *Arena) { a.Spawns[0] = Cell{0, 0} }, "tile (0,0): is a spawn where no ship fits"},
		{"the same spawn twice", func(a *Arena) { a.Spawns[1] = a.Spawns[0] }, "is a spawn out of order"},
		{"no modes", func(a *Arena) { a.Modes = 0 }, "made for no mode"},
		{"a place outside", func(a *Arena) { a.Places = []Place{{PickupPlace, 0, Cell{-1, 2}}} }, "tile (-1,2): is a pick-up outside the map"},
		{"a place of no kind", func(a *Arena) { a.Places = []Place{{PlaceKinds, 0, Cell{4, 4}}} }, "which there is not"},
		{"a base of the third team", func(a *Arena) { a.Places = []Place{{Base, 3, Cell{4, 4}}} }, "which there is not"},
		{"the same place twice", func(a *Arena) { a.Places = []Place{{PickupPlace, 0, Cell{4, 4}}, {PickupPlace, 0, Cell{4, 4}}} }, "out of order"},
		{"a pick-up in a wall", func(a *Arena) { a.Places = []Place{{PickupPlace, 0, Cell{0, 4}}} }, "must be on floor"},
		{"the end of no portal", func(a *Arena) { a.Places = []Place{{PortalPlace, 0, Cell{4, 4}}} }, "without a portal"},
		{"no spawns at all", func(a *Arena) { a.Spawns = nil }, "has 0 spawns"},
	} {
		a := mustParse(t, sound)
		row.spoil(a)
		if err := Validate(a, 4); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s:\n%v\nshould have: %s", row.name, err, row.want)
		}
	}
}

func TestValidateRefusesWhatDoesntFitOnTheWire(t *testing.T) {
	a := box(MaxSide, MaxSide)
	for i := range a.Tiles {
		a.Tiles[i] = Tile(i % int(TileKinds))
	}
	if err := Validate(a, 2); err == nil || !strings.Contains(err.Error(), "on the wire") {
		t.Error(err)
	}
}

func TestProblemsCanBeReadOneByOne(t *testing.T) {
	err := Validate(mustParse(t, hall), 4)
	var p Problems
	if !errors.As(err, &p) || !slices.ContainsFunc(p, func(one Problem) bool { return one.At == (Cell{10, 4}) }) {
		t.Errorf("%v", err)
	}
	if err := Validate(box(MaxSide, 200), 4); !errors.As(err, &p) || len(p) != maxProblems {
		t.Errorf("%d problems", len(p))
	}
}

func TestBrokenTextIsRefusedByName(t *testing.T) {
	for _, row := range []struct {
		name string
		text string
		want error
		says string
	}{
		{"empty", "", ErrHeader, "no \"name"},
		{"no name", "\n########\n", ErrHeader, "no \"name"},
		{"only a name", "name: x", ErrTruncated, "no rows"},
		{"an empty name", "name:\n\n", ErrName, "1 to 32 bytes"},
		{"a long name", "name: " + strings.Repeat("x", 33) + "\n\n", ErrName, "1 to 32 bytes"},
		{"a name with an escape", "name: a\x1b[2Jb\n\n", ErrName, "control character"},
		{"two names", "name: a\nname: b\n\n", ErrHeader, "line 2: arena: bad header: the arena is named again"},
		{"an unknown mode", "name: a\nmodes: duel soccer\n\n", ErrHeader, "\"soccer\"; there are free-for-all, teams"},
		{"too many places", "name: a\n\n" + strings.Repeat("++++++++\n", 9), ErrPlaces, "the next at (0,8)"},
		{"rows at once", "name: a\n########\n", ErrHeader, "line 2"},
		{"a strange tile", with(small, 3, 2, "?"), ErrRow, "tile (3,2) is '?'"},
		{"a short row", strings.Replace(small, "#S....S#", "#S...S#", 1), ErrRow, "row 1 has 7 tiles, row 0 has 8"},
		{"too low", "name: a\n\n########\n########\n", ErrSize, "8 x 2 tiles"},
		{"too wide", "name: a\n\n" + strings.Repeat("#", 257), ErrSize, "row 0 has more than 256"},
		{"too high", "name: a\n\n" + strings.Repeat("########\n", 257), ErrSize, "more than 256 rows"},
		{"too many spawns", "name: a\n\n" + strings.Repeat("SSSSSSSS\n", 9), ErrSpawns, "the next at (0,8)"},
		{"too long", strings.Repeat(" ", MaxText+1), ErrSize, "bytes of text"},
	} {
		_, err := Parse([]byte(row.text))
		if !errors.Is(err, row.want) || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

func TestTextFromWindowsIsRead(t *testing.T) {
	a := mustParse(t, strings.ReplaceAll(small, "\n", "\r\n"))
	if a.Hash != mustParse(t, small).Hash {
		t.Error("another arena")
	}
}

// court is a sound map for every mode.
const court = `name: Court
modes: free-for-all teams capture hill duel

##############################
#............................#
#.S.a....P..........Q....b.S.#
#............................#
#.S.a...........+........b.S.#
#............................#
#..1..........H...........2..#
#............................#
#.S.a........+...........b.S.#
#............................#
#.S.a....Q..........P....b.S.#
#............................#
##############################
`

func TestAnArenaMustHaveWhatItsModesNeedAndBeFair(t *testing.T) {
	sound := with(court, 14, 6+1, ".") // the rows of court begin one line later than those of hall
	sound = strings.Replace(sound, " hill", "", 1)
	if err := Validate(mustParse(t, sound), 4); err != nil {
		t.Fatalf("the sound one:\n%v", err)
	}
	whole := strings.Replace(court, " teams capture hill duel", " hill", 1)
	if err := Validate(mustParse(t, whole), 4); err != nil {
		t.Fatalf("one with a hill:\n%v", err)
	}
	both := func(x, y int, s, other string) string { // at one place and at its counterpart, half a turn away
		return with(with(sound, x, y+1, s), 29-x, 12-y+1, other)
	}
	for _, row := range []struct {
		name string
		text string
		want string
	}{
		{"too few spawns for a duel", strings.ReplaceAll(strings.Replace(sound, "free-for-all ", "", 1), "S", "."), "0 spawns"},
		{"too few spawns of a team", both(4, 2, ".", "."), "has 3 spawns of team 1, teams need 4"},
		{"no base", both(3, 6, ".", "."), "has 0 bases of team 1, flags need 1"},
		{"no hill", strings.Replace(sound, "duel", "hill", 1), "has no place for a zone"},
		{"hills out of order", strings.Replace(strings.Replace(court, "capture", "", 1), "H", "I", 1), "one zone each of H, I, J"},
		{"one side with a wall more", with(sound, 20, 4+1, "#"), "is not fair"},
		{"one side with a pick-up more", with(sound, 20, 7+1, "+"), "is not fair"},
		{"a base in a wall", both(3, 6, "#", "#"), "has 0 bases"},
		{"a team's spawn beside a wall", both(1, 5, "a", "b"), "is a team's spawn in or next to a wall"},
		{"a portal with one end", strings.Replace(sound, "P", ".", 1), "has 1 ends of portal P"},
		{"a portal without a name", with(sound, 9, 2+1, "O"), "leads nowhere"},
	} {
		err := Validate(mustParse(t, row.text), 0)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s:\n%v\nshould have: %s", row.name, err, row.want)
		}
	}
}
