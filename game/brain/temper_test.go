package brain

import (
	"testing"

	"bankshot/game"
)

func TestEverySeatHasAWordForItsTemper(t *testing.T) {
	words := map[string]bool{}
	for seat := range game.Seat(len(characters)) {
		if Temper(seat) == "" {
			t.Errorf("seat %d has none", seat)
		}
		words[Temper(game.FirstPilotSeat+seat)] = true
	}
	if len(words) < len(characters) {
		t.Errorf("neighbours share words: %v", words)
	}
}

func TestATemperIsWhatItsWordSays(t *testing.T) {
	for seat := range game.Seat(64) {
		seat += game.FirstPilotSeat
		p := New(seat, Regular, uint64(seat)*77)
		switch Temper(seat) {
		case "bold", "rash":
			if p.temper.aggression < 150 {
				t.Errorf("%s, with an aggression of %d", Temper(seat), p.temper.aggression)
			}
		case "patient":
			if p.temper.patience < 150 {
				t.Errorf("%s, with a patience of %d", Temper(seat), p.temper.patience)
			}
		case "loyal":
			if p.temper.company < 150 {
				t.Errorf("%s, with a love of company of %d", Temper(seat), p.temper.company)
			}
		}
	}
}
