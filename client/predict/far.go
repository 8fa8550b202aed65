package predict

import "bankshot/game"

// far is what the room has told of a world too large to be sent, newest last heard.
type far struct {
	minimap Minimap
	leaders Leaders
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
}
