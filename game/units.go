package game

import "bankshot/game/arena"

// Tick counts simulation steps since the room began. 60 of them make a second, everywhere, always.
type Tick uint32

// Seat names a player in a room. Seats below FirstPilotSeat belong to people, the others to computer pilots.
type Seat uint16

// FirstPilotSeat is the lowest seat a computer pilot may have, so that no person's seat is ever mistaken for one.
const FirstPilotSeat Seat = 0x8000

// NoSeat is nobody: the owner of nothing, the killer of who died alone.
const NoSeat Seat = 0xFFFF

const (
	// TickHz is the number of ticks in a second.
	TickHz = 60
	// Unit is one unit of length in positions: positions are int32 in 1/256 unit.
	Unit = 256
	// VelUnit is one unit of length a tick in velocities: velocities are int32 in 1/65,536 unit a tick.
	VelUnit = 65536
)

// Vec is a position (1/256 unit) or a velocity (1/65,536 unit a tick). X grows to the right, Y grows down.
type Vec = arena.Vec
