package brain

import (
	"testing"

	"bankshot/game"
)

func TestEverySeatHasAWordForItsTemper(t *testing.T) {
	words := map[string]bool{}
	for seat := range game.Seat(len(characters)) {
		if characterOf(seat).word == "" {
			t.Errorf("seat %d has none", seat)
		}
		words[characterOf(game.FirstPilotSeat+seat).word] = true
	}
	if len(words) < len(characters) {
		t.Errorf("neighbours share words: %v", words)
	}
}

func TestATemperIsWhatItsWordSays(t *testing.T) {
	for seat := range game.Seat(64) {
		seat += game.FirstPilotSeat
		p := New(seat, Regular, uint64(seat)*77)
		switch characterOf(seat).word {
		case "bold", "rash":
			if p.temper.aggression < 150 {
				t.Errorf("%s, with an aggression of %d", characterOf(seat).word, p.temper.aggression)
			}
		case "patient":
			if p.temper.patience < 150 {
				t.Errorf("%s, with a patience of %d", characterOf(seat).word, p.temper.patience)
			}
		case "loyal":
			if p.temper.company < 150 {
				t.Errorf("%s, with a love of company of %d", characterOf(seat).word, p.temper.company)
			}
		}
	}
}
