package arena

// pave furnishes the avenues: each piece between two crossings in its own way, and the crossings.
func (t *town) pave() {
	for line := 1; line < blocks; line++ {
		for i := range blocks {
			if t.lots[i][line-1] != t.lots[i][line] {
				t.paveOne(t.columns[line], t.rows[i], t.rows[i+1], true)
			}
			if t.lots[line-1][i] != t.lots[line][i] {
				t.paveOne(t.rows[line], t.columns[i], t.columns[i+1], false)
			}
		}
	}
	for y := 1; y < blocks; y++ {
		for x := 1; x < blocks; x++ {
			if a := t.lots[y-1][x-1]; a == t.lots[y][x-1] || a == t.lots[y-1][x] || t.lots[y][x] == t.lots[y-1][x] || t.lots[y][x] == t.lots[y][x-1] {
				continue
			}
			t.cross(t.columns[x], t.rows[y])
		}
	}
}

// paveOne furnishes the piece of the avenue around middle that goes from one crossing to another.
func (t *town) paveOne(middle, from, to int, upright bool) {
	from, to = from+halfAvenue+GapTiles, to-halfAvenue-GapTiles
	s := newSheet(to-from, 2*halfAvenue, t.dice.next())
	d := district{left: from, top: middle - halfAvenue, w: s.w, h: s.h}
	if upright {
		s = newSheet(2*halfAvenue, to-from, t.dice.next())
		s.flip = true
		d = district{left: middle - halfAvenue, top: from, w: s.w, h: s.h}
	}
	switch s.dice.below(5) {
	case 0:
		// A median of diamonds.
		for x := 2; x+2 <= s.width(); x += 9 {
			s.diamond(x, halfAvenue, 1)
		}
	case 1:
		// Two lanes, one each way, with a wall between that shots bank along.
		for x := 1; x+7 <= s.width(); x += 13 {
			s.bar(x, halfAvenue-1, 7)
			s.box(x, 1, 4, 2, BoostE)
			s.box(x+3, 2*halfAvenue-3, 4, 2, BoostW)
		}
	case 2:
		// Mirrors that stand one against the other.
		for i, x := 0, 1; x+4 <= s.width(); i, x = i+1, x+9 {
			if i%2 == 0 {
				s.falling(x, halfAvenue-2, 3)
			} else {
				s.rising(x, halfAvenue-2, 3)
			}
		}
	case 3:
		// Panes across half of the way, at both sides by turns.
		for i, x := 0, 3; x+2 <= s.width(); i, x = i+1, x+8 {
			s.box(x, i%2*halfAvenue, 1, halfAvenue, Glass)
		}
	default:
		s.want(s.width()/2, halfAvenue)
		s.pillar(s.width()/2-8, halfAvenue, 2, 1)
		s.pillar(s.width()/2+8, halfAvenue, 2, 1)
	}
	t.put(&d, s)
}

// cross furnishes a crossing.
func (t *town) cross(x, y int) {
	s := newSheet(2*halfAvenue, 2*halfAvenue, t.dice.next())
	s.quarters()
	switch s.dice.below(4) {
	case 0:
		s.pillar(halfAvenue, halfAvenue, 2, 1)
	case 1:
		s.diamond(halfAvenue, halfAvenue, 2)
	case 2:
		s.gate(halfAvenue, halfAvenue)
	default:
		s.want(halfAvenue, halfAvenue)
	}
	t.put(&district{left: x - halfAvenue, top: y - halfAvenue, w: s.w, h: s.h}, s)
}
