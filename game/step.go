package game

import "bankshot/game/arena"

// Step advances the world by one tick. It is the only thing that does: server, client, prediction, replay and bench call
// this, and equal states with equal entries give equal states, on every processor. a must be the arena that s.Arena
// names, and e must satisfy Entry.Check. What happened is appended to ev.
func Step(s *State, a *arena.Arena, e *Entry, ev []Event) []Event {
	s.Tick++
	ev = applyFacts(s, e, ev)
	live := a.Live(s.Broken)
	steer(s, e)
	ev = startDashes(s, e, ev)
	holdMirrors(s, e)
	moveShips(s, &live)
	ev = touchGround(s, &live, ev)
	s.gather(a)
	ev = takePickups(s, &live, ev)
	remember(s)
	ev = fireShots(s, &live, e, ev)
	ev = flyShots(s, &live, ev)
	ev = pursueGoals(s, a, ev)
	ev = mendGlass(s, &live, ev)
	runTimers(s)
	return ev
}
