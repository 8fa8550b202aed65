// Package match is the World of a round of Bankshot: it puts package game into a room.
//
// The room tells it who sits where (Match.Seat) and hands it the payloads of each tick (Match.Step). From those the
// match makes the tick's game.Entry, in this order:
//
//	roster.go   who should have a ship, against who has one: joins, leaves, names, who is flown by a pilot
//	hold.go     what each person asks for: the payload, or what a missing one means
//	pilots.go   what the computer pilots ask for
//	            game.Decide turns all this into an Entry, game.Step carries it out
//	notices.go  what of it the room must remember: kills, results
//
// The entries of a snapshot interval, encoded by snap, are its shared body. After the results of a round the match moves
// to the next arena and asks the room for full snapshots. What was decided and not yet shared, Match.Unsent still tells when
// the rules have failed, for the recording.
//
// Who drops keeps ship and score; a pilot flies it meanwhile. Pilots fill the match to Config.Fill ships and leave one
// by one as people come. The package must not know sockets or clocks; it is driven by one goroutine, the room's.
package match
