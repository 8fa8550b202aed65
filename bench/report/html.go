package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed page.html
var pageSource string

// page is what the template is filled with: everything as it is to be read.
type page struct {
	Title    string
	Setting  []Fact
	Warnings []string
	Tiles    []tile
	Charts   []chart
	Groups   []pageGroup
}

// tile is a figure in large letters.
type tile struct{ Value, Unit, Label, Goal string }

type pageGroup struct {
	Title string
	Rows  []pageRow
}

type pageRow struct{ Value, Unit, Label, Name, About, Goal string }

// tiles are the figures that most people look for.
func tiles() []string {
	return []string{
		"snapshots_per_player_s", "interarrival_p99_ms", "server_cpu_us_per_player_interval", "floor_ratio",
		"rss_kb_per_player", "bytes_down_per_player_s", "mispredicted_ticks_pct", "resume_p99_ms",
	}
}

// HTML writes a result as one page that needs nothing else: no script, no font, no picture from anywhere.
func (r *Result) HTML(w io.Writer) error {
	t, err := template.New("page").Parse(pageSource)
	if err != nil {
		return fmt.Errorf("the report's page: %w", err)
	}
	if err := t.Execute(w, r.page()); err != nil {
		return fmt.Errorf("write the report's page: %w", err)
	}
	return nil
}

func (r *Result) page() page {
	players := "players"
	if r.Players == 1 {
		players = "player"
	}
	rooms := "rooms"
	if r.Rooms == 1 {
		rooms = "room"
	}
	p := page{
		Title:   fmt.Sprintf("%d %s in %d %s", r.Players, players, r.Rooms, rooms),
		Setting: r.Setting.Lines(), Warnings: r.Warnings,
	}
	byName := map[string]Figure{}
	for _, g := range Groups() {
		group := pageGroup{Title: g.Title}
		for _, f := range g.Figures {
			byName[f.Name] = f
			group.Rows = append(group.Rows, pageRow{f.Text(r), f.Unit, f.Label, f.Name, f.About, f.Goal})
		}
		p.Groups = append(p.Groups, group)
	}
	for _, name := range tiles() {
		f := byName[name]
		p.Tiles = append(p.Tiles, tile{f.Text(r), f.Unit, f.tileLabel(), f.Goal})
	}
	for i := range r.Series {
		p.Charts = append(p.Charts, curve(&r.Series[i]))
	}
	for i := range r.Histograms {
		p.Charts = append(p.Charts, barsOf(&r.Histograms[i]))
	}
	return p
}

// tileLabel is the label of a figure that stands alone, without its group's title above it.
func (f *Figure) tileLabel() string {
	if f.Alone != "" {
		return f.Alone
	}
	return f.Label
}
