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
	// MaxBinary bounds what AppendBinary may make of a valid arena and what ParseBinary reads.
	MaxBinary = 64 << 10
	// MaxText bounds what Parse reads.
	MaxText = 256 << 10
)
