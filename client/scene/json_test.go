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
	v.Flags = [2]predict.Flag{{There: true, Team: 1, Home: true, Carrier: game.NoSeat}, {There: true, Team: 2, Carrier: 7}}
	v.Pickups = []predict.Pickup{{Kind: game.PickupOf(game.Rail), At: predict.Point{X: 1, Y: 2}}, {}}
	v.Hill = predict.Hill{There: true, Holder: game.NoSeat, MovesIn: 60}
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
			Flags     []struct {
				Team    int
				At      string
				Carrier *int
			}
			Hill   *struct{ Holder *int }
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
		if len(got.Flags) != 2 || got.Flags[0].At != "home" || got.Flags[0].Carrier != nil || got.Flags[1].At != "carried" || *got.Flags[1].Carrier != 7 || got.Hill == nil {
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
