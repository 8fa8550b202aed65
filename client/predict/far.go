package predict

import (
	"bankshot/game"
	"bankshot/game/snap"
)

// far is what the room has told of a world too large to be sent, newest last heard.
type far struct {
	minimap Minimap
	leaders Leaders
	marks   []snap.Mark
}

// heard takes in one of the room's events and says whether it was about the whole world: nobody else needs to hear it.
func (f *far) heard(data []byte) bool {
	switch snap.KindOf(data) {
	case snap.NoticeMinimap:
		if m, err := snap.DecodeMinimap(data); err == nil {
			f.minimap.Columns, f.minimap.Rows = m.Columns, m.Rows
			f.minimap.Counts = append(f.minimap.Counts[:0], m.Ships...)
		}
	case snap.NoticeLeaders:
		if l, err := snap.DecodeLeaders(data); err == nil {
			f.leaders.Best = f.leaders.Best[:0]
			for i := range l.Best {
				b := &l.Best[i]
				f.leaders.Best = append(f.leaders.Best, Leader{
					Seat: b.Seat, Name: b.Name, Pilot: b.Pilot, Score: int(b.Score), Kills: int(b.Kills), Streak: int(b.Streak), Place: i + 1,
				})
			}
			f.leaders.Players, f.marks = l.Ranked, l.Marks
		}
	default:
		return false
	}
	return true
}

// place is about where a ship with that score stands, among marks that tell it of some places: 0 while nobody knows.
func (f *far) place(score int) int {
	if len(f.leaders.Best) == 0 {
		return 0
	}
	above := &f.leaders.Best[len(f.leaders.Best)-1]
	from, high := above.Place, above.Score
	for _, m := range f.marks {
		place, low := int(m.Place), int(m.Score)
		if score >= low {
			if high <= low || score >= high {
				return min(from+1, place)
			}
			return place - (place-from)*(score-low)/(high-low)
		}
		from, high = place, low
	}
	return max(f.leaders.Players, from)
}

// draw fills in what is told of the whole world.
func (f *far) draw(v *View, seat game.Seat) {
	if !game.Endless(v.Mode) {
		return
	}
	v.Minimap, v.Leaders = f.minimap, f.leaders
	v.Minimap.Me = Point{v.Focus.X / (float32(v.Arena.W) * tileUnits), v.Focus.Y / (float32(v.Arena.H) * tileUnits)}
	for i := range v.Leaders.Best {
		l := &v.Leaders.Best[i]
		l.Mine = l.Seat == seat
	}
	v.Leaders.Place, v.Leaders.Score = 0, 0
	if v.Me < 0 {
		return
	}
	v.Leaders.Score = v.Ships[v.Me].Score
	v.Leaders.Place = f.place(v.Leaders.Score)
	for i := range v.Leaders.Best {
		if l := &v.Leaders.Best[i]; l.Mine {
			v.Leaders.Place = l.Place
		}
	}
}
