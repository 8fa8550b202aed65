package report

import (
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"
)

// Sheet is what a command other than a run has found: the same page and table, with rows of its own.
type Sheet struct {
	Title    string
	Setting  []Fact
	Warnings []string
	Groups   []SheetGroup
	Series   []Series
}

// SheetGroup is what belongs together.
type SheetGroup struct {
	Title string
	Rows  []Row
}

// Row is one figure, as it is to be read. Large ones also stand at the top of the page.
type Row struct {
	Label, Value, Unit, Goal, About, Name string
	Large                                 bool
}

// HTML writes a page that needs nothing else.
func (s *Sheet) HTML(w io.Writer) error {
	t, err := template.New("page").Parse(pageSource)
	if err != nil {
		return fmt.Errorf("the report's page: %w", err)
	}
	p := page{Title: s.Title, Setting: s.Setting, Warnings: s.Warnings}
	for _, g := range s.Groups {
		group := pageGroup{Title: g.Title}
		for _, r := range g.Rows {
			group.Rows = append(group.Rows, pageRow{r.Value, r.Unit, r.Label, r.Name, r.About, r.Goal})
			if r.Large {
				p.Tiles = append(p.Tiles, tile{r.Value, r.Unit, g.Title + ": " + r.Label, r.Goal})
			}
		}
		p.Groups = append(p.Groups, group)
	}
	for i := range s.Series {
		p.Charts = append(p.Charts, curve(&s.Series[i]))
	}
	if err := t.Execute(w, p); err != nil {
		return fmt.Errorf("write the report's page: %w", err)
	}
	return nil
}

// Table writes it for a terminal.
func (s *Sheet) Table(w io.Writer) error {
	var b strings.Builder
	for _, f := range s.Setting {
		fmt.Fprintf(&b, "%s  %s\n", pad(f.Label, 10), f.Value)
	}
	for _, g := range s.Groups {
		fmt.Fprintf(&b, "\n%s\n", g.Title)
		label := 0
		for _, r := range g.Rows {
			label = max(label, utf8.RuneCountInString(r.Label))
		}
		for _, r := range g.Rows {
			goal := r.Goal
			if goal != "" {
				goal = "(goal " + goal + ")"
			}
			line := fmt.Sprintf("  %s %10s %s %s %s", pad(r.Label, label), r.Value, pad(r.Unit, 4), goal, r.About)
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	return ended(w, &b, s.Warnings)
}
