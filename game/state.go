package game

import "bankshot/game/arena"

// State is the whole of a match as a plain value, in three parts that differ in who may know them.
type State struct {
	Public
	// Private holds one element for each of Ships, in the same order: what only the player in that seat is told.
	Private []Private
	// Secret never leaves the server.
	Secret Secret

	// work is nil until the rules need it.
	work *work
}

// Phase is the part of a round that is running.
type Phase uint8

// The phases of a round, in their order.
const (
	// Warmup is free play that counts for nothing.
	Warmup Phase = iota
	// Countdown holds every ship still for three seconds.
	Countdown
	// Playing is the round itself.
	Playing
	// Overtime goes on until somebody leads.
	Overtime
	// Results shows who won; ships fly on, nothing counts.
	Results

	Phases
)

// Public is what everybody in the room may know, and all that Step's outcome for others depends on.
type Public struct {
	// Tick is the tick that was stepped last.
	Tick Tick
	// Seed is the public seed of this round: predicted chance is a hash of (Seed, tick, seat, n).
	Seed  uint32
	Round uint32
	Phase Phase
	// PhaseEnd is the tick at which Phase ends.
	PhaseEnd Tick
	// Arena identifies the map (arena.Arena.Hash).
	Arena uint64
	// Mode is what is played.
	Mode Mode
	// TeamScore is that of TeamOne and TeamTwo, where there are teams.
	TeamScore [2]int16
	// Goals are what the mode is about, in the order of ModeRules.Goals.
	Goals []Goal
	// Ships in ascending order of Seat, at most MostShips of the Mode.
	Ships []Ship
	// Been holds one element for each of Ships, in the same order: where it was, for who saw it there to hit it there.
	Been []Been
	// Shots in ascending order of ID, at most MostShots of the Mode.
	Shots []Shot
	// Pickups are what lies at the arena's places for them, ascending by Place.
	Pickups []Pickup
	// Broken is the glass that is broken, ascending, at most MostBroken panes.
	Broken []arena.Pane
}

// Ship is one player's ship, alive or waiting to return.
type Ship struct {
	Seat Seat
	// Name is shown beside the ship: 1..MaxNameBytes bytes of UTF-8.
	Name string
	// Pilot says that a computer flies it now, be it a pilot's own ship or that of a person who is away.
	Pilot bool
	// Team is NoTeam, TeamOne or TeamTwo.
	Team  uint8
	Alive bool
	// Pos is the centre, 1/256 unit; Vel in 1/65,536 unit a tick.
	Pos, Vel Vec
	// Aim, Thrust: as in the last effective input, dead or alive (the snapshot codec predicts from them).
	Aim    uint16
	Thrust uint8
	// Lag is by how much its player sees the others late, 0..MaxLag, in 1/LagParts of a tick, as in the last effective
	// input.
	Lag uint8
	// Health is 0..MaxHealth; 0 when dead.
	Health uint8
	// DashLeft counts the ticks of dash still to fly; while it is above 0 nothing hurts the ship.
	DashLeft uint8
	// DashDir is the direction of that dash, in AimSteps.
	DashDir uint16
	// Shield counts the ticks of spawn shield left; firing ends it.
	Shield uint8
	// RespawnIn counts the ticks until a dead ship may return.
	RespawnIn uint8
	// HitBy and HitTick remember who hit this ship last, and when: a self-kill soon after is theirs.
	HitBy   Seat
	HitTick Tick
	// KilledBy is who killed this ship last and has not been paid back yet, NoSeat for nobody.
	KilledBy Seat
	// Weapon is what it fires next, Ammo how many shots of it are left; Charge counts the ticks until a weapon that has
	// been triggered goes off.
	Weapon WeaponKind
	Ammo   uint8
	Charge uint8
	// Mirror says that its mirror is raised.
	Mirror bool
	// Portal counts the ticks until a portal leads the ship away again; WarpTick is when one did last.
	Portal   uint8
	WarpTick Tick
	// Score is what the mode counts. Goals is how often the ship did what the mode is about.
	Score   int16
	Kills   uint16
	Deaths  uint16
	Assists uint16
	Goals   uint16
	// Banked is the sum of the banks of its kills, Longest the way of its longest killing shot in units, Mirrored how many
	// of its kills were by shots it returned; Streak counts kills since its last death.
	Banked, Longest    uint16
	Mirrored           uint16
	Streak, BestStreak uint8
	// SpawnTick marks the last appearance, so that nobody interpolates across the map.
	SpawnTick Tick
}

// ShotID names a shot for ever: the tick of its birth, its seat and its number in that volley, so that a client that
// predicts its own shot gives it the very name the server will.
type ShotID uint64

// idBits is how many bits of a ShotID are in use.
const idBits = 56

// NewShotID names shot n (0..255) fired by seat at tick t. IDs ascend with tick, then seat, then n.
func NewShotID(t Tick, seat Seat, n uint8) ShotID {
	return ShotID(t)<<24 | ShotID(seat)<<8 | ShotID(n)
}

// Tick is the tick of the shot's birth.
func (id ShotID) Tick() Tick { return Tick(id >> 24) }

// Seat is the seat that fired.
func (id ShotID) Seat() Seat { return Seat(id >> 8) }

// Shot is one shot in flight. For walls it is a point.
type Shot struct {
	ID     ShotID
	Weapon WeaponKind
	// Owner is whose shot it is now: who fired it, until a mirror returns it; Since is when it became so.
	Owner Seat
	Since Tick
	// Returned says that a mirror has returned it.
	Returned bool
	// Portal counts the ticks until a portal leads it away again.
	Portal   uint8
	Pos, Vel Vec
	// Banks counts the walls it has left behind.
	Banks uint8
	// Born is where it came to be as it flies now: its trail never reaches back beyond that point.
	Born Vec
}

// Private is what only its own player is told.
type Private struct {
	// FireIn and DashIn count the ticks until the trigger works again.
	FireIn uint8
	DashIn uint8
	// Energy is what the mirror lives on, 0..MaxEnergy.
	Energy uint8
}

// Secret is the server's own: knowing it would be knowing the future.
type Secret struct {
	// Rand is the stream behind spawns.
	Rand uint64
}
