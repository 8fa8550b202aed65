package ui

import (
	"testing"

	"bankshot/client/predict"
	"bankshot/client/render"
)

func TestAParagraphBreaksBetweenWordsAndEnds(t *testing.T) {
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	r.Frame(1280, 720, 1, &predict.View{})
	c := On(r)
	for _, k := range []struct {
		text  string
		w     float32
		lines int
	}{
		{"", 100, 0},
		{"one", 100, 1},
		{"one two three four", 1000, 1},
		{"one two three four", c.Width("one two three", 18), 2},
		{"one two three four", 1, 4},
		{"unbreakable", 1, 1},
		{"one  two ", 1, 2},
	} {
		if got := c.Paragraph(k.text, 0, 0, 18, render.TextColor, k.w); got != k.lines {
			t.Errorf("%q in %v takes %d lines, not %d", k.text, k.w, got, k.lines)
		}
	}
}
