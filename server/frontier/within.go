package frontier

import (
	"fmt"

	"bankshot/game"
	"bankshot/game/arena"
)

// LeastWithin is the narrowest Config.Within, in units: it has to hold a free place.
const LeastWithin = 256

// placesWithin are the centres of the free tiles around the middle of an arena, so many units wide and 9/16 of that high.
func placesWithin(a *arena.Arena, within int) ([]game.Vec, error) {
	wide, high := within/tileUnits, within*9/16/tileUnits
	var places []game.Vec
	for y := (a.H - high) / 2; y < (a.H+high)/2; y++ {
		for x := (a.W - wide) / 2; x < (a.W+wide)/2; x++ {
			at := arena.Cell{X: x, Y: y}.Centre()
			if a.At(x, y).Plain() && a.Fits(at, game.ShipRadius) {
				places = append(places, at)
			}
		}
	}
	if len(places) == 0 {
		return nil, fmt.Errorf("frontier: nobody fits within %d units of the arena's middle; choose more, or another seed", within)
	}
	return places, nil
}

// crowd has ships appear within Config.Within instead of where the rules would have them. Where depends on the tick and the
// seat alone (SplitMix64's finisher).
func (f *Frontier) crowd(e *game.Entry) {
	if len(f.places) == 0 {
		return
	}
	for i := range e.Facts {
		if fact := &e.Facts[i]; fact.Kind == game.FactSpawn {
			z := (uint64(f.state.Tick)<<16 | uint64(fact.Seat)) + 0x9E3779B97F4A7C15
			z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
			z = (z ^ z>>27) * 0x94D049BB133111EB
			fact.Pos = f.places[(z^z>>31)%uint64(len(f.places))]
		}
	}
}
