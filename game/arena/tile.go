package arena

// Tile is what fills one square of the map.
type Tile uint8

// The tiles. A half-wall is solid in the named corner; its face runs through the other two corners at 45 degrees.
const (
	Floor Tile = iota
	Wall
	HalfNW
	HalfNE
	HalfSW
	HalfSE
	// Absorber is a wall that shots end at instead of banking.
	Absorber
	// Glass is a wall that the first bank breaks; while it is broken it is floor (Live).
	Glass
	// Hazard is floor that hurts.
	Hazard
	// The boosters are floor that pushes ships their way.
	BoostE
	BoostS
	BoostW
	BoostN
	// Portal is floor that leads to the other portal of its pair (PortalEnd).
	Portal

	Tiles
)

// Open says whether ships and shots move through the tile.
func (t Tile) Open() bool { return t == Floor || t >= Hazard }

// Half says whether it is one of the half-walls.
func (t Tile) Half() bool { return t >= HalfNW && t <= HalfSE }

// Boost is the direction a booster pushes to, one tile long; zero for every other tile.
func (t Tile) Boost() Vec {
	switch t {
	case BoostE:
		return Vec{X: TileSub}
	case BoostS:
		return Vec{Y: TileSub}
	case BoostW:
		return Vec{X: -TileSub}
	case BoostN:
		return Vec{Y: -TileSub}
	}
	return Vec{}
}
