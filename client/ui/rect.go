package ui

// Rect is a box in units of the interface.
type Rect struct{ X, Y, W, H float32 }

// Has says whether a place lies in it.
func (r Rect) Has(x, y float32) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// fingerLeast is how wide and how tall a place has to be for a finger to hit it: 44 CSS pixels, as a unit has 0.82 of them
// on a phone.
const fingerLeast = 54

// Finger is the rect as a finger may hit it: no smaller than a fingertip. At the upper and the left edge it grows inwards.
func (r Rect) Finger() Rect {
	if more := fingerLeast - r.W; more > 0 {
		r.X, r.W = max(r.X-more/2, 0), fingerLeast
	}
	if more := fingerLeast - r.H; more > 0 {
		r.Y, r.H = max(r.Y-more/2, 0), fingerLeast
	}
	return r
}

// Inset is the rect without a border on each side.
func (r Rect) Inset(by float32) Rect { return Rect{r.X + by, r.Y + by, r.W - 2*by, r.H - 2*by} }

// Right and Bottom are where it ends, MiddleX its middle.
func (r Rect) Right() float32   { return r.X + r.W }
func (r Rect) Bottom() float32  { return r.Y + r.H }
func (r Rect) MiddleX() float32 { return r.X + r.W/2 }

// Meets says whether two rects share any place.
func (r Rect) Meets(o Rect) bool {
	return r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom()
}

// Columns appends n rects of equal width side by side in r, gap apart.
func (r Rect) Columns(dst []Rect, n int, gap float32) []Rect {
	w := (r.W - gap*float32(n-1)) / float32(n)
	for i := range n {
		dst = append(dst, Rect{r.X + float32(i)*(w+gap), r.Y, w, r.H})
	}
	return dst
}
