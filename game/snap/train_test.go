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

// bytesAShip is what a snapshot costs for each ship in it, all included, if every snapshot begins with m.
func bytesAShip(corpus []snapshot, m *model) float64 {
	n, ships := 0, 0
	var w writer
	for i := range corpus {
		w.begin(w.out[:0], m)
		w.out = append(w.out, byte(corpus[i].delta.First))
		w.start = 1
		w.delta(corpus[i].base, &corpus[i].delta)
		w.out = w.finish()
		n, ships = n+len(w.out), ships+len(corpus[i].base)
	}
	return float64(n) / float64(ships)
}

// TestAShipCostsAtMostTwoBytesASnapshot has room for one byte more where fewer than four ships share that of the tick.
func TestAShipCostsAtMostTwoBytesASnapshot(t *testing.T) {
	for _, g := range grounds(t) {
		n := g.ships(8)
		most := 2.0
		if n < 4 {
			most += 1 / float64(n)
		}
		for _, c := range []struct {
			name           string
			pilots, people int
		}{{"pilots", n, 0}, {"people", 0, n}} {
			t.Run(g.name()+", "+c.name, func(t *testing.T) {
				size := bytesAShip(recordIn(t, g.arena, g.mode, c.pilots, c.people, 2, 600, 1), &untouched)
				t.Logf("%.2f bytes", size)
				if size > most {
					t.Errorf("%.2f bytes, at most %.2f", size, most)
				}
			})
		}
	}
}

// TestTheProbabilitiesAreWorthTheirPlace finds them anew with -train, out of other matches than those measured above.
func TestTheProbabilitiesAreWorthTheirPlace(t *testing.T) {
	var even model
	for i := range even {
		even[i] = 1 << (probBits - 1)
	}
	if !*train {
		corpus := record(t, 8, 0, 2, 600, 9)
		if with, without := bytesAShip(corpus, &untouched), bytesAShip(corpus, &even); with > 0.8*without {
			t.Errorf("%.2f bytes a ship with them, %.2f without: train them with -train", with, without)
		}
		return
	}
	var corpus []snapshot
	for i, g := range grounds(t) {
		n := g.ships(8)
		corpus = append(corpus, recordIn(t, g.arena, g.mode, n, 0, 2, 2000, 100+uint64(i))...)
		corpus = append(corpus, recordIn(t, g.arena, g.mode, n/4, n-n/4, 2, 2000, 200+uint64(i))...)
	}
	m := trained(corpus, even)
	t.Logf("%.3f bytes a ship and snapshot", bytesAShip(corpus, &m))
	writeProbabilities(t, "probabilities.go", m[:], "// untouched is what every snapshot begins with: the model that `go test -run Probabilities -train` found to suit\n"+
		"// recorded matches. To change it is to change the protocol.\nvar untouched = model{")
}

// writeProbabilities writes a table of them behind its head.
func writeProbabilities(t *testing.T, file string, all []uint16, head string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("package snap\n\n" + head)
	for c, v := range all {
		if c%12 == 0 {
			b.WriteString("\n\t")
		} else {
			b.WriteString(" ")
		}
		fmt.Fprintf(&b, "%d,", v)
	}
	b.WriteString("\n}\n")
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// trained follows what the model learns within each snapshot, ever more slowly: what a context is taught on average is
// how often it says yes.
func trained(corpus []snapshot, m model) model {
	var w writer
	var p [contexts]float64
	for i := range p {
		p[i] = float64(m[i])
	}
	for round := range 4 {
		step := 0.05 * math.Pow(0.2, float64(round))
		for i := range corpus {
			w.begin(w.out[:0], &m)
			w.delta(corpus[i].base, &corpus[i].delta)
			for c := range p {
				p[c] = min(max(p[c]+step*float64(int(w.model[c])-int(m[c])), 20), 1<<probBits-20)
				m[c] = uint16(p[c])
			}
		}
	}
	return m
}
