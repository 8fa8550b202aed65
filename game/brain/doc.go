// Package brain holds the computer pilots: what a pilot may see goes in, a game.Input comes out.
//
// A Pilot is a small value that remembers what it is about. Think is called once a tick and does, in this order:
//
//	every tick      the hand turns on (hand.go); what the prey does is noted (prey.go); the energy left for the mirror is
//	                reckoned (guard.go)
//	every 6 ticks   the shot aimed at is fired if it still is one (shoot.go); then a plan is made: who is in view
//	                (look.go), whom to fight (prey.go), where to fly (tactics.go), by which thrust (steer.go), which shot
//	                to aim next (route.go finds ideas, aim.go chooses, check.go follows the best of them to their end)
//	every 4 ticks   what flies towards the ship is looked at and dodged, returned or dashed through (dodge.go, guard.go)
//
// Seats take turns, so that a room's work is spread over its ticks.
//
// # Where to fly
//
// First what keeps the ship alive: off what hurts (safety.go), away from too many. Then pick-ups that are worth their way
// (pickup.go), then what the mode asks for (errand.go: flags.go, zones.go), then the prey or wherever one may be. A flag
// that is carried goes home before all of it. In modes with teams the pilots of odd pairs of seats defend, unless that is
// against their temper.
//
// # Banks
//
// A bank is planned as billiard players do: the prey's image in a wall is where a straight shot at it has to go. An image
// moves as its original does, so a moving prey is led in the mirror as it is without; two mirrors make an image of an
// image. A Chart lists for every block of tiles the mirrors worth a try and for every mirror those it faces (mirrors.go).
// What the images promise is then flown to its end exactly as the rules will (flight.go; beam.go for what arrives at
// once), past corners, pillars, absorbers and the pilot's own ship, through portals and broken glass, before anything is
// fired.
//
// What a weapon is good for is reckoned from its line in game.Weapons (arms.go): a volley is worth less the wider it has
// spread, what is charged is aimed at where the prey will be when it goes off, and aimed on until it does; what splashes
// is not banked back to one's own feet.
//
// # What a pilot may know
//
// Nobody sees more than a player does: ships, shots, pick-ups and broken glass outside the player's view of 1,280 x 720
// units do not exist for a pilot, of its own cooldowns and energy it knows what it remembers of its own presses, and it is
// not told what others ask for. What everybody is told it may use: teams, who carries a flag, where a dropped one lies,
// where zones are and who holds them. It is as slow as a hand: it plays by where others were some ticks ago, notices shots
// late or not at all, turns at a limited rate in even strokes, and slips (Strength). How it likes to play is its seat's
// character, and what it likes to pick up is drawn from its seed (temper.go).
//
// A Chart is surveyed once for each arena and shared by all pilots in it: how much room there is (chart.go), its places
// (places.go), the ways to posts all over the map, through portals and along boosters (ways.go, posts.go, search.go), the
// mirrors. It holds while no glass is broken.
//
// # A large world
//
// In Frontier a Lookout is shown the world once a tick and then shows each pilot what is in its view (ThinkIn), so that a
// pilot costs about as much among two thousand ships as among eight. A Chart of it knows the ways to a post only from
// around it (window.go), and none through portals. Where nobody is in view a pilot goes where the minimap, which everybody
// is told, shows others (rumour.go).
//
// Rooms run pilots to fill seats and to fly the ships of people who dropped; bench runs them in place of people. All
// arithmetic is on integers and every pilot draws chance from its own seed, so that a match of pilots is reproducible. Ties
// are broken by order, here and there by the screen's left and right: a mirrored world need not be flown mirrored. The
// package must not touch clocks or sockets, and never changes the state it looks at.
package brain
