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
//	                      an empty line, then one line a row:
//	##########            # wall
//	#◤..S...◥#            . floor, S floor where ships appear
//	#........#            ◤ ◥ ◣ ◢ half-walls: the filled corner is the solid one
//	#◣......◢#
//	##########
//
// Parse reads it, Format writes it. Neither judges the map: Validate does.

// What is wrong with a text or a binary arena.
var (
	ErrHeader    = errors.New("arena: bad header")
	ErrRow       = errors.New("arena: bad row")
	ErrName      = errors.New("arena: bad name")
	ErrSize      = errors.New("arena: bad size")
	ErrSpawns    = errors.New("arena: bad spawns")
	ErrTruncated = errors.New("arena: ends too early")
	ErrTrailing  = errors.New("arena: bytes left over")
	ErrForm      = errors.New("arena: not in canonical form")
)

// runes draws each tile; a spawn is drawn over floor.
var runes = [Tiles]rune{Floor: '.', Wall: '#', HalfNW: '◤', HalfNE: '◥', HalfSW: '◣', HalfSE: '◢'}

const spawnRune = 'S'

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
		if key != "name" {
			return nil, fmt.Errorf("%w: line %d is not \"name: ...\" and no empty line: %.40q", ErrHeader, n, header)
		}
		if a.Name != "" {
			return nil, fmt.Errorf("%w: line %d names the arena again", ErrHeader, n)
		}
		a.Name = strings.TrimSpace(value)
		if err := checkName(a.Name); err != nil {
			return nil, err
		}
		if !more {
			return nil, fmt.Errorf("%w: no rows after the header", ErrTruncated)
		}
		text = rest
	}
	if a.Name == "" {
		return nil, fmt.Errorf("%w: no \"name: ...\" before the first empty line", ErrHeader)
	}
	_, rest, _ := bytes.Cut(text, []byte("\n"))
	return rest, nil
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
	for t, have := range runes {
		if r == have {
			return Tile(t), true
		}
	}
	return Floor, false
}

// Format writes the arena as Parse reads it.
func (a *Arena) Format() []byte {
	b := fmt.Appendf(nil, "name: %s\n\n", a.Name)
	spawn := a.spawnSet()
	for i, t := range a.Tiles {
		r := runes[t]
		if t == Floor && spawn[i] {
			r = spawnRune
		}
		b = utf8.AppendRune(b, r)
		if (i+1)%a.W == 0 {
			b = append(b, '\n')
		}
	}
	return b
}

func (a *Arena) spawnSet() []bool {
	set := make([]bool, len(a.Tiles))
	for _, s := range a.Spawns {
		if s.X >= 0 && s.Y >= 0 && s.X < a.W && s.Y < a.H {
			set[s.Y*a.W+s.X] = true
		}
	}
	return set
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
