package arena

// dice is a stream of chance that is the same everywhere: SplitMix64, whose whole state is one word.
type dice uint64

func (d *dice) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below is a number from 0 to n-1, n above 0.
func (d *dice) below(n int) int { return int(d.next() >> 33 % uint64(n)) }

// from is a number from lo to hi.
func (d *dice) from(lo, hi int) int { return lo + d.below(hi-lo+1) }

// oneIn says yes once in n times.
func (d *dice) oneIn(n int) bool { return d.below(n) == 0 }

// shuffle puts things into any order.
func shuffle[T any](d *dice, all []T) {
	for i := len(all) - 1; i > 0; i-- {
		k := d.below(i + 1)
		all[i], all[k] = all[k], all[i]
	}
}
