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

// notShown are the metrics that the board leaves out, and why.
var notShown = map[string]string{
	"bankshot_watchers": "bankshot_seats{state=\"watching\"} is the same",

	"bankshot_recorded_bytes_total": "bounded by what is kept",
}

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

// ruleExpr is a rule's query, on one line or, after a bar, on the deeper ones below it.
var ruleExpr = regexp.MustCompile(`(?m)^ +expr: (?:\|\n((?: {10,}.*\n)+)|(.*)$)`)

func TestWhatOperatorsSeeOfTheRealProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays in real time")
	}
	p := scrapeAProgram(t)
	t.Run("the board, the alerts and the manual name what there is", p.isExplained)
	t.Run("no label names a player, a room or an address", p.namesNobody)
	t.Run("names follow Prometheus' conventions", p.isConventional)
}

func (p *scrape) isExplained(t *testing.T) {
	shown := map[string]bool{}
	queries := 0
	for where, list := range boardQueries(t) {
		for _, q := range list {
			queries++
			p.check(t, where, q)
			for _, name := range metricName.FindAllString(q, -1) {
				if f := p.family(name); f != nil {
					shown[f.GetName()] = true
				}
			}
		}
	}
	if queries < 60 {
		t.Errorf("only %d queries were found on the board", queries)
	}

	alerts := opsFile(t, "alerts.yml")
	rules := ruleExpr.FindAllStringSubmatch(alerts, -1)
	if n := strings.Count(alerts, "- alert: "); n == 0 || n != len(rules) {
		t.Fatalf("%d rules, %d queries found", n, len(rules))
	}
	for _, r := range rules {
		p.check(t, "a rule", r[1]+r[2])
	}

	manual := opsFile(t, "README.md")
	for _, name := range regexp.MustCompile(`\bbankshot_[a-z0-9_]+`).FindAllString(manual, -1) {
		if p.families[name] == nil && p.family(name) == nil {
			t.Errorf("the manual explains %s, which does not exist", name)
		}
	}
	ours := 0
	for name, f := range p.families {
		if !strings.HasPrefix(name, "bankshot_") {
			continue
		}
		ours++
		if row := manualRow(name, f); !strings.Contains(manual, row) {
			t.Errorf("the manual's table lacks\n%s", row)
		}
		if _, left := notShown[name]; !shown[name] && !left {
			t.Errorf("%s is neither on the board nor in the list of what is left out", name)
		}
	}
	for name := range notShown {
		if p.families[name] == nil || shown[name] {
			t.Errorf("%s is in the list of what is left out, and does not exist or is not left out", name)
		}
	}
	if ours < 40 {
		t.Errorf("only %d metrics of ours", ours)
	}
}

// manualRow is a metric's line in the manual.
func manualRow(name string, f *dto.MetricFamily) string {
	var labels []string
	for _, l := range f.GetMetric()[0].GetLabel() {
		labels = append(labels, l.GetName())
	}
	if slices.Sort(labels); len(labels) > 0 {
		name += "{" + strings.Join(labels, ", ") + "}"
	}
	return "| `" + name + "` | " + strings.ToLower(f.GetType().String()) + " | " + f.GetHelp() + " |\n"
}

// labels are all that a metric may have, and how many values each has at most, for one metric.
var labels = map[string]int{"reason": 40, "result": 8, "state": 4, "version": 1, "go": 1, "le": 0, "quantile": 0}

func (p *scrape) namesNobody(t *testing.T) {
	address := regexp.MustCompile(`\d+\.\d+\.\d+\.\d+|\[[0-9a-f:]*:[0-9a-f:]*\]|:\d{2,5}$`)
	for name, f := range p.families {
		values := map[string]map[string]bool{}
		for _, m := range f.GetMetric() {
			for _, l := range m.GetLabel() {
				most, known := labels[l.GetName()]
				if !known {
					t.Errorf("%s has the label %s: what could be its values?", name, l.GetName())
				}
				if v := l.GetValue(); strings.Contains(v, playerName) || strings.Contains(strings.ToUpper(v), p.room) || address.MatchString(v) {
					t.Errorf("%s tells %s=%q", name, l.GetName(), v)
				}
				if values[l.GetName()] == nil {
					values[l.GetName()] = map[string]bool{}
				}
				if values[l.GetName()][l.GetValue()] = true; most > 0 && len(values[l.GetName()]) > most {
					t.Errorf("%s has more than %d values of %s", name, most, l.GetName())
				}
			}
		}
	}
	if strings.Contains(p.text, playerName) || strings.Contains(strings.ToUpper(p.text), p.room) {
		t.Error("the player or the room is named elsewhere")
	}
}

func (p *scrape) isConventional(t *testing.T) {
	for name, f := range p.families {
		if !strings.HasPrefix(name, "bankshot_") {
			continue
		}
		counter := f.GetType() == dto.MetricType_COUNTER
		if counter != strings.HasSuffix(name, "_total") {
			t.Errorf("%s is a %v", name, f.GetType())
		}
		if f.GetType() == dto.MetricType_HISTOGRAM && !strings.HasSuffix(name, "_seconds") && !strings.HasSuffix(name, "_bytes") {
			t.Errorf("%s does not name its unit", name)
		}
		if strings.Contains(name, "_ms") || strings.Contains(name, "milli") {
			t.Errorf("%s is not in a base unit", name)
		}
		if f.GetHelp() == "" {
			t.Errorf("%s has no help", name)
		}
	}
}
