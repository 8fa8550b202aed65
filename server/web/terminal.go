package web

import (
	"fmt"
	"io"
	"strings"
)

// terminal tells whoever started the server how the build goes. It writes whole
// lines, few of them, rather than one line that moves: the server's log goes to
// the same place and would be written into it.
type terminal struct {
	w       io.Writer
	step    int
	quarter int
}

func newTerminal(w io.Writer) *terminal {
	if w == nil {
		w = io.Discard
	}
	return &terminal{w: w, step: -1}
}

func (t *terminal) line(text string) { fmt.Fprintln(t.w, text) }

// progress writes a line for each step that takes time, and for each quarter of it.
func (t *terminal) progress(step int, share float64) {
	if step != t.step {
		t.step, t.quarter = step, 0
		if step >= stepCompile {
			t.line("  " + steps[step] + " …")
		}
	}
	if quarter := int(share * 4); quarter > t.quarter && quarter < 4 {
		t.quarter = quarter
		t.line(fmt.Sprintf("  %s … %d %%", steps[step], quarter*25))
	}
}

func (t *terminal) trouble(what *trouble) {
	t.line(what.summary)
	if what.text != "" {
		t.line("  " + strings.ReplaceAll(what.text, "\n", "\n  "))
	}
	for _, advice := range what.advice {
		t.line("  → " + strings.ReplaceAll(advice, " -server ORIGIN", ""))
	}
	t.line("Everything else is being served.")
}
