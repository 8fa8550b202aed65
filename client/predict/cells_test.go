package predict

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// galleries are four galleries with doors between them: an arena of 32 cells. Portals lead from the first one
// into itself.
func galleries(t testing.TB) *arena.Arena {
	t.Helper()
	one := gallery(t)
	const n = 2
	a := &arena.Arena{Name: "Galleries", W: n * one.W, H: n * one.H, Modes: one.Modes}
	a.Tiles = make([]arena.Tile, a.W*a.H)
	for i := range a.Tiles {
		x, y := i%a.W, i/a.W
		tile := one.At(x%one.W, y%one.H)
		door := x > 1 && y > 1 && x < a.W-2 && y < a.H-2 && (x%one.W%16 == 4 || x%one.W%16 == 5 || y%one.H%8 == 4 || y%one.H%8 == 5)
		border := x%one.W == 0 || x%one.W == one.W-1 || y%one.H == 0 || y%one.H == one.H-1
		switch {
		case border && door, tile == arena.Portal && (x >= one.W || y >= one.H):
			tile = arena.Floor
		}
		a.Tiles[i] = tile
	}
	for y := range n {
		for x := range n {
			for _, c := range one.Spawns {
				a.Spawns = append(a.Spawns, arena.Cell{X: c.X + x*one.W, Y: c.Y + y*one.H})
			}
			for _, p := range one.Places {
				if p.Kind == arena.PickupPlace || p.Kind == arena.PortalPlace && x+y == 0 {
					p.At = arena.Cell{X: p.At.X + x*one.W, Y: p.At.Y + y*one.H}
					a.Places = append(a.Places, p)
				}
			}
		}
	}
	slices.SortFunc(a.Spawns, func(p, q arena.Cell) int { return (p.Y-q.Y)*a.W + p.X - q.X })
	slices.SortStableFunc(a.Places, func(p, q arena.Place) int { return (p.At.Y-q.At.Y)*a.W + p.At.X - q.At.X })
	a.Seal()
	return a
}

// frontier is a small world told by cells, of which a view holds a third.
func frontier(t testing.TB, wanderers int, delay, jitter time.Duration) *play {
	t.Helper()
	g := newPlayIn(t, galleries(t), arena.Frontier, Config{Name: "Ana"}, wanderers, delay, jitter)
	for i := range g.srv.wanderers {
		g.srv.wanderers[i].mirrors = true
	}
	return g
}

// TestWhatIsKnownIsWhatTheServerHoldsOfTheKnownCells looks after every snapshot: every ship and shot of the cells I am told
// of is known exactly, and nothing else.
func TestWhatIsKnownIsWhatTheServerHoldsOfTheKnownCells(t *testing.T) {
	g := frontier(t, 30, 20*time.Millisecond, 0)
	g.hold = curious(g, 3)
	truth := map[game.Tick]snap.CellState{}
	compared, seen := 0, map[int]bool{}
	g.seen = func(*View) {
		s := g.srv
		if _, have := truth[s.state.Tick]; !have {
			var all snap.CellState
			for _, id := range s.cells.ids {
				var c snap.CellState
				s.cells.split.Split(&s.state.Public)
				s.cells.split.Fill(&c, id, &s.state)
				all.Ships = append(all.Ships, c.Ships...)
				all.Shots = append(all.Shots, c.Shots...)
				all.Pickups = append(all.Pickups, c.Pickups...)
				all.Broken = append(all.Broken, c.Broken...)
			}
			slices.SortFunc(all.Ships, func(a, b game.Ship) int { return int(a.Seat) - int(b.Seat) })
			slices.SortFunc(all.Shots, func(a, b game.Shot) int { return int(int64(a.ID) - int64(b.ID)) })
			slices.SortFunc(all.Pickups, func(a, b game.Pickup) int { return int(a.Place) - int(b.Place) })
			slices.SortFunc(all.Broken, func(a, b arena.Pane) int { return int(a.Index - b.Index) })
			truth[s.state.Tick] = all
		}
		r := &g.p.replica
		if want, ok := truth[r.Tick]; ok && len(want.Ships) > 0 {
			compared++
			seen[len(want.Ships)] = true
			if !slices.Equal(want.Ships, r.Ships) || !slices.Equal(want.Shots, r.Shots) ||
				!slices.Equal(want.Pickups, r.Pickups) || !slices.Equal(want.Broken, r.Broken) {
				t.Fatalf("tick %d: %d ships and %d shots are known, %d and %d there", r.Tick, len(r.Ships), len(r.Shots), len(want.Ships), len(want.Shots))
			}
			if i := g.srv.state.ShipOf(mySeat); i >= 0 && r.Tick == g.srv.state.Tick && r.Private[r.ShipOf(mySeat)] != g.srv.state.Private[i] {
				t.Fatalf("tick %d: what is private of my ship is %+v, known as %+v", r.Tick, g.srv.state.Private[i], r.Private[r.ShipOf(mySeat)])
			}
		}
	}
	g.run(60 * time.Second)
	s := g.p.Stats()
	if s.Desyncs+s.Gaps+s.Broken != 0 {
		t.Errorf("%+v", s)
	}
	if compared < 1000 || len(seen) < 5 || g.srv.cells.crossed < 20 {
		t.Errorf("compared %d times, with %d numbers of ships, and crossed %d borders", compared, len(seen), g.srv.cells.crossed)
	}
}

