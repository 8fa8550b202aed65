package wire

import (
	"bytes"
	"testing"
)

func TestCellsSurviveTheWire(t *testing.T) {
	for _, n := range []int{0, 2, 255, 256, 70_000, MaxCells} {
		want := Cells{Margin: -3, Body: bytes.Repeat([]byte{7}, n)}
		var m Messages
		if err := m.Open(AppendCells(nil, &want), FromServer()); err != nil {
			t.Fatal(err)
		}
		k, a, _ := m.Next()
		var got Cells
		if err := got.Decode(a); err != nil || k != KindCells || got.Margin != want.Margin || !bytes.Equal(got.Body, want.Body) {
			t.Errorf("%d bytes: %v, %v", n, k, err)
		}
	}
}

func TestCellsBeyondTheirBoundAreRefused(t *testing.T) {
	var m Messages
	if err := m.Open(AppendCells(nil, &Cells{Body: make([]byte, MaxCells+1)}), FromServer()); err != nil {
		t.Fatal(err)
	}
	_, a, _ := m.Next()
	var got Cells
	if got.Decode(a) == nil {
		t.Error("they are accepted")
	}
}
