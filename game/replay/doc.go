// Package replay keeps a match as what entered it, and plays it again: the arena, one whole state, and after it the very
// bodies that went to the players (package snap), tick by tick. Eight ships take about half a kilobyte a second.
//
//	recording:  Begin(dst, arena, state)   Append(dst, body) for every snapshot   -> bytes
//	playing:    Run(bytes, each)           steps the rules by each entry, compares every hash on the way
//
// A recording begins anew where no snapshot leads from one state to the next: with every round. Servers save one when a
// world fails, tests keep some to see that the rules still mean the same on every processor, players watch them. It
// remembers what everybody may know; what is private or secret plays no part in how a match goes on from entries.
//
// The package must not touch files, clocks or sockets: a recording is a value.
package replay
