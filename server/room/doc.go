// Package room hosts a World: a game, or anything else that steps many times a second, takes inputs and commands from
// people, and shows all of them the same. It keeps their seats, times, queues and connections, so that a world need not.
//
//	gateway's readers                     one goroutine for each room (run.go)                   gateway's sockets
//	-----------------                     ------------------------------------                   -----------------
//	Hello    -> Runner.Attach \            once per snapshot interval, on schedule:
//	Input    -> Line.Input     \           1 drain:   Attach, Input, Command, ... in order
//	Command  -> Line.Command    > mailbox  2 Advance: World.Step, World.Step  (the interval's ticks)
//	Presence -> Line.Presence  /              |        World.Shared            (one body, made once)
//	gone     -> Line.Detach   /               '-----> one frame for each seat  ----------------> Conn.Send
//	                                       Room (room.go and its neighbours) is pure:
//	                                       no goroutine, no clock, no socket
//
// # Another game
//
// Write a World (world.go says what each method owes; example_test.go holds a whole one) and give its maker to NewRooms:
//
//	rooms, err := room.NewRooms(room.Config{Random: rand.Reader, Rules: hash}, func(code, kind string) room.World {
//		return &mygame.World{}
//	})
//
// Nothing in this package knows what a payload, a command, an event, a body or a blob means: they are bytes, bounded by
// package wire. A world that has nothing private, no blob or no commands says so by nil. It needs no locks: it is called
// from one goroutine at a time. In tests, drive a Room by hand instead, as the example does.
//
// # Kinds of rooms
//
// A room is opened for a kind, a word that means something to the maker of worlds alone. Quick match keeps to it; the code of
// a room leads there whatever its kind, and where it leads to none, a room of the usual kind is made. What a world says of
// itself (Outcome.About) is in the list of rooms.
//
// # What a connection lives through
//
//	line, err := rooms.AttachQuick("", conn, hello, nil) // or Attach of a Runner that Find, Open or Make gave
//	// an error comes here, or as a Bye on conn from the next wake-up
//	defer line.Detach()
//	line.Input(&m), line.Command(&m) … // for each message read; none of them waits
//
// The first frame holds Welcome, the Blob if there is one, and a Full; from then on, one Delta comes with every interval.
// Hello's token gives the seat back: its earlier connection hears Bye "replaced", the new one gets Welcome with resumed,
// a Full, and the room events after Hello.LastEvent. A Hello that only watches does not give up what a resumed seat plays:
// the seat is Away until its person is Here, or says Watching once more.
//
// Who drops while Here is Away for Config.GraceTicks and then Gone; who drops while Watching is Gone at once, and so is who
// drops before an echo showed that the token arrived. Who is Away for Config.AwayTicks, on whatever connections, is Gone
// and hears Bye "idle". Who sends nothing for 15 s is hung up on. Who wants to play while all places are taken watches, and
// gets Reply{0, reason}.
//
// Every command is answered by a Reply of its number, with the reason if it was refused. The room hands a command to the
// world before the interval's ticks, and sends its Reply in or after the frame that shows them. A command whose number is
// not above the seat's newest was sent again after a drop: it gets the same answer and is not done again.
//
// # Echoes
//
// A stream that stalls fills buffers nobody can look into, so the room goes by what the client says it has: the echo in
// its inputs. Once the oldest snapshot sent and not echoed is wire.EchoAgeTicks old, the seat is skipped: nothing is
// sent, nothing is waited for. When the client has echoed all it was sent, it gets the deltas it missed in one frame, or a
// Full if they are gone or not shorter. A connection gets at most one Full a second, however it asks; only a world's Reset
// is not bound by that. Echoes of what was never sent are ignored.
//
// # Worlds of cells
//
// A CellWorld (cells.go) is too large to be told to everybody: after an interval the room calls Tell once, then for each seat
// Look, which decides what of it the seat is told, and then for each seat Sight, which puts that together. All else is as
// above, but that a seat that missed a snapshot gets a Full and its cells whole, at most once a second, since bodies are not
// kept; and that such a room is not recorded.
//
// Telling and sending are most of such a room's work, and are shared among as many goroutines as there are processors (crew.go):
// the cells of one Tell, then the frames of all seats that need nothing but the newest. What comes of it is the same however
// many they are. A Room driven by hand does it all itself.
//
// When it does not keep its schedule, and that is its own work's doing, the room tells less (strain.go): first nothing beyond
// the view, then snapshots of two intervals, then of four. The ticks go on as ever.
//
// # Margins
//
// The margin beside each snapshot steers the client's clock. It is by how many whole ticks of time the inputs came before
// the moment their interval was due on the schedule: the smallest among the inputs for the interval's ticks and those that
// came late since the last frame. It is 0 or more for inputs that entered their tick, below 0 for late ones, and
// wire.MarginNone where there was none.
//
// # Time
//
// Interval n is due at base + n intervals, computed anew each time, so that nothing drifts; base differs from room to room,
// so that wake-ups are spread. A room that wakes late steps the interval that is due and makes up for at most
// Config.CatchUpTicks of those overdue (one interval at least). The others are dropped: they are not stepped, and the
// world's ticks go on without a gap, but every tick from now on happens later by the time of the dropped ones. Rebase tells
// their number in ticks, in the first frame after the stall: until then a client could say "tick t happens at time x"; now
// it happens at x + ticks/TickHz. Clients shift all their clocks by that at once, the one they predict with included.
//
// A room whose wake-ups are heavy, late by half an interval or as long (pace.go), slows down: after every second interval
// only is a frame sent, with both intervals' deltas. Nothing of the game changes for that, and it halves most of the cost.
//
// A room without a taken seat steps for ten seconds more and then sleeps, until Attach wakes it at the tick where it was;
// after Config.IdleClose it closes. A panic in a world ends its room alone: everybody gets Bye "broken",
// the room's Recorder gets the world as it was left, and no method of it is called any more by the room.
//
// # Recordings
//
// Who sets Config.Record is handed every snapshot of a room: the very body that goes to all seats, and now and then the
// world's Full (recorder.go). What becomes of them is the Recorder's; the room only promises that they follow each other
// without a gap from one beginning to the next, and tells it of clients that hold something else, and how the room ended.
//
// # Bounds
//
//	queue                        bound                            when it is full
//	mailbox, one connection      128 posts an interval            inputs, pings, keyframe requests dropped and counted;
//	                                                              a command or a presence: Bye "flood"
//	  of these, commands         16 an interval                   Reply "too many commands at once"
//	mailbox, connections joining Rates.Seats                      Attach returns ErrFull
//	seats                        Rates.Seats                      Bye "full"
//	seats that play              Rates.Players                    watches; Reply{0, reason}
//	inputs ahead, one seat       one a tick, wire.MaxAhead ticks  second one for a tick, or too early: dropped, counted
//	late inputs, one seat        one a tick, wire.LateTicks       older or second: dropped, counted
//	replies, one seat            64                               Bye "flood"
//	answers kept, one seat       wire.MaxCommandsWaiting          a command older than they are is refused
//	pong, one seat               1                                the newer Ping takes its place
//	bodies kept                  wire.KeepDeltas                  who needs an older one gets a Full
//	room events kept             256, wire.KeepEventsTicks        oldest forgotten early, counted; counted again for each
//	                                                              seat that had not got it
//	messages in a frame          wire.MaxArrays                   events and replies follow in the next frame
//	rooms                        Config.MaxRooms                  ErrTooManyRooms
//
// What waits to be written to a socket is the Conn's to bound: Send fails when it is too much.
//
// The package must not know any game's rules, sockets or HTTP; only run.go, drain.go and mailbox.go ask for the time.
package room
