package snap

import (
	"slices"

	"bankshot/game"
)

// leftovers are what a cell's last step has left private of each ship: a ship that has crossed the border in it is no longer
// in the cell when that has been read, and its player has to know.
type leftovers struct {
	seats   []game.Seat
	private []game.Private
}

func (l *leftovers) keep(s *game.State) {
	l.seats = l.seats[:0]
	for i := range s.Ships {
		l.seats = append(l.seats, s.Ships[i].Seat)
	}
	l.private = append(l.private[:0], s.Private...)
}

// Stepped is what the rules have made of what is private of a ship in the last cell that was read by DecodeDelta; false if
// that did not hold the ship before.
func (k *CellCodec) Stepped(seat game.Seat) (game.Private, bool) {
	i, ok := slices.BinarySearch(k.left.seats, seat)
	if !ok {
		return game.Private{}, false
	}
	return k.left.private[i], true
}
