package game

// Buttons are the triggers a player holds during a tick.
type Buttons uint8

// The triggers. Fire and Dash work in the tick they are pressed, Mirror for as long as it is held.
const (
	Fire Buttons = 1 << iota
	Dash
	Mirror

	AllButtons = Fire | Dash | Mirror
)

const (
	// Thrusts is the number of values of Input.Thrust: none, or one of 16 directions.
	Thrusts = 17
	// AimSteps is the number of values of Input.Aim: a full turn in 12 bits.
	AimSteps = 4096
)

// Input is what one player intends for one tick. It is plain intent: nothing in it says where a ship is or what it hit.
type Input struct {
	// Thrust is 0 for none, else 1..16: full thrust towards (Thrust-1) * 22.5 degrees, clockwise on the screen from +X.
	Thrust uint8
	// Aim is where the ship points, 0..4095: a full turn, clockwise on the screen from +X.
	Aim     uint16
	Buttons Buttons
	// Lag is by how much the player saw the others late, beside the own ship, when this was decided: 0..MaxLag, in
	// 1/LagParts of a tick. Hits are judged by it.
	Lag uint8
}
