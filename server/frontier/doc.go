// Package frontier is the World of Frontier: one endless arena for a thousand people and more, told by cells.
//
// The room steps it as it does any world, and asks it what each seat sees:
//
//	people.go    who has a ship, and what each one asks for; game.Decide and game.Step play the tick
//	tell.go      Tell: the delta of each cell that somebody sees (snap.CellCodec), made once for all of them, by several
//	             goroutines, each its own share of the cells
//	view.go      Look: which cells a seat sees; Sight: its own message: pieces of what Tell has made, and whole cells that it
//	             did not see before
//	budget.go    how much one snapshot tells, and what goes first where that is too little
//	overview.go  what everybody is told of the whole, seldom, as room events: the minimap, the leaders of the hour
//
// # What is told to whom
//
// A seat is told of the cells that come within its view and a margin beyond it (view.go), and of no other: a client that is
// not honest learns nothing of what is farther away but how many ships are in each field of the minimap. A cell that is left
// is told of until it is a good way off, so that nobody who flies along a border has cells come and go.
//
// A cell is known to those who see it as snap.CellState says. The server keeps that content of each cell that somebody sees:
// it is what the next delta begins from, and what a seat that comes to see the cell gets. Of a cell that nobody sees nothing
// is made.
//
// What is private of a ship its player counts as the rules do, cell by cell; where something from beyond the border has
// made it otherwise (a pick-up, a return), the seat is told with the snapshot.
//
// Who has no ship sees what is around one that does well.
//
// # What there is no time for
//
// Fewer snapshots are made when the room does not keep its schedule (room's strain), each of them of more ticks; and views end
// at the screen's border then. Whole cells come nearest first, so many bytes of them in a snapshot; and where there is more to
// tell than a snapshot may hold, the farthest cells are told of no more until there is room, one's own last.
//
// Frontier is not recorded: a recording is what everybody is told, and here nobody is told everything. A failure leaves its
// stack and tick in the log.
//
// The package must not know sockets or clocks; it is driven by one goroutine, the room's, and those it shares its work with
// within Tell and Sight.
package frontier
