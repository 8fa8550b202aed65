package replay

import (
	"reflect"
	"slices"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// furnished is a world with one of everything.
func furnished() *game.Public {
	return &game.Public{
		Ships:   []game.Ship{{Seat: 1, Name: "Ana"}},
		Shots:   []game.Shot{{ID: game.NewShotID(3, 1, 0)}},
		Pickups: make([]game.Pickup, 2),
		Broken:  []arena.Pane{{Index: 7}},
		Goals:   make([]game.Goal, 2),
	}
}

// TestEveryFieldOfTheStateIsNamedWhereItDiffers changes one field after the other, whatever fields there are, but those by
// which ships, shots and panes are told apart.
func TestEveryFieldOfTheStateIsNamedWhereItDiffers(t *testing.T) {
	var leaves []string
	var walk func(name string, v reflect.Value, get func(reflect.Value) reflect.Value)
	walk = func(name string, v reflect.Value, get func(reflect.Value) reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(name+"."+v.Type().Field(i).Name, v.Field(i), func(r reflect.Value) reflect.Value { return get(r).Field(i) })
			}
			return
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(name+"[]", v.Index(i), func(r reflect.Value) reflect.Value { return get(r).Index(i) })
			}
			return
		}
		if slices.Contains([]string{".Ships[].Seat", ".Ships[].Name", ".Shots[].ID", ".Broken[].Index"}, name) {
			return
		}
		recorded, played := furnished(), furnished()
		leaf := get(reflect.ValueOf(played).Elem())
		switch {
		case leaf.Kind() == reflect.Bool:
			leaf.SetBool(true)
		case leaf.CanInt():
			leaf.SetInt(5)
		case leaf.CanUint():
			leaf.SetUint(5)
		default:
			t.Fatalf("%s is of a kind that no field of the state had", name)
		}
		got := fields(recorded, played)
		if len(got) != 1 || got[0].Recorded == got[0].Played || got[0].Recorded == "" || got[0].Played == "" {
			t.Errorf("%s: %+v", name, got)
			return
		}
		if slices.Contains(leaves, got[0].Name) {
			t.Errorf("%s is called as another one: %s", name, got[0].Name)
		}
		leaves = append(leaves, got[0].Name)
	}
	walk("", reflect.ValueOf(furnished()).Elem(), func(r reflect.Value) reflect.Value { return r })
	for _, want := range []string{
		"Mode", "TeamScore[team 2]", "Goals[0].Pos.Y", "Goals[1].Holder", "Pickups[place 1].Due",
		"Broken[tile 7].Back", "Ships[seat 1 Ana].BestStreak", "Ships[seat 1 Ana].WarpTick", "Shots[of tick 3 seat 1].Returned",
	} {
		if !slices.Contains(leaves, want) {
			t.Errorf("%s is not among\n%v", want, leaves)
		}
	}
}

func TestAPaneOnOneSideOnlyIsToldAsOne(t *testing.T) {
	a := &game.Public{Broken: []arena.Pane{{Index: 3}, {Index: 9}}}
	b := &game.Public{Broken: []arena.Pane{{Index: 9}}, Pickups: make([]game.Pickup, 1)}
	got := fields(a, b)
	if len(got) != 2 || got[0].Name != "Pickups[place 0]" || got[0].Recorded != "" || got[1].Name != "Broken[tile 3]" || got[1].Played != "" {
		t.Errorf("%+v", got)
	}
}
