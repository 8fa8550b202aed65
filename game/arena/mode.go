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

// Plain is what is played where nobody says what: in arenas that name no mode, where one practises.
const Plain = FreeForAll

// modeRow is what a mode asks of those who play it and of the arenas that are made for it.
type modeRow struct {
	// name is how files, flags and addresses call it.
	name string
	// teams says that ships play for one of two teams, each with TeamSpawns of its own; bases that each team has one.
	teams, bases bool
	// zones says that there are places for zones.
	zones bool
	// spawns is how many there have to be for everybody, 0 for as many as any arena has; crowd how many there have to be
	// for rooms that strangers fill.
	spawns, crowd int
	// even says that no half of the arena may be better than the other, as it has to be for teams.
	even bool
}

// modeRows is the table of modes; their rules are that of package game.
var modeRows = [Modes]modeRow{
	FreeForAll: {name: "free-for-all", crowd: FreeForAllSpawns},
	Teams:      {name: "teams", teams: true},
	Capture:    {name: "capture", teams: true, bases: true},
	Hill:       {name: "hill", zones: true, crowd: FreeForAllSpawns},
	Duel:       {name: "duel", spawns: DuelSpawns, even: true},
	Frontier:   {name: "frontier"},
}

// String is the mode's name in files, flags and addresses.
func (m Mode) String() string {
	if m < Modes {
		return modeRows[m].name
	}
	return "unknown"
}

// ParseMode is the mode of a name.
func ParseMode(name string) (Mode, bool) {
	for m := range Modes {
		if modeRows[m].name == name {
			return m, true
		}
	}
	return 0, false
}

// modeNames are all there are, with commas between.
func modeNames() string {
	names := ""
	for m := range Modes {
		if m > 0 {
			names += ", "
		}
		names += modeRows[m].name
	}
	return names
}

// Teams says whether ships play for one of two teams.
func (m Mode) Teams() bool { return m < Modes && modeRows[m].teams }

// ModeSet is a set of modes, one bit each.
type ModeSet uint16

// Has says whether a mode is in the set.
func (s ModeSet) Has(m Mode) bool { return s>>m&1 != 0 }

// With is the set and this mode.
func (s ModeSet) With(m Mode) ModeSet { return s | 1<<m }

// CrowdSpawns is how many spawns an arena made for the modes of the set has to have where strangers fill the rooms.
func (s ModeSet) CrowdSpawns() int {
	most := MinSpawns
	for m := range Modes {
		if s.Has(m) {
			most = max(most, modeRows[m].crowd)
		}
	}
	return most
}
