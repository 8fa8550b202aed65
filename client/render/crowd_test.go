package render

import (
	"testing"

	"bankshot/client/predict"
)

// crowded is a View of so many ships, all within the picture.
func crowded(n int) *predict.View {
	v := busyView(walled())
	one := v.Ships[1]
	v.Ships = v.Ships[:1]
	v.Ships[0].Pos = predict.Point{X: 760, Y: 480}
	v.Focus = v.Ships[0].Pos
	for i := 1; i < n; i++ {
		s := one
		s.Seat += 100
		s.Name, s.Mine, s.Alive = "Somebody", false, true
		s.Pos = predict.Point{X: 200 + float32(i*97%1100), Y: 160 + float32(i*61%600)}
		v.Ships = append(v.Ships, s)
	}
	return v
}

func tags(r *Renderer) int { return len(r.Text.tags.v) / 4 }

func TestInACrowdOnlyThoseNearbyHaveTheirNames(t *testing.T) {
	r := newRenderer(t)
	few := crowded(12)
	for range 100 {
		few.Tick++
		r.Frame(1280, 720, 1, few)
	}
	named := tags(r)
	many := crowded(200)
	for range 100 {
		many.Tick++
		r.Frame(1280, 720, 1, many)
	}
	if tags(r) > 4*named {
		t.Errorf("200 ships have %d letters, 12 have %d", tags(r), named)
	}
	if r.tagsWithin(few) < ViewW || r.tagsWithin(many) >= ViewW/2 {
		t.Errorf("names are written within %v and %v units", r.tagsWithin(few), r.tagsWithin(many))
	}
}

func TestAFrameOfACrowdAllocatesNothing(t *testing.T) {
	r, v := newRenderer(t), crowded(250)
	frame := func() {
		v.Tick++
		r.Frame(1280, 720, 1, v)
	}
	frame()
	if n := testing.AllocsPerRun(50, frame); n != 0 {
		t.Errorf("a steady frame allocated %v times", n)
	}
}

// BenchmarkAFrameOfACrowd is 250 ships in one view.
func BenchmarkAFrameOfACrowd(b *testing.B) {
	r, v := newRenderer(b), crowded(250)
	b.ReportAllocs()
	for b.Loop() {
		v.Tick++
		r.Frame(1280, 720, 1, v)
	}
}
