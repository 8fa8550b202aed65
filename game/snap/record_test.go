package snap

import (
	"math"
	"math/rand/v2"
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
)

const hallText = `name: Hall

##################################################
#◤..............................................◥#
#.........+......................................#
#..S..........S........S.......S.............S...#
#................................................#
#.............................+..................#
#.............◤##◥...............######..........#
#.............####...............######..........#
#.............◣##◢...............................#
#................................................#
#................................................#
#..S.......S.............S.....S.............S...#
#................................................#
#.......######.................◤##◥..............#
#.......######.................####..............#
#..............................◣##◢..............#
#................................................#
#..S.......S.............S.....S.............S...#
#................................................#
#◣..............................................◢#
##################################################
`

func hall(t testing.TB) *arena.Arena {
	t.Helper()
	a, err := arena.Parse([]byte(hallText))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// snapshot is one interval of a match, with the ships it starts from and the world it leads to.
type snapshot struct {
	held  game.Tick
	base  []game.Ship
	delta Delta
	after game.Public
}

// record plays a match of pilots and of simulated people in the hall, and cuts it into snapshots of so many ticks.
func record(t testing.TB, pilots, people, ticks, snapshots int, seed uint64) []snapshot {
	return recordIn(t, hall(t), arena.FreeForAll, pilots, people, ticks, snapshots, seed)
}

// ground is an arena and a mode that is played in it.
type ground struct {
	arena *arena.Arena
	mode  game.Mode
}

func (g ground) name() string { return g.mode.String() + " in " + g.arena.Name }

// ships is how many fly there of so many who would.
func (g ground) ships(n int) int {
	if most := game.Modes[g.mode].Ships; most > 0 {
		return min(n, most)
	}
	return n
}

// grounds are all that people play.
func grounds(t testing.TB) []ground {
	t.Helper()
	var all []ground
	for _, a := range realArenas(t) {
		for mode := range arena.Matched {
			if a.Modes.Has(mode) {
				all = append(all, ground{a, mode})
			}
		}
	}
	return all
}

// realArenas are those that people play in.
func realArenas(t testing.TB) []*arena.Arena {
	t.Helper()
	var all []*arena.Arena
	for _, name := range assets.ArenaNames {
		text, err := assets.Arenas.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := arena.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func recordIn(t testing.TB, a *arena.Arena, mode game.Mode, pilots, people, ticks, snapshots int, seed uint64) []snapshot {
	chart := brain.Survey(a)
	s := game.NewMatch(a, mode, seed)
	team := func(i int) uint8 {
		if !mode.Teams() {
			return game.NoTeam
		}
		return game.TeamOne + uint8(i%2)
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	var join game.Entry
	var flown []brain.Pilot
	var hands []hand
	for i := range people {
		join.Facts = append(join.Facts, game.Fact{Kind: game.FactJoin, Seat: game.Seat(i), Name: brain.Name(i), Team: team(i)})
		hands = append(hands, hand{seat: game.Seat(i), rng: rng, x: 100})
	}
	for i := range pilots {
		seat := game.FirstPilotSeat + game.Seat(i)
		join.Facts = append(join.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: brain.Name(people + i), Pilot: true, Team: team(people + i)})
		flown = append(flown, brain.New(seat, brain.Strengths()[i%3], seed))
	}
	var out []snapshot
	for range snapshots {
		if s.Phase == game.Results && s.Tick >= s.PhaseEnd {
			s.NewRound(a, mode)
		}
		snap := snapshot{held: s.Tick, base: append([]game.Ship(nil), s.Ships...), delta: Delta{First: s.Tick + 1}}
		for range ticks {
			var asks []game.Ask
			for i := range hands {
				asks = append(asks, game.Ask{Seat: hands[i].seat, Input: hands[i].move(&s.Public)})
			}
			for i := range flown {
				asks = append(asks, game.Ask{Seat: game.FirstPilotSeat + game.Seat(i), Input: flown[i].Think(&s.Public, chart)})
			}
			e := game.Entry{Facts: join.Facts}
			join.Facts = nil
			game.Decide(&s, a, asks, &e)
			game.Step(&s, a, &e, nil)
			snap.delta.Entries = append(snap.delta.Entries, e)
		}
		if len(out)%32 == 31 {
			snap.delta.HasHash, snap.delta.Hash = true, uint32(s.Hash())
		}
		snap.after.CopyFrom(&s.Public)
		out = append(out, snap)
	}
	return out
}

// hand is a person at mouse and keyboard: the cursor rests, then goes to where somebody is in one smooth move with a
// tremor in it; the keys give eight directions, held for a while; the mirror goes up every few seconds.
type hand struct {
	seat            game.Seat
	rng             *rand.Rand
	x, y            float64 // the cursor, from the ship
	fromX, fromY    float64
	toX, toY        float64
	start, took     int
	tick, keysUntil int
	thrust          uint8
	firing          bool
	mirrorUntil     int
	lag             int // of a connection whose lateness changes every few seconds
}

func (h *hand) move(p *game.Public) game.Input {
	h.tick++
	i := p.ShipOf(h.seat)
	if i < 0 {
		return game.Input{}
	}
	me := &p.Ships[i]
	if h.tick >= h.start+h.took && h.rng.IntN(14) == 0 {
		prey := &p.Ships[h.rng.IntN(len(p.Ships))]
		h.fromX, h.fromY, h.start, h.took = h.x, h.y, h.tick, 8+h.rng.IntN(24)
		h.toX = float64(prey.Pos.X-me.Pos.X)/256 + h.rng.NormFloat64()*15
		h.toY = float64(prey.Pos.Y-me.Pos.Y)/256 + h.rng.NormFloat64()*15
		h.firing = h.rng.IntN(3) > 0
	}
	if t := float64(h.tick-h.start) / float64(max(h.took, 1)); t <= 1 && h.took > 0 {
		t = t * t * t * (10 - 15*t + 6*t*t)
		h.x = math.Round(h.fromX + (h.toX-h.fromX)*t + h.rng.NormFloat64())
		h.y = math.Round(h.fromY + (h.toY-h.fromY)*t + h.rng.NormFloat64())
	}
	if h.tick >= h.keysUntil {
		h.keysUntil = h.tick + 6 + h.rng.IntN(40)
		h.thrust = uint8(h.rng.IntN(9))
		if h.thrust > 0 {
			h.thrust = h.thrust*2 - 1
		}
	}
	// A client learns in its first seconds how late snapshots are, and now and then anew, in steps of half a tick and more.
	switch {
	case h.lag == 0:
		h.lag = 12 + h.rng.IntN(40)
	case h.tick%2 == 1 && h.rng.IntN(60) == 0:
		h.lag = min(max(h.lag+(2+h.rng.IntN(2))*(1-2*h.rng.IntN(2)), 1), game.MaxLag)
	}
	in := game.Input{Thrust: h.thrust, Lag: uint8(h.lag), Aim: uint16(int(math.Round(math.Atan2(h.y, h.x)/math.Pi*2048)) & 4095)}
	if h.firing {
		in.Buttons |= game.Fire
	}
	if h.rng.IntN(200) == 0 {
		in.Buttons |= game.Dash
	}
	if h.rng.IntN(300) == 0 {
		h.mirrorUntil = h.tick + 10 + h.rng.IntN(50)
	}
	if h.tick < h.mirrorUntil {
		in.Buttons |= game.Mirror
	}
	return in
}
