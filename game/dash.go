package game

// afterDash is where on a leg, in 1/legParts, a shot meets a ship that it has come within reach of already after share of
// the leg, while the ship dashed; false for nowhere. A dash protects until it is over and no longer: if that is within the
// leg, what is left of it is looked at anew, from where the ship was at that moment, and the stance is the one right after
// it.
func (s *State) afterDash(p *stance, i int, eyes *sight, from Vec, l leg, reach int32, share int64) (int64, bool) {
	was, end, over := s.dashEnd(p, i, eyes, l.begin+(l.end-l.begin)*share/legParts)
	if !over || end > l.end {
		return 0, false
	}
	if l.end > l.begin {
		share = max(share, (end-l.begin)*legParts/(l.end-l.begin))
	}
	whole := sub(l.to, from)
	away := sub(add(from, scale(whole, share, legParts)), was)
	way := sub(scale(whole, legParts-share, legParts), sub(p.at(l.end), was))
	square := dot(way, way)
	part, ok := entry(away, way, square, reach)
	if ok && part > 0 {
		share += (legParts - share) * part / square
	}
	return share, ok
}

// dashEnd is when in this tick, as eyes see it, a dash is over that the ship is in after so many 1/wholeTick of it, and where
// the ship was then; false if it is not over by the end of the tick, or a portal is the end of it.
func (s *State) dashEnd(p *stance, i int, eyes *sight, part int64) (at Vec, end int64, over bool) {
	if eyes.still {
		return Vec{}, 0, false
	}
	from, to := eyes.span(&s.Ships[i])
	back := from + (to-from)*part/wholeTick
	for ago := max(back, 0) / backParts; ago*backParts > to; ago-- {
		last, was := s.Been[i].at(s.Tick-Tick(ago), s.Tick)
		next, is := s.Been[i].at(s.Tick-Tick(ago-1), s.Tick)
		if !was || !is || next.State&WasWarped != 0 {
			break
		}
		if next.State&WasDashing == 0 {
			p.aim, p.state = next.Aim, next.State
			return last.Pos, (from - ago*backParts) * wholeTick / (from - to), true
		}
	}
	return Vec{}, 0, false
}
