package game

import "bankshot/game/arena"

// flyShots moves every shot in the order of IDs, oldest first, and lets it strike what is in its way. Ships stand where
// this tick's motion has left them, and who dies of one shot is not in the way of the next.
func flyShots(s *State, a *arena.Arena, ev []Event) []Event {
	flying := s.Shots[:0]
	for i := range s.Shots {
		shot := s.Shots[i]
		var ended bool
		if ended, ev = s.fly(&shot, a, ev); ended {
			ev = append(ev, Event{
				Kind: EventEnded, Tick: s.Tick, Seat: shot.Owner, Other: NoSeat,
				Shot: shot.ID, Pos: shot.Pos, Banks: shot.Banks,
			})
			continue
		}
		flying = append(flying, shot)
	}
	s.Shots = flying
	return ev
}

// fly moves one shot by one tick, leg by leg, and says whether that was its end.
func (s *State) fly(shot *Shot, a *arena.Arena, ev []Event) (bool, []Event) {
	var corners [PulseBanks]arena.Leg
	flown, path := a.Fly(shot.Pos, displacement(shot.Vel), PulseBanks-int(shot.Banks), corners[:0])
	for _, leg := range path {
		if victim, at := s.inTheWay(shot, leg.At); victim != nil {
			return true, s.strike(victim, shot, at, ev)
		}
		shot.Pos = leg.At
		shot.Banks++
		ev = append(ev, Event{
			Kind: EventBanked, Tick: s.Tick, Seat: shot.Owner, Other: NoSeat,
			Shot: shot.ID, Pos: shot.Pos, Banks: shot.Banks,
		})
	}
	if victim, at := s.inTheWay(shot, flown.End); victim != nil {
		return true, s.strike(victim, shot, at, ev)
	}
	shot.Pos = flown.End
	shot.Vel = flown.Turn.Apply(shot.Vel)
	return flown.Stopped || shot.age(s.Tick)+1 >= PulseLife, ev
}

// age is the number of ticks since the shot's birth, 0 in the tick of it.
func (p *Shot) age(now Tick) Tick { return now - p.ID.Tick() }
