// Package brain holds the computer pilots: what a pilot may see goes in, a game.Input comes out.
//
// A Pilot is a small value that remembers its plan. Think is called once a tick and does three things: every PlanTicks
// ticks, staggered by seat, it looks (view.go) and plans (plan.go: whom to fight, where to fly, which way a shot could
// reach), and on every tick it turns towards that plan as fast as its strength allows and pulls the trigger when it
// points well enough (pilot.go). Nobody sees more than a player does: ships and shots outside the player's view of
// 1,280 x 720 units do not exist for a pilot.
//
// A Chart is what a pilot knows of an arena: for each spawn the way there from everywhere, found once for each arena
// and shared by all pilots in it (chart.go).
//
// Rooms run pilots to fill seats and to fly the ships of people who dropped; bench runs them in place of people. All
// arithmetic is on integers and every pilot draws chance from its own seed, so that a match of pilots is reproducible.
// The package must not touch clocks or sockets, and never changes the state it looks at.
package brain
