// Package trick is the daily trick shot: an arena made from a date, a cannon that stands still, targets that no straight
// shot reaches, and five shots, the same for everybody.
//
//	date ─ Daily ─▶ Challenge ─ NewTry ─▶ Try ─ Fire, Step, … ─▶ Result    a person at play, tick by tick
//	                          └─────── Play(shots) ───────────▶ Result    the server, which believes nothing but aims
//
// The flight is the game's own: a Try is a game.State with one ship, stepped by game.Step, so banks, glass and portals are
// those of a match, and server, desktop and browser compute the same bits. What is added is what a target is: it stands
// where it stands, a shot that comes as near as it would have to come to a ship bursts it and flies on.
//
// # Scores
//
// A target is worth 1 and the banks that the shot has behind it there. The second target of one shot counts double, the
// third three times, and so on. When all are burst, each shot that is left is worth UnusedPoints. Glass that is broken
// stays broken for the rest of the try.
//
// # How a day is made
//
// A hall (hall.go) is drawn from the date's hash: a grid of slots and lanes, filled by a few motifs under a symmetry, so
// that it passes arena.Validate and looks composed. Then all 4,096 aims are flown (survey.go), and targets are put where
// no aim leads without a bank and enough neighbouring ones lead with some (targets.go): first those of one shot that
// bursts several, which is the trick to be found, then others apart from them. What the machine makes of it (house.go) is
// played as a person's shots are, so a day that cannot be solved is never given out.
//
// The package is pure: integers only, no clock, no chance but the date's. The server and the client's scene use it.
package trick
