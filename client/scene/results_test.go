package scene

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

func TestTheResultsPartsNeverOverlapAndFitTheScreen(t *testing.T) {
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range screens {
		r.Frame(size[0], size[1], 1, &predict.View{})
		c := ui.On(r)
		for bits := range 4 {
			for cards := range snap.MaxChoices + 1 {
				lay := layResults(c.W, c.H, bits&1 != 0, bits&2 != 0, cards)
				parts := map[string]ui.Rect{"title": lay.title, "standings": lay.standings, "invite": lay.invite}
				if bits&1 != 0 {
					parts["shot"] = lay.shot
				}
				if bits&2 != 0 {
					parts["awards"] = lay.awards
				}
				for i := range lay.nCards {
					parts[fmt.Sprint("card ", i)] = lay.cards[i]
				}
				checkParts(t, fmt.Sprint(size, bits, cards), c, parts)
			}
		}
	}
}

func checkParts(t *testing.T, where string, c ui.Canvas, parts map[string]ui.Rect) {
	t.Helper()
	for name, p := range parts {
		if p.W < 60 || p.H < 20 || p.X < 0 || p.Y < 0 || p.Right() > c.W || p.Bottom() > c.H {
			t.Errorf("%s: %s is %v on %v x %v", where, name, p, c.W, c.H)
		}
		for other, q := range parts {
			if name < other && p.Meets(q) {
				t.Errorf("%s: %s %v overlaps %s %v", where, name, p, other, q)
			}
		}
	}
}

func TestTheHUDsPartsNeverOverlapAndLeaveAPhonesCornersFree(t *testing.T) {
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range screens {
		r.Frame(size[0], size[1], 1, &predict.View{})
		c := ui.On(r)
		checkParts(t, fmt.Sprint(size), c, map[string]ui.Rect{
			"own ship": ownShipAt(c.W, c.H),
			"clock":    {X: c.W/2 - clockW/2, Y: 0, W: clockW, H: teamStatus + 4},
			"news":     {X: 200, Y: newsAt(c.H) - 18, W: c.W - 400, H: 24},
			"mine":     {X: 200, Y: mineAt(c.H) - 40, W: c.W - 400, H: 70},
		})
		if own := ownShipAt(c.W, c.H); c.H < tall && (own.X < c.W*0.3 || own.Right() > c.W*0.7) {
			t.Errorf("at %v the instruments lie under a thumb: %v", size, own)
		}
		if ship := c.H/2 - 30; mineAt(c.H)+30 > ship {
			t.Errorf("at %v a call covers the ship", size)
		}
	}
}

