package arena

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The file format, as a person draws it:
//
//	name: Crossfire
//	modes: free-for-all duel
//	                      an empty line, then one line a row:
//	##########            # wall, . floor, and the other tiles, each as its line of Tiles says
//	#◤..S.+.◥#            ◤ ◥ ◣ ◢ half-walls: the filled corner is the solid one
//	#...P....#            S floor where ships appear, + pick-up, H I J zones in their order
//	#.a.....b#            P Q R each twice: the two ends of a portal
//	#◣..P...◢#            1 2 the bases of the two teams, a b where they appear
//	##########
//
// Without a line "modes:" it is made for free-for-all. Parse reads it, Format writes it. Neither judges the map: Validate
// does.

// What is wrong with a text or a binary arena.
var (
	ErrHeader    = errors.New("arena: bad header")
	ErrRow       = errors.New("arena: bad row")
	ErrName      = errors.New("arena: bad name")
	ErrSize      = errors.New("arena: bad size")
	ErrSpawns    = errors.New("arena: bad spawns")
	ErrPlaces    = errors.New("arena: bad places")
	ErrTruncated = errors.New("arena: ends too early")
	ErrTrailing  = errors.New("arena: bytes left over")
	ErrForm      = errors.New("arena: not in canonical form")
)

// Spawns and places are drawn over their tiles.
const spawnRune = 'S'

// placeRunes draws each place, by kind and group.
var placeRunes = [PlaceKinds][Groups]rune{
	PickupPlace: {'+'},
	TeamSpawn:   {1: 'a', 2: 'b'},
	Base:        {1: '1', 2: '2'},
	ZonePlace:   {'H', 'I', 'J'},
	PortalPlace: {'P', 'Q', 'R'},
}

// Parse reads an arena from its text.
func Parse(text []byte) (*Arena, error) {
	if len(text) > MaxText {
		return nil, fmt.Errorf("%w: %d bytes of text, at most %d", ErrSize, len(text), MaxText)
	}
	a := &Arena{}
	rest, err := a.parseHeader(text)
	if err != nil {
		return nil, err
	}
	rows := bytes.Split(bytes.TrimRight(rest, "\r\n\t "), []byte("\n"))
	for y, row := range rows {
		if err := a.parseRow(y, bytes.TrimRight(row, "\r\t ")); err != nil {
			return nil, err
		}
	}
	if err := checkSize(a.W, a.H); err != nil {
		return nil, err
	}
	a.Seal()
	return a, nil
}

// parseHeader reads up to the empty line and returns what follows it.
func (a *Arena) parseHeader(text []byte) ([]byte, error) {
	for n := 1; ; n++ {
		line, rest, more := bytes.Cut(text, []byte("\n"))
		header := strings.TrimSpace(string(line))
		if header == "" {
			break
		}
		key, value, _ := strings.Cut(header, ":")
		if err := a.parseField(key, strings.TrimSpace(value)); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if !more {
			return nil, fmt.Errorf("%w: no rows after the header", ErrTruncated)
		}
		text = rest
	}
	if a.Name == "" {
		return nil, fmt.Errorf("%w: no \"name: ...\" before the first empty line", ErrHeader)
	}
	if a.Modes == 0 {
		a.Modes = a.Modes.With(Plain)
	}
	_, rest, _ := bytes.Cut(text, []byte("\n"))
	return rest, nil
}

func (a *Arena) parseField(key, value string) error {
	switch key {
	case "name":
		if a.Name != "" {
			return fmt.Errorf("%w: the arena is named again", ErrHeader)
		}
		a.Name = value
		return checkName(a.Name)
	case "modes":
		for name := range strings.FieldsSeq(value) {
			m, ok := ParseMode(name)
			if !ok {
				return fmt.Errorf("%w: there is no mode %.20q; there are %s", ErrHeader, name, modeNames())
			}
			a.Modes = a.Modes.With(m)
		}
		return nil
	}
	return fmt.Errorf("%w: %.40q is neither \"name: ...\" nor \"modes: ...\" nor an empty line", ErrHeader, key)
}

