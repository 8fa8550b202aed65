package arena

import "strconv"

// placeNames are what a Problem calls the kinds of places.
var placeNames = [PlaceKinds]string{
	PickupPlace: "a pick-up", TeamSpawn: "a team's spawn", Base: "a base", ZonePlace: "a zone", PortalPlace: "a portal",
}

// checkPlaces looks at each place by itself: ascending, on a tile that is right for it, with room for a ship around.
func (a *Arena) checkPlaces(p *Problems) {
	if n := len(a.Places); n > a.mostPlaces() {
		p.add(nowhere, "has %d places beside the spawns, at most %d", n, a.mostPlaces())
		return
	}
	before := -1
	var portals [FrontierPortals]int
	for _, place := range a.Places {
		if !a.has(place.Kind, place.Group) {
			p.add(place.At, "is a place of kind %d, group %d, which there is not", place.Kind, place.Group)
			continue
		}
		name := placeNames[place.Kind]
		if !a.inside(place.At) {
			p.add(place.At, "is %s outside the map", name)
			continue
		}
		if order := a.Index(place.At)<<8 | int(place.form()); order <= before {
			p.add(place.At, "is %s out of order: places ascend by tile, kind and group", name)
		} else {
			before = order
		}
		tile := a.At(place.At.X, place.At.Y)
		switch {
		case place.Kind == PortalPlace && !tile.Rules().Leads:
			p.add(place.At, "is the end of a portal without a portal")
		case place.Kind != PortalPlace && tile != Floor:
			p.add(place.At, "is %s, which must be on floor", name)
		case !a.wide(place.At):
			p.add(place.At, "is %s in or next to a wall", name)
		}
		if place.Kind == PortalPlace {
			portals[place.Group]++
		}
	}
	for group, ends := range portals {
		if ends != 0 && ends != 2 {
			p.add(nowhere, "has %d ends of portal %s, must have 2", ends, a.portalName(group))
		}
	}
	for i, t := range a.Tiles {
		if at := a.CellAt(i); t.Rules().Leads && !a.portalAt(at) {
			p.add(at, "is a %s that leads nowhere: draw it as one of P, Q, R", t.Rules().Name)
		}
	}
}

func (a *Arena) portalAt(c Cell) bool {
	for _, place := range a.Places {
		if place.Kind == PortalPlace && place.At == c {
			return true
		}
	}
	return false
}

// has says whether an arena may have places of a kind and group.
func (a *Arena) has(kind PlaceKind, group uint8) bool {
	if a.Made() {
		return kind == PickupPlace && group == 0 || kind == PortalPlace && group < FrontierPortals
	}
	return kind < PlaceKinds && group < Groups && placeRunes[kind][group] != 0
}

// portalName is what a Problem calls a pair of portals.
func (a *Arena) portalName(group int) string {
	if a.Made() {
		return strconv.Itoa(group)
	}
	return string(placeRunes[PortalPlace][group])
}