// TestAloneInAWorldOfCellsNothingIsMispredicted leaves out what a portal leads to: which panes are broken there is known
// once one is there.
func TestAloneInAWorldOfCellsNothingIsMispredicted(t *testing.T) {
	for n, delay := range []time.Duration{0, 20 * time.Millisecond, 75 * time.Millisecond} {
		g := frontier(t, 0, delay, 0)
		g.hold = curious(g, 5+uint64(n))
		corrections := 0
		g.seen = func(*View) {
			if now := g.p.Stats().Corrections; now != corrections {
				corrections = now
				if i := g.p.replica.ShipOf(mySeat); i < 0 || g.p.replica.Tick-g.p.replica.Ships[i].WarpTick > 20 {
					t.Errorf("corrected at tick %d, far from any portal", g.p.replica.Tick)
				}
			}
		}
		g.run(100 * time.Second)
		s := g.p.Stats()
		t.Logf("%v each way: %d ticks, %d cells came whole, %d borders crossed", delay, s.Ticks, s.CellsWhole, g.srv.cells.crossed)
		if s.Mispredicted != 0 || s.Desyncs+s.Gaps+s.Broken != 0 || s.Ticks < 1000 {
			t.Errorf("with %v each way %d of %d ticks were mispredicted, %d corrections: %+v", delay, s.Mispredicted, s.Ticks, s.Corrections, s)
		}
	}
}

func TestInACrowdOfCellsOnlyOthersCauseMispredictions(t *testing.T) {
	g := frontier(t, 30, 20*time.Millisecond, 0)
	g.hold = curious(g, 6)
	g.run(settled)
	last := g.p.Stats().Mispredicted
	glass, strayed := 0, 0
	g.seen = func(*View) {
		now := g.p.Stats().Mispredicted
		if now != last {
			strayed += now - last
			last = now
			if g.nearGlass() {
				glass++
			} else {
				t.Errorf("mispredicted at tick %d, away from any glass", g.p.replica.Tick)
			}
		}
	}
	g.run(60 * time.Second)
	s := g.p.Stats()
	t.Logf("%d of %d ticks mispredicted, by glass %d; %d corrections, p99 %.1f; %d surprises", strayed, s.Ticks, glass, s.Corrections, s.CorrectionP99, s.Surprises)
	if s.Desyncs+s.Gaps+s.Broken != 0 || s.Ticks < 500 {
		t.Errorf("%+v", s)
	}
}

// TestNobodyIsDrawnAcrossTheMap: ships come into and go out of what is known, die and are born elsewhere; from frame to
// frame nobody moves farther than a dash does.
func TestNobodyIsDrawnAcrossTheMap(t *testing.T) {
	g := frontier(t, 30, 30*time.Millisecond, 15*time.Millisecond)
	g.hold = curious(g, 9)
	was := map[game.Seat]Ship{}
	came, went := 0, 0
	g.seen = func(v *View) {
		is := map[game.Seat]Ship{}
		for i := range v.Ships {
			s := v.Ships[i]
			is[s.Seat] = s
			old, ok := was[s.Seat]
			switch {
			case !ok:
				came++
			case s.Mine || !old.Alive || !s.Alive || old.Warped != s.Warped || s.Deaths != old.Deaths || s.Shield > old.Shield:
			default:
				if d := length(Point{s.Pos.X - old.Pos.X, s.Pos.Y - old.Pos.Y}); d > 60 {
					t.Errorf("tick %.1f: ship %d is drawn %.0f units from where it was a frame ago", v.Others, s.Seat, d)
				}
			}
		}
		for seat := range was {
			if _, ok := is[seat]; !ok {
				went++
			}
		}
		was = is
	}
	g.run(40 * time.Second)
	if came < 50 || went < 50 {
		t.Errorf("ships came %d times and went %d times", came, went)
	}
}

