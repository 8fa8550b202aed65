package trick

// chance is a stream of numbers that depends on the date alone: SplitMix64 from the date's FNV-1a hash.
type chance struct{ state uint64 }

// edition is part of the seed: another one gives every day another challenge, which a change of the generator does anyway.
const edition = "bankshot trick 1 "

// newChance is the stream for a date and the nth try at making something of it.
func newChance(d Date, nth int) chance {
	h := uint64(0xcbf29ce484222325)
	for _, c := range []byte(edition + d.String()) {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	return chance{h + uint64(nth)*0xd1342543de82ef95}
}

func (c *chance) next() uint64 {
	c.state += 0x9e3779b97f4a7c15
	z := c.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below is a number from 0 to n-1.
func (c *chance) below(n int) int { return int(c.next() >> 1 % uint64(n)) }

// once says yes once in n times.
func (c *chance) once(n int) bool { return c.below(n) == 0 }
