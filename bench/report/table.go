package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Unmeasured stands for a figure that was not measured.
const Unmeasured = "–"

// Text is a figure as people read it.
func (f *Figure) Text(r *Result) string {
	v := f.Of(r)
	if v == nil {
		return Unmeasured
	}
	return strconv.FormatFloat(*v, 'f', f.Decimals, 64)
}

// Table writes a result for a terminal.
func (r *Result) Table(w io.Writer) error {
	var b strings.Builder
	for _, s := range r.Setting.Lines() {
		fmt.Fprintf(&b, "%s  %s\n", pad(s.Label, 10), s.Value)
	}
	for _, g := range Groups() {
		fmt.Fprintf(&b, "\n%s\n", g.Title)
		for _, f := range g.Figures {
			fmt.Fprintf(&b, "  %s %12s %s %s %s\n", pad(f.Label, 27), f.Text(r), pad(f.Unit, 6), pad(f.Name, 34), f.About)
		}
	}
	return ended(w, &b, r.Warnings)
}

// ended writes a table with what to mind below it.
func ended(w io.Writer, b *strings.Builder, warnings []string) error {
	for i, warning := range warnings {
		if i == 0 {
			b.WriteString("\nMind\n")
		}
		fmt.Fprintf(b, "  %s\n", warning)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// pad fills up to a width in characters.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// Fact is one line about the setting.
type Fact struct{ Label, Value string }

// Lines is the setting as people read it; what is not known is left out.
func (s *Setting) Lines() []Fact {
	var facts []Fact
	add := func(label, value string) {
		if value != "" {
			facts = append(facts, Fact{label, value})
		}
	}
	add("run", s.Flags)
	add("server", s.Server)
	add("way", s.Profile)
	machine := s.CPU
	if s.Cores > 0 {
		machine = fmt.Sprintf("%s, %d cores", machine, s.Cores)
	}
	if s.Memory != "" {
		machine += ", " + s.Memory
	}
	add("machine", strings.TrimPrefix(machine, ", "))
	if s.LoadBefore != nil {
		busy := ""
		if s.Cores > 0 && *s.LoadBefore > busyLoad*float64(s.Cores) {
			busy = ", so the machine was busy with other things: trust ratios, not figures"
		}
		add("load", fmt.Sprintf("%.2f in the minute before%s", *s.LoadBefore, busy))
	}
	add("system", strings.Join(nonEmpty(s.Kernel, s.OSArch, s.Go), ", "))
	add("commit", s.Commit)
	if !s.Date.IsZero() {
		add("date", s.Date.Format("2006-01-02 15:04 MST"))
	}
	if s.MeasuredS > 0 {
		add("measured", fmt.Sprintf("%.1f s, after %.1f s of playing in", s.MeasuredS, s.WarmS))
	}
	return facts
}

// busyLoad is the load a core beyond which a machine is busy.
const busyLoad = 0.25

func nonEmpty(all ...string) []string {
	var some []string
	for _, s := range all {
		if s != "" {
			some = append(some, s)
		}
	}
	return some
}
