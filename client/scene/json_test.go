package scene

import (
	std "encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"

	"bankshot/client/predict"
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
