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
	// pos tells apart what has no other name: pick-ups taken, panes broken, portals gone through.
	pos  game.Vec
	tick game.Tick // of those, about when
}

const (
	// dashWindow: two dashes so close are one, which a late input has moved.
	dashWindow = 12
	// againTicks: what is told of a place is told again no sooner. Nothing that has a mark of its place can happen there
	// twice within it.
	againTicks = game.ShipPortalTicks
)

// isMine says whether I foresee events of that kind for that seat. Shots of others that my mirror returned are not mine
// in this: they fly in the others' time.
func isMine(e *game.Event, seat game.Seat) bool {
	switch e.Kind {
	case game.EventFired, game.EventDashed, game.EventCharging, game.EventPicked:
		return e.Seat == seat
	case game.EventBanked, game.EventEnded:
		return e.Seat == seat && e.Shot.Seat() == seat
	case game.EventReturned: // my own shot by my own mirror
		return e.Seat == seat && e.Other == seat && e.Shot.Seat() == seat
	case game.EventWarped:
		return e.Seat == seat || e.Seat == game.NoSeat && e.Other == seat && e.Shot.Seat() == seat
	default:
		return false
	}
}

// isAboutMe says whether an event happens to my ship and has to be told as soon as it is known.
func isAboutMe(e *game.Event, seat game.Seat) bool {
	if e.Seat != seat || isMine(e, seat) {
		return false
	}
	switch e.Kind {
	case game.EventHit, game.EventKilled, game.EventSpawned, game.EventReturned, game.EventTeam,
		game.EventTaken, game.EventDropped, game.EventFlagHome, game.EventCaptured:
		return true
	default:
		return false
	}
}

// mine takes in what a predicted tick brought: what I do is told now, and so is glass that breaks by it.
func (h *happenings) mine(events []game.Event, seat game.Seat) {
	for i := range events {
		if e := &events[i]; isMine(e, seat) || e.Kind == game.EventShattered {
			h.once(e)
		}
	}
}

// known takes in what a tick of the server brought. What I did and had not foreseen is told now, as is what happened to
// me; the rest waits for its time in past. A shot's end is not: where mine ends on somebody I have seen already, unless it
// ends with a bang.
func (h *happenings) known(events []game.Event, seat game.Seat) {
	for i := range events {
		switch e := &events[i]; {
		case isAboutMe(e, seat):
			h.tell(e)
		case isMine(e, seat) && (e.Kind != game.EventEnded || game.Weapons[e.Weapon].Splash > 0):
			h.once(e)
		}
	}
}

// once tells an event that may have been foreseen, unless it was told before.
func (h *happenings) once(e *game.Event) {
	if e.Kind == game.EventDashed {
		if since := int32(e.Tick - h.dashed); h.dashed != 0 && since < dashWindow && since > -dashWindow {
			return
		}
		h.dashed = e.Tick
		h.tell(e)
		return
	}
	m := mark{kind: e.Kind, banks: e.Banks, shot: e.Shot}
	switch e.Kind {
	case game.EventPicked, game.EventShattered, game.EventWarped, game.EventCharging:
		m.tick = e.Tick
		if e.Kind == game.EventPicked || e.Seat == game.NoSeat {
			m.pos = e.Pos // of the place, the pane or the shot: mine, a correction may move
		}
	case game.EventEnded:
		m.banks = 0 // it ends once, wherever
	}
	if h.told(&m) {
		return
	}
	h.marks[h.next] = m
	h.next++
	h.tell(e)
}

// told says whether there is such a mark.
func (h *happenings) told(m *mark) bool {
	for i := range h.marks {
		k := h.marks[i]
		since := int32(k.tick - m.tick)
		k.tick = m.tick
		if k == *m && since < againTicks && since > -againTicks {
			return true
		}
	}
	return false
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
func (h *happenings) reach(past *past, beams *beams, others float64, newest game.Tick, seat game.Seat) {
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
			switch e := &m.events[i]; {
			case e.Kind == game.EventShattered:
				h.once(e)
			case !isMine(e, seat) && !isAboutMe(e, seat):
				h.tell(e)
			}
		}
		beams.add(m.events, seat, false)
	}
}
