package predict

import (
	"bankshot/game"
	"bankshot/game/wire"
)

// seenHits follows up what becomes of the hits that the player has seen: does the server count them?
type seenHits struct {
	waiting [maxHidden]seenHit
	first   int
	n       int
	// settled is how many are known to have counted or not, counted how many did. beyond were not to be judged: the
	// victim was drawn longer ago than a server would go back.
	settled, counted, beyond int
}

type seenHit struct {
	shot   game.ShotID // 0 once it has counted
	victim game.Seat
	tick   game.Tick // of mine, when it was seen
}

const (
	// surelySeen is by how much deeper than needed a shot must have gone into a ship for nobody to call it a graze.
	surelySeen = 2
	// settleTicks is how long after a hit was seen the server may still count it.
	settleTicks = 30
)

// saw takes in that a shot of mine is seen to hit a ship. Left out are grazes, what nobody expects to count, and what was
// seen while the others stood still for want of snapshots.
func (p *Predictor) saw(s *Shot, victim *Ship, passed float32) {
	h := &p.seen
	switch {
	case p.clock.starved || victim.Shield > 0 || !s.met(victim.Pos, passed, reachUnits(s.Weapon)-surelySeen):
		return
	case p.clock.mine-p.clock.others > wire.MaxViewTicks:
		h.beyond++
		return
	}
	if h.n == len(h.waiting) {
		h.pop()
	}
	h.waiting[(h.first+h.n)%len(h.waiting)] = seenHit{s.ID, victim.Seat, game.Tick(p.clock.mine)}
	h.n++
}

// pop settles the oldest.
func (h *seenHits) pop() {
	if h.waiting[h.first].shot != 0 {
		h.settled++
	}
	h.first = (h.first + 1) % len(h.waiting)
	h.n--
}

// known takes in what a tick of the server brought.
func (h *seenHits) known(tick game.Tick, events []game.Event) {
	for i := range events {
		if e := &events[i]; e.Kind == game.EventHit {
			h.hit(e.Shot, e.Seat)
		}
	}
	for h.n > 0 && (h.waiting[h.first].shot == 0 || int32(tick-h.waiting[h.first].tick) > settleTicks) {
		h.pop()
	}
}

func (h *seenHits) hit(shot game.ShotID, victim game.Seat) {
	for k := range h.n {
		if w := &h.waiting[(h.first+k)%len(h.waiting)]; w.shot == shot && w.victim == victim {
			w.shot = 0
			h.settled++
			h.counted++
			return
		}
	}
}
