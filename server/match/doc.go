// Package match is the World of a round of Bankshot: it puts package game into a room.
//
// The room tells it who sits where (Match.Seat), what they vote for (Match.Command), and hands it the payloads of each tick
// (Match.Step). From those the match makes the tick's game.Entry, in this order:
//
//	roster.go   who should have a ship, against who has one: joins, leaves, names, who is flown by a pilot
//	crew.go       who of the people has a place in a mode with fewer ships than people, and who waits in line
//	teams.go      for which team each flies
//	pilots.go     how many pilots that takes
//	hold.go     what each person asks for: the payload, or what a missing one means; and what the pilots ask for
//	            game.Decide turns all this into an Entry, game.Step carries it out
//	bestshot.go follows the ways of all shots (trail.go), for the shot of the round
//	notices.go  what of it the room must remember: kills; at the end who won, awards (awards.go), the shot of the round
//	vote.go     the vote for the next round, while the results are shown
//	about.go    what the list of rooms says
//
// The entries of a snapshot interval, encoded by snap, are its shared body. After the results the match moves on
// (rotation.go) and asks the room for full snapshots. What was decided and not yet shared, Match.Unsent still tells when the
// rules have failed, for the recording.
//
// # Rounds
//
// A match plays settings: a ground in one of the modes that it was made for and that Config.Modes has. The first is drawn by
// the seed. At the results, people (not pilots, not watchers) vote between three: all in other arenas than the last where
// there are any, one of them in the same mode if another arena has it, the others as different as they can be. The vote
// ends voteShown before the round; ties, and no votes at all, the match's own stream decides.
//
// # Who flies
//
// People have a ship as soon as they come. Who drops keeps ship and score; a pilot flies it meanwhile. Pilots fill the match
// to Config.Fill ships and leave one by one as people come.
//
// Where there are teams, who comes joins the one with fewer people, then with fewer ships, then with less score; pilots come,
// leave and change sides in the same tick so that no team has more than one ship more than the other, beyond Config.Fill
// where it takes that. People change sides between rounds only, when game.State.NewRound shares them anew: without pilots
// (Fill 0) teams stay uneven until then.
//
// A duel has two ships. The others see it, in a line that everybody is told (snap.Line): the two at its head play the next
// round, and those who have just played go to its end, the winner first, who so stays where one of them may. Who is alone
// plays a pilot, until somebody comes: then the round is cut short and the next begins.
//
// The package must not know sockets or clocks; it is driven by one goroutine, the room's.
package match
