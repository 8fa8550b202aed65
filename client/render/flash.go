package render

import "bankshot/game"

// flashesASecond is how often light may flash at one place within a second: more than three of them are a danger to people
// with photosensitive epilepsy (WCAG 2.3.1; XAG 118).
const flashesASecond = 3

// governor lets so many flashes pass within any second.
type governor struct {
	at   [flashesASecond]float32 // when the last ones were, in ticks since the beginning; a ring
	next int
	n    int
}

// allow says whether one more may flash now, and counts it then.
func (g *governor) allow(now float32) bool {
	if g.n == flashesASecond && now-g.at[g.next] < game.TickHz {
		return false
	}
	g.at[g.next] = now
	g.next = (g.next + 1) % flashesASecond
	g.n = min(g.n+1, flashesASecond)
	return true
}

// The seats whose hulls have flashed of late: as many as there are flashes at once.
type hullGovernors struct {
	seats [maxFlashes]game.Seat
	of    [maxFlashes]governor
	next  int
	n     int
}

// allow is that of a seat's hull. Who has not flashed for longest is forgotten.
func (h *hullGovernors) allow(seat game.Seat, now float32) bool {
	for i := range h.n {
		if h.seats[i] == seat {
			return h.of[i].allow(now)
		}
	}
	i := h.next
	h.next = (h.next + 1) % maxFlashes
	h.n = min(h.n+1, maxFlashes)
	h.seats[i], h.of[i] = seat, governor{}
	return h.of[i].allow(now)
}

// brightGrid is from where on a ring that lights the grid up is a flash: kills, splashes, captures.
const brightGrid = 1

// dimmed is what remains of one that may not flash.
const dimmed = 0.25
