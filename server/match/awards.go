package match

import (
	"math"

	"bankshot/game"
	"bankshot/game/snap"
)

// deeds are what the awards of a round are given for, in their order.
var deeds = [snap.Awards]func(*game.Ship) uint16{
	snap.AwardBanks:   func(s *game.Ship) uint16 { return s.Banked },
	snap.AwardLongest: func(s *game.Ship) uint16 { return s.Longest },
	snap.AwardMirror:  func(s *game.Ship) uint16 { return s.Mirrored },
	snap.AwardStreak:  func(s *game.Ship) uint16 { return uint16(s.BestStreak) },
	snap.AwardHelper:  func(s *game.Ship) uint16 { return s.Assists },
	snap.AwardGoals:   func(s *game.Ship) uint16 { return s.Goals },
}

// awards appends who was best at what in a round, one notice each: of several who are even the lowest seat, and nobody for
// what nobody did.
func awards(dst []snap.Notice, p *game.Public) []snap.Notice {
	for award, deed := range deeds {
		best, most := -1, uint16(0)
		for i := range p.Ships {
			if n := deed(&p.Ships[i]); n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			continue
		}
		s := &p.Ships[best]
		dst = append(dst, snap.Notice{
			Kind: snap.NoticeAward, Award: snap.Award(award), Seat: s.Seat, Other: game.NoSeat,
			Points: int16(min(most, math.MaxInt16)), Name: s.Name,
		})
	}
	return dst
}
