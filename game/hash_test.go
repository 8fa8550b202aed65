package game

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bankshot/game/arena"
)

func TestEveryPublicFieldEntersTheHash(t *testing.T) {
	m := newMatch(open(), 1, 2)
	for len(m.s.Shots) == 0 {
		m.press()
		m.tick()
	}
	m.s.Mode = arena.Capture
	m.s.layGoals()
	whole := m.s.Hash()
	spoil(t, "", reflect.ValueOf(&m.s.Public).Elem(), func(field string) {
		if m.s.Hash() == whole {
			t.Errorf("%s does not enter the hash", field)
		}
	})
	if m.s.Hash() != whole {
		t.Fatal("the hash does not come back")
	}
}

// spoil changes every plain value below v, one at a time, and calls changed while it is different.
func spoil(t *testing.T, name string, v reflect.Value, changed func(string)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			spoil(t, name+"."+v.Type().Field(i).Name, v.Field(i), changed)
		}
		return
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			spoil(t, name, v.Index(i), changed)
		}
		return
	}
	was := reflect.ValueOf(v.Interface())
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.String:
		v.SetString(v.String() + "!")
	case reflect.Int16, reflect.Int32:
		v.SetInt(v.Int() ^ 1)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(v.Uint() ^ 1)
	default:
		t.Fatalf("%s: a kind of value the hash has not been told of", name)
	}
	changed(name)
	v.Set(was)
}

func TestEveryNumberOfTheTuningEntersTheRules(t *testing.T) {
	text, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "var ruleNumbers")
	listed := map[string]bool{}
	for _, word := range strings.FieldsFunc(table, func(r rune) bool { return strings.ContainsRune(" \t\n,()", r) }) {
		listed[word] = true
	}
	count := func(file string) (numbers int) {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			decl, ok := n.(*ast.GenDecl)
			if !ok || decl.Tok != token.CONST {
				return true
			}
			for _, spec := range decl.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					numbers++
					if !listed[name.Name] {
						t.Errorf("%s of %s does not enter the hash of the rules", name.Name, file)
					}
				}
			}
			return false
		})
		return numbers
	}
	if numbers := count("tuning.go"); numbers < 20 {
		t.Fatalf("only %d numbers found in tuning.go", numbers)
	}
	count("goal_flag.go")
	count("goal_zone.go")
	// A mode's own numbers stand in its row: where its length is, or among Numbers.
	modes, err := filepath.Glob("mode_*.go")
	if err != nil || len(modes) == 0 {
		t.Fatalf("no files of modes: %v", err)
	}
	for _, file := range modes {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, row, _ := strings.Cut(string(text), "= ModeRules{")
		clear(listed)
		for _, word := range strings.FieldsFunc(row, func(r rune) bool { return strings.ContainsRune(" \t\n,(){}", r) }) {
			listed[word] = true
		}
		count(file)
	}
}

func TestACloneSharesNothing(t *testing.T) {
	m := newMatch(open(), 1, 4)
	for range 60 {
		m.press()
		m.tick()
	}
	clone := m.s.Clone()
	hash := clone.Hash()
	if hash != m.s.Hash() || clone.Secret != m.s.Secret {
		t.Fatal("the clone differs")
	}
	for range 60 {
		m.press()
		m.tick()
	}
	if clone.Hash() != hash {
		t.Fatal("the clone changed with its original")
	}
}
