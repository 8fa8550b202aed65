package trick

import (
	"bankshot/game"
	"bankshot/game/arena"
)

const (
	// steadyAims is how many neighbouring aims have to lead to a target: half a degree, which a hand can find.
	steadyAims = 8
	// trickSlack is how far a trick shot's aim may be off to both sides and still burst the same targets.
	trickSlack = 3
	// trickTargets bounds how many targets are there for the trick shot's sake.
	trickTargets = 3
	// searches is how many aims are looked at for the trick shot, looks how many places for each other target.
	searches = 160
	looks    = 28
)

// choose puts the targets: it says false where the hall has no good places for them.
func (c *Challenge) choose(s *survey, luck *chance) bool {
	want := MinTargets + 1 + luck.below(MaxTargets-MinTargets)
	if luck.once(6) {
		want = MinTargets
	}
	chosen := s.trickShot(luck)
	if len(chosen) < 2 {
		return false
	}
	for len(chosen) < want {
		i := s.another(chosen, luck)
		if i < 0 {
			break
		}
		chosen = append(chosen, i)
	}
	if len(chosen) < MinTargets {
		return false
	}
	c.inOrder(s, chosen)
	return true
}

// inOrder lists the chosen places as one reads.
func (c *Challenge) inOrder(s *survey, chosen []int) {
	for i := range s.cells { // which ascend
		for _, k := range chosen {
			if k == i {
				c.Targets = append(c.Targets, s.cells[i].Centre())
				c.Fewest = append(c.Fewest, s.fewest[i])
			}
		}
	}
}

// trickShot finds an aim that passes several places far apart, the more banks between them the better, and gives them.
func (s *survey) trickShot(luck *chance) []int {
	var best []int
	worth := 0
	var found [trickTargets]int
	for range searches {
		aim := luck.below(game.AimSteps)
		n, sum := 0, 0
		first := luck.below(max(len(s.cells), 1))
		for banks := uint8(1); banks <= game.PulseBanks && n < trickTargets; banks++ {
			for k := range s.cells {
				i := (first + k) % len(s.cells)
				if s.passes(i, aim, banks) && s.fits(i) && s.clear(i, found[:n]) {
					found[n] = i
					n++
					sum += int(banks) + int(s.fewest[i])
					break
				}
			}
		}
		if w := n*16 + sum; n >= 2 && w > worth {
			worth, best = w, append(best[:0], found[:n]...)
		}
	}
	return best
}

// passes says whether an aim leads to a place after so many banks, and its neighbours do too.
func (s *survey) passes(i, aim int, banks uint8) bool {
	for off := -trickSlack; off <= trickSlack; off++ {
		if s.banks[i][(aim+off+game.AimSteps)%game.AimSteps] != banks {
			return false
		}
	}
	return true
}

// clear says whether a place is far enough from others.
func (s *survey) clear(i int, from []int) bool {
	for _, k := range from {
		if apart(s.cells[i], s.cells[k]) < apartTiles*apartTiles {
			return false
		}
	}
	return true
}

// another is the best of some places looked at: few aims lead there, and none with few banks; -1 for none.
func (s *survey) another(chosen []int, luck *chance) int {
	best, worth := -1, 0
	for range looks {
		i := luck.below(len(s.cells))
		if !s.fits(i) || !s.clear(i, chosen) {
			continue
		}
		if w := 1 + 400*int(min(s.fewest[i], 3)) + max(600-s.total[i], 0); w > worth {
			best, worth = i, w
		}
	}
	return best
}

// near is the index of the cell a target stands in.
func (s *survey) near(target game.Vec) int {
	at := arena.CellOf(target)
	return int(s.at[at.Y][at.X])
}
