package frontier

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/server/room"
)

// crowd is a frontier of so many people who have been there for a while; within, in units, is the side of the square they are
// thrown into, 0 for all of the arena.
func crowd(b testing.TB, people, within int) (*Frontier, func()) {
	b.Helper()
	f := newFrontier(b, people, Divisor)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range people {
		f.Seat(room.Seat(i), "", room.Here)
	}
	// They are put where they fly, rather than waited for until they have all found places.
	a := f.cfg.Ground.Arena
	for i := range people {
		s := game.Ship{
			Seat: game.Seat(i), Name: f.people[i].name, Alive: true, Health: game.MaxHealth, HitBy: game.NoSeat, KilledBy: game.NoSeat,
			Score: int16(rng.IntN(40)), Kills: uint16(rng.IntN(20)), Deaths: uint16(rng.IntN(20)),
		}
		for s.Pos == (game.Vec{}) || !a.Fits(s.Pos, game.ShipRadius) {
			at := a.Spawns[rng.IntN(len(a.Spawns))].Centre()
			if within > 0 {
				at = a.Spawns[len(a.Spawns)/2].Centre()
			}
			reach := max(within, 400) * game.Unit
			s.Pos = game.Vec{X: at.X + int32(rng.IntN(reach)-reach/2), Y: at.Y + int32(rng.IntN(reach)-reach/2)}
		}
		f.state.Ships = append(f.state.Ships, s)
		f.state.Private = append(f.state.Private, game.Private{Energy: game.MaxEnergy})
	}
	slices.SortFunc(f.state.Ships, func(p, q game.Ship) int { return int(p.Seat) - int(q.Seat) })
	pads := make([]pad, people)
	var inputs []room.Input
	return f, func() {
		for range Divisor {
			inputs = inputs[:0]
			for i := range people {
				inputs = append(inputs, payload(room.Seat(i), f.state.Tick+1, pads[i].next(rng)))
			}
			f.Step(inputs)
		}
	}
}

// pad is a person at mouse and keyboard, roughly: the aim rests, then turns; keys are held for a while.
type pad struct {
	in         game.Input
	turn, left int
}

func (p *pad) next(rng *rand.Rand) game.Input {
	if p.left--; p.left <= 0 {
		p.left, p.turn = 10+rng.IntN(30), 0
		if rng.IntN(2) == 0 {
			p.turn = rng.IntN(80) - 40
		}
		if rng.IntN(2) == 0 {
			p.in.Thrust = uint8(rng.IntN(9))
			if p.in.Thrust > 0 {
				p.in.Thrust = p.in.Thrust*2 - 1
			}
		}
		p.in.Buttons = 0
		if rng.IntN(3) > 0 {
			p.in.Buttons = game.Fire
		}
	}
	if p.turn != 0 {
		p.in.Aim = (p.in.Aim + uint16(p.turn+rng.IntN(5)-2)) & (game.AimSteps - 1)
	}
	return p.in
}

// BenchmarkInterval is what one interval costs: stepping the world, telling its cells, and putting together what each seat
// sees of them.
func BenchmarkInterval(b *testing.B) {
	for _, c := range []struct {
		name           string
		people, within int
	}{
		{"300 apart", 300, 0},
		{"1200 apart", 1200, 0},
		{"2000 apart", 2000, 0},
		{"250 in one view", 250, 700},
		{"1200 in one view", 1200, 1000},
	} {
		for _, part := range []string{"step", "tell", "sight"} {
			b.Run(c.name+"/"+part, func(b *testing.B) {
				f, step := crowd(b, c.people, c.within)
				var body []byte
				for range 60 {
					step()
					f.Tell(alone)
					for i := range c.people {
						f.Look(room.Seat(i), len(f.views[i].held) == 0)
						body = f.Sight(body[:0], room.Seat(i))
					}
				}
				bytes, ships, told, n := 0, 0, 0, 0
				var spent time.Duration
				b.ReportAllocs()
				for b.Loop() {
					run := func(name string, do func()) {
						if name != part {
							b.StopTimer()
							do()
							b.StartTimer()
							return
						}
						before := cpuTime()
						do()
						spent += cpuTime() - before
					}
					run("step", step)
					run("tell", func() { f.Tell(alone) })
					run("sight", func() {
						for i := range c.people {
							f.Look(room.Seat(i), false)
							body = f.Sight(body[:0], room.Seat(i))
							bytes += len(body)
						}
					})
					told += f.bytes
					for i := range f.cells {
						if f.cells[i].seen > 0 {
							ships += len(f.cells[i].known.Ships)
						}
					}
					n++
				}
				b.ReportMetric(float64(spent.Microseconds())/float64(n), "cpu-µs/op")
				if part == "sight" {
					b.ReportMetric(float64(spent.Nanoseconds())/float64(n)/float64(c.people), "cpu-ns/seat")
					b.ReportMetric(float64(bytes)/float64(n)/float64(c.people), "B/seat")
				}
				if part == "tell" {
					b.ReportMetric(float64(told)/float64(ships), "B/ship")
				}
			})
		}
	}
}
