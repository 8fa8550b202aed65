package arena

// theme is the idea of a district.
type theme uint8

const (
	gallery theme = iota
	courts
	garden
	ruins
	square
	bumpers
	canyons
	maze
	marsh
	arrows
	temple
	greatSquare

	themeCount
)

// themes draw districts. Each is given an empty sheet, from some 40 tiles wide or high to some 120.
var themes = [themeCount]func(*sheet){
	gallery: drawGallery, courts: drawCourts, garden: drawGarden, ruins: drawRuins, square: drawSquare, bumpers: drawBumpers,
	canyons: drawCanyons, maze: drawMaze, marsh: drawMarsh, arrows: drawArrows, temple: drawTemple, greatSquare: drawGreatSquare,
}

// lattice visits the points of a grid in the left upper quarter of the sheet, from the middle outwards: i columns and j
// rows from it. (x, y) are at least margin tiles from the border.
func (s *sheet) lattice(pitchX, pitchY, margin int, visit func(i, j, x, y int)) {
	for j, y := 0, s.height()/2-pitchY/2; y >= margin; j, y = j+1, y-pitchY {
		for i, x := 0, s.width()/2-pitchX/2; x >= margin; i, x = i+1, x-pitchX {
			visit(i, j, x, y)
		}
	}
}

// fit is the pitch, at least the given one and even, at which a lattice fills a side of the sheet up to margin tiles.
func fit(side, pitch, margin int) int {
	// The outermost point is (2k-1)/2 pitches from the middle.
	k := (side/2-margin)/pitch + 1
	if (side/2-margin)%pitch < pitch/2 {
		k--
	}
	if k < 1 {
		return pitch
	}
	return max((side-2*margin)/(2*k-1)&^1, pitch)
}

// ornament is a small thing that fills a gap.
type ornament struct {
	w, h int
	draw func(s *sheet, x, y int)
}

// The ornaments.
var (
	smallDiamond  = ornament{2, 2, func(s *sheet, x, y int) { s.diamond(x+1, y+1, 1) }}
	smallPillar   = ornament{4, 4, func(s *sheet, x, y int) { s.pillar(x+2, y+2, 2, 1) }}
	fallMirror    = ornament{5, 4, func(s *sheet, x, y int) { s.falling(x, y, 4) }}
	riseMirror    = ornament{5, 4, func(s *sheet, x, y int) { s.rising(x, y, 4) }}
	longFall      = ornament{7, 6, func(s *sheet, x, y int) { s.falling(x, y, 6) }}
	longRise      = ornament{7, 6, func(s *sheet, x, y int) { s.rising(x, y, 6) }}
	lying         = ornament{6, 2, func(s *sheet, x, y int) { s.bar(x, y, 6) }}
	standing      = ornament{2, 6, func(s *sheet, x, y int) { s.post(x, y, 6) }}
	lyingGlass    = ornament{5, 1, func(s *sheet, x, y int) { s.box(x, y, 5, 1, Glass) }}
	standingGlass = ornament{1, 5, func(s *sheet, x, y int) { s.box(x, y, 1, 5, Glass) }}
	bonus         = ornament{3, 3, func(s *sheet, x, y int) { s.want(x+1, y+1) }}
)

// fill puts ornaments wherever there is room for them with so many tiles of floor around.
func (s *sheet) fill(margin int, with ...ornament) {
	w, h := s.width(), s.height()
	for range w * h / 5 {
		o := &with[s.dice.below(len(with))]
		x, y := s.dice.below(w), s.dice.below(h)
		if s.clear(x, y, o.w, o.h, margin) {
			o.draw(s, x, y)
		}
	}
}

// quarters has everything appear four times.
func (s *sheet) quarters() { s.mirrorX, s.mirrorY = true, true }
