package balance

import (
	"context"
	"slices"
)

// Settle plays on after rounds, at most so many more, in those arenas alone whose spawns are undecided, until none is. The
// rounds it adds are for Judge to judge spawns by and nothing else, for some arenas have more of them than others.
//
// It looks at what it has after every batch, and each batch is as long as it takes to decide, by what is known. Looking
// often makes a lucky moment likelier than 5 %; but an interval is inside of the goal by luck only where the truth is
// hardly outside.
//
// each is told how many of the batch's rounds are done, how many it has, and how many spawns are undecided.
func Settle(ctx context.Context, c *Config, rounds []Round, most int, each func(done, all, undecided int)) []Round {
	var more []Round
	for most > len(more) && ctx.Err() == nil {
		programme, undecided := c.programme(slices.Concat(rounds, more), most-len(more))
		if len(programme) == 0 {
			break
		}
		each(0, len(programme), undecided)
		batch := c.play(ctx, programme, c.Rounds+len(more), func(done int) { each(done, len(programme), undecided) })
		more = append(more, batch...)
	}
	return more
}

// programme is what to play next, at most so many rounds, and for how many spawns.
func (c *Config) programme(rounds []Round, most int) (programme []bout, undecided int) {
	// lacks are how many rounds each bout lacks; more than doubled it is never at once, for needs are guessed.
	bouts := c.bouts()
	lacks := make([]int, len(bouts))
	for index := range c.Grounds {
		g := &c.Grounds[index]
		for _, row := range judgeSpawns(g, index, rounds) {
			if row.Verdict != Undecided {
				continue
			}
			undecided++
			at := slices.Index(g.Spawns, row.At)
			var serve []int
			for k, b := range bouts {
				if b.ground == index && g.serves(at, b.mode) {
					serve = append(serve, k)
				}
			}
			for _, k := range serve {
				lacks[k] = max(lacks[k], (row.Needs+len(serve)-1)/len(serve))
			}
		}
	}
	for k, b := range bouts {
		lacks[k] = min(lacks[k], max(2*len(playedOn(rounds, b)), leastBatch))
	}
	// In turns, so that a bound cuts all alike.
	for lacking := true; lacking; {
		lacking = false
		for k := range bouts {
			if lacks[k] == 0 || len(programme) == most {
				continue
			}
			programme, lacking = append(programme, bouts[k]), true
			lacks[k]--
		}
	}
	return programme, undecided
}

// leastBatch is how many rounds of an arena and mode are played at least before what they tell is looked at.
const leastBatch = 20

// playedOn are the rounds of one bout.
func playedOn(rounds []Round, b bout) []Round {
	return played(on(rounds, b.ground), b.mode)
}
