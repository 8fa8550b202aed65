package render

import (
	"math"
	"testing"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
)

// walled is an arena with a border, some blocks and one of each half-wall.
func walled() *arena.Arena {
	a := &arena.Arena{Name: "test", W: 48, H: 30, Tiles: make([]arena.Tile, 48*30), Hash: 1}
	for y := range a.H {
		for x := range a.W {
			border := x == 0 || y == 0 || x == a.W-1 || y == a.H-1
			if border || (x/4%3 == 1 && y/4%3 == 1) {
				a.Tiles[y*a.W+x] = arena.Wall
			}
		}
	}
	for i, t := range []arena.Tile{arena.HalfNW, arena.HalfNE, arena.HalfSW, arena.HalfSE, arena.Absorber, arena.Glass, arena.Glass, arena.Hazard, arena.BoostE, arena.BoostN} {
		a.Tiles[14*a.W+14+2*i] = t
		a.Tiles[20*a.W+14+2*i] = t
	}
	for i, c := range []arena.Cell{{X: 14, Y: 18}, {X: 30, Y: 18}, {X: 14, Y: 22}, {X: 30, Y: 22}} {
		a.Tiles[a.Index(c)] = arena.Portal
		a.Places = append(a.Places, arena.Place{Kind: arena.PortalPlace, Group: uint8(i / 2), At: c})
	}
	return a
}

// busyView is a frame of 16 ships and 60 shots, with everything else there may be at once, and more than any mode has.
func busyView(a *arena.Arena) *predict.View {
	v := &predict.View{Ready: true, Tick: 1000, Others: 990, Arena: a, Phase: game.Playing, Seat: 0, Me: 0}
	at := func(i int) predict.Point {
		return predict.Point{X: 300 + float32(i*97%900), Y: 250 + float32(i*53%500)}
	}
	for i := range 16 {
		v.Ships = append(v.Ships, predict.Ship{
			Seat: game.Seat(i), Name: "Pilot Name", Mine: i == 0, Pilot: i%2 == 1, Alive: true, Pos: at(i),
			Vel: predict.Point{X: 3}, Aim: float32(i), Thrust: uint8(i%17) + 1, Health: 0.6, Shield: 0.4, Dash: 0.3,
			Team: uint8(i % 3), Weapon: game.WeaponKind(i) % game.WeaponKinds, Mirror: i%2 == 0, Charge: float32(i%4) / 4, Energy: 0.5,
		})
	}
	for i := range 60 {
		s := predict.Shot{
			ID: game.ShotID(i + 1), Owner: game.Seat(i % 16), Mine: i%16 == 0, Banks: uint8(i % 5), Points: 4,
			Weapon: game.WeaponKind(i) % game.WeaponKinds, Returned: i%7 == 0, Radius: 4,
		}
		for k := range s.Points {
			p := at(i * 3)
			s.Trail[k] = predict.Point{X: p.X - float32(k)*30, Y: p.Y + float32(k%2)*30}
		}
		v.Shots = append(v.Shots, s)
	}
	for i := range 4 {
		b := predict.Beam{Points: predict.BeamPoints, Fresh: float32(i) / 4}
		for k := range b.Points {
			b.At[k], b.Banks[k] = at(i*11+k*5), uint8(k%4)
		}
		v.Beams = append(v.Beams, b)
	}
	for i := range 2 * game.PickupKinds {
		v.Pickups = append(v.Pickups, predict.Pickup{At: at(int(i) * 13), Kind: i % game.PickupKinds, Progress: 0.5})
	}
	v.Goals = []predict.Goal{
		{There: true, Team: game.TeamOne, Pos: at(1), HasHome: true, Home: at(40), Holder: 1},
		{There: true, Team: game.TeamTwo, Pos: predict.Point{X: 9000, Y: 20}, HasHome: true, Home: at(60), Holder: game.NoSeat, DueIn: 90},
		{There: true, Pos: at(3), Holder: 2},
		{Kind: game.ZoneGoal, There: true, HasHome: true, AtHome: true, Pos: at(20), Radius: 120, Holder: 2, Inside: 2, DueIn: 100},
	}
	for i, t := range a.Tiles {
		if t == arena.Glass && len(v.Broken) == 0 {
			v.Broken = append(v.Broken, arena.Pane{Index: int32(i), Back: 1100})
		}
	}
	v.AimLine = []predict.Point{at(0), at(7), at(9)}
	v.Focus = v.Ships[0].Pos
	return v
}

