package snap

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

var train = flag.Bool("train", false, "write probabilities.go anew, from recorded matches")

// TestTheProbabilitiesSuitRecordedMatches measures, and with -train first finds, what every snapshot begins with.
func TestTheProbabilitiesSuitRecordedMatches(t *testing.T) {
	seeds := 1
	if *train {
		seeds = 6
	}
	var corpus []snapshot
	for i := range uint64(seeds) {
		corpus = append(corpus, record(t, 8, 0, 2, 2400, 10+i)...)
		corpus = append(corpus, record(t, 2, 6, 2, 2400, 20+i)...)
	}
	size := func() float64 {
		n, ships := 0, 0
		for i := range corpus {
			n += len(AppendDelta(nil, corpus[i].base, &corpus[i].delta))
			ships += len(corpus[i].base)
		}
		return float64(n) / float64(ships)
	}
	t.Logf("%.3f bytes a ship and snapshot", size())
	if !*train {
		return
	}
	var w writer
	var p [contexts]float64
	for i := range p {
		p[i] = float64(untouched[i])
	}
	for round := range 3 {
		step := 0.02 * math.Pow(0.2, float64(round))
		for i := range corpus {
			w.begin(w.out[:0])
			w.delta(corpus[i].base, &corpus[i].delta)
			for c := range p {
				p[c] += step * float64(int(w.model[c])-int(untouched[c]))
				p[c] = min(max(p[c], 40), 1<<16-40)
				untouched[c] = uint16(p[c])
			}
		}
		t.Logf("round %d: %.3f bytes a ship and snapshot", round, size())
	}
	var b strings.Builder
	b.WriteString("package snap\n\n// untouched are the probabilities that every snapshot begins with, found by `go test -run Probabilities -train`.\nvar untouched = model{")
	for c, v := range untouched {
		if c%12 == 0 {
			b.WriteString("\n\t")
		} else {
			b.WriteString(" ")
		}
		fmt.Fprintf(&b, "%d,", v)
	}
	b.WriteString("\n}\n")
	if err := os.WriteFile("probabilities.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
