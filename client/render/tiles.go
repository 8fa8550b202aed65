package render

import "bankshot/game/arena"

// tileLooks is the table of how tiles look. What a tile does is seen without a line here as well: what leads is a swirl, what
// breaks glints, what pushes turns its pattern its way (ground.go, glass.go).
var tileLooks = [arena.TileKinds]tileLook{
	arena.Wall:     {ground: stone, edge: wallEdge},
	arena.HalfNW:   {ground: stone, edge: wallEdge},
	arena.HalfNE:   {ground: stone, edge: wallEdge},
	arena.HalfSW:   {ground: stone, edge: wallEdge},
	arena.HalfSE:   {ground: stone, edge: wallEdge},
	arena.Absorber: {ground: ground{SoakColor, SoakHatch, kindSoak, 0}, edge: &edgeLook{dullStroke, SoakEdge}},
	arena.Glass:    {edge: &edgeLook{glassStroke, GlassColor}},
	arena.Hazard:   {ground: ground{HazardGround, HazardStripe, kindHazard, hazardSpeed}, edge: &edgeLook{rimStroke, HazardRim}},
	arena.BoostE:   {ground: boost},
	arena.BoostS:   {ground: boost},
	arena.BoostW:   {ground: boost},
	arena.BoostN:   {ground: boost},
}

// tileLook is how a tile looks.
type tileLook struct {
	// ground covers it; none where the floor is seen.
	ground ground
	// edge is where it ends: what is solid against what is free there, else one kind of tile against another; nil for none.
	edge *edgeLook
}

// ground is a colour and the pattern on it, which moves on by so many of its turns in a tick.
type ground struct {
	color, pattern Color
	// kind is that of the shader; 0 for no ground.
	kind  float32
	speed float64
}

// edgeLook is how an edge looks. Edges of one look continue each other.
type edgeLook struct {
	stroke Stroke
	color  Color
}

// What several tiles share.
var (
	stone    = ground{SolidColor, HatchColor, kindSolid, 0}
	boost    = ground{BoostGround, BoostColor, kindBoost, boostSpeed}
	wallEdge = &edgeLook{wallStroke, WallColor}
)

// turnedGround says that each tile's pattern is turned to where it pushes.
func turnedGround(t arena.Tile) bool { return t.Rules().Push != (arena.Vec{}) }

// tileAt is the tile at a place, broken or not.
func tileAt(a *arena.Arena, at arena.Vec) arena.Tile {
	c := arena.CellOf(at)
	return a.At(c.X, c.Y)
}

// edgeColor is that of a tile's edge, of text where it has none.
func edgeColor(t arena.Tile) Color {
	if look := tileLooks[t].edge; look != nil {
		return look.color
	}
	return TextColor
}