// burst is what throws about 500 particles.
func burst(v *predict.View) []game.Event {
	var ev []game.Event
	for i := range 10 {
		p := v.Ships[i].Pos
		at := game.Vec{X: int32(p.X * game.Unit), Y: int32(p.Y * game.Unit)}
		ev = append(ev, game.Event{Kind: game.EventKilled, Seat: v.Ships[i].Seat, Pos: at})
		for kind := game.EventFired; kind < game.EventKinds; kind++ {
			if i == 0 {
				ev = append(ev, game.Event{Kind: kind, Seat: v.Ships[i].Seat, Pos: at, Weapon: game.Orb, Amount: 1})
			}
		}
	}
	portal := v.Arena.Places[0].At.Centre()
	ev = append(ev, game.Event{Kind: game.EventWarped, Pos: portal})
	return ev
}

func newRenderer(tb testing.TB) *Renderer {
	tb.Helper()
	r, err := New()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestABusyFrameAllocatesNothing(t *testing.T) {
	r, v := newRenderer(t), busyView(walled())
	v.Events = burst(v)
	frame := func() {
		v.Tick++
		r.Frame(1280, 720, 1, v)
	}
	frame()
	if n := testing.AllocsPerRun(100, frame); n != 0 {
		t.Errorf("a steady frame allocated %v times", n)
	}
}

func TestEffectsNeverOutgrowTheirPools(t *testing.T) {
	r, v := newRenderer(t), busyView(walled())
	for range 50 {
		v.Events = burst(v)
		r.Frame(1280, 720, 1, v)
	}
	if n := r.light.Quads(); n > maxParticles+2*maxShocks+60*16+16*40+4*22+400 {
		t.Errorf("the light batch grew to %d quads", n)
	}
}

func TestAFrameWithoutAMatchIsABareFloorAndTheLetterbox(t *testing.T) {
	r := newRenderer(t)
	r.Frame(844, 390, 1, &predict.View{})
	if r.field.Quads() != 1 || r.edges.Quads()+r.light.Quads() != 0 {
		t.Error("more of a world than its floor was drawn before there was one")
	}
	if got := len(r.Text.boxes.v) / 4; got != 2 {
		t.Errorf("a wide window has a bar on either side, not %d bars", got)
	}
}

func TestEveryVertexIsFinite(t *testing.T) {
	r, v := newRenderer(t), busyView(walled())
	// What the world may well hand over: a shot just born, a ship at rest with nothing left, an aim line of one point twice.
	v.Shots = append(v.Shots, predict.Shot{ID: 99, Points: 1}, predict.Shot{ID: 100, Points: 2}, predict.Shot{ID: 101, Banks: 200, Points: 3})
	v.Ships[3] = predict.Ship{Seat: 3, Alive: true, Pos: v.Focus}
	v.AimLine = []predict.Point{v.Focus, v.Focus, v.Focus}
	v.Events = burst(v)
	for range 3 {
		r.Frame(1280, 720, 1, v)
	}
	for _, b := range []*Batch{&r.field, &r.edges, &r.light} {
		for i, x := range b.V {
			for _, f := range []float32{x.DstX, x.DstY, x.SrcX, x.SrcY, x.ColorR, x.ColorG, x.ColorB, x.ColorA, x.Custom0, x.Custom1, x.Custom2, x.Custom3} {
				if math.IsNaN(float64(f)) || math.IsInf(float64(f), 0) {
					t.Fatalf("vertex %d is not finite: %+v", i, x)
				}
			}
		}
	}
}

func BenchmarkABusyFrame(b *testing.B) {
	r, v := newRenderer(b), busyView(walled())
	b.ReportAllocs()
	for b.Loop() {
		v.Tick++
		v.Events = v.Events[:0]
		if int(v.Tick)%25 == 0 {
			v.Events = append(v.Events, burst(v)...)
		}
		r.Frame(1280, 720, 1, v)
	}
	b.ReportMetric(float64(r.light.Quads()+r.edges.Quads()+r.field.Quads()), "quads")
}

func TestEveryWeaponAndPickupCanBeSeen(t *testing.T) {
	for w := range game.WeaponKinds {
		look := &weaponLooks[w]
		if look.head == nil || look.thick <= 0 || look.trail <= 0 {
			t.Errorf("%s needs a line in weaponLooks", game.Weapons[w].Name)
		}
	}
	for kind := game.NoPickup + 1; kind < game.PickupKinds; kind++ {
		if c, s := pickLook(kind); c == (Color{}) || len(s.lines) == 0 && s.ball == 0 {
			t.Errorf("%s needs a sign, and a supply a colour, in weapons.go", kind.Name())
		}
	}
}