func (a *Arena) parseRow(y int, row []byte) error {
	if y >= MaxSide {
		return fmt.Errorf("%w: more than %d rows", ErrSize, MaxSide)
	}
	x := 0
	for _, r := range string(row) {
		if x >= MaxSide {
			return fmt.Errorf("%w: row %d has more than %d tiles", ErrSize, y, MaxSide)
		}
		tile, ok := tileOf(r)
		if !ok {
			return fmt.Errorf("%w: tile (%d,%d) is %q", ErrRow, x, y, r)
		}
		if r == spawnRune {
			if len(a.Spawns) >= MaxSpawns {
				return fmt.Errorf("%w: more than %d, the next at (%d,%d)", ErrSpawns, MaxSpawns, x, y)
			}
			a.Spawns = append(a.Spawns, Cell{x, y})
		}
		if place, ok := placeOf(r); ok {
			if len(a.Places) >= MaxPlaces {
				return fmt.Errorf("%w: more than %d, the next at (%d,%d)", ErrPlaces, MaxPlaces, x, y)
			}
			place.At = Cell{x, y}
			a.Places = append(a.Places, place)
		}
		a.Tiles = append(a.Tiles, tile)
		x++
	}
	if y == 0 {
		a.W = x
	}
	if x != a.W {
		return fmt.Errorf("%w: row %d has %d tiles, row 0 has %d", ErrRow, y, x, a.W)
	}
	a.H = y + 1
	return nil
}

func tileOf(r rune) (Tile, bool) {
	if r == spawnRune {
		return Floor, true
	}
	if place, ok := placeOf(r); ok {
		return underPlace[place.Kind], true
	}
	return ParseTile(r)
}

// ParseTile is the tile that a rune draws; Floor and false where none does.
func ParseTile(r rune) (Tile, bool) {
	for t := range Tiles {
		if Tiles[t].Rune == r {
			return Tile(t), true
		}
	}
	return Floor, false
}

func placeOf(r rune) (Place, bool) {
	for kind := range placeRunes {
		for group, have := range placeRunes[kind] {
			if have == r && r != 0 {
				return Place{Kind: PlaceKind(kind), Group: uint8(group)}, true
			}
		}
	}
	return Place{}, false
}

// Format writes the arena as Parse reads it.
func (a *Arena) Format() []byte {
	b := fmt.Appendf(nil, "name: %s\nmodes:", a.Name)
	for m := range Modes {
		if a.Modes.Has(m) {
			b = fmt.Appendf(b, " %s", m)
		}
	}
	b = append(b, "\n\n"...)
	marks := a.marks()
	for i, t := range a.Tiles {
		r := t.Rules().Rune
		if marks[i] != 0 {
			r = marks[i]
		}
		b = utf8.AppendRune(b, r)
		if (i+1)%a.W == 0 {
			b = append(b, '\n')
		}
	}
	return b
}

// marks are the runes drawn over tiles, 0 where there is none.
func (a *Arena) marks() []rune {
	marks := make([]rune, len(a.Tiles))
	for _, s := range a.Spawns {
		if a.inside(s) && a.At(s.X, s.Y) == Floor {
			marks[a.Index(s)] = spawnRune
		}
	}
	for _, p := range a.Places {
		if a.inside(p.At) && p.Kind < PlaceKinds && p.Group < Groups {
			marks[a.Index(p.At)] = placeRunes[p.Kind][p.Group]
		}
	}
	return marks
}

func checkSize(w, h int) error {
	if w < MinSide || h < MinSide || w > MaxSide || h > MaxSide {
		return fmt.Errorf("%w: %d x %d tiles, each side must be %d to %d", ErrSize, w, h, MinSide, MaxSide)
	}
	return nil
}

func checkName(name string) error {
	if name == "" || len(name) > MaxNameBytes || !utf8.ValidString(name) || strings.TrimSpace(name) != name {
		return fmt.Errorf("%w: %.40q is not 1 to %d bytes of UTF-8 without spaces around it", ErrName, name, MaxNameBytes)
	}
	for _, r := range name {
		if r < ' ' || r == 0x7F {
			return fmt.Errorf("%w: %.40q has a control character", ErrName, name)
		}
	}
	return nil
}
