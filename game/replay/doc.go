// Package replay keeps a match as what entered it, and plays it again: the arena, the whole public state every now and
// then, and in between the very bodies that went to the players (package snap), tick by tick.
//
//	recording:  AppendHead(dst, …)   Stretch.Begin(full), Stretch.Append(body) …, Stretch.Block()  -> bytes of a file
//	playing:    Open(bytes)          Recording.Play: steps the rules by each entry, compares every hash and state
//	watching:   Open(bytes)          Recording.Reel: a tick at a time, from any tick on; Reel.Kill: a shot's whole way
//
// A recording begins anew where no snapshot leads from one state to the next: with every round. Servers keep all they play
// (server/record), and save the last half minute when a world fails or a client says that its own differs; tests keep some
// to see that the rules still mean the same on every processor; bench replay FILE plays any of them.
//
// # What is in it, and what is not
//
// Public and the entries are enough: chance (where ships appear), the clock of the round, who comes, goes, drops and is
// flown by a pilot all enter as facts, and triggers stand in an entry only where they took effect. So Private (cooldowns)
// and Secret (the stream behind spawns) are not recorded, and play no part in how Public goes on; a test steps the same
// entries with other ones. What people pressed and what did not take effect is not in a recording, nor is who they are, but
// their names are.
//
// A recording is for the rules it was made under: Open refuses others by their hash (game.Rules).
//
// # Where two runs part
//
// A hash that differs tells that something did, somewhere in the state; the whole state tells what. Stretches are short, so
// that the first state after it is close by, and Difference names each field of it. In production a hash comes about once a
// second and a state every two; in tests every tick may have a hash.
//
// The package must not touch files, clocks or sockets: a recording is a value.
package replay
