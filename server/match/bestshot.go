package match

import (
	"bankshot/game"
	"bankshot/game/snap"
)

// shots follows the ways of all shots in flight by the events of each step, and keeps the best that killed in this round.
// It decides nothing: a match without it would play the same. It holds as many trails as there are shots, which
// game.MaxShots bounds.
type shots struct {
	trails []trail // in the order of ids
	kill   kill    // of a shot whose end is told next
	best   kill
	made   bool // there is a best
}

// kill is all that the shot of the round is judged by and shown with.
type kill struct {
	id     game.ShotID
	killer game.Seat
	// person says that no computer flew the killer.
	person bool
	length uint16
	shot   snap.BestShot // its Path lies in way
	way    way
}

func (s *shots) reset() { s.trails, s.made = s.trails[:0], false }

// follow takes in what happened in a step that led to p.
func (s *shots) follow(p *game.Public, events []game.Event) {
	for i := range events {
		ev := &events[i]
		switch ev.Kind {
		case game.EventPhase:
			if game.Phase(ev.Amount) == game.Countdown {
				s.reset()
			}
		case game.EventFired:
			s.trails = append(s.trails, begin(ev.Shot, ev.Pos))
		case game.EventBanked, game.EventReturned:
			if t := s.find(ev.Shot); t != nil {
				t.way.add(ev.Pos)
			}
		case game.EventWarped:
			if t := s.find(ev.Shot); t != nil {
				t.way.add(ev.Pos)
				if at, found := liveShot(p, ev.Shot); found {
					t.way.add(p.Shots[at].Born)
				}
			}
		case game.EventKilled:
			s.killed(p, ev)
		case game.EventEnded:
			s.ended(ev)
		}
	}
	s.sweep(p)
}

// killed notes a kill that counts until its shot's end is told, which comes in the same step. A shot that kills several is
// judged by the first.
func (s *shots) killed(p *game.Public, ev *game.Event) {
	i := p.ShipOf(ev.Other)
	if i < 0 || !p.Counts() || s.kill.id == ev.Shot || s.find(ev.Shot) == nil {
		return
	}
	s.kill = kill{
		id: ev.Shot, killer: ev.Other, person: !p.Ships[i].Pilot, length: ev.Length,
		shot: snap.BestShot{Weapon: ev.Weapon, Banks: ev.Banks, Tick: ev.Tick, Name: p.Ships[i].Name},
	}
	if i = p.ShipOf(ev.Seat); i >= 0 {
		s.kill.shot.VictimName = p.Ships[i].Name
	}
}

// ended judges a shot that has killed. A death that counts for somebody else than whose shot it was is nobody's art.
func (s *shots) ended(ev *game.Event) {
	t := s.find(ev.Shot)
	if t == nil || s.kill.id != ev.Shot {
		return
	}
	t.way.add(ev.Pos)
	if s.kill.killer == ev.Seat && (!s.made || s.kill.beats(&s.best)) {
		s.best, s.made = s.kill, true
		s.best.way = t.way
	}
	s.kill.id = 0
}

// beats says whether k is a better shot than l: by its banks, then by its way, then as a person's.
func (k *kill) beats(l *kill) bool {
	switch {
	case k.shot.Banks != l.shot.Banks:
		return k.shot.Banks > l.shot.Banks
	case k.length != l.length:
		return k.length > l.length
	}
	return k.person && !l.person
}

// bestShot is the shot of the round, if anybody made one.
func (s *shots) bestShot() (snap.BestShot, bool) {
	if !s.made {
		return snap.BestShot{}, false
	}
	best := s.best.shot
	best.Path = append(best.Path, s.best.way.points[:s.best.way.n]...)
	return best, true
}
