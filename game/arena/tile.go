package arena

// Tile is what fills one square of the map: an index of Tiles.
type Tile uint8

// The tiles. Floor and Wall are what every map begins with; no other is named where the table can be asked.
const (
	Floor Tile = iota
	Wall
	HalfNW
	HalfNE
	HalfSW
	HalfSE
	Absorber
	Glass
	Hazard
	BoostE
	BoostS
	BoostW
	BoostN
	Portal

	TileKinds
)

// Tiles is the table of tiles. What a tile does differently from others is a property here, so that one more tile is one
// more line of the table.
var Tiles = [TileKinds]TileRules{
	Floor:    floor,
	Wall:     wall,
	HalfNW:   half(CornerNW, '◤'),
	HalfNE:   half(CornerNE, '◥'),
	HalfSW:   half(CornerSW, '◣'),
	HalfSE:   half(CornerSE, '◢'),
	Absorber: absorber,
	Glass:    glass,
	Hazard:   hazard,
	BoostE:   booster(1, 0, '>'),
	BoostS:   booster(0, 1, 'v'),
	BoostW:   booster(-1, 0, '<'),
	BoostN:   booster(0, -1, '^'),
	Portal:   portal,
}

// TileRules is all that sets one tile apart from another, for rules, pilots, validation and files.
type TileRules struct {
	// Name is what it is called. Tiles of one name are the same one turned: each of its images in a mirror is among them.
	Name string
	// Rune draws it in a file.
	Rune rune
	// Shape is what of it is solid. A shot banks off what is, unless it ends there.
	Shape Shape
	// Ends says that shots end at it.
	Ends bool
	// Gone is for how many ticks it is gone when a shot has met it: floor meanwhile. 0 for what stays.
	Gone uint32

	// What the tile under its centre does to a living ship. Who dashes is led by it, but neither pushed, held back nor hurt.

	// Push is added to the ship's velocity in every tick, 1/65,536 unit a tick.
	Push Vec
	// Most is the speed it leaves a ship, 1/65,536 unit a tick; 0 for any.
	Most int32
	// Harm is the health it takes in every tick that Every divides.
	Harm, Every uint8
	// Leads says that it leads ships and shots to the other end of its pair (PortalEnd).
	Leads bool
}

// Rules is the tile's line of Tiles.
func (t Tile) Rules() *TileRules { return &Tiles[t] }

// Shape is what of the tile is solid.
func (t Tile) Shape() Shape { return Shape(traits[t] & shapeTrait) }

// Open says whether ships and shots move through the tile.
func (t Tile) Open() bool { return traits[t]&shapeTrait == 0 }

// Half says whether it is solid in one of its corners only, with a face at 45 degrees.
func (t Tile) Half() bool { return t.Shape() >= CornerNW }

// Plain says whether it is open and does nothing.
func (t Tile) Plain() bool { return traits[t] == 0 }

// Breaks says whether a shot's touch takes it away for a while (Live).
func (t Tile) Breaks() bool { return traits[t]&breakTrait != 0 }

// Ends says whether shots end at it.
func (t Tile) Ends() bool { return traits[t]&endTrait != 0 }

// traits are what flights ask of tiles many times in a tick, in a byte for each: its shape, and what else it does.
var traits = traitsOf(&Tiles)

const (
	shapeTrait = 1<<3 - 1
	endTrait   = 1 << (iota + 2)
	breakTrait
	groundTrait
)

func traitsOf(tiles *[TileKinds]TileRules) (all [256]uint8) {
	for t := range tiles {
		r := &tiles[t]
		all[t] = uint8(r.Shape)
		if r.Ends {
			all[t] |= endTrait
		}
		if r.Gone > 0 {
			all[t] |= breakTrait
		}
		if r.Push != (Vec{}) || r.Most != 0 || r.Harm != 0 || r.Leads {
			all[t] |= groundTrait
		}
	}
	return all
}
