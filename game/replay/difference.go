package replay

import (
	"fmt"
	"reflect"
	"strings"

	"bankshot/game"
	"bankshot/game/arena"
)

// Difference tells where playing a recording again led elsewhere.
type Difference struct {
	// Agreed is the last tick of which it is known that all was the same, Tick the first of which it is known that
	// something was not. The first tick that differs lies between: it is Tick itself where every tick has a hash.
	Agreed, Tick game.Tick
	// At is the tick of the first recorded state since then, whose Fields differ. It is 0 where none was recorded.
	At     game.Tick
	Fields []Field
}

func (d *Difference) String() string {
	first := fmt.Sprintf("tick %d is the first that differs", d.Tick)
	if d.Agreed+1 < d.Tick {
		first = fmt.Sprintf("the first tick that differs is one of %d to %d", d.Agreed+1, d.Tick)
	}
	if d.At == 0 {
		return first + "; no state was recorded after it that would tell what differs"
	}
	lines := []string{fmt.Sprintf("%s; at tick %d (-recorded +played)", first, d.At)}
	for _, f := range d.Fields {
		lines = append(lines, "  "+f.Name)
		if f.Recorded != "" {
			lines = append(lines, "    - "+f.Recorded)
		}
		if f.Played != "" {
			lines = append(lines, "    + "+f.Played)
		}
	}
	return clean([]byte(strings.Join(lines, "\n")))
}

// Field is one that differs, by its name in package game, such as Ships[seat 3 Ana].Pos.X. One of the two texts is empty
// where a ship, a shot or a pane is on one side only.
type Field struct{ Name, Recorded, Played string }

// fields compares two states field by field. Ships are told apart by their seats, shots by their ids and broken panes by
// their tiles, so that one too many does not make all that follow it differ.
func fields(recorded, played *game.Public) []Field {
	var c comparison
	a, b := reflect.ValueOf(recorded).Elem(), reflect.ValueOf(played).Elem()
	for i := range a.NumField() {
		switch name := a.Type().Field(i).Name; name {
		case "Ships":
			merge(&c, recorded.Ships, played.Ships, func(s *game.Ship) (uint64, string) {
				return uint64(s.Seat), fmt.Sprintf("Ships[seat %d %s]", s.Seat, s.Name)
			})
		case "Shots":
			merge(&c, recorded.Shots, played.Shots, func(s *game.Shot) (uint64, string) {
				return uint64(s.ID), fmt.Sprintf("Shots[of tick %d seat %d]", s.ID.Tick(), s.ID.Seat())
			})
		case "Broken":
			merge(&c, recorded.Broken, played.Broken, func(p *arena.Pane) (uint64, string) {
				return uint64(p.Index), fmt.Sprintf("Broken[tile %d]", p.Index)
			})
		case "TeamScore":
			c.elements(name+"[team %d]", game.TeamOne, a.Field(i), b.Field(i))
		case "Goals":
			c.elements(name+"[%d]", 0, a.Field(i), b.Field(i))
		case "Pickups":
			c.elements(name+"[place %d]", 0, a.Field(i), b.Field(i))
		default:
			c.values(name, a.Field(i), b.Field(i))
		}
	}
	return c.found
}

type comparison struct{ found []Field }

// values compares two values of one type, and goes into structs.
func (c *comparison) values(name string, a, b reflect.Value) {
	if a.Kind() == reflect.Struct {
		for i := range a.NumField() {
			c.values(name+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
		}
		return
	}
	if x, y := a.Interface(), b.Interface(); !reflect.DeepEqual(x, y) {
		c.found = append(c.found, Field{Name: name, Recorded: fmt.Sprint(x), Played: fmt.Sprint(y)})
	}
}

// elements compares two lists place by place; the first one bears this number.
func (c *comparison) elements(name string, first uint8, a, b reflect.Value) {
	for i := range max(a.Len(), b.Len()) {
		switch name := fmt.Sprintf(name, int(first)+i); {
		case i >= b.Len():
			c.found = append(c.found, Field{Name: name, Recorded: fmt.Sprintf("%+v", a.Index(i))})
		case i >= a.Len():
			c.found = append(c.found, Field{Name: name, Played: fmt.Sprintf("%+v", b.Index(i))})
		default:
			c.values(name, a.Index(i), b.Index(i))
		}
	}
}

// merge walks two lists in ascending order of keys.
func merge[T any](c *comparison, a, b []T, key func(*T) (uint64, string)) {
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && less(key, &a[0], &b[0]):
			_, name := key(&a[0])
			c.found = append(c.found, Field{Name: name, Recorded: fmt.Sprintf("%+v", a[0])})
			a = a[1:]
		case len(a) == 0 || less(key, &b[0], &a[0]):
			_, name := key(&b[0])
			c.found = append(c.found, Field{Name: name, Played: fmt.Sprintf("%+v", b[0])})
			b = b[1:]
		default:
			_, name := key(&a[0])
			c.values(name, reflect.ValueOf(a[0]), reflect.ValueOf(b[0]))
			a, b = a[1:], b[1:]
		}
	}
}

func less[T any](key func(*T) (uint64, string), a, b *T) bool {
	x, _ := key(a)
	y, _ := key(b)
	return x < y
}
