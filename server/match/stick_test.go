package match

import (
	"testing"

	"bankshot/game"
	"bankshot/server/room"
)

func TestAPersonFliesByTheirPayloads(t *testing.T) {
	m := newMatch(t, 8, 0)
	m.Seat(0, "Ana", room.Here)
	m.Step(nil)
	from := m.ship(t, 0).Pos
	for range 20 {
		m.Step([]room.Input{payload(0, m.state.Tick+1, game.Input{Thrust: 1, Aim: 1024})})
	}
	s := m.ship(t, 0)
	if s.Pos.X <= from.X || s.Aim != 1024 {
		t.Errorf("thrusting right for 20 ticks moved the ship from %v to %v, aim %d", from, s.Pos, s.Aim)
	}
}

func TestWhatAMissingPayloadMeans(t *testing.T) {
	var h hold
	asked := game.Input{Thrust: 5, Aim: 77, Buttons: game.Fire}
	first := payload(0, 1, asked)
	if !h.hear(&first) {
		t.Fatal("a good payload was not heard")
	}
	if got := h.ask(true); got != asked {
		t.Fatalf("asked %+v, got %+v", asked, got)
	}
	for n := 1; n <= 20; n++ {
		want := asked.Held(game.Tick(n))
		if got := h.ask(false); got != want {
			t.Errorf("%d ticks after the last payload: %+v, want %+v", n, got, want)
		}
	}
}

func TestAPressThatComesLateEntersTheNextTickOnce(t *testing.T) {
	var h hold
	calm := payload(0, 1, game.Input{Aim: 9})
	h.hear(&calm)
	late := payload(0, 1, game.Input{Aim: 500, Buttons: game.Dash})
	late.Late = true
	if h.hear(&late) {
		t.Error("a late payload counts as one for this tick")
	}
	if got := h.ask(true); got.Buttons != game.Dash || got.Aim != 9 {
		t.Errorf("the tick after a late press: %+v", got)
	}
	if got := h.ask(true); got.Buttons != 0 {
		t.Errorf("the press is repeated: %+v", got)
	}
}

func TestAHeldButtonThatComesLateIsNoNewPress(t *testing.T) {
	var h hold
	held := payload(0, 1, game.Input{Buttons: game.Fire})
	h.hear(&held)
	late := held
	late.Late = true
	h.hear(&late)
	released := payload(0, 2, game.Input{})
	h.hear(&released)
	if got := h.ask(true); got.Buttons != 0 {
		t.Errorf("released, but asked %+v", got)
	}
}

func TestAPilotTakesTheShipOfWhoIsSilentForThreeSeconds(t *testing.T) {
	m := newMatch(t, 8, 0)
	m.Seat(0, "Ana", room.Here)
	m.Step(nil)
	m.Step([]room.Input{payload(0, m.state.Tick+1, game.Input{})})
	for range silentTicks {
		m.Step(nil)
	}
	if m.ship(t, 0).Pilot {
		t.Fatal("a pilot took the ship too soon")
	}
	m.Step(nil)
	m.Step(nil)
	if !m.ship(t, 0).Pilot {
		t.Fatal("nobody took the ship")
	}
	m.Step([]room.Input{payload(0, m.state.Tick+1, game.Input{})})
	m.Step([]room.Input{payload(0, m.state.Tick+1, game.Input{})})
	if m.ship(t, 0).Pilot {
		t.Error("the person is back, the pilot still flies")
	}
}

func TestWhoComesBackOverAnotherConnectionNeedNotSpeakToHaveTheShip(t *testing.T) {
	m := newMatch(t, 8, 0)
	m.Seat(0, "Ana", room.Here)
	for range silentTicks + 3 {
		m.Step(nil)
	}
	if !m.ship(t, 0).Pilot {
		t.Fatal("nobody took the ship of who is silent")
	}
	m.Seat(0, "Ana", room.Away)
	m.Seat(0, "Ana", room.Here)
	m.Step(nil)
	if m.ship(t, 0).Pilot {
		t.Error("the person is back, the pilot still flies")
	}
}

func TestGarbagePayloadsCountAsMissing(t *testing.T) {
	var h hold
	for _, in := range []room.Input{{Len: 0}, {Len: 1, Data: [8]byte{0xFF}}, {Len: 8}, {Len: 200}} {
		if h.hear(&in) {
			t.Errorf("payload of %d bytes was taken for an input", in.Len)
		}
	}
}
