package predict

import "bankshot/game"

// happenings sees to it that every event is told once, at the time at which it is drawn: what I do when I predict it,
// what happens to me when it becomes known (my ship is drawn later than that already), what becomes of shots when the lens
// has got that far where it happens, all else when the others' time has.
type happenings struct {
	due  []game.Event // to be told by the next View
	lost int

	// foreseen is what becomes of shots of mine, as predicted, until its time has come.
	foreseen []game.Event

	toldTo game.Tick // events of others up to here were told; later ones, moment says
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
		game.EventTaken, game.EventDropped, game.EventHome, game.EventBrought:
		return true
	default:
		return false
	}
}

// ofShot says whether an event is what becomes of a shot, drawn when the shot is drawn there.
func ofShot(e *game.Event) bool {
	switch e.Kind {
	case game.EventFired, game.EventBanked, game.EventEnded, game.EventReturned, game.EventHit:
		return true
	case game.EventWarped:
		return e.Seat == game.NoSeat
	default:
		return e.Kind == game.EventShattered
	}
}

// mine takes in what a predicted tick brought: what I do is told now, what becomes of my shots and of the glass they meet
// when it is seen to.
func (h *happenings) mine(events []game.Event, seat game.Seat) {
	for i := range events {
		switch e := &events[i]; {
		case e.Kind == game.EventFired || !isMine(e, seat) && e.Kind != game.EventShattered:
			if isMine(e, seat) {
				h.once(e)
			}
		case ofShot(e) && !game.Weapons[e.Weapon].Beam():
			h.foresee(e)
		default:
			h.once(e)
		}
	}
}

// foresee keeps an event of a shot until its time has come.
func (h *happenings) foresee(e *game.Event) {
	if m := markOf(e); h.told(&m) {
		return
	}
	for i := range h.foreseen {
		if markOf(&h.foreseen[i]) == markOf(e) {
			h.foreseen[i] = *e // as it looks now
			return
		}
	}
	if len(h.foreseen) < maxPendingEvents {
		h.foreseen = append(h.foreseen, *e)
	}
}

// known takes in what a tick of the server brought. What I did and had not foreseen is told now, as is what happened to
// me; the rest waits for its time in past.
func (h *happenings) known(events []game.Event, seat game.Seat) {
	for i := range events {
		switch e := &events[i]; {
		case isAboutMe(e, seat):
			h.tell(e)
		case isMine(e, seat) && !ofShot(e) || e.Kind == game.EventFired && e.Seat == seat:
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
	m := markOf(e)
	if h.told(&m) {
		return
	}
	h.marks[h.next] = m
	h.next++
	h.tell(e)
}

// markOf is the name of an event of mine.
func markOf(e *game.Event) mark {
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
	return m
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

// reach tells what has come to be drawn since the View before.
func (p *Predictor) reach() {
	h, l, newest := &p.happens, &p.draw.lens, p.replica.Tick
	p.reachForeseen()
	if int32(newest-h.toldTo) > pastTicks {
		h.toldTo = newest - pastTicks
	}
	for t := h.toldTo + 1; int32(newest-t) >= 0; t++ {
		passed := float64(t) <= l.others
		if passed {
			h.toldTo = t
		}
		m := p.past.at(t)
		if m == nil {
			continue
		}
		var whole game.ShotID // a beam of which all is told at once
		for i := range m.events {
			e := &m.events[i]
			if m.told[i] || !passed && !(ofShot(e) && (e.Shot == whole || float64(t) <= l.timeAt(p.where(m.events[i:]), isMine(e, p.seat)))) {
				continue
			}
			m.told[i] = true
			switch {
			case isBeam(e):
				whole = e.Shot
				p.draw.beams.known(m.events[i:], p.seat, l.mine)
				if e.Seat != p.seat {
					h.tell(e)
				}
			case e.Kind == game.EventShattered, isMine(e, p.seat) && e.Kind != game.EventEnded:
				h.once(e)
			case isMine(e, p.seat):
				// Where mine ends on somebody I have seen already, unless it ends with a bang.
				if game.Weapons[e.Weapon].Splash > 0 {
					h.once(e)
				}
			case !isAboutMe(e, p.seat):
				h.tell(e)
			}
		}
	}
}

// where is the place that tells when the first of the events is drawn: of a beam, which is everywhere at once, the one
// nearest to my ship.
func (p *Predictor) where(events []game.Event) Point {
	e := &events[0]
	at := point(e.Pos)
	if e.Kind != game.EventFired || !game.Weapons[e.Weapon].Beam() {
		return at
	}
	l := &p.draw.lens
	me := l.meAt(l.mine)
	best, from := at, Point{at.X - me.X, at.Y - me.Y}
	for i := 1; i < len(events); i++ {
		if events[i].Shot != e.Shot {
			continue
		}
		to := point(events[i].Pos)
		to = Point{to.X - me.X, to.Y - me.Y}
		if near := nearestPoint(from, to); length(near) < length(Point{best.X - me.X, best.Y - me.Y}) {
			best = Point{near.X + me.X, near.Y + me.Y}
		}
		from = to
	}
	return best
}

// reachForeseen tells what has become of shots of mine, unless it is known by now that it has not, or unless the shot is
// seen to have hit somebody before.
func (p *Predictor) reachForeseen() {
	h, l := &p.happens, &p.draw.lens
	kept := h.foreseen[:0]
	for i := range h.foreseen {
		e := &h.foreseen[i]
		if float64(e.Tick) > l.timeAt(point(e.Pos), true) {
			kept = append(kept, *e)
			continue
		}
		if int32(p.replica.Tick-e.Tick) >= 0 || p.draw.hides(e.Shot) {
			continue // then the server's word is told, or none is needed
		}
		h.once(e)
	}
	h.foreseen = kept
}

// hides says whether a shot is hidden.
func (d *drawing) hides(id game.ShotID) bool {
	for i := range d.hidden {
		if id != 0 && d.hidden[i].id == id {
			return true
		}
	}
	return false
}
