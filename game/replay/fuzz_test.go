package replay

import (
	"errors"
	"testing"

	"bankshot/game"
)

// FuzzOpen reads files that anybody may have written.
func FuzzOpen(f *testing.F) {
	whole := brawl(f, 20).end()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, b []byte) { try(t, b) })
}

// FuzzPlay reads files whose checksums are right and whose content may be anything.
func FuzzPlay(f *testing.F) {
	w := brawl(f, 20)
	drawn := w.arena.AppendBinary(nil)
	r := open(f, w.end())
	f.Add(drawn, r.stretches[0], r.stretches[1])
	f.Add(drawn, r.stretches[1], r.stretches[2])
	f.Add(drawn, r.stretches[2], []byte{})
	all := open(f, perform(f))
	drawn = all.Arena.AppendBinary(nil)
	for i := range len(all.stretches) - 1 {
		f.Add(drawn, all.stretches[i], all.stretches[i+1])
	}
	f.Fuzz(func(t *testing.T, arena, first, second []byte) {
		b := AppendHead(nil, game.Rules(), "", arena)
		for _, content := range [][]byte{first, second} {
			at := len(b)
			b = append(append(b, 0, 0, 0, 0, 0, 0, 0, 0, kindStretch), content...)
			seal(b, at)
		}
		try(t, b)
	})
}

func try(t *testing.T, b []byte) {
	r, err := Open(b)
	if err != nil {
		return
	}
	roll(t, r)
	got, err := r.Play(0, 0, nil)
	var failed *Panic
	if errors.As(err, &failed) {
		t.Fatalf("%v\n%s", failed, failed.Stack)
	}
	if int(got.Last-got.First) > 12*len(b) {
		t.Errorf("%d bytes gave %d ticks", len(b), got.Last-got.First)
	}
	if d := got.Difference; d != nil && (d.Agreed > d.Tick || d.String() == "") {
		t.Errorf("%+v", d)
	}
}

// roll goes to and fro in a recording as people do who watch it.
func roll(t *testing.T, r *Recording) {
	reel, err := r.Reel()
	if err != nil {
		return
	}
	if reel.Last() < reel.First() {
		t.Fatalf("from %d to %d", reel.First(), reel.Last())
	}
	for _, to := range [...]game.Tick{reel.Last(), 0, reel.First() + (reel.Last()-reel.First())/2, reel.Last()} {
		if reel.Seek(to) != nil {
			return
		}
	}
	_, _, _ = reel.Kill(reel.Last())
}
