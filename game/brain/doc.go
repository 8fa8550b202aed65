// Package brain holds the computer pilots: what a pilot may see goes in, a game.Input comes out.
//
// A Pilot is a small value that remembers what it is about. Think is called once a tick and does, in this order:
//
//	every tick      the hand turns on (hand.go); what the prey does is noted (prey.go)
//	every 6 ticks   the shot aimed at is fired if it still is one (shoot.go); then a plan is made: who is in view
//	                (look.go), whom to fight (prey.go), where to fly (tactics.go), by which thrust (steer.go), which shot
//	                to aim next (route.go finds ideas, shoot.go follows the best of them to their end)
//	every 4 ticks   what flies towards the ship is looked at and dodged (dodge.go)
//
// Seats take turns, so that a room's work is spread over its ticks.
//
// # Banks
//
// A bank is planned as billiard players do: the prey's image in a wall is where a straight shot at it has to go. An image
// moves as its original does, so a moving prey is led in the mirror as it is without; two mirrors make an image of an
// image. A Chart lists for every block of tiles the mirrors worth a try and for every mirror those it faces (mirrors.go).
// What the images promise is then flown to its end exactly as the rules will (flight.go), past corners, pillars and the
// pilot's own ship, before anything is fired.
//
// # What a pilot may know
//
// Nobody sees more than a player does: ships and shots outside the player's view of 1,280 x 720 units do not exist for a
// pilot, of its own cooldowns it knows what it remembers of its own presses, and it is not told what others ask for. It is
// as slow as a hand: it plays by where others were some ticks ago, notices shots late or not at all, turns at a limited
// rate in even strokes, and slips (Strength). How it likes to play is drawn from its seed (temper.go).
//
// A Chart is surveyed once for each arena and shared by all pilots in it: how much room there is (chart.go), the ways to
// posts all over the map (ways.go), the mirrors.
//
// Rooms run pilots to fill seats and to fly the ships of people who dropped; bench runs them in place of people. All
// arithmetic is on integers and every pilot draws chance from its own seed, so that a match of pilots is reproducible. Ties
// are broken by order, here and there by the screen's left and right: a mirrored world need not be flown mirrored. The
// package must not touch clocks or sockets, and never changes the state it looks at.
package brain
