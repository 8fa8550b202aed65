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

// quarters has everything appear four times.
func (s *sheet) quarters() { s.mirrorX, s.mirrorY = true, true }
