package assets

import "embed"

// Arenas holds the hand-made maps, in the text format of package game/arena.
//
//go:embed arenas/*.txt
var Arenas embed.FS

// The names of the maps in Arenas.
const (
	// Crossfire: prisms around a plaza turn every lane into every other.
	Crossfire = "arenas/crossfire.txt"
	// MirrorHalls: three halls; wedges on the outer walls and mirrors inside send shots from one into the next.
	MirrorHalls = "arenas/mirror_halls.txt"
	// SixPockets: a billiard table, racked, with cushions to shoot off and pockets to hide in.
	SixPockets = "arenas/six_pockets.txt"
)

// ArenaNames are the maps for free-for-all, in the order rounds play them.
var ArenaNames = []string{Crossfire, MirrorHalls, SixPockets}
