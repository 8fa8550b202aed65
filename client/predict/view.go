package predict

import (
	"math"

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
	// PhaseLeft is what remains of the phase, PhasePassed what has passed of it, in ticks of my time.
	PhaseLeft, PhasePassed int32
	// TeamScore is that of TeamOne and TeamTwo, where there are teams; Team is mine, game.NoTeam for none.
	TeamScore [2]int
	Team      uint8
	// Goals are what the mode is about, in the order of its row in game.Modes.
	Goals []Goal
	// Pickups are the places for pick-ups, in the arena's order.
	Pickups []Pickup
	// Broken is the glass that is broken as drawn; Arena itself is the whole one. Live is both.
	Broken []arena.Pane
	// Seat is mine; Me indexes Ships, -1 while I have no ship.
	Seat  game.Seat
	Me    int
	Ships []Ship
	Shots []Shot
	// Beams are those of the last BeamTicks.
	Beams []Beam
	// AimLine is my shot's way to just past its first bank: 2..TrailPoints points; empty while I cannot shoot.
	AimLine []Point
	// Events happened since the View before, each told once, at the time it is drawn. EventAppeared has its Pos here.
	Events []game.Event
	// Focus is where the camera should look: my ship, or whom I watch.
	Focus Point
	// Minimap and Leaders are what is told of a world of which only what is near is sent; empty in others.
	Minimap Minimap
	Leaders Leaders
}

// Ship is one ship as drawn.
type Ship struct {
	Seat               game.Seat
	Name               string
	Mine, Pilot, Alive bool
	Team               uint8 // game.NoTeam without teams
	Pos                Point
	Vel                Point   // units a tick
	Aim                float32 // radians, clockwise on the screen from +X
	Thrust             uint8   // as game.Input.Thrust
	Health             float32 // 0..1
	Dash               float32 // 1 at its beginning, 0 when not dashing
	DashReady          float32 // mine only: 0 just used .. 1 ready
	Shield             float32 // 1 fresh .. 0 none
	RespawnIn          int32   // ticks, while dead
	// Weapon is what it fires next, Ammo how many shots of it are left (0: no end of them), Charge how far it is towards
	// going off: 0 while it is not triggered.
	Weapon game.WeaponKind
	Ammo   int
	Charge float32
	// Mirror says that its mirror is raised: MirrorArc to both sides of Aim.
	Mirror bool
	Energy float32 // mine only: 0..1
	// Warped is the tick at which a portal led it elsewhere last, 0 for never. Nothing may be drawn between its place
	// before and its place now.
	Warped game.Tick
	Score  int
	// Goals are what the ship did for the goal of the mode; Streak counts kills since the last death, Banked the banks
	// of all killing shots.
	Kills, Deaths, Assists, Goals, Streak, Banked int
}

// MirrorArc is how far a mirror reaches to each side of the aim, in radians.
const MirrorArc = float32(game.MirrorArc) * 2 * math.Pi / game.AimSteps

// Shot is one shot as drawn. Trail[0] is its head; the other points lead back along its way, around its banks.
type Shot struct {
	ID     game.ShotID
	Weapon game.WeaponKind
	Owner  game.Seat // whose it is now: a mirror gives it another owner
	Mine   bool
	// Returned says that a mirror has returned it.
	Returned bool
	Banks    uint8
	Radius   float32 // units by which it is wider than a point, for ships
	time     float64 // at which it is drawn
	Trail    [TrailPoints]Point
	Points   int
}

// Goal is one thing that the mode is about, as drawn.
type Goal struct {
	Kind game.GoalKind
	// There says that it is somewhere: a flag without a home is nowhere while nobody has it.
	There bool
	Team  uint8 // whose it is, game.NoTeam for nobody's
	// Pos is where it is: at Home, with its carrier, or where it was dropped.
	Pos, Home       Point
	HasHome, AtHome bool
	Holder          game.Seat // who carries it or is alone in it, game.NoSeat for nobody or several
	// DueIn is in how many ticks it goes home or moves on by itself.
	DueIn int32
	// Radius is how far a zone reaches, in units; Inside is how many are in it, as drawn.
	Radius float32
	Inside int
}

// Pickup is a place for pick-ups.
type Pickup struct {
	At   Point
	Kind game.PickupKind // game.NoPickup while the next one is waited for
	// Progress is how far the wait is: 1 when something lies there.
	Progress float32
}

const (
	// BeamTicks is how long a beam is seen, BeamPoints the most points its way has.
	BeamTicks  = 15
	BeamPoints = 10
)

// Beam is the way of a beam that was fired a moment ago: from the muzzle, or from the mirror that returned it.
type Beam struct {
	Shot   game.ShotID
	Owner  game.Seat
	Mine   bool
	Weapon game.WeaponKind
	At     [BeamPoints]Point
	// Banks is how many it has behind it from each of the points on.
	Banks  [BeamPoints]uint8
	Points int
	// Fresh is 1 when it was just fired and 0 when it has faded.
	Fresh float32
}

// Live is the arena as it is drawn: with the glass broken that is.
func (v *View) Live() arena.Arena { return v.Arena.Live(v.Broken) }
