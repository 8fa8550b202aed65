package arena

// NewFrontier makes the arena of Frontier from a seed: the same from the same seed, on every processor.
//
// It is a town. Avenues run between its blocks, and each block is a district with one idea (district_*.go) that is drawn
// once and mirrored, as buildings are, so that a player can tell where in it one is. Neighbours differ. Whatever the dice
// say, mend leaves no gap narrower than a way and no floor that nobody reaches.
func NewFrontier(seed uint64) *Arena {
	a := &Arena{
		Name: "Frontier", Modes: ModeSet(0).With(Frontier), Seed: seed,
		W: FrontierSide, H: FrontierSide, Tiles: make([]Tile, FrontierSide*FrontierSide),
	}
	t := town{Arena: a, dice: dice(seed)}
	t.wallIn()
	t.survey()
	t.settle()
	t.pave()
	t.mend()
	t.link()
	t.furnish()
	a.Seal()
	return a
}

// town is a frontier that is being built.
type town struct {
	*Arena
	dice dice
	// columns and rows are the middles of the avenues, and the borders.
	columns, rows [blocks + 1]int
	// districts are what the blocks have become; lots tells which of them a block belongs to.
	districts []district
	lots      [blocks][blocks]int8
	// wanted are places that the districts and avenues ask for; gates are where portals may stand.
	wanted []Cell
	gates  []Cell
}

// district is one or more blocks with one idea.
type district struct {
	// left and top of the first tile, and how many there are.
	left, top, w, h int
	theme           theme
}

const (
	// blocks is how many blocks the town is wide and high.
	blocks = 8
	// blockSide is how far apart avenues are, on average; blockJitter how far off each may be.
	blockSide   = FrontierSide / blocks
	blockJitter = 7
	// halfAvenue is half of an avenue's width.
	halfAvenue = 5
)

// wallIn puts the wall around everything.
func (t *town) wallIn() {
	for i := range FrontierSide {
		for _, c := range [...]Cell{{i, 0}, {i, FrontierSide - 1}, {0, i}, {FrontierSide - 1, i}} {
			t.Tiles[t.Index(c)] = Wall
		}
	}
}

// survey lays out the avenues and joins some blocks, first the four in the middle for the great square.
func (t *town) survey() {
	for _, line := range [...]*[blocks + 1]int{&t.columns, &t.rows} {
		for i := 1; i < blocks; i++ {
			line[i] = i*blockSide + t.dice.from(-blockJitter, blockJitter)
		}
		line[blocks] = FrontierSide
	}
	for y := range blocks {
		for x := range blocks {
			t.lots[y][x] = -1
		}
	}
	t.claim(blocks/2-1, blocks/2-1, 2, 2)
	for range 2 * blocks {
		// Long districts, so that avenues end somewhere.
		x, y := t.dice.below(blocks), t.dice.below(blocks)
		if t.dice.oneIn(2) {
			t.claim(x, y, 2, 1)
		} else {
			t.claim(x, y, 1, 2)
		}
	}
	for y := range blocks {
		for x := range blocks {
			t.claim(x, y, 1, 1)
		}
	}
}

// claim makes one district of w x h blocks, if they are all free.
func (t *town) claim(x, y, w, h int) {
	if x+w > blocks || y+h > blocks {
		return
	}
	for v := y; v < y+h; v++ {
		for u := x; u < x+w; u++ {
			if t.lots[v][u] >= 0 {
				return
			}
		}
	}
	for v := y; v < y+h; v++ {
		for u := x; u < x+w; u++ {
			t.lots[v][u] = int8(len(t.districts))
		}
	}
	d := district{left: t.columns[x] + halfAvenue, top: t.rows[y] + halfAvenue}
	// Even sides, so that both halves of what is mirrored are whole.
	d.w = (t.columns[x+w] - halfAvenue - d.left) &^ 1
	d.h = (t.rows[y+h] - halfAvenue - d.top) &^ 1
	t.districts = append(t.districts, d)
}

// settle gives every district its theme, other than those of its neighbours, and builds it.
func (t *town) settle() {
	var deck []theme
	for i := range t.districts {
		d := &t.districts[i]
		if i == 0 {
			d.theme = greatSquare
		} else {
			deck = t.deal(deck, i)
			d.theme = deck[len(deck)-1]
			deck = deck[:len(deck)-1]
		}
		s := newSheet(d.w, d.h, t.dice.next())
		themes[d.theme](s)
		t.put(d, s)
	}
}

// deal makes sure that the last card of the deck fits district i, if any card of it does.
func (t *town) deal(deck []theme, i int) []theme {
	if len(deck) == 0 {
		for th := range greatSquare {
			deck = append(deck, th)
		}
		shuffle(&t.dice, deck)
	}
	for k := len(deck) - 1; k >= 0; k-- {
		if !t.beside(i, deck[k]) {
			deck[k], deck[len(deck)-1] = deck[len(deck)-1], deck[k]
			return deck
		}
	}
	return deck
}

// beside says whether a neighbour of district i has this theme already. Only those before it have one.
func (t *town) beside(i int, th theme) bool {
	for y := range blocks {
		for x := range blocks {
			if int(t.lots[y][x]) != i {
				continue
			}
			for _, n := range [...]Cell{{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}} {
				if n.X < 0 || n.Y < 0 || n.X >= blocks || n.Y >= blocks {
					continue
				}
				if other := int(t.lots[n.Y][n.X]); other < i && t.districts[other].theme == th {
					return true
				}
			}
		}
	}
	return false
}

// put copies a sheet to its place.
func (t *town) put(d *district, s *sheet) {
	for y := range s.h {
		copy(t.Tiles[(d.top+y)*t.W+d.left:][:s.w], s.tiles[y*s.w:][:s.w])
	}
	for _, c := range s.wanted {
		t.wanted = append(t.wanted, Cell{d.left + c.X, d.top + c.Y})
	}
	for _, c := range s.gates {
		t.gates = append(t.gates, Cell{d.left + c.X, d.top + c.Y})
	}
}
