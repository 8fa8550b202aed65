package predict

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// Point is a place in the arena, in units (not 1/256), Y down.
type Point struct{ X, Y float32 }

// TrailPoints is the most points a drawn trail has: its head, the banks it went around, its tail.
const TrailPoints = 6

// View is the match as it is to be drawn in one frame: a plain value, made by Predictor.View, read by render, sound and
// scene. Its slices are reused from frame to frame.
type View struct {
	// Ready says that a full snapshot has arrived: nothing else in View means anything before.
	Ready bool
	// Tick is my predicted time, Others the time at which the others are drawn; both in ticks.
	Tick, Others float64
	Arena        *arena.Arena
	Round        uint32
	Phase        game.Phase
	Mode         game.Mode
	// PhaseLeft is what remains of the phase, in ticks of my time.
	PhaseLeft int32
	// Seat is mine; Me indexes Ships, -1 while I have no ship.
	Seat  game.Seat
	Me    int
	Ships []Ship
	Shots []Shot
	// AimLine is my shot's way to just past its first bank: 2..TrailPoints points; empty while I cannot shoot.
	AimLine []Point
	// Events happened since the View before, each told once, at the time it is drawn.
	Events []game.Event
	// Focus is where the camera should look: my ship, or whom I watch.
	Focus Point
}

// Ship is one ship as drawn.
type Ship struct {
	Seat               game.Seat
	Name               string
	Mine, Pilot, Alive bool
	Pos                Point
	Vel                Point   // units a tick
	Aim                float32 // radians, clockwise on the screen from +X
	Thrust             uint8   // as game.Input.Thrust
	Health             float32 // 0..1
	Dash               float32 // 1 at its beginning, 0 when not dashing
	DashReady          float32 // mine only: 0 just used .. 1 ready
	Shield             float32 // 1 fresh .. 0 none
	RespawnIn          int32   // ticks, while dead
	Score              int
	Kills, Deaths      int
}

// Shot is one shot as drawn. Trail[0] is its head; the other points lead back along its way, around its banks.
type Shot struct {
	ID     game.ShotID
	Owner  game.Seat
	Mine   bool
	Banks  uint8
	Trail  [TrailPoints]Point
	Points int
}
