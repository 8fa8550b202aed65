package arena

// The limits of an arena, checked by every decoder before it allocates.
const (
	// MinSide and MaxSide bound width and height in tiles. MaxSide*MaxSide tiles take 64 KiB of memory.
	MinSide = 8
	MaxSide = 256
	// MaxNameBytes bounds a name, in bytes of UTF-8.
	MaxNameBytes = 32
	// MaxSpawns bounds the spawns of one arena; no match seats more ships.
	MaxSpawns = 64
	// MaxPlaces bounds the other places.
	MaxPlaces = 64
	// FrontierSide is the width and height of a Frontier, in tiles. It is made from a seed and never drawn, so that it has limits
	// of its own: FrontierSpawns, FrontierPlaces and FrontierPortals bound its spawns, its other places, and its pairs of portals.
	FrontierSide    = 512
	FrontierSpawns  = 1024
	FrontierPlaces  = 1024
	FrontierPortals = 32
	// MaxBinary bounds what AppendBinary may make of a valid arena and what ParseBinary reads.
	MaxBinary = 64 << 10
	// MaxText bounds what Parse reads.
	MaxText = 256 << 10
)