func TestTheWinnerIsATeamAShipOrSeveral(t *testing.T) {
	ships := []predict.Ship{{Seat: 1, Name: "Ana", Score: 5}, {Seat: 2, Name: "Bo", Score: 3, Mine: true}, {Seat: 3, Name: "Cy", Score: 5}}
	for _, c := range []struct {
		what string
		v    predict.View
		want string
	}{
		{"a ship", predict.View{Me: -1, Ships: ships[:2]}, "Ana wins"},
		{"me", predict.View{Me: 0, Ships: ships[1:2]}, "Bo, you win"},
		{"two ships", predict.View{Me: -1, Ships: ships}, "Ana and 1 more are even"},
		{"nobody", predict.View{Me: -1}, "Nobody was here"},
		{"a team", predict.View{Mode: arena.Capture, TeamScore: [2]int{1, 3}, Ships: ships}, "Red team wins  3 : 1"},
		{"neither team", predict.View{Mode: arena.Teams, TeamScore: [2]int{2, 2}, Ships: ships}, "A draw  2 : 2"},
	} {
		l, _ := winnerLine(line{}, &c.v, ranked(nil, &c.v))
		if got := string(l.b); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestWhatWasToldAboutARoundIsForgottenAfterItsResults(t *testing.T) {
	c := aChronicle()
	v := &predict.View{Ready: true, Me: -1, Phase: game.Playing}
	c.look(v, 0)
	if !c.outcome.hasShot || !c.vote.there() {
		t.Fatal("what came before the results could be seen was thrown away")
	}
	v.Phase = game.Results
	c.look(v, 0)
	if !c.outcome.hasShot || c.outcome.given == 0 {
		t.Fatal("the results forgot their awards")
	}
	v.Phase = game.Countdown
	c.look(v, 0)
	if c.outcome.hasShot || c.outcome.given != 0 || c.vote.there() {
		t.Error("the next round still shows the results of the one before")
	}
}

func TestTheWayOfTheShotIsDrawnOnceStandsAndBeginsAgain(t *testing.T) {
	if part(0) != 0 || part(shotDraws) != 1 || part(shotDraws+shotStands-1) != 1 || part(shotDraws+shotStands) != 0 {
		t.Error("it does not")
	}
	if p := part(shotDraws / 2); p < 0.49 || p > 0.51 {
		t.Errorf("half way it is at %v", p)
	}
	if part(-time.Second) != 0 {
		t.Error("it is drawn before it came")
	}
}

func TestOnlyTurnsAtWallsAreBanks(t *testing.T) {
	a := &arena.Arena{W: 7, H: 7, Tiles: make([]arena.Tile, 49)}
	for i := range 7 {
		a.Tiles[i], a.Tiles[42+i], a.Tiles[7*i], a.Tiles[7*i+6] = arena.Wall, arena.Wall, arena.Wall, arena.Wall
	}
	const tile = arena.TileUnits * game.Unit
	for _, c := range []struct {
		what string
		at   game.Vec
		want bool
	}{
		{"at the left wall", game.Vec{X: tile, Y: 3 * tile}, true},
		{"at the upper wall", game.Vec{X: 3 * tile, Y: tile}, true},
		{"in the open", game.Vec{X: 3*tile + tile/2, Y: 3*tile + tile/2}, false},
	} {
		if got := beside(a, c.at); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

func TestAKillInTheFeedNeverReachesTheTeamsScores(t *testing.T) {
	for _, size := range screens {
		v := &predict.View{Mode: arena.Capture}
		r, err := render.New()
		if err != nil {
			t.Fatal(err)
		}
		r.Frame(size[0], size[1], 1, v)
		r.Clear()
		buf := make([]byte, 0, longestLine)
		s := scribe{ui.On(r), &buf}
		var f feed
		for _, returned := range []bool{false, true} {
			k := kill{victim: "WWWWWWWWWWWW", by: "WWWWWWWWWWWW", banks: 3, points: 4, weapon: game.Scatter, returned: returned, revenge: true}
			scores := s.W/2 + teamAway + s.Width("8", render.SizeTitle) + 10 + s.Width(teams[game.TeamTwo], render.SizeSmall)
			if left := f.line(s, &k, 30, 1); left < scores {
				t.Errorf("at %v a line reaches to %v, the scores to %v", size, left, scores)
			}
		}
	}
}

func TestTheMapShowsTheWholeWayAndNeverMoreThanTheArena(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := &arena.Arena{W: rapid.IntRange(8, 90).Draw(t, "w"), H: rapid.IntRange(8, 60).Draw(t, "h")}
		r := ui.Rect{X: 10, Y: 20, W: rapid.Float32Range(100, 400).Draw(t, "box w"), H: rapid.Float32Range(80, 300).Draw(t, "box h")}
		var path []game.Vec
		for range rapid.IntRange(2, 6).Draw(t, "points") {
			path = append(path, game.Vec{
				X: rapid.Int32Range(0, int32(a.W)*tileSize).Draw(t, "x"), Y: rapid.Int32Range(0, int32(a.H)*tileSize).Draw(t, "y"),
			})
		}
		f := around(a, path, r)
		if p := f.part; p.X < 0 || p.Y < 0 || p.Right() > float32(a.W)+0.01 || p.Bottom() > float32(a.H)+0.01 {
			t.Fatalf("%v of an arena of %d x %d", p, a.W, a.H)
		}
		for _, p := range path {
			if x, y := f.at(p); x < r.X-0.1 || y < r.Y-0.1 || x > r.Right()+0.1 || y > r.Bottom()+0.1 {
				t.Fatalf("%v is drawn at (%v, %v), outside %v", p, x, y, r)
			}
		}
	})
}
