package snap

import "bankshot/game"

// What only its own player is told, 3 bytes: ticks until fire works again, ticks until dash does, energy. A seat without a ship
// is told nothing: 0 bytes.
const privateBytes = 3

// AppendPrivate appends what only the player of that ship is told.
func AppendPrivate(dst []byte, p *game.Private) []byte {
	return append(dst, p.FireIn, p.DashIn, p.Energy)
}

// DecodePrivate reads what AppendPrivate wrote. An empty body, that of a seat without a ship, gives the zero value.
func DecodePrivate(body []byte, p *game.Private) error {
	*p = game.Private{}
	switch {
	case len(body) == 0:
		return nil
	case len(body) < privateBytes:
		return ErrTruncated
	case len(body) > privateBytes:
		return ErrTrailing
	case body[1] > game.DashCooldown || body[2] > game.MaxEnergy:
		return ErrRange
	}
	p.FireIn, p.DashIn, p.Energy = body[0], body[1], body[2]
	return nil
}
