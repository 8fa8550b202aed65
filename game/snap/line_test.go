package snap

import (
	"errors"
	"slices"
	"testing"

	"bankshot/game"
)

func TestALineComesOutAsItWentIn(t *testing.T) {
	for _, want := range []Line{nil, {{Seat: 3, Name: "Ana"}}, {{Seat: 300, Name: "Žofie"}, {Seat: 0, Name: "B"}}} {
		got, err := DecodeLine(AppendLine(nil, want))
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%v became %v, %v", want, got, err)
		}
	}
}

func TestADamagedLineIsRefused(t *testing.T) {
	good := AppendLine(nil, Line{{Seat: 3, Name: "Ana"}, {Seat: 4, Name: "Bob"}})
	for n := range good {
		if _, err := DecodeLine(good[:n]); !errors.Is(err, ErrLine) {
			t.Errorf("the first %d bytes were taken for a line", n)
		}
	}
	for _, bad := range [][]byte{
		append(slices.Clone(good), 0),
		AppendLine(nil, Line{{Name: "\xff"}}),
		AppendBallot(nil, &Ballot{Choices: []Choice{{Arena: "A"}}, Taken: NoChoice}),
	} {
		if _, err := DecodeLine(bad); !errors.Is(err, ErrLine) {
			t.Errorf("%x: %v", bad, err)
		}
	}
}

func FuzzLine(f *testing.F) {
	f.Add(AppendLine(nil, Line{{Seat: 3, Name: "Ana"}, {Seat: 4, Name: "Bob"}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := DecodeLine(b)
		if err != nil {
			return
		}
		if len(l) > game.MaxShips || !slices.Equal(AppendLine(nil, l), b) {
			t.Errorf("%x was taken for %v", b, l)
		}
	})
}
