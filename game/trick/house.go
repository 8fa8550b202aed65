package trick

import "bankshot/game"

// tried is how many of the aims that promise most are flown for each shot of the house.
const tried = 8

// house plays the challenge as well as a simple machine can, shot by shot the one that is worth most, and notes what came
// of it. A person who plans two shots together may do better.
func (c *Challenge) house(s *survey) Result {
	var best Result
	for range Shots {
		shot, result := c.bestShot(s, best)
		if result.Score <= best.Score {
			break
		}
		c.House, best = append(c.House, shot), result
		if best.Bursts() == len(c.Targets) {
			break
		}
	}
	c.HouseScore = best.Score
	return best
}

// bestShot is the next shot that is worth most after those of the house so far.
func (c *Challenge) bestShot(s *survey, before Result) (uint16, Result) {
	var gone [MaxTargets]bool
	for i := range before.Shots {
		for _, b := range before.Shots[i].Bursts {
			gone[b.Target] = true
		}
	}
	var aims [tried]uint16
	var promise [tried]int
	for aim := range game.AimSteps {
		p := c.promise(s, aim, &gone)
		for n := range aims {
			if p > promise[n] {
				copy(aims[n+1:], aims[n:])
				copy(promise[n+1:], promise[n:])
				aims[n], promise[n] = uint16(aim), p
				break
			}
		}
	}
	var shot uint16
	var best Result
	for n, aim := range aims {
		if promise[n] == 0 {
			break
		}
		if r := Play(c, append(c.House[:len(c.House):len(c.House)], aim)); r.Score > best.Score {
			shot, best = aim, r
		}
	}
	return shot, best
}

// promise is what an aim is worth if glass is as it was at first. Aims in the middle of others that are worth as much are
// worth a little more, so that the best is not one that just grazes.
func (c *Challenge) promise(s *survey, aim int, gone *[MaxTargets]bool) int {
	sum, chain := 0, 0
	for banks := range uint8(game.PulseBanks + 1) {
		for n, at := range c.Targets {
			if i := s.near(at); !gone[n] && s.banks[i][aim] == banks {
				chain++
				sum += 4 * points(banks, chain)
				if s.passes(i, aim, banks) {
					sum++
				}
			}
		}
	}
	return sum
}
