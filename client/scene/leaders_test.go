package scene

import (
	"testing"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
)

// anHour is a View of Frontier: somebody among many, far behind the best.
func anHour() *predict.View {
	v := aView()
	v.Mode = arena.Frontier
	v.Minimap = predict.Minimap{Columns: 8, Rows: 8, Counts: make([]uint8, 64), Me: predict.Point{X: 0.2, Y: 0.9}}
	for i := range v.Minimap.Counts {
		v.Minimap.Counts[i] = uint8(i * 5)
	}
	v.Leaders = predict.Leaders{Place: 117, Score: 12, Players: 1200}
	for i := range 10 {
		v.Leaders.Best = append(v.Leaders.Best, predict.Leader{
			Seat: game.Seat(100 + i), Name: "WWWWWWWWWWWWWWWWWWWWWWWW", Pilot: i%2 == 0, Score: 900 - i, Kills: 300 - i, Streak: 12, Place: i + 1,
		})
	}
	v.Ships[v.Me].Streak = 4
	return v
}

func TestTheTextOfAnHourCostsNoMemory(t *testing.T) {
	v := anHour()
	s := aScribe(t, v)
	draw := func() {
		s.Reset()
		hud(s, v, nil)
		leaderTable(s, v)
	}
	draw()
	if n := testing.AllocsPerRun(100, draw); n != 0 {
		t.Errorf("a steady frame allocated %v times", n)
	}
}

func TestTheTableOfTheHourFitsEveryScreenAndChangesNothing(t *testing.T) {
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	v := anHour()
	for _, size := range screens {
		r.Frame(size[0], size[1], 1, v)
		r.Clear()
		buf := make([]byte, 0, longestLine)
		s := scribe{ui.On(r), &buf}
		leaderTable(s, v)
		left, top, right, bottom := extent(r)
		if left < 0 || top < clockH || right > s.W || bottom > s.H {
			t.Errorf("at %v the table reaches from (%v, %v) to (%v, %v) of %v x %v", size, left, top, right, bottom, s.W, s.H)
		}
	}
	if v.Leaders.Best[9].Place != 10 || v.Leaders.Best[9].Mine {
		t.Errorf("drawing the table has changed its last line to %+v", v.Leaders.Best[9])
	}
}

func TestTheMinimapLiesWithinTheScreenAndBesideTheShipsInstruments(t *testing.T) {
	for _, size := range screens {
		r, err := render.New()
		if err != nil {
			t.Fatal(err)
		}
		v := anHour()
		r.Frame(size[0], size[1], 1, v)
		r.Clear()
		buf := make([]byte, 0, longestLine)
		s := scribe{ui.On(r), &buf}
		minimap(s, &v.Minimap)
		left, top, right, bottom := extent(r)
		if left < 0 || top < 0 || right > s.W || bottom > s.H {
			t.Errorf("at %v it reaches from (%v, %v) to (%v, %v) of %v x %v", size, left, top, right, bottom, s.W, s.H)
		}
		if minimapAt(s.W, s.H).Meets(ownShipAt(s.W, s.H)) {
			t.Errorf("at %v it covers the ship's instruments", size)
		}
	}
}

func TestAMinimapOfTooFewCountsIsNotDrawn(t *testing.T) {
	v := anHour()
	s := aScribe(t, v)
	v.Minimap.Counts = v.Minimap.Counts[:5]
	s.Reset()
	minimap(s, &v.Minimap)
}
