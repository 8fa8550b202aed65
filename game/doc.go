// Package game is the rules of Bankshot: what a match is (State), what enters one tick of it (Entry), and the one
// function that makes the next state of the two (Step). It is pure: integers only, no clock, no chance but its own, no
// goroutine, nothing read or written elsewhere. So server, browser, desktop, bots and replays compute the same bits, and
// a client predicts exactly.
//
// # The flow of a tick
//
//	asks of the seats --Decide--> Entry --Step--> next State, Events
//	                    (server)    |     (everybody)
//	                                +--> snapshot, replay
//
// Decide is the server's: it knows the cooldowns of all and the stream behind spawns, masks what cannot take effect, and
// adds what is due (a phase, a spawn). The Entry it makes says all that clients cannot know, so that a client that has
// the Public part of a State follows it for ever by stepping the same entries: Public never depends on Private or Secret.
// Private is advanced in Step as well; it is right for whoever has a right one to begin with. A player's own ship is
// predicted by Step too, on a State of this ship and its shots alone and an Entry with one input out of Effective: motion,
// dash, cooldowns, shots and banks come out to the bit; only what others' shots do is missing.
//
// Server and client call Step; server/match calls Decide, NewMatch, NewRound; client/predict calls Effective and AimLine;
// game/snap and game/replay write entries down, and Check what they read. Nothing here may know of any of them.
//
// # The phases of Step, in order
//
//  1. Tick is counted.
//  2. Facts (facts.go): in the order of the Entry. Who joins is dead until a FactSpawn. Countdown clears shots and scores
//     and leaves everybody due to spawn. The shots of who leaves fly on and belong to nobody.
//  3. Motion (motion.go), by seat: aim and thrust are taken over, also by the dead; dashes begin; ships gain speed, lose some
//     to drag, and slide along walls. A dash knows neither thrust nor drag.
//  4. Firing (firing.go), by seat: a shot is born at the ship's centre, at the shot's own speed alone.
//  5. Flight (flight.go), by ShotID, which is oldest first, then by seat: each shot flies one tick, newborn ones too, leg by
//     leg between its banks. On each leg it strikes the ship it reaches first (hits.go), of several at once the one in the
//     lowest seat; who dies (deaths.go) is not in the way of the next shot. A shot ends at a ship, at the wall after its
//     last bank, and after PulseLife ticks.
//  6. Timers (timers.go): everything that counts down does. A ship that died in this tick has waited one tick already.
//
// # Hits
//
// A shot strikes a living ship that its way comes within ShipRadius+ShotRadius of. It passes through who dashes. A spawn
// shield swallows it (EventHit with Amount 0). Its shooter it can strike only after a bank and SelfHitAfter ticks, for half
// the harm. Harm is PulseDamage by DamagePercent of its banks. A kill is worth 1 and the banks, MaxKillScore at most, to
// the shot's owner; a ship that dies of its own shot loses one, unless somebody hit it in the last RevengeTicks, who then
// gets the kill. So do they if the shot's owner has left. Scores, kills and deaths change only in the phase Playing.
//
// # Numbers
//
// Positions are int32 in 1/256 unit, velocities int32 in 1/65,536 unit a tick, products int64, directions in 4,096 parts
// of a turn, clockwise on the screen from +X; Dir is their table. Divisions round to the nearest, halves away from zero;
// drag alone rounds towards zero, so that ships come to rest. Both are symmetric: a world mirrored in either axis or either
// diagonal steps to the mirrored state, to the bit. A tick's displacement is the velocity rounded to 1/256 unit; a bank
// swaps and negates its coordinates and never changes their sizes.
//
// All numbers that may be tuned stand in tuning.go. Rules digests them: programs with other rules don't play together.
package game
