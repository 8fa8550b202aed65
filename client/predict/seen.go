package predict

import "bankshot/game"

// seenHits follows up what becomes of the hits that the player has seen: does the server count them?
type seenHits struct {
	waiting [maxHidden]seenHit
	first   int
	n       int
	// settled is how many are known to have counted or not, counted how many did. moot were
	// not to be judged: the victim had died of something else by the time the shot arrived, which nobody could see yet; a
	// round had begun; or the shot was fired in another tick than foreseen, since another of mine had struck.
	settled, counted, moot int
}

type seenHit struct {
	seen   game.ShotID
	shot   game.ShotID // the same, 0 once it is settled
	victim game.Seat
	tick   game.Tick // of the shot, when it was seen
}

const (
	// surelySeen is by how much deeper than needed a shot must have gone into a ship for nobody to call it a graze.
	surelySeen = 2
	// settleTicks is how long after the tick of a hit the server may still count it.
	settleTicks = 4
)

// saw takes in that a shot of mine is seen to hit a ship, clearly or as a graze. Left out are grazes, what nobody expects to
// count, and what was seen while the others stood still for want of snapshots.
func (p *Predictor) saw(s *Shot, victim *Ship, clearly bool) {
	h := &p.seen
	if p.clock.starved || victim.Shield > 0 || !clearly || h.has(s.ID, victim.Seat) {
		return
	}
	if h.n == len(h.waiting) {
		h.pop()
	}
	tick := game.Tick(s.time) + 1
	h.waiting[(h.first+h.n)%len(h.waiting)] = seenHit{s.ID, s.ID, victim.Seat, tick}
	h.n++
	// What is seen far away the server has told already; and the victim, as drawn, may be dead by now.
	for t := game.Tick(max(p.clock.others, 0)); int32(p.replica.Tick-t) >= 0; t++ {
		if m := p.past.at(t); m != nil {
			h.settle(t, m.events)
		}
	}
}

// has says whether that hit was seen before.
func (h *seenHits) has(shot game.ShotID, victim game.Seat) bool {
	for k := range h.waiting {
		if w := &h.waiting[k]; w.victim == victim && w.seen == shot {
			return true
		}
	}
	return false
}

// pop settles the oldest.
func (h *seenHits) pop() {
	if h.waiting[h.first].shot != 0 {
		h.settled++
		h.waiting[h.first].shot = 0
	}
	h.first = (h.first + 1) % len(h.waiting)
	h.n--
}

// known takes in what a tick of the server brought.
func (h *seenHits) known(tick game.Tick, events []game.Event) {
	h.settle(tick, events)
	for h.n > 0 && (h.waiting[h.first].shot == 0 || int32(tick-h.waiting[h.first].tick) > settleTicks) {
		h.pop()
	}
}

// settle looks for what was waited for in the events of a tick.
func (h *seenHits) settle(tick game.Tick, events []game.Event) {
	for k := range h.n {
		w := &h.waiting[(h.first+k)%len(h.waiting)]
		if w.shot != 0 && w.shot.Tick() == tick && !fires(events, w.shot.Seat()) {
			w.shot = 0
			h.moot++
		}
	}
	for i := range events {
		e := &events[i]
		cleared := e.Kind == game.EventPhase && e.Amount == int16(game.Countdown)
		if e.Kind != game.EventHit && e.Kind != game.EventKilled && !cleared {
			continue
		}
		for k := range h.n {
			w := &h.waiting[(h.first+k)%len(h.waiting)]
			switch {
			case w.shot == 0:
			case cleared:
				w.shot = 0
				h.moot++
			case w.victim != e.Seat:
			case w.shot == e.Shot:
				w.shot = 0
				h.settled++
				h.counted++
			case e.Kind == game.EventKilled && int32(w.tick-e.Tick) >= -1:
				w.shot = 0
				h.moot++
			}
		}
	}
}

// fires says whether a ship fires in a tick.
func fires(events []game.Event, seat game.Seat) bool {
	for i := range events {
		if e := &events[i]; e.Kind == game.EventFired && e.Seat == seat {
			return true
		}
	}
	return false
}
