package frontier

import (
	"testing"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/server/room"
)

func newFrontier(t testing.TB, players, pilots, divisor int) *Frontier {
	t.Helper()
	f, err := New(Config{Ground: NewGround(1), Seed: 4, Players: players, Pilots: pilots, Divisor: divisor})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// payload is what a person's client sends for one tick.
func payload(seat room.Seat, tick game.Tick, in game.Input) room.Input {
	b := snap.AppendInput(nil, in)
	p := room.Input{Seat: seat, Tick: uint32(tick), Len: uint8(len(b))}
	copy(p.Data[:], b)
	return p
}

func TestAFewPeopleSeeWhatIsAroundThemAndNothingElse(t *testing.T) {
	f := newFrontier(t, 40, 0, Divisor)
	clients := make([]client, 40)
	for i := range clients {
		clients[i].seat = room.Seat(i)
		f.Seat(room.Seat(i), "", room.Here)
	}
	for n := range 300 {
		for range Divisor {
			var inputs []room.Input
			for i := range clients {
				at := int(f.state.Tick) + i*37
				in := game.Input{Aim: uint16(at * 5 & (game.AimSteps - 1)), Thrust: uint8(at / 90 % game.Thrusts)}
				if at%50 < 25 {
					in.Buttons |= game.Fire
				}
				if at%170 == 0 {
					in.Buttons |= game.Dash
				}
				if at%200 < 20 {
					in.Buttons |= game.Mirror
				}
				inputs = append(inputs, payload(room.Seat(i), f.state.Tick+1, in))
			}
			f.Step(inputs)
		}
		f.Tell()
		for i := range clients {
			clients[i].hears(t, f, n == 0)
			clients[i].check(t, f)
		}
	}
}
