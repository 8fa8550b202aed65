package game

// EventKind says what an Event tells.
type EventKind uint8

// The kinds of events and the fields each one uses beside Kind and Tick.
const (
	// EventFired: Seat, Shot, Pos, Aim (of the shot).
	EventFired EventKind = iota + 1
	// EventBanked: Seat (owner), Shot, Pos (the point on the wall), Banks (after it).
	EventBanked
	// EventHit: Seat (victim), Other (owner of the shot), Shot, Pos, Banks, Amount (health lost; 0 when the
	// spawn shield swallowed it).
	EventHit
	// EventKilled: Seat (victim), Other (who it counts for, NoSeat for nobody), Shot, Pos, Banks, Amount (points won;
	// -1 for the victim's own loss; 0 while nothing counts).
	EventKilled
	// EventSpawned: Seat, Pos, Aim.
	EventSpawned
	// EventDashed: Seat, Pos, Aim (the direction of the dash).
	EventDashed
	// EventEnded: Seat (owner), Shot, Pos, Banks. A shot ends of old age, of one bank too many, or on a ship.
	EventEnded
	// EventJoined and EventLeft: Seat.
	EventJoined
	EventLeft
	// EventPhase: Amount is the new Phase.
	EventPhase

	// EventKinds is one more than the last kind.
	EventKinds
)

// Event is one thing that happened during a Step, for sound, sparks, feeds and statistics. Nothing in the rules reads it.
type Event struct {
	Kind   EventKind
	Tick   Tick
	Seat   Seat
	Other  Seat
	Shot   ShotID
	Pos    Vec
	Aim    uint16
	Banks  uint8
	Amount int16
}
