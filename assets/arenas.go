package assets

import "embed"

// Arenas holds the hand-made maps, in the text format of package game/arena.
//
//go:embed arenas/*.txt
var Arenas embed.FS

// The names of the maps in Arenas, and the idea of each. What modes one is made for it says itself (arena.Arena.Modes);
// go run ./bench arenas draws them all and measures what a bank is worth in each.
const (
	// Crossfire: prisms around a plaza turn every lane into every other, and the ring around them drives one way.
	Crossfire = "arenas/crossfire.txt"
	// MirrorHalls: three halls; wedges on the outer walls and mirrors inside send shots from one into the next.
	MirrorHalls = "arenas/mirror_halls.txt"
	// SixPockets: a billiard table, racked, with cushions to shoot off; what is potted comes out of the pocket opposite.
	SixPockets = "arenas/six_pockets.txt"
	// Pinball: bumpers in the middle, flippers above the drains, and a lane at each side that kicks ships back into play.
	Pinball = "arenas/pinball.txt"
	// EventHorizon: broken rings around a fire with a prize in it; who leaves by a gate comes in by the one opposite.
	EventHorizon = "arenas/event_horizon.txt"

	// Crown: a court with a curtain of glass on each side; prisms outside its open corners pass shots around it.
	Crown = "arenas/crown.txt"
	// ThreeWells: three rooms without corners, each with one wall that is deaf, under a slanted roof that throws shots over
	// from one to the next.
	ThreeWells = "arenas/three_wells.txt"
	// Carousel: stones around a green, between which shots fly from face to face, and a ride that carries ships around it.
	Carousel = "arenas/carousel.txt"

	// Chevrons: bent shields that open towards home; what hits one's shoulder is passed to the next and comes back, so the
	// enemy is had by the roof, from above.
	Chevrons = "arenas/chevrons.txt"
	// OverTheNet: the net in the middle swallows what hits it, so rallies go over it, off the ceiling.
	OverTheNet = "arenas/over_the_net.txt"

	// TwinKeeps: two keeps with a window of glass each: break it to look in, or bank in by the gates. A fast lane leads out
	// of each.
	TwinKeeps = "arenas/twin_keeps.txt"
	// Switchback: one long bend through three rooms, with two short cuts: a window to break, and a portal out of one's own
	// room that ends before the enemy's.
	Switchback = "arenas/switchback.txt"
	// Ford: a river of fire, with prisms before its fords: they are easier to shoot through than to fly.
	Ford = "arenas/ford.txt"

	// Periscope: four blocks in a ring of slanted corners; two banks see around any of them.
	Periscope = "arenas/periscope.txt"
	// Glasshouse: a house of mirrors, each of which is good for one bank.
	Glasshouse = "arenas/glasshouse.txt"
	// Saltire: a cross of four slanted walls around a square of fire; at two ends the world goes on at the other.
	Saltire = "arenas/saltire.txt"
)

// ArenaNames are all maps: those for free-for-all first, then for hill, teams, capture and duel.
var ArenaNames = []string{
	Crossfire, MirrorHalls, SixPockets, Pinball, EventHorizon,
	Crown, ThreeWells, Carousel,
	Chevrons, OverTheNet,
	TwinKeeps, Switchback, Ford,
	Periscope, Glasshouse, Saltire,
}
