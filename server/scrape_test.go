package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"bankshot/client/link"
)

const playerName = "Zaphod"

// scrape is what an operator sees of the real program while somebody plays and somebody else sends nonsense.
type scrape struct {
	text     string
	families map[string]*dto.MetricFamily
	room     string
}

func scrapeAProgram(t *testing.T) *scrape {
	t.Helper()
	server := start(t)
	p := join(t, server.url, playerName)
	defer func() {
		p.link.Close()
		<-p.link.Done()
	}()
	p.until("my ship appears", func() bool { s := p.ship(); return p.view.Ready && s != nil && s.Alive && s.Name == playerName })
	p.until("inputs arrive", func() bool { return server.metric(`bankshot_inputs_total{result="accepted"}`) != "0" })

	url, err := link.RoomURL(server.url, p.side.Room())
	if err != nil {
		t.Fatal(err)
	}
	hostile := link.Dial(link.Config{URL: url, Hello: []byte(playerName)})
	defer func() {
		hostile.Close()
		<-hostile.Done()
	}()
	p.until("the nonsense is refused", func() bool { return server.metric(`bankshot_connections_ended_total{reason="malformed"}`) != "0" })

	status, text := server.get(server.admin + "/metrics")
	if status != 200 {
		t.Fatalf("/metrics answers %d", status)
	}
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return &scrape{text, families, p.side.Room()}
}

// family is what a query means by a name, nil where there is no such thing: a histogram is asked for by its parts, all
// else by its name.
func (p *scrape) family(name string) *dto.MetricFamily {
	for _, suffix := range []string{"", "_bucket", "_sum", "_count"} {
		base, ok := strings.CutSuffix(name, suffix)
		f := p.families[base]
		if !ok || f == nil {
			continue
		}
		curve := f.GetType() == dto.MetricType_HISTOGRAM || f.GetType() == dto.MetricType_SUMMARY && suffix != "_bucket"
		if curve == (suffix != "") {
			return f
		}
	}
	return nil
}

// has says whether a family has a line with this value of a label; any value where it is empty.
func has(f *dto.MetricFamily, label, value string) bool {
	for _, m := range f.GetMetric() {
		for _, l := range m.GetLabel() {
			if l.GetName() == label && (value == "" || l.GetValue() == value) {
				return true
			}
		}
	}
	return false
}

var (
	metricName = regexp.MustCompile(`\b(?:bankshot|go|process)_[a-z0-9_]+`)
	selector   = regexp.MustCompile(`\b((?:bankshot|go|process)_[a-z0-9_]+)(?:\{([^}]*)\})?`)
	matcher    = regexp.MustCompile(`([a-z_]+)(=~|!=|!~|=)"([^"]*)"`)
	grouping   = regexp.MustCompile(`by \(([^)]*)\)`)
)

// fromPrometheus are labels that it adds itself.
var fromPrometheus = []string{"job", "instance", "le"}

// check holds a query to the scrape: each metric is there, with each label and value it is asked for.
func (p *scrape) check(t *testing.T, where, query string) {
	t.Helper()
	var asked []*dto.MetricFamily
	for _, m := range selector.FindAllStringSubmatch(query, -1) {
		f := p.family(m[1])
		if f == nil && runtime.GOOS != "linux" && strings.HasPrefix(m[1], "process_") {
			continue // other systems tell less
		}
		if f == nil {
			t.Errorf("%s asks for %s, which does not exist", where, m[1])
			continue
		}
		asked = append(asked, f)
		for _, l := range matcher.FindAllStringSubmatch(m[2], -1) {
			if slices.Contains(fromPrometheus, l[1]) {
				continue
			}
			values := []string{l[3]}
			if strings.HasSuffix(l[2], "~") {
				values = strings.Split(l[3], "|")
			}
			for _, value := range values {
				if !has(f, l[1], value) {
					t.Errorf("%s asks for %s with %s %q, which does not exist", where, m[1], l[1], value)
				}
			}
		}
	}
	for _, by := range grouping.FindAllStringSubmatch(query, -1) {
		for label := range strings.SplitSeq(by[1], ",") {
			label = strings.TrimSpace(label)
			if !slices.Contains(fromPrometheus, label) && !slices.ContainsFunc(asked, func(f *dto.MetricFamily) bool { return has(f, label, "") }) {
				t.Errorf("%s groups by %s, a label that none of its metrics has", where, label)
			}
		}
	}
}

// boardQueries are all queries of the board, by the title of their panel.
func boardQueries(t *testing.T) map[string][]string {
	t.Helper()
	var board struct {
		Panels []struct {
			Title   string
			Type    string
			Targets []struct{ Expr string }
		}
		Annotations struct {
			List []struct{ Name, Expr string }
		}
		Templating struct {
			List []struct{ Name, Definition string }
		}
	}
	text := opsFile(t, "grafana.json")
	if err := json.Unmarshal([]byte(text), &board); err != nil {
		t.Fatal(err)
	}
	queries := map[string][]string{}
	for _, p := range board.Panels {
		for _, target := range p.Targets {
			queries["panel "+p.Title] = append(queries["panel "+p.Title], target.Expr)
		}
		if p.Type != "row" && len(p.Targets) == 0 {
			t.Errorf("panel %s asks for nothing", p.Title)
		}
	}
	for _, a := range board.Annotations.List {
		queries["annotation "+a.Name] = append(queries["annotation "+a.Name], a.Expr)
	}
	for _, v := range board.Templating.List {
		queries["variable "+v.Name] = append(queries["variable "+v.Name], v.Definition)
	}
	return queries
}

func opsFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("ops", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
