// Package wire holds what clients and servers say to each other: messages, the walker that checks a frame before
// anything reads it, and every limit. It knows no rules, so that any world can be played over it: what an input, a
// command, an event, a snapshot or a blob means is the world's affair (for the match: package snap).
//
//	client: AppendInput …  ->  frame  ->  server: Messages.Open (walks), Next, Input.Decode …  ->  room
//	client: Messages.Open, Next, Delta.Decode …  <-  frame  <-  server: AppendDelta …          <-  room
//
// Gateways, rooms, links, predictors and bots call it. It must not know rules, sockets, clocks or logs, and no input makes
// it allocate more than the 64 KiB of a frame's own strings, recurse, or fail in any way but by a named error.
//
// The rest of this page is for who writes a client in another language.
//
// # Connection and frames
//
// Open a WebSocket to /ws/room/CODE; the code "quick" means any fitting room. Every message is binary; text is refused
// with close code 1003. No compression, no subprotocol. A binary WebSocket message is a frame: 1 to 16 messages one after
// another, without anything between or behind them.
//
// A message is a msgpack array whose first element is its number. The other elements are its fields: all of them, in the
// order of the tables. Types:
//
//	u8 u16 u32 u64   an integer of that range, from 0 on, in any msgpack integer format that holds it
//	i8               an integer from -128 to 127, in any such format
//	str n            str, UTF-8, at most n bytes
//	bin n            bin, at most n bytes; bin m..n: at least m
//	bool             true or false
//
// A whole frame is checked before anything of it is used, and refused as a whole: at most 8 KiB from a client, 128 KiB
// from a server; at most 1,024 values in it, arrays at most 8 deep; no maps, no extensions; no length beyond the frame's
// end; no message that its direction does not have; no field too many, too few or out of range. A refusal is a Bye with
// code 3, and the end of the connection.
//
// # Messages from the client
//
//	no name      fields
//	 1 Hello     u16 protocol (4), u64 rules, str 24 name, bin token (0 or 16 bytes), u8 presence (1..3), u32 last event
//	 2 Input     u32 first tick, u32 echo, u32 view, then 0 to 2 payloads: bin 8, for first tick and the one after it
//	 3 Command   u32 n, bin 1..4096 data
//	 4 Presence  u8 presence (0..3), str 24 name
//	 5 Keyframe  u32 tick held (0: none), u8 reason (0 no state, 1 gap, 2 hash differs, 3 cannot be read)
//	 6 Ping      u32 nonce
//
// presence: 0 gone (I leave, my seat is free), 1 watching (I see all, take part in nothing), 2 here (I play), 3 away (I
// play, but my page is hidden: a computer may fly).
//
// # Messages from the server
//
//	no name      fields
//	32 Welcome   u16 protocol, u64 rules, u16 seat, bin token (16 bytes), u32 tick, u8 divisor (1..12),
//	             u8 ticks a second, str 32 room code, bool resumed
//	33 Blob      u64 id, bin 65536 data
//	34 Full      u32 tick, i8 margin, bin 49152 shared state, bin 4096 private state
//	35 Delta     i8 margin, bin 16384 body
//	36 Event     u32 n, bin 1..4096 data
//	37 Rebase    u32 ticks
//	38 Pong      u32 nonce, u32 milliseconds held
//	39 Bye       u8 code, str 160 reason, u32 milliseconds until retry
//	40 Reply     u32 n, str 160 error (empty: done)
//	41 Cells     i8 margin, bin 98304 body
//
// # Beginning
//
// Send Hello within three seconds of the handshake, once, before anything else. Its first two fields stay where they are in
// every future version: a server that speaks another protocol, or plays by other rules, reads no further and answers with
// Bye 1 or 2. An empty name asks for one; the server cleans names (CleanName).
//
// The first frame back holds Welcome, the Blob if the world has one, and a Full. A world is stepped Welcome's "ticks a
// second" times a second, and sends a snapshot every "divisor" ticks. The seat names you in the world's states.
//
// Keep the token. It is the only proof of who you are. Send nothing but Hello on a connection before you have read its
// Welcome: what you say before that speaks of another time.
//
// # Time and inputs
//
// An input is for a tick. The server that has stepped tick T takes inputs for T+1 to T+12: the first one for each seat and
// tick counts, others are dropped; so are those that come earlier. One that comes up to 12 ticks late is still shown to the
// world, marked late: the match lets what it pressed enter the next tick, and nothing else of it.
//
// So run a clock of your own ahead of the server's: ahead by the way of an input to the server and a little more. Full and
// Delta tell by "margin" how many ticks of time before they were needed your inputs came, the worst of those since the last
// snapshot: at 1 or 2 you are right; below 0 inputs are late: move ahead; far above, your lead is a delay for nothing: fall
// back, slowly. -128 means that there was none.
//
// Send one Input every divisor ticks, with the payloads of those ticks, and while you have none to give, too: what it
// carries beside them the server lives by. "echo" is the tick of the newest snapshot you received: the newest tick that Full
// named or Delta led to. Once the oldest snapshot sent to you and not echoed is 30 ticks old, you are sent nothing more until
// you have echoed all. "view" is the time at which you drew the others, in 1/16 tick, when you decided on the first
// tick, and one tick later for the second; it is taken as at most 15 ticks before the tick it is for. Your hits are judged by
// it, so draw by it; but move it against the ticks only when it is off by more than a third of a tick or so: everybody is
// told each change. Who says nothing at all for 15 seconds is hung up on.
//
// Rebase says that the server's clock stood still: from now on every tick happens later, by so many ticks of time. Shift
// all your clocks at once.
//
// Ping and Pong measure the round trip on its own: subtract the milliseconds held.
//
// # Snapshots
//
// Full replaces all you hold. Delta goes on from the state before it; its body, which is the same for everybody in the room,
// says how (for the match: game/snap/doc.go). They come in order, without gaps: after a stall you get all missed deltas in
// one frame, or a Full. If a Delta does not follow what you hold, cannot be read, or carries a hash that differs from your
// state's, send Keyframe: a Full comes, one a second at most. A Blob comes before the first Full that needs it.
//
// A large world is cut into cells, and sends Cells instead of Delta: the same for everybody who sees a cell, but each seat is
// told of the cells around it alone (game/snap/doc.go). Full then holds what is the same in all of the world, and Cells,
// beside it, the cells.
//
// # Events, commands
//
// Event is what must not be lost though states pass by: they are numbered from 1 without gaps and kept for 10 seconds (a
// room may forget some sooner when they are many). Command is the other way: reliable, in order, answered by a Reply with
// its n. A Reply whose n is 0 answers no command: it says why the server did not do what your Presence asked for.
//
// Give the first command of a program's or page's life the number 16 times the tick of its first Welcome, plus 1, and every
// further one the next number (after 4,294,967,295 comes 0). Have at most 16 without an answer. After a drop send those
// again, with the numbers they had: a command that was done already is answered as before, and not done twice.
//
// # Ending and going on
//
// Bye tells why the connection ends. The WebSocket is then closed with 4000 + code, or, where the connection itself was at
// fault, with one of the registered codes. What to do then:
//
//	code               then
//	 0 lost            come back
//	 1 protocol        load a newer client
//	 2 rules           load a newer client
//	 3 message         stop: one of your messages was malformed; the reason says where
//	 4 flood           come back, and send less
//	 5 slow            come back
//	 6 full            go to another room
//	 7 closed          go to another room
//	 8 replaced        stop: somebody connected with your token
//	 9 down            come back: the server is restarting
//	10 idle            stop
//	11 not found       go to another room
//	12 broken          go to another room: this one failed
//	13 silent          come back
//	14 kicked          stop
//	15 left            stop: you asked for it
//
// To come back: wait as long as the Bye says (without a Bye, try at once, then after growing, random pauses), open the
// same address, and send Hello with the token and the number of the newest Event you saw. If Welcome says "resumed", seat,
// ship and score are yours as before, a Full follows, and after it the events you missed. Otherwise you are new here. A seat
// waits for its player for a minute, if an echo has shown that its token arrived; who stays away (presence 3) for ten minutes
// loses it. Treat codes you don't know as 0.
package wire
