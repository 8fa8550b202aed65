// Package delay puts the internet between a client and a server on the same machine: a TCP proxy that delivers every byte
// late, unevenly late, in order, and now and then not at all for a while.
//
//	client ── accept ──▶ line ── way up ───▶ server
//	                          ◀─ way down ──
//
// A way reads a chunk, asks its schedule when it is to leave, and holds it until then. The schedule (schedule.go) and
// what is held (queue.go) are pure: time is an argument, and one seed makes one schedule. Only the way (way.go) reads a
// clock. One goroutine serves one way: it waits for the next byte and for the next chunk to leave at once, by reading
// with a deadline.
//
// What a real path does beyond being late is on demand: Cut and Hangup end every connection at once, Blackhole swallows
// what is sent without telling anybody.
//
// bench puts one proxy before its server, and tests put one before theirs. Loss, reordering and bandwidth are not here:
// over TCP players see loss as stalls, order is kept by definition, and what a player needs fits through anything.
package delay
