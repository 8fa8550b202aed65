package main

import (
	"bytes"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankshot/assets"
)

// looked runs bench arenas as its command line would.
func looked(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(t.Context(), append([]string{"arenas"}, args...), &out, &out)
	return out.String(), err
}

func TestEveryArenaHasALineAndAPicture(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws all arenas")
	}
	dir := t.TempDir()
	out, err := looked(t, "-pairs", "20", "-o", dir)
	if err != nil {
		t.Fatal(err)
	}
	mention(t, out, "Crossfire  58x38", "free-for-all", "around")
	if n := strings.Count(out, "\n"); n != len(assets.ArenaNames)+1 {
		t.Errorf("%d lines:\n%s", n, out)
	}
	for _, name := range append([]string{"arenas/all_arenas.txt"}, assets.ArenaNames...) {
		file := filepath.Join(dir, strings.TrimSuffix(filepath.Base(name), ".txt")+".png")
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := png.DecodeConfig(bytes.NewReader(b)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

const cellar = "name: Cellar\n\n##########\n#S......S#\n#........#\n#........#\n#........#\n#........#\n#........#\n##########\n"

func TestWhoDrawsAnArenaSeesItThoughItIsWrong(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "cellar.txt")
	if err := os.WriteFile(file, []byte(cellar), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := looked(t, "-o", dir, file); err == nil || !strings.Contains(err.Error(), "cellar can't be played in: arena: tile (1,1): is a spawn in or next to a wall") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "cellar.png")); err != nil {
		t.Error(err)
	}
}

func TestWhatIsNoArenaIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(file, []byte("buy milk\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := looked(t, file); err == nil || !strings.Contains(err.Error(), "note.txt: line 1: arena: bad header") {
		t.Errorf("%v", err)
	}
	for _, args := range [][]string{{"-pairs", "-1"}, {"-pears", "1"}} {
		if _, err := looked(t, args...); !errors.Is(err, errUsage) {
			t.Errorf("%v: %v", args, err)
		}
	}
	if out, err := looked(t, "-h"); err != nil || !strings.Contains(out, "by 2") {
		t.Errorf("%v: %s", err, out)
	}
}
