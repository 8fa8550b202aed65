package gateway

import (
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"

	"bankshot/game/wire"
)

// reasons are all lines with that label, without their values.
func (l *live) reasons() (all []string) {
	_, body := ask(l.gate.Admin(), "/metrics")
	for line := range strings.Lines(body) {
		if name, _, ok := strings.Cut(line, "} "); ok && strings.Contains(name, `reason="`) {
			all = append(all, name+"}")
		}
	}
	return all
}

func TestNothingThatAClientSendsMakesANewLine(t *testing.T) {
	l := goLive(t, setup{})
	before := l.reasons()
	if len(before) < 30 {
		t.Fatalf("only %d lines stand at 0 from the start: %q", len(before), before)
	}
	const seed = 1
	random := rand.New(rand.NewPCG(seed, seed))
	for i := range 60 {
		code := QuickCode
		if i%4 == 1 {
			code = strings.Repeat("x", i)
		}
		c := l.dial(code)
		if i%2 == 0 {
			c.join(wire.Token{})
		}
		p := make([]byte, random.IntN(40))
		for k := range p {
			p[k] = byte(random.Uint32())
		}
		op := byte(opBinary)
		if i%7 == 0 {
			op = byte(random.IntN(16))
		}
		_, _ = c.conn.Write(clientFrame(final|op, p))
		c.conn.Close()
	}
	if res, _ := l.ask(QuickCode, "Origin: https://evil.example"); res.StatusCode != http.StatusForbidden {
		t.Errorf("a page from elsewhere: %s", res.Status)
	}
	waitFor(t, "all of them are gone", func() bool { _, n := l.gate.traffic(); return n == 0 })
	for _, line := range l.reasons() {
		if !slices.Contains(before, line) {
			t.Errorf("a new line: %s", line)
		}
	}
}
