package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// profilesTable writes what was found for a terminal: a line a figure, a column a way, its goal beside each.
func profilesTable(w io.Writer, runs []profileRun) error {
	var b strings.Builder
	for _, f := range runs[0].Result.Setting.Lines() {
		if f.Label != "way" {
			fmt.Fprintf(&b, "%-10s  %s\n", f.Label, f.Value)
		}
	}
	const figure, column = 31, 20
	fmt.Fprintf(&b, "\n%s", fill("", figure))
	for _, run := range runs {
		fmt.Fprint(&b, fill("  "+run.Profile, column))
	}
	fmt.Fprintf(&b, "\n%s", fill("", figure))
	for _, run := range runs {
		fmt.Fprint(&b, fill("  "+run.way.short(), column))
	}
	b.WriteString("\n\n")
	for i, row := range feelRows() {
		line := fill(strings.TrimSpace(row.figure.Label+"  "+row.figure.Unit), figure)
		for _, run := range runs {
			v := &run.Goals[i]
			cell := fmt.Sprintf("  %8s %1s", v.text, v.mark())
			if v.Goal != "" {
				cell += " " + v.Goal
			}
			line += fill(cell, column)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	for _, warning := range warnings(runs) {
		fmt.Fprintf(&b, "\n%s", warning)
	}
	b.WriteString("\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// warnings are those of all runs, each with the ways it is about.
func warnings(runs []profileRun) []string {
	var texts []string
	ways := map[string][]string{}
	for _, run := range runs {
		for _, text := range run.Result.Warnings {
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
			ways[text] = append(ways[text], run.Profile)
		}
	}
	for i, text := range texts {
		texts[i] = strings.Join(ways[text], ", ") + ": " + text
	}
	return texts
}

// short describes the way in a few characters.
func (p *profile) short() string {
	if p.RTT == 0 {
		return "nothing added"
	}
	text := fmt.Sprintf("%d ± %d ms", p.RTT.Milliseconds(), p.Jitter.Milliseconds())
	if p.Stall.For > 0 {
		text += ", " + p.Stall.String()
	}
	return text
}

func fill(s string, width int) string {
	return s + strings.Repeat(" ", max(1, width-utf8.RuneCountInString(s)))
}

//go:embed profiles.html
var profilesSource string

// profilesPage writes the same as one page that needs nothing else.
func profilesPage(w io.Writer, runs []profileRun) error {
	type cell struct{ Text, Mark, Class, Goal string }
	type line struct {
		Label, Unit, Name, About string
		Cells                    []cell
	}
	type column struct{ Name, Way string }
	page := struct {
		Setting  [][2]string
		Columns  []column
		Lines    []line
		Warnings []string
	}{Warnings: warnings(runs)}
	for _, f := range runs[0].Result.Setting.Lines() {
		if f.Label != "way" {
			page.Setting = append(page.Setting, [2]string{f.Label, f.Value})
		}
	}
	for _, run := range runs {
		page.Columns = append(page.Columns, column{run.Profile, run.way.short()})
	}
	classes := map[string]string{"✓": "met", "✗": "missed", "": ""}
	for i, row := range feelRows() {
		l := line{Label: row.figure.Label, Unit: row.figure.Unit, Name: row.figure.Name, About: row.figure.About}
		for _, run := range runs {
			v := &run.Goals[i]
			l.Cells = append(l.Cells, cell{v.text, v.mark(), classes[v.mark()], v.Goal})
		}
		page.Lines = append(page.Lines, l)
	}
	t, err := template.New("profiles").Parse(profilesSource)
	if err != nil {
		return fmt.Errorf("the page of profiles: %w", err)
	}
	if err := t.Execute(w, page); err != nil {
		return fmt.Errorf("write the page of profiles: %w", err)
	}
	return nil
}
