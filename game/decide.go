package game

import (
	"slices"

	"bankshot/game/arena"
)

// Decide makes the next tick's Entry out of what the seats ask for: the server's half of the rules, everything that
// clients cannot know. e may already hold the facts that the caller has for this tick (who joined, left, changed name);
// Decide appends the phase that is due and who spawns, and fills Inputs. Of s only Secret.Rand changes. Seats that ask
// nothing coast; asks of seats without a ship are ignored. After Results has ended it is for the caller to go on with
// NewRound, so that it may change the arena.
func Decide(s *State, a *arena.Arena, asks []Ask, e *Entry) {
	after := s
	if len(e.Facts) > 0 || phaseDue(&s.Public) || spawnDue(&s.Public) || pickupDue(&s.Public) {
		// The rules themselves say what the facts lead to, on a copy. Most ticks have none and need none.
		next := s.draft()
		next.Tick++
		w := next.scratch()
		w.unheard = applyFacts(next, e, w.unheard[:0])
		decidePhase(next, e)
		decidePickups(next, &s.Secret, e)
		decideSpawns(next, a, &s.Secret, e)
		after = next
	}
	live := after.countLive()
	book := askBook{asks: asks, sorted: slices.IsSortedFunc(asks, func(a, b Ask) int { return int(a.Seat) - int(b.Seat) })}
	e.Inputs = e.Inputs[:0]
	for i := range after.Ships {
		ship := &after.Ships[i]
		in, ok := book.of(ship.Seat)
		if !ok {
			in = Input{Aim: ship.Aim, Lag: ship.Lag}
		}
		shots := uncounted
		if live != nil {
			shots = int(live[i])
		}
		e.Inputs = append(e.Inputs, after.effective(i, in, shots))
	}
}

// draft is a copy of s to try facts on.
func (s *State) draft() *State {
	w := s.scratch()
	if w.next == nil {
		w.next = new(State)
	}
	w.next.CopyFrom(s)
	return w.next
}

// decide appends a fact and lets it come true in next.
func (next *State) decide(f Fact, e *Entry) {
	e.Facts = append(e.Facts, f)
	w := next.scratch()
	w.unheard = next.apply(&f, w.unheard[:0])
}

// phaseDue says whether the tick after p's is the one at which its phase ends.
func phaseDue(p *Public) bool {
	return p.Phase < Results && (p.Tick+1 >= p.PhaseEnd || p.over())
}

func decidePhase(next *State, e *Entry) {
	if next.Phase >= Results || next.Tick < next.PhaseEnd && !next.over() || len(e.Facts) >= MaxFacts {
		return
	}
	phase := next.follows()
	next.decide(Fact{Kind: FactPhase, Phase: phase, End: next.Tick + PhaseTicks(next.Mode, phase)}, e)
}

// NewMatch is a match without ships, at the beginning of its first round. seed decides everything that is left to chance.
func NewMatch(a *arena.Arena, mode Mode, seed uint64) State {
	s := State{Secret: Secret{Rand: seed}}
	s.NewRound(a, mode)
	return s
}

// NewRound begins the next round, in the same arena and mode or others: the same ships, all due to spawn, nothing else of
// the old round. Nothing of it is an Entry: everybody gets the whole state anew.
func (s *State) NewRound(a *arena.Arena, mode Mode) {
	s.Round++
	s.Mode = mode
	s.shareTeams()
	s.Pickups = s.Pickups[:0]
	for n := range min(a.Count(arena.PickupPlace), MostPickups(mode)) {
		s.Pickups = append(s.Pickups, Pickup{Place: uint16(n)})
	}
	s.Seed = uint32(s.Secret.next() >> 32)
	s.Arena = a.Hash
	s.enter(Warmup, s.Tick+WarmupTicks)
	s.clearRound()
	if Endless(mode) {
		s.enter(Playing, s.Tick+PhaseTicks(mode, Playing))
	}
}
