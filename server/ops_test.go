package main

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"
)

// notShown are the metrics that the board leaves out, and why.
var notShown = map[string]string{
	"bankshot_watchers": "bankshot_seats{state=\"watching\"} is the same",

	"bankshot_recorded_bytes_total": "bounded by what is kept",
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
