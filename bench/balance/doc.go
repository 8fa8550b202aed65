// Package balance lets pilots play whole rounds against each other, by the rules alone and as fast as the machine can, and
// finds out whether the game is fair and is what it wants to be: a game of banks.
//
//	Config ─▶ Play: rounds in parallel ─▶ []Round: what was counted in each ─▶ Judge ─▶ Report: figures against goals
//
// A round is a function of its number and the seed, whoever plays it, so that the same Config gives the same rounds on any
// machine with any number of workers. Everything between []Round and Report is arithmetic, without chance or clock.
//
// # How sure a figure is
//
// Rounds are independent; what happens within one is not. So all intervals are of 95 % and over rounds: a figure is a
// ratio of two sums over rounds, and its interval is normal, from how each round bends it (stat.go). A quantile's interval
// is where its share of the samples might lie as well. A goal is passed when the whole interval is inside of it, failed
// when the whole interval is outside, and undecided otherwise: then more rounds help.
//
// # What is counted
//
// Warm-up is skipped and nothing counts before the countdown is over. A kill is a death by somebody else's shot; a death by
// the own shot, or in a hazard, is a self-kill, even if the points went to whoever had hit before. What a mirror has
// returned counts for no weapon.
//
// A weapon is held while it is what the ship would fire next. A spawn is judged by the lives that began there while the
// round was running: by how many of them lasted ten seconds, against as many as would have if it were like all spawns of
// the arena in that mode. A killing shot was seen if it was on the victim's screen in each of the 24 ticks before the hit;
// a beam, if the ship that charged it was, and charged. Shots in view are those on the screen of each living ship, every
// ten ticks.
package balance
