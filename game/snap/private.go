package snap

import "bankshot/game"

// What only its own player is told, 2 bytes: ticks until fire works again, ticks until dash does. A seat without a ship
// is told nothing: 0 bytes.
const privateBytes = 2

// AppendPrivate appends what only the player of that ship is told.
func AppendPrivate(dst []byte, p *game.Private) []byte {
	return append(dst, p.FireIn, p.DashIn)
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
	case body[0] > game.PulseCooldown || body[1] > game.DashCooldown:
		return ErrRange
	}
	p.FireIn, p.DashIn = body[0], body[1]
	return nil
}
