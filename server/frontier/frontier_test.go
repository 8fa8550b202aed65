package frontier

import (
	"bytes"
	"math/rand/v2"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

var ground = sync.OnceValue(func() *Ground { return NewGround(1) })

func newFrontier(t fataler, players, divisor int) *Frontier {
	t.Helper()
	f, err := New(Config{Ground: ground(), Seed: 4, Players: players, Divisor: divisor})
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

// hands hold the sticks of people who turn, fire, dash and raise mirrors without much thought.
func hands(rng *rand.Rand, inputs []room.Input, seat room.Seat, tick game.Tick) []room.Input {
	at := int(tick) + int(seat)*37
	in := game.Input{Aim: uint16(at * 5 & (game.AimSteps - 1)), Thrust: uint8((at/60 + int(seat)) % game.Thrusts)}
	if at%50 < 25 {
		in.Buttons |= game.Fire
	}
	if rng.IntN(100) == 0 {
		in.Buttons |= game.Dash
	}
	if at%200 < 30 {
		in.Buttons |= game.Mirror
	}
	return append(inputs, payload(seat, tick, in))
}

// TestASeatHoldsWhatIsTrueAroundItAndIsToldNothingElse lets people come, go, drop out of the stream, watch, and be thrown
// together at one place and apart: after every snapshot what each client has read of its cells is what is true there, to
// the bit, and it has been told of no others.
func TestASeatHoldsWhatIsTrueAroundItAndIsToldNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const seats = 24
		divisor := rapid.SampledFrom([]int{Divisor, SlowDivisor}).Draw(t, "divisor")
		f := newFrontier(t, seats, divisor)
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		spawns := f.cfg.Ground.Arena.Spawns
		var clients [seats]*client
		presences := []room.Presence{room.Here, room.Here, room.Here, room.Away, room.Watching, room.Gone}
		for n := range 25 {
			for i := range clients {
				if n > 0 && rng.IntN(30) > 0 {
					continue
				}
				switch p := presences[rng.IntN(len(presences))]; {
				case p == room.Gone:
					if clients[i] != nil {
						f.Seat(room.Seat(i), "", room.Gone)
						clients[i] = nil
					}
				default:
					f.Seat(room.Seat(i), "", p)
					if clients[i] == nil {
						clients[i] = &client{seat: room.Seat(i), focus: game.NoSeat}
					}
				}
			}
			for range divisor * (1 + rng.IntN(2)) { // now and then a snapshot is held
				var inputs []room.Input
				for i, c := range clients {
					if c != nil && f.people[i].presence == room.Here {
						inputs = hands(rng, inputs, room.Seat(i), f.state.Tick+1)
					}
				}
				f.Step(inputs)
			}
			if rng.IntN(8) == 0 {
				f.gather(rng, spawns[rng.IntN(len(spawns))].Centre())
			}
			f.Narrow(rng.IntN(10) == 0)
			f.Tell(together)
			var told []*client
			for _, c := range clients {
				switch {
				case c == nil:
				case rng.IntN(40) == 0:
					c.held, c.tick = nil, 0 // it is skipped
				default:
					c.looks(t, f, c.tick == 0)
					told = append(told, c)
				}
			}
			together(len(told), func(_, k int) { told[k].body = f.Sight(told[k].body[:0], told[k].seat) })
			for _, c := range told {
				c.reads(t, f)
				c.check(t, f)
			}
		}
	})
}

// gather throws all living ships to one place, which the rules do not do: it is told like anything else that cells do not
// expect.
func (f *Frontier) gather(rng *rand.Rand, at game.Vec) {
	for i := range f.state.Ships {
		s := &f.state.Ships[i]
		if to := (game.Vec{X: at.X + int32(rng.IntN(800)-400)*game.Unit, Y: at.Y + int32(rng.IntN(800)-400)*game.Unit}); s.Alive &&
			f.cfg.Ground.Arena.Fits(to, game.ShipRadius) {
			s.Pos = to
		}
	}
}

