package predict

import "bankshot/game"

// happenings sees to it that every event is told once, at the time at which it is drawn: what I do when I predict it,
// what happens to me when it becomes known (my ship is drawn later than that already), all else when the others' time
// gets there.
type happenings struct {
	due  []game.Event // to be told by the next View
	lost int

	toldTo game.Tick // events of others up to here were told
	marks  [256]mark // what was told of me, so that neither a replay nor the server tells it again
	next   uint8
	dashed game.Tick
}

// mark names one event of mine.
type mark struct {
	kind  game.EventKind
	banks uint8
	shot  game.ShotID
}

// dashWindow: two dashes so close are one, which a late input has moved.
const dashWindow = 12

// isMine says whether I foresee events of that kind for that seat.
func isMine(e *game.Event, seat game.Seat) bool {
	if e.Seat != seat {
		return false
	}
	switch e.Kind {
	case game.EventFired, game.EventBanked, game.EventDashed, game.EventEnded:
		return true
	default:
		return false
	}
}

// isAboutMe says whether an event happens to my ship and has to be told as soon as it is known.
func isAboutMe(e *game.Event, seat game.Seat) bool {
	if e.Seat != seat {
		return false
	}
	switch e.Kind {
	case game.EventHit, game.EventKilled, game.EventSpawned:
		return true
	default:
		return false
	}
}

// mine takes in what a predicted tick brought: what I do is told now.
func (h *happenings) mine(events []game.Event, seat game.Seat) {
	for i := range events {
		if isMine(&events[i], seat) {
			h.once(&events[i])
		}
	}
}

// known takes in what a tick of the server brought. What I did and had not foreseen is told now, as is what happened to
// me; the rest waits for its time in past.
func (h *happenings) known(events []game.Event, seat game.Seat) {
	for i := range events {
		switch e := &events[i]; {
		case isAboutMe(e, seat):
			h.tell(e)
		case isMine(e, seat) && e.Kind != game.EventEnded:
			h.once(e)
		}
	}
}

// once tells an event of mine unless it was told before.
func (h *happenings) once(e *game.Event) {
	if e.Kind == game.EventDashed {
		if since := int32(e.Tick - h.dashed); h.dashed != 0 && since < dashWindow && since > -dashWindow {
			return
		}
		h.dashed = e.Tick
		h.tell(e)
		return
	}
	m := mark{e.Kind, e.Banks, e.Shot}
	for i := range h.marks {
		if h.marks[i] == m {
			return
		}
	}
	h.marks[h.next] = m
	h.next++
	h.tell(e)
}

func (h *happenings) tell(e *game.Event) {
	if len(h.due) == maxPendingEvents {
		h.due = append(h.due[:0], h.due[1:]...)
		h.lost++
	}
	h.due = append(h.due, *e)
}

// skip lets go of the events up to a tick.
func (h *happenings) skip(t game.Tick) { h.toldTo = t }

// reach tells the events of the others that their time has passed.
func (h *happenings) reach(past *past, others float64, newest game.Tick, seat game.Seat) {
	to := min(game.Tick(max(others, 0)), newest)
	if int32(to-h.toldTo) > pastTicks {
		h.toldTo = to - pastTicks
	}
	for ; int32(to-h.toldTo) > 0; h.toldTo++ {
		m := past.at(h.toldTo + 1)
		if m == nil {
			continue
		}
		for i := range m.events {
			if e := &m.events[i]; !isMine(e, seat) && !isAboutMe(e, seat) {
				h.tell(e)
			}
		}
	}
}
