// Package lean is the least that holds a seat: a real link, which drops and comes back as a player's does, and a reader
// that follows numbers only. It keeps no match and predicts nothing, so that a thousand fit beside a server on one machine
// while it is the server and the links that are looked at.
//
//	frames of the link ─ Frame ─▶ seat, token, tick, ship, events by number
//	                        └───▶ echoes, and a shot now and then, so that things happen
//
// bench storm uses it. It tells whether somebody who lost the connection is back in the ship they had, and whether the
// room's events reached them without a gap. It must not be taken for a player when what players feel is measured.
package lean
