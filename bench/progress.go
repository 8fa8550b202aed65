package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress tells whoever waits what is going on: as a bar on a terminal, in plain lines anywhere else.
type progress struct {
	w   io.Writer
	bar *progressbar.ProgressBar // nil where w is no terminal
}

func newProgress(w io.Writer) *progress {
	p := &progress{w: w}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(1, progressbar.OptionSetWriter(w), progressbar.OptionSetWidth(30),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false), progressbar.OptionThrottle(50*time.Millisecond))
	}
	return p
}

// begin says what is done now; most is how far it goes, 0 for who knows.
func (p *progress) begin(what string, most int) {
	if p.bar == nil {
		fmt.Fprintln(p.w, what)
		return
	}
	if most == 0 {
		most = -1
	}
	p.bar.Reset()
	p.bar.ChangeMax(most)
	p.bar.Describe(what)
	_ = p.bar.RenderBlank()
}

// at says how far it has got.
func (p *progress) at(n int, what string) {
	if p.bar != nil {
		p.bar.Describe(what)
		_ = p.bar.Set(n)
	}
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
