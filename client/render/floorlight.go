package render

import "bankshot/client/predict"

const (
	// litFrom is from how many banks on a shot lights the grid under it, litMost how many do so at once: the hotter ones of a
	// crowd would cost more pixels than they tell.
	litFrom = 2
	litMost = 24
	litSide = 46 // units around a shot, and litStep more for each bank
	litStep = 12
	litMuch = 0.55
)

// floorLight lets hot shots light the grid as they pass: one sees them coming, and where from.
func (r *Renderer) floorLight(shots []predict.Shot) {
	pen, lit := Pen{&r.light, &r.Cam}, 0
	for i := range shots {
		s := &shots[i]
		if s.Banks < litFrom || s.Points < 1 || !r.Cam.Sees(s.Trail[0], litSide) {
			continue
		}
		pen.Pulse(s.Trail[0], 0, litSide+litStep*float32(min(s.Banks, uint8(len(Heats)-1))), Heat(s.Banks).Color.Times(litMuch))
		if lit++; lit == litMost {
			return
		}
	}
}
