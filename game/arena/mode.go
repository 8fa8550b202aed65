package arena

// Mode is a way to play. An arena says which ones it is made for.
type Mode uint8

// The modes.
const (
	FreeForAll Mode = iota
	Teams
	Capture
	Hill
	Duel
	// Frontier is one endless arena for a thousand and more, without rounds.
	Frontier

	Modes
)

// Matched is how many of the modes are played in rounds, by those whom a room has matched. They come first.
const Matched = Frontier

// modeNames are the modes' names in files, flags and addresses.
var modeNames = [Modes]string{"free-for-all", "teams", "capture", "hill", "duel", "frontier"}

// String is the mode's name in files, flags and addresses.
func (m Mode) String() string {
	if m < Modes {
		return modeNames[m]
	}
	return "unknown"
}

// ParseMode is the mode of a name.
func ParseMode(name string) (Mode, bool) {
	for m, have := range modeNames {
		if have == name {
			return Mode(m), true
		}
	}
	return 0, false
}

// Teams says whether ships play for one of two teams.
func (m Mode) Teams() bool { return m == Teams || m == Capture }

// ModeSet is a set of modes, one bit each.
type ModeSet uint8

// Has says whether a mode is in the set.
func (s ModeSet) Has(m Mode) bool { return s>>m&1 != 0 }

// With is the set and this mode.
func (s ModeSet) With(m Mode) ModeSet { return s | 1<<m }