func TestPilotsFlyOnceTheirChartIsDrawn(t *testing.T) {
	land := NewGround(2)
	f, err := New(Config{Ground: land, Seed: 4, Players: 10, Pilots: 12, Divisor: Divisor})
	if err != nil {
		t.Fatal(err)
	}
	f.Seat(0, "Ana", room.Away)
	for range 30 {
		f.Step(nil)
	}
	if len(f.state.Ships) != 1 {
		t.Fatalf("%d ships fly without a chart", len(f.state.Ships))
	}
	land.Chart()
	c := client{seat: 0, focus: game.NoSeat}
	for n := range 60 {
		f.Step(nil)
		f.Step(nil)
		f.Tell(alone)
		c.hears(t, f, n == 0)
		c.check(t, f)
	}
	moved := 0
	for i := range f.state.Ships {
		if s := &f.state.Ships[i]; s.Vel != (game.Vec{}) {
			moved++
		}
	}
	if len(f.state.Ships) != 13 || moved < 8 {
		t.Errorf("%d ships, %d of which move; want Ana's and 12 pilots'", len(f.state.Ships), moved)
	}
}

func TestACrowdInOneViewIsToldByWholeCellsWithinItsBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("plays for half a minute")
	}
	const people = 2300
	f, step := crowd(t, people, 900)
	rng := rand.New(rand.NewPCG(5, 6))
	at := f.state.Ships[0].Pos
	clients := []client{{seat: 0, focus: game.NoSeat}, {seat: 1000, focus: game.NoSeat}, {seat: 2299, focus: game.NoSeat}}
	shed := false
	for n := range 12 {
		step()
		f.gather(rng, at) // nobody is where anybody expects: the most there can be to tell
		f.Tell(alone)
		shed = shed || f.bytes > mostKept
		for i := range clients {
			c := &clients[i]
			c.hears(t, f, n == 0)
			if len(c.body) > wire.MaxCells {
				t.Fatalf("seat %d is told %d bytes", c.seat, len(c.body))
			}
			c.holds(t, f)
		}
	}
	if !shed {
		t.Error("there was never too much to tell")
	}
	for range 30 {
		step()
		f.Tell(alone)
		for i := range clients {
			clients[i].hears(t, f, false)
			clients[i].check(t, f)
		}
	}
	for i := range clients {
		if v := &f.views[clients[i].seat]; !v.sound {
			t.Errorf("seat %d still sees only %d cells", clients[i].seat, len(v.held))
		}
	}
}

func TestNoTwoPilotsShareAName(t *testing.T) {
	known := map[string]bool{}
	for n := range MostPilots {
		name := pilotName(game.FirstPilotSeat + game.Seat(n))
		if known[name] || len(name) > game.MaxNameBytes {
			t.Fatalf("pilot %d is another %q", n, name)
		}
		known[name] = true
	}
}

func TestWhatIsToldDoesNotDependOnHowManyMakeIt(t *testing.T) {
	const people = 200
	one, stepOne := crowd(t, people, 1500)
	four, stepFour := crowd(t, people, 1500)
	var a, b []byte
	for n := range 20 {
		stepOne()
		stepFour()
		one.Tell(alone)
		four.Tell(together)
		for i := range people {
			one.Look(room.Seat(i), n == 0)
			four.Look(room.Seat(i), n == 0)
		}
		for i := range people {
			if a, b = one.Sight(a[:0], room.Seat(i)), four.Sight(b[:0], room.Seat(i)); !bytes.Equal(a, b) {
				t.Fatalf("snapshot %d: seat %d is told something else", n, i)
			}
		}
	}
}

func TestACrowdAppearsInOneView(t *testing.T) {
	f, err := New(Config{Ground: ground(), Seed: 4, Players: 60, Divisor: Divisor, Within: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		f.Seat(room.Seat(i), "", room.Here)
	}
	for range 60 {
		f.Step(nil)
	}
	a := f.cfg.Ground.Arena
	for i := range f.state.Ships {
		s := &f.state.Ships[i]
		if x, y := s.Pos.X/game.Unit-int32(a.W*tileUnits/2), s.Pos.Y/game.Unit-int32(a.H*tileUnits/2); !s.Alive || max(x, -x) > 500 || max(y, -y) > 282 {
			t.Errorf("ship %d is %d, %d from the middle, alive: %v", i, x, y, s.Alive)
		}
	}
	if len(f.state.Ships) != 60 {
		t.Errorf("%d ships of 60", len(f.state.Ships))
	}
	if _, err := New(Config{Ground: ground(), Players: 1, Divisor: Divisor, Within: 10}); err == nil {
		t.Error("everybody may appear within 10 units")
	}
}
