package room

import "bankshot/game/wire"

// maxReplies bounds what waits to be told to one seat about its commands. A seat that lets more pile up is hung up.
const maxReplies = 64

// seat is one place in the room: who has it, what that person intends, and what the connection was sent.
type seat struct {
	taken    bool
	presence Presence
	name     string
	token    wire.Token
	// dropped is the tick at which the connection was lost; it counts while conn is nil.
	dropped uint32
	// was is the connection that the room lost by writing to it: what it had said before is still on its way.
	was Conn
	// left is the tick at which the person was last Here; it counts while they are Away.
	left uint32
	// known says that a client has reported a snapshot, and with it that it has the token.
	known bool
	// since is the newest room event when the seat was taken: those up to it are none of this person's affair.
	since uint32
	// intents are the inputs, apart from the seat because they take four times the room of all the rest of it: a room walks
	// over its seats several times an interval. Nil while the seat is free.
	intents *intents
	answers answers

	// The connection, nil while there is none. All below is its own and begins anew with the next.
	conn Conn
	link
}

// link is what a room knows about a seat's connection.
type link struct {
	// heard is the tick at which the newest frame came.
	heard uint32
	// commands counts those of this interval.
	commands int

	// synced says that the client can go on from the snapshot of tick sent with the delta after it; echo is the newest
	// snapshot it reported, gap the tick of the newest frame that did not follow directly on the one before.
	synced          bool
	sent, echo, gap uint32
	// full is the tick of the newest Full, fulls how many there were; wantFull that the client asked for one.
	full     uint32
	fulls    int
	wantFull bool
	hasBlob  bool
	blob     uint64
	// events is the number of the newest room event sent.
	events uint32

	// What waits to be sent beside snapshots.
	welcome, resumed bool
	rebase           uint32
	ponging          bool
	pong             wire.Pong
	replies          []wire.Reply
}

// age is that of the oldest snapshot that the client has not reported: 0 where it has reported all it was sent, however
// long ago that was. From wire.EchoAgeTicks on the client is stalled: whatever is sent now would only wait in some buffer
// behind it.
func (l *link) age(tick, divisor uint32) (ticks uint32) {
	if l.echo >= l.sent {
		return 0
	}
	return tick - max(l.echo+divisor, l.gap)
}

// echoed notes a client's report and says whether it is one. Reports of what was never sent, or sent on an earlier
// connection, are no news.
func (l *link) echoed(tick uint32) (news bool) {
	if l.fulls == 0 || tick <= l.echo || tick > l.sent {
		return false
	}
	l.echo = tick
	return true
}
