package scene

import (
	std "encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
)

func TestAnyTextSurvivesOurJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.String().Draw(t, "text")
		var j json
		j.open('{')
		j.str("a", want)
		j.bool("b", true)
		j.close('}')
		var got struct {
			A string
			B bool
		}
		if err := std.Unmarshal(j.b, &got); err != nil {
			t.Fatalf("%q: %v", j.b, err)
		}
		if got.A != want || !got.B {
			t.Fatalf("got %q, want %q", got.A, want)
		}
	})
}

func TestShipsAndShotsBecomeJSONWhateverTheyHold(t *testing.T) {
	var j json
	j.open('[')
	j.item()
	ship(&j, &predict.Ship{Seat: 3, Name: "a\"\\\n\xff", Pos: predict.Point{X: float32(math.NaN()), Y: 12.3456}, Alive: true})
	j.item()
	shot(&j, &predict.Shot{ID: 1 << 60, Banks: 2, Mine: true})
	j.close(']')
	var got []map[string]any
	if err := std.Unmarshal(j.b, &got); err != nil {
		t.Fatalf("%s: %v", j.b, err)
	}
	if got[0]["seat"] != 3.0 || got[0]["y"] != 12.346 || got[0]["x"] != nil || got[0]["alive"] != true {
		t.Errorf("ship: %v", got[0])
	}
	if got[1]["id"] != "1152921504606846976" || got[1]["banks"] != 2.0 {
		t.Errorf("shot: %v", got[1])
	}
}

func TestARoundAndWhatWasToldOfItBecomeJSON(t *testing.T) {
	v := aView()
	v.Mode, v.Team, v.TeamScore = arena.Capture, game.TeamTwo, [2]int{3, 1}
	v.Goals = []predict.Goal{
		{There: true, Team: 1, AtHome: true, Holder: game.NoSeat},
		{There: true, Team: 2, Holder: 7},
		{Holder: game.NoSeat},
		{Kind: game.ZoneGoal, There: true, AtHome: true, Holder: game.NoSeat, DueIn: 60},
	}
	v.Pickups = []predict.Pickup{{Kind: game.PickupOf(game.Rail), At: predict.Point{X: 1, Y: 2}}, {}}
	for _, c := range []chronicle{newChronicle(), aChronicle()} {
		var j json
		j.open('{')
		roundState(&j, v)
		toldState(&j, &c)
		j.close('}')
		var got struct {
			Mode      string
			Team      int
			TeamScore []int
			Pickups   []struct{ Kind string }
			Goals     []struct {
				Kind, At    string
				Team, DueIn int
				Holder      *int
			}
			Ballot *struct {
				Taken, Mine int
				Choices     []struct {
					Arena, Mode string
					Votes       int
				}
			}
			Awards []struct {
				Award, Name string
				Points      int
			}
			Shot *struct{ Link string }
		}
		if err := std.Unmarshal(j.b, &got); err != nil {
			t.Fatalf("%s: %v", j.b, err)
		}
		if got.Mode != "capture" || got.Team != 2 || got.TeamScore[0] != 3 || len(got.Pickups) != 2 || got.Pickups[0].Kind != "rail" {
			t.Errorf("%s", j.b)
		}
		if len(got.Goals) != 3 || got.Goals[0].At != "home" || got.Goals[0].Holder != nil || got.Goals[1].At != "carried" || *got.Goals[1].Holder != 7 || got.Goals[2].Kind != "zone" || got.Goals[2].DueIn != 60 {
			t.Errorf("%s", j.b)
		}
		if told := c.vote.there(); (got.Ballot != nil) != told || (got.Shot != nil) != told || len(got.Awards) != c.outcome.given {
			t.Errorf("%s", j.b)
		}
		if got.Ballot != nil && (got.Ballot.Taken != -1 || got.Ballot.Mine != 1 || got.Ballot.Choices[1].Votes != 40) {
			t.Errorf("%s", j.b)
		}
	}
}
