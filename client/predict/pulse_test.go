package predict

import (
	"slices"
	"testing"
)

func TestNoCorrectionEscapesWhoLooksOnceAFrame(t *testing.T) {
	p := New(Config{})
	if got := p.CorrectionsSince(0, nil); got != nil {
		t.Errorf("%v", got)
	}
	p.counts.corrected(1)
	seen := p.Pulse().Corrections
	p.counts.corrected(2)
	p.counts.corrected(70)
	if got := p.CorrectionsSince(seen, nil); !slices.Equal(got, []float32{2, 70}) {
		t.Errorf("%v", got)
	}
	if u := p.Pulse(); u.Corrections != 3 || u.LastCorrection != 70 || p.Stats().Jumps != 1 {
		t.Errorf("%+v", u)
	}
	for range 1000 {
		p.counts.corrected(3)
	}
	if got := p.CorrectionsSince(0, nil); len(got) != 256 {
		t.Errorf("%d are left", len(got))
	}
}
