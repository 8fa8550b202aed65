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
	// EventKilled: Seat (victim), Other (who it counts for, NoSeat for nobody), Helper, Shot, Weapon, Pos, Banks, Amount
	// (points won; -1 for the victim's own loss; 0 while nothing counts), Returned, Revenge, Streak, Length.
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
	// EventCharging: Seat, Pos, Aim, Weapon.
	EventCharging
	// EventReturned: Seat (whose mirror), Other (whose shot it was), Shot, Pos, Aim (of the shot now), Banks.
	EventReturned
	// EventPicked: Seat, Pos, Amount is the PickupKind.
	EventPicked
	// EventAppeared: Pos is unset; Amount is the PickupKind, Length the Place.
	EventAppeared
	// EventShattered and EventMended: Pos (the middle of the glass tile).
	EventShattered
	EventMended
	// EventWarped: Pos (where it left), Seat of the ship; or Shot and its owner, Other.
	EventWarped
	// EventTaken, EventDropped, EventHome, EventBrought (to its carrier's base), EventMoved (to Pos), each of a goal: Seat, Pos,
	// Length is which of Goals it is, Amount its team.
	EventTaken
	EventDropped
	EventHome
	EventBrought
	EventMoved
	// EventTeam: Seat, Amount is the new team.
	EventTeam

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
	Weapon WeaponKind
	// Helper is who else had hit the victim, NoSeat for nobody; Returned says that a mirror had returned the shot, Revenge
	// that the victim had killed the killer last; Streak is the killer's, Length the way of the shot in units.
	Helper            Seat
	Returned, Revenge bool
	Streak            uint8
	Length            uint16
}
