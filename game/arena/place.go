package arena

// PlaceKind says what a Place is for.
type PlaceKind uint8

// The kinds of places.
const (
	// PickupPlace is where weapons, health and energy appear.
	PickupPlace PlaceKind = iota
	// TeamSpawn is where the team Group (1 or 2) appears, in modes with teams.
	TeamSpawn
	// Base is where the flag of the team Group stands.
	Base
	// ZonePlace is the middle of a zone; Group tells in which order they are held.
	ZonePlace
	// PortalPlace is one of the two ends of portal Group; its tile is one that leads.
	PortalPlace

	PlaceKinds
)

// underPlace is the tile a place is drawn on.
var underPlace = [PlaceKinds]Tile{PortalPlace: Portal}

// Groups bounds Place.Group.
const Groups = 8

// Place is a tile that means something to the rules.
type Place struct {
	Kind  PlaceKind
	Group uint8
	At    Cell
}

// PortalEnd is the other end of the portal at c.
func (a *Arena) PortalEnd(c Cell) (Cell, bool) {
	for i := range a.Places {
		if p := &a.Places[i]; p.Kind == PortalPlace && p.At == c {
			for k := range a.Places {
				if q := &a.Places[k]; q.Kind == PortalPlace && q.Group == p.Group && k != i {
					return q.At, true
				}
			}
		}
	}
	return Cell{}, false
}

// Find is the first place of a kind and group.
func (a *Arena) Find(kind PlaceKind, group uint8) (Cell, bool) {
	for i := range a.Places {
		if p := &a.Places[i]; p.Kind == kind && p.Group == group {
			return p.At, true
		}
	}
	return Cell{}, false
}

// PickupAt is the n-th place for pick-ups, from 0.
func (a *Arena) PickupAt(n int) (Cell, bool) {
	if a.picks != nil {
		if n < 0 || n >= len(a.picks) {
			return Cell{}, false
		}
		return a.picks[n], true
	}
	for i := range a.Places {
		if a.Places[i].Kind != PickupPlace {
			continue
		}
		if n == 0 {
			return a.Places[i].At, true
		}
		n--
	}
	return Cell{}, false
}

// Count is how many places of a kind there are.
func (a *Arena) Count(kind PlaceKind) int {
	n := 0
	for i := range a.Places {
		if a.Places[i].Kind == kind {
			n++
		}
	}
	return n
}
