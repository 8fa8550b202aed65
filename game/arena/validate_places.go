package arena

// placeNames are what a Problem calls the kinds of places.
var placeNames = [PlaceKinds]string{
	PickupPlace: "a pick-up", TeamSpawn: "a team's spawn", Base: "a base", HillPlace: "a hill", PortalPlace: "a portal",
}

// checkPlaces looks at each place by itself: ascending, on a tile that is right for it, with room for a ship around.
func (a *Arena) checkPlaces(p *Problems) {
	if n := len(a.Places); n > MaxPlaces {
		p.add(nowhere, "has %d places beside the spawns, at most %d", n, MaxPlaces)
		return
	}
	before := -1
	var portals [Groups]int
	for _, place := range a.Places {
		if place.Kind >= PlaceKinds || place.Group >= Groups || placeRunes[place.Kind][place.Group] == 0 {
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
		case place.Kind == PortalPlace && tile != Portal:
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
			p.add(nowhere, "has %d ends of portal %c, must have 2", ends, placeRunes[PortalPlace][group])
		}
	}
	for i, t := range a.Tiles {
		if at := a.CellAt(i); t == Portal && !a.portalAt(at) {
			p.add(at, "is a portal that leads nowhere: draw it as one of P, Q, R")
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