func TestACellThatCannotBeReadIsAskedForAndThePlayGoesOn(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	g := frontier(t, 20, 20*time.Millisecond, 0)
	g.hold = lively(3)
	g.run(settled)
	for range 30 {
		g.srv.cells.twist = func(body []byte) []byte {
			body = slices.Clone(body)
			switch rng.IntN(3) {
			case 0:
				body = body[:rng.IntN(len(body))]
			case 1:
				body[1+rng.IntN(len(body)-1)] ^= 1 << rng.IntN(8)
			default:
				body = append(body, 1)
			}
			return body
		}
		g.run(interval + time.Millisecond)
		g.srv.cells.twist = nil
		g.run(2500 * time.Millisecond)
		if g.p.replica.Tick+10 < g.srv.state.Tick || !g.p.cells.open {
			t.Fatalf("the replica stands at tick %d of %d", g.p.replica.Tick, g.srv.state.Tick)
		}
	}
	if s := g.p.Stats(); s.Broken == 0 {
		t.Errorf("nothing was broken: %+v", s)
	}
}

func TestAGapBetweenCellsIsFilledByAFull(t *testing.T) {
	g := frontier(t, 10, 20*time.Millisecond, 0)
	g.hold = lively(3)
	g.run(settled)
	g.srv.skip = 3
	g.run(3 * time.Second)
	if s := g.p.Stats(); s.Gaps == 0 || s.Fulls < 2 || s.Broken+s.Desyncs != 0 {
		t.Errorf("%+v", s)
	}
}

func TestAWorldOfCellsAllocatesNothingWhenItIsSteady(t *testing.T) {
	g := frontier(t, 30, 20*time.Millisecond, 0)
	g.hold = curious(g, 8)
	steady(t, g)
}

func TestHitsFromAcrossABorderAreToldOnce(t *testing.T) {
	for _, seed := range [...]uint64{12, 24} {
		deathsToldOnce(t, seed)
	}
}

// deathsToldOnce lets me roam in a crowd for a minute.
func deathsToldOnce(t *testing.T, seed uint64) {
	t.Helper()
	g := frontier(t, 30, 20*time.Millisecond, 0)
	g.hold = curious(g, seed)
	g.run(settled)
	kills, twice := map[[2]int]int{}, 0
	g.seen = func(v *View) {
		for i := range v.Events {
			if e := &v.Events[i]; e.Kind == game.EventKilled {
				at := [2]int{int(e.Seat), int(e.Tick) / 30}
				if kills[at]++; kills[at] > 1 {
					twice++
				}
			}
		}
	}
	from := g.srv.state.Tick
	g.run(60 * time.Second)
	happened := 0
	for i := range g.srv.events {
		if e := &g.srv.events[i]; e.Kind == game.EventKilled && e.Tick > from {
			happened++
		}
	}
	near := len(kills)
	t.Logf("%d deaths were told, %d happened in all of the world, %d told twice", near, happened, twice)
	if near < happened/5 || twice > 0 {
		t.Errorf("%d deaths were told, %d of them twice, %d happened", near, twice, happened)
	}
}

// FuzzFramesOfCells: whatever comes, no frame makes the client fail, or hold what no world could.
func FuzzFramesOfCells(f *testing.F) {
	g := frontier(f, 12, 20*time.Millisecond, 0)
	g.hold = lively(1)
	g.run(4 * time.Second)
	for i, frame := range g.recorded {
		if i < 3 || i%17 == 0 {
			f.Add(frame, byte(i))
		}
	}
	f.Fuzz(func(t *testing.T, frame []byte, after byte) {
		p := New(Config{})
		for i, known := range g.recorded {
			if i >= int(after) {
				break
			}
			if err := p.Frame(time.Duration(i)*interval, known); err != nil {
				t.Fatal(err)
			}
		}
		now := time.Duration(len(g.recorded)) * interval
		_ = p.Frame(now, frame)
		p.Advance(now)
		v := p.View(now)
		if len(p.cells.held) > snap.MostCells || len(v.Ships) > game.FrontierShips {
			t.Errorf("%d cells with %d ships", len(p.cells.held), len(v.Ships))
		}
		for _, known := range g.recorded[min(int(after), len(g.recorded)):] {
			if p.Frame(now, known) != nil {
				break
			}
		}
		p.Advance(now + interval)
		p.View(now + interval)
	})
}
