package snap

import (
	"testing"
)

func anyLeaders() Leaders {
	return Leaders{
		Ranked: 1204,
		Best:   []Leader{{Seat: 7, Score: 99, Kills: 40, Streak: 12, Name: "Ana"}, {Seat: 0x8001, Pilot: true, Score: -3, Name: "Carom"}},
		Marks:  []Mark{{Place: 20, Score: 31}, {Place: 1000, Score: -1}},
	}
}

func TestWhatIsToldOfAWholeWorldSurvivesTheWire(t *testing.T) {
	l := anyLeaders()
	got, err := DecodeLeaders(AppendLeaders(nil, &l))
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, l)
	m := Minimap{Columns: 3, Rows: 2, Ships: []uint8{0, 1, 255, 4, 0, 9}}
	back, err := DecodeMinimap(AppendMinimap(nil, &m))
	if err != nil {
		t.Fatal(err)
	}
	same(t, back, m)
}

func TestWhatIsToldOfAWholeWorldIsRefusedWhenItIsCutShort(t *testing.T) {
	l := anyLeaders()
	whole := AppendLeaders(nil, &l)
	for n := range whole {
		if _, err := DecodeLeaders(whole[:n]); err == nil {
			t.Errorf("%d of %d bytes are accepted", n, len(whole))
		}
	}
	if _, err := DecodeLeaders(append(whole, 0)); err == nil {
		t.Error("a byte too many is accepted")
	}
	for _, b := range [][]byte{nil, {7}, {7, 1, 0}, {7, 0, 1}, {7, 2, 2, 1, 2, 3}, {7, 33, 1}} {
		if _, err := DecodeMinimap(b); err == nil {
			t.Errorf("%v is accepted", b)
		}
	}
}

func FuzzDecodeLeaders(f *testing.F) {
	l := anyLeaders()
	f.Add(AppendLeaders(nil, &l))
	f.Fuzz(func(t *testing.T, body []byte) {
		if l, err := DecodeLeaders(body); err == nil && hex(AppendLeaders(nil, &l)) != hex(body) {
			t.Error("an accepted body does not come back")
		}
	})
}

func FuzzDecodeMinimap(f *testing.F) {
	f.Add(AppendMinimap(nil, &Minimap{Columns: 2, Rows: 1, Ships: []uint8{3, 4}}))
	f.Fuzz(func(t *testing.T, body []byte) {
		if m, err := DecodeMinimap(body); err == nil && hex(AppendMinimap(nil, &m)) != hex(body) {
			t.Error("an accepted body does not come back")
		}
	})
}
