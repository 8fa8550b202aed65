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
// Decide is the server's: it knows the cooldowns of all and the stream behind chance, masks what cannot take effect, and
// adds what is due: a phase, a pick-up, a spawn. The Entry it makes says all that clients cannot know, so that a client that
// has the Public part of a State follows it for ever by stepping the same entries: Public never depends on Private or
// Secret. Private (cooldowns, energy) is advanced in Step as well; it is right for whoever has a right one to begin with. A
// player's own ship is predicted by Step too, on a State of this ship and its shots alone and an Entry with one input out of
// Effective: motion, dash, mirror, weapons, shots and banks come out to the bit; only what others do to it is missing.
//
// Server and client call Step; server/match calls Decide, NewMatch, NewRound; client/predict calls Effective and AimLine;
// game/snap and game/replay write entries down, and Check what they read. Nothing here may know of any of them.
//
// # The phases of Step, in order
//
// All go through ships by seat, and through shots by ShotID: oldest first, then by seat. Events come in the order in which
// things happen.
//
//  1. Tick is counted.
//  2. Facts (facts.go): in the order of the Entry. Who joins or changes teams is dead until a FactSpawn. Countdown takes away
//     shots, scores, pick-ups, goals and broken glass, and leaves everybody due to spawn. Who leaves drops the flag; their
//     shots fly on and belong to nobody. From here on the arena is seen without its broken glass (arena.Live).
//  3. Motion (motion.go): aim and thrust are taken over, also by the dead; dashes begin; mirrors go up and down (mirror.go);
//     ships gain speed, lose some to drag, and slide along walls. A dash knows neither thrust nor drag.
//  4. Ground (ground.go): the tile under its centre pushes a living ship or holds it back, burns it or leads it through a
//     portal, unless one did in the last ShipPortalTicks. Who dashes is led at most.
//  5. Pick-ups (pickup.go): what lies in reach goes to the lowest seat that wants it.
//  6. Where everybody is now is noted (been.go), for those who see it later. Firing (firing.go): shots are born at the ship's
//     centre, at the shot's own speed alone. A weapon that charges begins to, or goes off when its charge has run down; a beam
//     (beam.go) does all of its way at once.
//  7. Flight (flight.go): each shot flies one tick, newborn ones too, leg by leg between its banks. On each leg it meets the
//     ship it reaches first (hits.go), of several at once the one in the lowest seat: a raised mirror returns it, everything
//     else ends it. A shot ends at a ship, at an absorber, at the wall after its last bank, and of old age, and may then
//     splash (splash.go). A wall of glass breaks where it is met (glass.go) and is floor for whatever comes next. A mirror,
//     a split and a portal are the last that a shot does in a tick. Shots born of a split fly from the next tick on.
//  8. Goals (goal.go, goal_flag.go, goal_zone.go): what the mode's row does with its flags and zones.
//  9. Glass is mended whose time has come, where no ship and no shot is in its way.
//  10. Timers (timers.go): everything that counts down does; energy is spent, or comes back. A ship that died in this tick
//     has waited one tick already.
//
// # Time
//
// A player's own ship is ahead of the server, and the others are behind it by the time the player sees them. How far the
// one is from the other is the player's lag: Input.Lag, part of the effective input, kept in Ship.Lag until another input says
// otherwise. Pilots see the present.
//
// A player sees ships of others late by the whole lag, and a shot late by a share of it: Lens of how far the shot is from
// the player's own ship. Nothing near it, so that muzzles and dodges are in the player's own time; all of it far away, where
// shots are among the others. So what the player sees together is a shot at some time, and others' ships the other share
// of the lag before that. That is how it is judged (lens.go, hits.go): the shot of owner O in tick s meets the ship V as V was
// at s - (1 - Lens(from O to the shot)) * lag of O: its place, its dash, its mirror, its aim; but V must be alive now, and
// who was not there then is not struck. Both move while they meet: the way of the shot in a tick is looked at as seen from
// V, whose way goes from that moment of the tick before to that of this one. A victim far from the owner is judged in the
// present, and so is every shot of who has left, the owner itself, and what splashes. A beam is all in one tick, and near
// its owner all along: it is judged by the whole lag of who fired it, whatever mirrors did to it.
//
// For this, State knows where each ship was in each of the last BeenTicks ticks (Been): more than half of its size, which
// CopyPresent leaves out. Nobody is between two places that a portal or a birth lies between.
//
// # Hits
//
// A shot meets a living ship that its way comes within ShipRadius and its weapon's Radius of, as its owner sees it. It passes
// through who dashes, until the dash is over: if it is within reach then, it strikes. It passes through its owner's
// team-mates. Its owner it can strike only after a bank and SelfHitAfter ticks, for half the harm. A mirror covers MirrorArc
// to each side of the aim; what it returns flies on as the holder's own, with its banks and its age. A spawn shield swallows
// what strikes (EventHit with Amount 0); it ends on firing and on taking a flag. Harm is the weapon's Damage by DamagePercent
// of the shot's banks; a splash does less of it the farther away, and needs a clear line.
//
// A kill counts for the shot's owner; where that is nobody or the victim, for whoever hit the victim in the last RevengeTicks,
// if anybody did. Another who hit the victim in that time has helped. Hazards do as a ship's own shot would. Kills, deaths,
// assists and the figures behind the awards change only while the round counts: in Playing and Overtime.
//
// # Weapons and modes
//
// Weapons, Supplies, arena.Tiles and Modes are tables. One more weapon is a file (weapon_*.go) and its constant and line in
// weapon.go; one more tile the same in package arena (tile_*.go, tile.go); how they look is a line each in client/render
// (weapons.go, tiles.go). All else reads what they are: rules, codec and pilots, the pick-ups (each weapon is one, by its own
// number; then come the supplies), the overviews of bench. What no property says yet is a new property: a field of the line,
// where the rules read it, and what pilots make of it. A test (tables_test.go) holds that nothing names a line elsewhere.
//
// Basic never runs out; the others are picked up, hold Ammo shots, and are lost with the last of them, with a life, and for
// the next one picked up.
//
// A round goes through Warmup, Countdown, Playing, Results; Overtime comes between where nobody leads when the time is up, and
// ends as soon as somebody does or its own time is up. Playing ends early at the mode's Limit, or at a lead of Mercy. In
// Free-for-all, Teams and Duel a kill is worth 1 and the banks, MaxKillScore at most, and one's own death by oneself costs 1.
// In Capture flags brought home are the team's score, in Hill every HillEvery ticks alone in the zone are a point. What the
// score is of, the ship or the team, arena.Mode.Teams tells.
//
// What a mode puts into the world are goals alone: flags, which are carried, and zones, which are held. The state, its hash,
// snapshots, replays, pilots and the client know goals and no mode, which a test holds them to.
//
// # One more mode
//
// A file and three rows, here for a mode whose leader wears a crown:
//
//	game/mode_king.go       var kingMode = ModeRules{Play: 180 * TickHz, Extra: 45 * TickHz, KillPoints: true,
//	                            Goals: []Goal{{Kind: FlagGoal}}, Pursue: crown, Lose: uncrown, Bonus: regicide}
//	                        and its functions: crown gives s.Goals[0] to who leads (lift), uncrown takes it from who
//	                        dies, regicide is what killing who has it is worth.
//	game/mode.go            arena.King: kingMode,
//	game/arena/mode.go      King, before Frontier, and what it asks of arenas: King: {name: "king", crowd: FreeForAllSpawns},
//	client/scene/words.go   arena.King: {Name: "King", Goal: "...", Short: "...", Overtime: "...", Thing: "crown"},
//
// Arenas that it is to be played in say so in their header (modes: free-for-all king). Then the recordings are made anew,
// since other rules don't play together. It needs a new GoalKind only where its goals are neither carried nor held.
//
// # Frontier
//
// One mode has no rounds (Endless): it is Playing for ever, and PhaseEnd is when the hour ends. A FactPhase of Playing then
// takes back all that was counted, and everybody flies on. A kill is worth 1 and the banks, MaxKillScore at most, and one
// more for every StreakStep kills of the killer since its last death, this one included, StreakMost more at most: a life is
// worth something where nothing else is lost with it. Public.Best are the leaders of the hour. Of a ship's own shots those
// alone count for Weapon.Live that are near it (insight.go). Who is due to spawn appears away from danger and near company:
// a few places anywhere and a few around some ship are weighed by how far the nearest other ship is, whether it sees the
// place, and whether shots fly there (refuge.go).
//
// It has more of everything: MostShips, MostShots, MostBroken and MostPickups tell how much a mode may have. From crowdFrom
// ships on, who is near is looked up in a grid that each tick makes anew (crowd.go): that changes nothing of what happens. A
// part of the world, such as what one cell holds (cell.go), may be stepped by itself; what crosses its border it can't know.
//
// # Numbers
//
// Positions are int32 in 1/256 unit, velocities int32 in 1/65,536 unit a tick, products int64, directions in 4,096 parts of a
// turn, clockwise on the screen from +X; Dir is their table. Divisions round to the nearest, halves away from zero; drag alone
// rounds towards zero, so that ships come to rest. Both are symmetric: a world mirrored in either axis or either diagonal
// steps to the mirrored state, to the bit, but for the numbers of pellets and of the parts of a split, and the jitter of
// pellets, which is a hash that everybody can foresee. A tick's displacement is the velocity rounded to 1/256 unit; a bank
// swaps and negates its coordinates and never changes their sizes.
//
// All numbers that may be tuned stand in tuning.go, weapon_*.go, supply_*.go, goal_*.go, mode_*.go and arena/tile_*.go. Rules
// digests them: programs with other rules don't play together. A change of the rules that no number shows changes
// RulesVersion. Either way the recordings of game/replay have to be made anew, which its test says how to.
package game
