package atlas

import (
	"math"
	"math/rand/v2"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// Figures is what an arena is like to shoot in. Shares are of 1.
type Figures struct {
	// Floor is how much of the map is flown over.
	Floor float64
	// Of all pairs of places within PairUnits of each other: Seen is the share in straight sight, OneBank that of those
	// that are not but reached by one bank, TwoBanks that of the rest reached by two.
	Seen, OneBank, TwoBanks float64
	// Ways is how many shots with one bank lead from one place of a hidden pair to the other, on average over those pairs.
	Ways float64
	// Sight50 and Sight90 are the half and nine tenths of all lengths of straight lines from a place, in units.
	Sight50, Sight90 float64
}

// Hidden is the share of pairs that don't see each other.
func (f *Figures) Hidden() float64 { return 1 - f.Seen }

// BankShare is how many of the hidden pairs one bank or two lead around the corner: how much the arena pays for banks.
func (f *Figures) BankShare() float64 {
	if f.Hidden() == 0 {
		return 0
	}
	return (f.OneBank + f.TwoBanks) / f.Hidden()
}

// PairUnits is how far apart two places may be to count: about what one screen shows.
const PairUnits = 700

// sights is from how many directions of each place the lines of sight are taken.
const sights = 24

// Measure looks at an arena from so many pairs of random places. The same seed gives the same figures.
func Measure(a *arena.Arena, pairs int, seed uint64) Figures {
	m := measure{a: a, faces: a.Faces(), rng: rand.New(rand.NewPCG(seed, a.Hash))}
	for i, t := range a.Tiles {
		if t.Open() {
			m.floor = append(m.floor, a.CellAt(i))
		}
	}
	f := Figures{Floor: float64(len(m.floor)) / float64(len(a.Tiles))}
	if len(m.floor) == 0 || pairs <= 0 {
		return f
	}
	var lengths []float64
	seen, one, two, ways := 0, 0, 0, 0
	for range pairs {
		p, q := m.pair()
		lengths = m.sights(lengths, p)
		switch n := 0; {
		case a.Clear(p, q):
			seen++
		default:
			if n = m.oneBank(p, q); n > 0 {
				one++
				ways += n
			} else if m.twoBanks(p, q) {
				two++
			}
		}
	}
	share := func(n int) float64 { return float64(n) / float64(pairs) }
	f.Seen, f.OneBank, f.TwoBanks = share(seen), share(one), share(two)
	f.Ways = float64(ways) / float64(max(pairs-seen, 1))
	slices.Sort(lengths)
	f.Sight50, f.Sight90 = lengths[len(lengths)/2], lengths[len(lengths)*9/10]
	return f
}

type measure struct {
	a     *arena.Arena
	faces []arena.Face
	floor []arena.Cell
	rng   *rand.Rand
}

// place is somewhere on the floor.
func (m *measure) place() arena.Vec {
	at := m.floor[m.rng.IntN(len(m.floor))].Centre()
	jitter := func() int32 { return m.rng.Int32N(arena.TileSub-2) - arena.TileSub/2 + 1 }
	return arena.Vec{X: at.X + jitter(), Y: at.Y + jitter()}
}

// pair is two places near enough to count.
func (m *measure) pair() (p, q arena.Vec) {
	for {
		p, q = m.place(), m.place()
		if distance(p, q) <= PairUnits*game.Unit {
			return p, q
		}
	}
}

// oneBank counts the shots with one bank from p to q. A shot that is aimed at the image of q comes to q, unless something
// else is in its way.
func (m *measure) oneBank(p, q arena.Vec) int {
	n := 0
	for i := range m.faces {
		f := &m.faces[i]
		if !f.Before(p) || !f.Before(q) {
			continue
		}
		if image := f.Image(q); crosses(f, p, image) && m.arrives(p, image, q, 1) {
			n++
		}
	}
	return n
}

// twoBanks says whether a shot with two banks leads from p to q: it is aimed at the image of q's image.
func (m *measure) twoBanks(p, q arena.Vec) bool {
	for i := range m.faces {
		last := &m.faces[i]
		if !last.Before(q) {
			continue
		}
		behind := last.Image(q)
		for k := range m.faces {
			first := &m.faces[k]
			if k == i || !first.Before(p) {
				continue
			}
			if image := first.Image(behind); crosses(first, p, image) && m.arrives(p, image, q, 2) {
				return true
			}
		}
	}
	return false
}

// arrives flies from p towards an image, as far as a Pulse shot lives, and says whether it gets to q by so many banks.
func (m *measure) arrives(p, image, q arena.Vec, banks int) bool {
	if distance(p, image) > game.PulseSpeed/(game.VelUnit/game.Unit)*game.PulseLife {
		return false
	}
	f, _ := m.a.Fly(p, arena.Vec{X: image.X - p.X, Y: image.Y - p.Y}, banks, nil)
	return !f.Stopped && f.Banks == banks && f.End == q
}

// crosses says whether the line from p to q passes between the ends of a face.
func crosses(f *arena.Face, p, q arena.Vec) bool {
	return left(p, q, f.A) != left(p, q, f.B)
}

func left(p, q, v arena.Vec) bool {
	return int64(q.X-p.X)*int64(v.Y-p.Y) < int64(q.Y-p.Y)*int64(v.X-p.X)
}

// sights appends the lengths of the straight lines from a place to the walls around it, in units.
func (m *measure) sights(dst []float64, p arena.Vec) []float64 {
	const far = 2 << 20 // 1/256 unit: longer than any arena
	for n := range sights {
		d := game.Dir(uint16(n * game.AimSteps / sights))
		f, _ := m.a.Fly(p, arena.Vec{X: int32(int64(d.X) * far / game.One), Y: int32(int64(d.Y) * far / game.One)}, 0, nil)
		dst = append(dst, distance(p, f.End)/game.Unit)
	}
	return dst
}

func distance(p, q arena.Vec) float64 {
	return math.Hypot(float64(q.X-p.X), float64(q.Y-p.Y))
}
