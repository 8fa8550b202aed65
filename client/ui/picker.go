package ui

// Picker is the choice of one of several boxes, whatever they look like: by pointer, finger, keys or pad. Menu is the
// column of buttons made of it, a vote's cards are another use.
type Picker struct {
	// Chosen is the box that Accepted would pick.
	Chosen int
}

// Update moves the choice among the boxes and says which one was picked, -1 for none.
func (k *Picker) Update(p Presses, boxes []Rect) int {
	n := len(boxes)
	if n == 0 {
		return -1
	}
	k.Chosen = min(max(k.Chosen, 0), n-1)
	if p.Next {
		k.Chosen = (k.Chosen + 1) % n
	}
	if p.Previous {
		k.Chosen = (k.Chosen + n - 1) % n
	}
	for i, box := range boxes {
		if p.Finger {
			box = box.Finger()
		}
		if !box.Has(p.X, p.Y) {
			continue
		}
		if p.Moved || p.Clicked {
			k.Chosen = i
		}
		if p.Clicked {
			return i
		}
	}
	if p.Number >= 1 && p.Number <= n {
		k.Chosen = p.Number - 1
		return k.Chosen
	}
	if p.Accepted {
		return k.Chosen
	}
	return -1
}
