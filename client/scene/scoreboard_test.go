package scene

import (
	"slices"
	"testing"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
)

// screens are the windows that everything has to fit: a desktop's, a large one, a phone's both ways.
var screens = [][2]int{{1280, 720}, {1920, 1080}, {844, 390}, {390, 844}}

// extent is how far what was drawn of the interface reaches, in units of the interface.
func extent(r *render.Renderer) (left, top, right, bottom float32) {
	left, top = 1e9, 1e9
	for _, v := range r.Overlay.V {
		left, right = min(left, v.DstX), max(right, v.DstX)
		top, bottom = min(top, v.DstY), max(bottom, v.DstY)
	}
	return (left - r.Cam.Left) / r.UI, (top - r.Cam.Top) / r.UI, (right - r.Cam.Left) / r.UI, (bottom - r.Cam.Top) / r.UI
}

func TestTheTableFitsEveryScreenInEveryMode(t *testing.T) {
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	for mode := range arena.Modes {
		v := aView()
		v.Mode = mode
		for range 44 {
			v.Ships = append(v.Ships, predict.Ship{Name: "WWWWWWWWWWWWWWWWWWWWWWWW"})
		}
		for i := range v.Ships {
			if mode.Teams() {
				v.Ships[i].Team = game.TeamOne + uint8(i%2)
			}
		}
		for _, size := range screens {
			r.Frame(size[0], size[1], 1, v)
			r.Clear()
			buf := make([]byte, 0, longestLine)
			s := scribe{ui.On(r), &buf}
			scoreboard(s, v, ranked(nil, v))
			left, top, right, bottom := extent(r)
			if left < 0 || top < clockH || right > s.W || bottom > s.H {
				t.Errorf("%v at %v: the table reaches from (%v, %v) to (%v, %v) of %v x %v", mode, size, left, top, right, bottom, s.W, s.H)
			}
		}
	}
}

func TestWhereTeamsPlayTheBetterTeamsShipsComeFirst(t *testing.T) {
	v := &predict.View{Mode: arena.Capture, TeamScore: [2]int{1, 2}, Ships: []predict.Ship{
		{Seat: 0, Team: game.TeamOne, Score: 9},
		{Seat: 1, Team: game.TeamTwo, Score: 1},
		{Seat: 2, Team: game.NoTeam, Score: 50},
		{Seat: 3, Team: game.TeamTwo, Score: 4},
		{Seat: 4, Team: game.TeamOne, Score: 2},
	}}
	order := ranked(nil, v)
	if want := []int{3, 1, 0, 4, 2}; !slices.Equal(order, want) {
		t.Fatalf("order %v, want %v", order, want)
	}
	if from, to := teamPart(v, order, game.TeamTwo); !slices.Equal(order[from:to], []int{3, 1}) {
		t.Errorf("team two is %v", order[from:to])
	}
	if from, to := teamPart(v, order, game.TeamOne); !slices.Equal(order[from:to], []int{0, 4}) {
		t.Errorf("team one is %v", order[from:to])
	}
}

func TestGoalsAreAColumnOnlyWhereThereAreAny(t *testing.T) {
	for mode := range arena.Modes {
		goals := slices.ContainsFunc(columnsOf(mode), func(c column) bool { return c.head == "goals" })
		if want := len(game.Modes[mode].Goals) > 0; goals != want {
			t.Errorf("%v: goals shown is %v", mode, goals)
		}
	}
}

func TestPlacesAreSaidAsOneSaysThem(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 64: "64th"} {
		if got := string(line{}.ordinal(n).b); got != want {
			t.Errorf("%d is said %q", n, got)
		}
	}
}
