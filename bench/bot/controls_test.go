package bot

import (
	"testing"

	"bankshot/client/predict"
	"bankshot/game"
)

func TestAPilotSeesShipsWhereTheScreenShowsThem(t *testing.T) {
	var c controls
	known := game.Public{Tick: 100, Ships: []game.Ship{
		{Seat: 1, Alive: true, Pos: game.Vec{X: 10 * game.Unit, Y: 10 * game.Unit}},
		{Seat: 2, Alive: true, Pos: game.Vec{X: 20 * game.Unit, Y: 20 * game.Unit}},
		{Seat: 5, Alive: false, Pos: game.Vec{X: 30 * game.Unit, Y: 30 * game.Unit}},
	}}
	c.look(&known, &predict.View{Ships: []predict.Ship{
		{Seat: 1, Mine: true, Alive: true, Pos: predict.Point{X: 12.5, Y: 10}},
		{Seat: 5, Alive: true, Pos: predict.Point{X: 1, Y: 1}}, // the screen is behind: it is dead already
		{Seat: 9, Alive: true, Pos: predict.Point{X: 1, Y: 1}}, // and this one has left
	}})
	want := []game.Vec{{X: 12*game.Unit + game.Unit/2, Y: 10 * game.Unit}, known.Ships[1].Pos, known.Ships[2].Pos}
	for i, w := range want {
		if c.sight.Ships[i].Pos != w {
			t.Errorf("ship %d is seen at %v, want %v", known.Ships[i].Seat, c.sight.Ships[i].Pos, w)
		}
	}
	if known.Ships[0].Pos.X != 10*game.Unit {
		t.Error("what is known was changed")
	}
}
