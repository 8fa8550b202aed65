// Package effect measures how long it takes until what one player does is known to another: from the frame in which the
// input was given to the frame in which another player's client has decoded its effect, and to the one in which it is drawn.
//
//	a player fires ── Eye.Look (its own prediction tells of the shot) ──▶ room: shot, given at
//	another player ── Eye.Look (the shot is on a snapshot) ─────────────▶ decoded after
//	               ── Eye.Look (the shot's event is told) ──────────────▶ drawn after
//
// Shots are what is followed, since each has a name that both sides give it without asking: the tick it was fired in and
// who fired. Each shot is watched by exactly one other, the next seat in the room that knows of its ship, so that a full
// room does not look quicker than an empty one. In a world of which only what is near is sent, what is done where nobody
// else is is not measured, and what leaves the watcher's sight before it was told of counts as lost.
//
// The same watchers look at where ships are: Eye.See compares where one player was shown another's ship with where that
// other's own screen had it at that time, and counts leaps (sight.go).
//
// Both clients live in one process, which is what makes their clocks one. Time is an argument; whoever drives the players
// has the clock. Eyes may look from different goroutines.
package effect
