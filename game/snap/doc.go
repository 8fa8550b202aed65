// Package snap turns the match's values into the bytes that package wire carries, and back: inputs, snapshots, whole
// states, and all that is told beside them. It is the only place that knows their layout.
//
//	game.Input    3 bytes             input.go     payload of wire.Input
//	Delta         ~1.5 bytes a ship   delta.go     body of wire.Delta: the entries of one interval
//	game.Public   ~1.5 KB             full.go      shared part of wire.Full, a third of it where ships have been
//	game.Private  3 bytes             private.go   private part of wire.Full
//	Notice        16+ bytes           notice.go    data of wire.Event, as are Ballot, BestShot, Line, Minimap, Leaders
//	a vote        2 bytes             command.go   data of wire.Command
//	CellFrame     ~2 bytes a ship     cell_frame.go  body of wire.Cells: of each cell an interval (cell_interval.go) or all of it
//
// Server and clients hold the same state and step the same rules (game.Step), so a snapshot says only what entered them:
// the effective input of each ship, and facts, which are rare. Both sides expect each of these to go on as it was; what
// comes as expected costs a small part of a bit (rangecoder.go, model.go). Nothing is carried from one snapshot to the next
// but the state itself: who holds the state at the tick before can read it.
//
// server/match writes, client/predict and bots read, replays keep. The package must not touch sockets, clocks or logs.
// Whatever a decoder accepts still has to pass game.Entry.Check or game.Public.Check, which know the arena.
//
// The rest of this page, with the tables at the tops of input.go, facts.go, full.go, full_been.go, private.go, notice.go, ballot.go,
// bestshot.go, line.go and command.go, is for who writes a client in another language; game/wire/doc.go comes before it.
//
// # What comes, and what to do with it
//
// Blob is the arena (arena.AppendBinary); Public.Arena in a Full says which one is played. Welcome's and Hello's "rules" is
// game.Rules, the hash of all numbers of the rules: a client steps them as the server does, to the bit, or is sent away.
//
// Full's shared state replaces all that you hold. Its private part is yours alone, 3 bytes (0 where you have no ship): the
// ticks until fire works again, the ticks until dash does, and your mirror's energy. From there on you count them yourself,
// as game.Step does: nothing but a Full says them again. Of everybody else you need none, since fire and dash stand in a
// Delta only where they took effect, and the mirror only in the ticks in which it is up.
//
// Event's data begins with a byte that says what it is; treat those that you don't know as nothing:
//
//	1 kill, 2 win, 3 award   notice.go     once each; they carry names, as their ships may be gone when you read them
//	4 ballot                 ballot.go     the whole vote; replaces the one before
//	5 shot of the round      bestshot.go   its way from birth to the ship it killed, for the results
//	6 line                   line.go       who waits for a place in a duel; replaces the one before
//	7 minimap                minimap.go    how many fly where in a large world; replaces the one before
//	8 leaders                leaders.go    the best of the hour there; replaces the one before
//
// A ballot comes when the results begin, and anew when votes have come in; a last one says what was taken. To vote send a
// Command of two bytes, 1 and the index of the choice: until a choice is taken, and again to think better of it. The Reply's
// error says why a vote was not counted. A new round comes as a Full (and a Blob before it, in another arena), never as a
// Delta.
//
// # The body of a Delta
//
// Byte 0 is the lowest byte of the tick of the first entry. That tick is one more than the tick you hold, or the body is
// not for you: older ones are to be ignored, newer ones mean a gap (DeltaTick says which tick it is). All other bytes are
// one number, read by a range coder, as decisions in this order:
//
//	ctxNotTwo: more or fewer than 2 ticks?        yes: raw 4, the number of ticks, 1..12
//	for each tick:
//	    ctxFact: a fact?                          yes: raw, the fact (facts.go); ask again
//	    for each ship, in ascending order of seat:
//	        thrust, buttons, aim, lag
//	ctxHash: a hash?                              yes: raw 32, the lower half of game.Public.Hash after the last tick
//
// The ships are those of the state you hold; facts change the list for their own tick and those after it: join inserts a
// ship that is dead and has aim 0 and thrust 0, leave takes one away, spawn makes one alive, with the aim it names and
// thrust 0, team makes one dead, with thrust 0, and the phase Countdown makes all dead, with aim 0 and thrust 0. What the
// rules would do to a ship (die, say) is not looked at within a snapshot.
//
// Of each ship the coder keeps from tick to tick within the snapshot: the last thrust, aim and lag (at first those of the state),
// whether it is alive and holds its mirror, and, once there was a tick, whether thrust changed in it, by how much aim turned
// in it (-2048..2047, the shorter way) and whether any button but mirror was pressed in the snapshot so far. join, spawn, team
// and Countdown forget all of it, but spawn and team the lag.
//
//	thrust   ctxThrust + (dead 0, first tick 1, changed in the last tick 2, else 3): does it change?
//	         it was 0:   tree ctxThrustGo: direction - 1
//	         it was not: ctxThrustStop: is it 0 now?   no: tree ctxThrustTurn: by how many directions, modulo 16
//	buttons  ctxMirror + (was it held 1, else 0): mirror?
//	         ctxTrigger + (dead 0, none in this snapshot yet 1, else 2): any other?
//	         ctxNotFire: other than fire alone?   yes: ctxNotDash: other than dash alone?   yes: raw 2, fire and dash
//	aim      class c: dead 5, first tick 0; by the size of the last turn: 0 1, to 15 2, to 63 3, else 4
//	         surprise = aim - last aim - last turn, the shorter way
//	         ctxAim + c: is the surprise other than 0?
//	         only if the last turn was not 0: ctxAimStop + c: is aim the last aim?   yes: done
//	         ctxAimBack + c: is the surprise's sign not that of the last turn (0 counts as positive)?
//	         its size lies in 2^b .. 2^(b+1)-1: ctxAimBucket + 11 c + i: is b more than i?   for i = 0, 1 .. until no, or 10
//	         b above 0: ctxAimTop + b: its second highest bit;   raw b - 1: the bits below
//	lag      ctxLag + (dead 0, lag 0 1, first tick 2, else 3): does it change?
//	         ctxLagBack: to a smaller one?
//	         by how much lies in 2^b .. 2^(b+1)-1: ctxLagBucket + i: is b more than i?   for i = 0, 1 .. until no, or 5
//	         raw b: the bits below the highest
//
// A tree is four decisions, highest bit first: context tree + n, where n begins as 1 and becomes 2 n + the bit.
// The contexts are numbered in model.go, their probabilities stand in probabilities.go.
//
// # Cells
//
// A large world (Welcome's room plays Frontier) is told by cells, squares of 512 units: wire.Cells comes in place of Delta, and
// what it says of a cell is the same for all who see it. Its Blob is the arena's seed (arena.AppendBinary), from which you make
// the arena yourself. Full is as above, with no ships, shots, pick-ups or panes: it says what is the same in all of the world,
// the private part, and that you hold no cells any more. Cells follow it in the same frame.
//
// Hold a content for each cell you are told of: the ships and shots whose place is in it, its pick-ups and broken panes, as a
// state of the rules of its own. For each Cells (cell_frame.go says what is in it), where it has ticks:
//
//	1  put what is private of your ship into the cell that holds it
//	2  for each cell kept, ascending: read the inputs of the first tick and step the cell, read the second, step … (cell_delta.go);
//	   what is private of your ship is now what that has made of it, wherever it has flown to, unless the frame says
//	3  bring the content to what cells tell: CellState.Told in cell.go. Put aside what is outside of the cell
//	4  each ship and shot put aside goes on in the cell that it is in now, if that is kept and touches the one it left
//	5  read what is special of some cells: what came into them from cells around that you are not told of (cell_entry.go), news
//	   of them (cell_news.go), hashes
//
// and then take in the cells that come whole (cell_full.go). A cell's content is right to the bit, however and whenever you came
// to hold it. If its hash differs, or anything cannot be read, send Keyframe.
//
// What has come from another cell in another way, through a portal say, is news there, and gone where it was, though you may hold
// that cell too: a ship whose seat and a shot whose id you knew goes on. SpawnTick and WarpTick say whether it flew.
//
// The decisions of a cell's blocks are coded as those of a Delta, by contexts of its own (cell_model.go) for what is no input. Inputs
// begin anew with each block, as there. A block's bits are told without their number (below).
//
// # The range coder
//
// Reading, in unsigned 32-bit arithmetic; bytes beyond the end of the body are 0:
//
//	begin:        code = the first 4 bytes, big end first;   width = 0xFFFFFFFF
//	decision c:   split = width * p[c] / 65536, rounded down, the product in 64 bits
//	              code < split:  no;   width = split;                          p[c] += (65535 - p[c]) / 32, rounded down
//	              else:          yes;  code -= split;   width -= split;        p[c] -= p[c] / 32, rounded down
//	raw n:        n times, highest bit first:  width /= 2, rounded down;  code < width: 0, else: 1, code -= width
//	after each:   while width < 2^24:  width *= 256;   code = code * 256 + the next byte
//
// p begins anew from probabilities.go with every body. A body ends exactly where reading it has got to or before, and never
// in a byte of 0: anything else is refused, and so are facts that cannot be and more than 255 of them.
//
// A block of a cell is read from a bit on, as if it were the first of a byte, and ends where the writer needed no more bits. To know
// where, keep low beside code: 0 at first, and it grows by what code is made less by, and loses its highest byte whenever code
// does, all modulo 2^32. The block's bytes so far are those read beyond the first four; its bits beyond them are the fewest, n, for
// which a multiple of 2^(32-n) is at least low and, 2^(32-n) added, at most low + width, in 64 bits. What is read beyond the end of
// the body is 0. p begins with cell_probabilities.go behind probabilities.go.
package snap
