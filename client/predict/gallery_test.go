package predict

import (
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

// gallery is an arena with every tile and every place there is, for every mode.
func gallery(t testing.TB) *arena.Arena {
	t.Helper()
	text, err := os.ReadFile("testdata/gallery.txt")
	if err != nil {
		t.Fatal(err)
	}
	a, err := arena.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTheGalleryIsAnArenaOneCouldPlayIn(t *testing.T) {
	if err := arena.Validate(gallery(t), 8); err != nil {
		t.Error(err)
	}
}

// curious is a player who tries everything: fires what there is, holds the mirror for a while, and flies to where
// something lies or leads.
func curious(g *play, seed uint64) func(int) game.Input {
	rng := rand.New(rand.NewPCG(seed, 7))
	var in game.Input
	mirror, fire := 0, 0
	return func(frame int) game.Input {
		if rng.IntN(15) == 0 {
			in.Thrust = uint8(rng.IntN(game.Thrusts))
			if to, ok := g.wants(rng); ok && rng.IntN(4) > 0 {
				in.Thrust = to
			}
		}
		in.Aim = uint16(int(in.Aim)+rng.IntN(81)-40) & (game.AimSteps - 1)
		in.Buttons = 0
		if fire--; fire < -60 {
			fire = rng.IntN(90)
		}
		if fire > 0 {
			in.Buttons |= game.Fire
		}
		if mirror--; mirror < -150 {
			mirror = rng.IntN(150)
		}
		if mirror > 0 {
			in.Buttons |= game.Mirror
		}
		if rng.IntN(80) == 0 {
			in.Buttons |= game.Dash
		}
		return in
	}
}

// wants is the thrust towards one of the arena's places.
func (g *play) wants(rng *rand.Rand) (uint8, bool) {
	i := g.p.replica.ShipOf(mySeat)
	if i < 0 || g.p.arena == nil || len(g.p.arena.Places) == 0 {
		return 0, false
	}
	at := g.p.arena.Places[rng.IntN(len(g.p.arena.Places))].At.Centre()
	return thrustTo(g.p.replica.Ships[i].Pos, at), true
}

// thrustTo is the thrust from one place towards another.
func thrustTo(from, at game.Vec) uint8 {
	dir := game.Toward(game.Vec{X: at.X - from.X, Y: at.Y - from.Y})
	return uint8((int(dir)+game.AimSteps/32)*(game.Thrusts-1)/game.AimSteps%(game.Thrusts-1)) + 1
}

// raid lets the i-th wanderer fly most of the time to the other team's flag unless that lies about, or to its own if that
// does. Once it has one it wanders with it.
func (g *play) raid(i int) {
	w := g.srv.wanderers[i]
	leads := false
	g.srv.wanderers[i].do = func() game.Input {
		in := w.think(g.srv.rng)
		if g.srv.rng.IntN(30) == 0 {
			leads = g.srv.rng.IntN(4) > 0
		}
		k := g.srv.state.ShipOf(w.seat)
		if k < 0 || !leads || g.srv.state.Holds(w.seat) {
			return in
		}
		for n := range g.srv.state.Goals {
			flag := &g.srv.state.Goals[n]
			if at, ok := g.srv.state.GoalAt(flag, g.srv.arena); ok && flag.Away == (flag.Team == g.srv.state.Ships[k].Team) {
				in.Thrust = thrustTo(g.srv.state.Ships[k].Pos, at)
			}
		}
		return in
	}
}

// TestAloneNothingOfTheGalleryIsMispredicted lets me alone try every weapon, the mirror and every tile: nobody interferes
// but the pick-ups, whose appearance is chance and which are taken where I happen to be.
func TestAloneNothingOfTheGalleryIsMispredicted(t *testing.T) {
	fired := [game.WeaponKinds]int{}
	kinds := map[game.EventKind]int{}
	tried := func() bool {
		for _, n := range fired {
			if n == 0 {
				return false
			}
		}
		return kinds[game.EventCharging] > 0
	}
	for n, delay := range []time.Duration{0, 20 * time.Millisecond, 75 * time.Millisecond} {
		g := newPlayIn(t, gallery(t), arena.FreeForAll, Config{Name: "Ana"}, 0, delay, 0)
		g.hold = curious(g, 5+uint64(n))
		g.seen = func(v *View) {
			for i := range v.Events {
				e := &v.Events[i]
				kinds[e.Kind]++
				if e.Kind == game.EventFired {
					fired[e.Weapon]++
				}
			}
		}
		g.run(150 * time.Second)
		for spare := 20; n == 2 && !tried() && spare > 0; spare-- { // which weapons lie about is chance
			g.run(30 * time.Second)
		}
		s := g.p.Stats()
		if s.Mispredicted != 0 || s.Corrections != 0 || s.Desyncs != 0 {
			t.Errorf("with %v each way %d of %d ticks were mispredicted, %d corrections", delay, s.Mispredicted, s.Ticks, s.Corrections)
		}
	}
	t.Logf("fired %v, events %v", fired, kinds)
	for w, n := range fired {
		if n == 0 {
			t.Errorf("weapon %d was never fired", w)
		}
	}
	for _, kind := range []game.EventKind{
		game.EventPicked, game.EventAppeared, game.EventShattered, game.EventMended, game.EventWarped, game.EventCharging,
	} {
		if kinds[kind] == 0 {
			t.Errorf("no event of kind %d", kind)
		}
	}
}

// TestInCompanyOnlyOthersCauseMispredictions plays every mode with seven others who shoot, mirror, break glass and take
// what lies there. What they decide nobody can foresee: a shot of theirs has broken the pane, or taken the shot, the
// pick-up or the flag, that I went by. Only panes change where my ship flies: all other interference is no misprediction.
func TestInCompanyOnlyOthersCauseMispredictions(t *testing.T) {
	for mode := range arena.Matched {
		g := newPlayIn(t, gallery(t), mode, Config{Name: "Ana"}, 7, 20*time.Millisecond, 0)
		for i := range g.srv.wanderers {
			g.srv.wanderers[i].mirrors = true
		}
		g.hold = curious(g, 6)
		g.run(settled)
		glass, strayed := 0, 0
		before := g.p.Stats()
		last := before.Mispredicted
		g.seen = func(*View) {
			now := g.p.Stats().Mispredicted
			if now == last {
				return
			}
			strayed += now - last
			last = now
			if g.nearGlass() {
				glass++
			} else {
				t.Errorf("mode %v: mispredicted at tick %d, away from any glass", mode, g.p.replica.Tick)
			}
		}
		g.run(40 * time.Second)
		s := g.p.Stats()
		t.Logf("mode %v: %d of %d ticks mispredicted, by glass %d, %d corrections, p99 %.1f", mode, s.Mispredicted, s.Ticks, glass, s.Corrections, s.CorrectionP99)
		if s.Desyncs+s.Gaps+s.Broken != 0 || s.Ticks < 20*game.TickHz {
			t.Errorf("mode %v: %+v", mode, s)
		}
	}
}

// nearGlass says whether a pane is within a ship's reach of mine.
func (g *play) nearGlass() bool {
	const reach = arena.TileSub*2 + game.ShipRadius
	ship := &g.p.replica.Ships[g.p.replica.ShipOf(mySeat)]
	for i, tile := range g.p.arena.Tiles {
		at := g.p.arena.CellAt(i).Centre()
		dx, dy := ship.Pos.X-at.X, ship.Pos.Y-at.Y
		if tile == arena.Glass && dx < reach && dx > -reach && dy < reach && dy > -reach {
			return true
		}
	}
	return false
}
