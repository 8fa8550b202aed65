package game

import "slices"

// Ranking appends to dst the indices of Ships from first to last: more score, then more kills, then fewer deaths, then
// the lower seat.
func (p *Public) Ranking(dst []int) []int {
	from := len(dst)
	for i := range p.Ships {
		dst = append(dst, i)
	}
	slices.SortFunc(dst[from:], func(i, k int) int {
		switch a, b := &p.Ships[i], &p.Ships[k]; {
		case better(a, b):
			return -1
		case better(b, a):
			return 1
		}
		return i - k
	})
	return dst
}

// Best appends to dst the indices of the n first ships of the ranking, for the price of one walk through all of them: the
// leaders of a hour of Frontier.
func (p *Public) Best(dst []int, n int) []int {
	from := len(dst)
	for i := range p.Ships {
		if len(dst)-from == n {
			if n == 0 || !better(&p.Ships[i], &p.Ships[dst[len(dst)-1]]) {
				continue
			}
			dst = dst[:len(dst)-1]
		}
		dst = append(dst, i)
		for k := len(dst) - 1; k > from && better(&p.Ships[dst[k]], &p.Ships[dst[k-1]]); k-- {
			dst[k], dst[k-1] = dst[k-1], dst[k]
		}
	}
	return dst
}

// Leaders appends to dst the seats that share the first place, in ascending order: one winner, or several who are even.
func (p *Public) Leaders(dst []Seat) []Seat {
	best := -1
	for i := range p.Ships {
		if best < 0 || better(&p.Ships[i], &p.Ships[best]) {
			best = i
		}
	}
	for i := range p.Ships {
		if !better(&p.Ships[best], &p.Ships[i]) {
			dst = append(dst, p.Ships[i].Seat)
		}
	}
	return dst
}

func better(a, b *Ship) bool {
	switch {
	case a.Score != b.Score:
		return a.Score > b.Score
	case a.Kills != b.Kills:
		return a.Kills > b.Kills
	default:
		return a.Deaths < b.Deaths
	}
}
