package child

import (
	"strings"
	"testing"
)

func TestMetricsAreKeyedAsTheLineStands(t *testing.T) {
	m, err := ParseMetrics(strings.NewReader(`# HELP a_total of a
# TYPE a_total counter
a_total 3
b{reason="with space",le="+Inf"} 1.5e+06

c NaN
`))
	if err != nil {
		t.Fatal(err)
	}
	if len(m) != 3 || m["a_total"] != 3 || m[`b{reason="with space",le="+Inf"}`] != 1.5e6 || m["c"] == m["c"] {
		t.Errorf("%v", m)
	}
}

func TestABrokenLineIsNamed(t *testing.T) {
	for _, text := range []string{"a 1\nb\n", "a 1\nb one\n"} {
		if _, err := ParseMetrics(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzParseMetrics(f *testing.F) {
	f.Add("a 1\n")
	f.Add("# TYPE a gauge\na{b=\"c\"} +Inf")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ParseMetrics(strings.NewReader(text))
		if (m == nil) == (err == nil) {
			t.Errorf("%v, %v", m, err)
		}
	})
}
