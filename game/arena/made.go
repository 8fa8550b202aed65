package arena

import "fmt"

// Made says that the arena was made from a seed, by NewFrontier, and not drawn.
func (a *Arena) Made() bool { return a.Modes == ModeSet(0).With(Frontier) }

// checkSize says whether it is as large as it may be.
func (a *Arena) checkSize() error {
	if !a.Made() {
		return checkSize(a.W, a.H)
	}
	if a.W != FrontierSide || a.H != FrontierSide {
		return fmt.Errorf("%w: %d x %d tiles, a Frontier has %d x %d", ErrSize, a.W, a.H, FrontierSide, FrontierSide)
	}
	return nil
}

func (a *Arena) mostSpawns() int {
	if a.Made() {
		return FrontierSpawns
	}
	return MaxSpawns
}

func (a *Arena) mostPlaces() int {
	if a.Made() {
		return FrontierPlaces
	}
	return MaxPlaces
}
