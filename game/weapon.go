package game

// WeaponKind names a weapon: an index of Weapons.
type WeaponKind uint8

// The weapons. The first is Basic; the others are picked up and spent.
const (
	Pulse WeaponKind = iota
	Scatter
	Rail
	Orb
	Prism

	WeaponKinds
)

// Basic is the weapon that everybody has and that never runs out. No other is named where the table can be asked.
const Basic = Pulse

// Weapon is all that the rules know about a weapon. What a weapon does differently from others is a number here, so that
// one more weapon is one more line of the table.
type Weapon struct {
	// Name is what it is called.
	Name string
	// Speed of its shots, 1/65,536 unit a tick; 0 for a beam, which reaches its end in the tick it is fired.
	Speed int32
	// Damage is what a hit is worth before its banks count (DamagePercent).
	Damage int32
	// Cooldown is the least number of ticks between two shots.
	Cooldown uint8
	// Life of a shot in ticks.
	Life Tick
	// Banks it survives; it ends at the wall after the last.
	Banks uint8
	// Live is how many of its shots a ship may have in flight; 0 for any number.
	Live int
	// Radius widens its shots for ships, 1/256 unit; for walls every shot is a point.
	Radius int32
	// Pellets are fired at once, Fan apart (in AimSteps) and off by up to Jitter, which is a hash that everybody knows.
	Pellets uint8
	Fan     uint16
	Jitter  uint16
	// Charge is how many ticks after the trigger it goes off, with the aim of that moment.
	Charge uint8
	// Range of a beam along its whole way, 1/256 unit.
	Range int32
	// Splash is the radius, 1/256 unit, in which its end hurts every ship in sight, less with the distance.
	Splash int32
	// Split is how many shots its first bank makes of one, SplitFan apart (in AimSteps); 0 or 1 for none.
	Split    uint8
	SplitFan uint16
	// Ammo is how many shots a pick-up holds; 0 for no end of them.
	Ammo uint8
}

// Weapons is the table of weapons.
var Weapons = [WeaponKinds]Weapon{
	Pulse:   pulse,
	Scatter: scatter,
	Rail:    rail,
	Orb:     orb,
	Prism:   prism,
}

// MaxBanks is the most banks of any weapon.
const MaxBanks = 10

// MaxSplit is the most shots that one bank may make of one, MaxPellets the most that one trigger fires. Both fit the
// eight bits that number a volley (ShotID).
const (
	MaxPellets = 8
	MaxSplit   = 4
)

// Beam says that the weapon has no shots in flight.
func (w *Weapon) Beam() bool { return w.Speed == 0 }
