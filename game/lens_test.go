package game

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

func TestTheLensSlidesFromNothingNearAShipToAllOfTheLagFarFromIt(t *testing.T) {
	for _, c := range []struct{ units, want int32 }{{0, 0}, {42, 0}, {341, 128}, {640, LensWhole}, {5000, LensWhole}} {
		if got := Lens(c.units * Unit); got != c.want {
			t.Errorf("at %d units %d, want %d", c.units, got, c.want)
		}
	}
	for at := int32(0); at < LensFar+Unit; at += 7 {
		if a, b := Lens(at), Lens(at+7); b < a || b > a+1 {
			t.Fatalf("from %d to %d within 7/256 unit", a, b)
		}
	}
}

// passing lets seat 2 fly past, upwards at full speed, and seat 1 fire at where it was so many ticks ago; away is how far
// beside its way seat 1 stands, in tiles. It tells whether that hit.
func passing(t *testing.T, weapon WeaponKind, lag uint8, away int, ago Tick) bool {
	t.Helper()
	g := newStage(t, open()).ship(1, 14, 8, 0, 0).ship(2, 14+away, 14, 0, 0)
	me, it := g.of(1), g.of(2)
	me.Weapon = weapon
	for range 22 {
		g.run(1, map[Seat]Input{1: {Lag: lag}, 2: {Thrust: 13}})
		me, it = g.of(1), g.of(2)
	}
	then := g.s.Been[1].ring(g.s.Tick - ago).Pos
	me.Pos.Y = then.Y
	g.s.Been[0] = Been{}
	if weapon == Rail {
		me.Charge, me.Ammo = 1, 1
	}
	return len(told(g.run(30, map[Seat]Input{1: {Lag: lag, Buttons: Fire}, 2: {Thrust: 13}}), EventHit)) > 0 && it.Alive
}

func TestAShotNearItsOwnerMeetsOthersWhereTheOwnerSawThem(t *testing.T) {
	// Two tiles away a Pulse shot needs six ticks to come within reach, in which who flies on has gone by 30 units.
	if !passing(t, Pulse, 0, 1, 0) {
		t.Error("who sees the others in the present does not hit whom it sees")
	}
	if passing(t, Pulse, 0, 1, 10) {
		t.Error("who sees the others in the present hits where nobody is any more")
	}
	if !passing(t, Pulse, 10*LagParts, 1, 10) {
		t.Error("who sees the others ten ticks late misses whom it sees")
	}
	if passing(t, Pulse, 10*LagParts, 1, 0) {
		t.Error("who sees the others ten ticks late hits whom it does not see there")
	}
}

func TestABeamMeetsOthersByTheWholeLag(t *testing.T) {
	for _, c := range []struct {
		lag  uint8
		ago  Tick
		want bool
	}{{0, 1, true}, {0, 12, false}, {MaxLag, 14, true}, {MaxLag, 0, false}} {
		// It goes off in the tick after the one it is aimed in.
		if got := passing(t, Rail, c.lag, 12, c.ago); got != c.want {
			t.Errorf("lag %d, where it was %d ticks ago: hit %v", c.lag, c.ago, got)
		}
	}
}

func TestWhoWasNotThereCannotBeStruck(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 8, 0, 0).ship(2, 6, 8, 0, 0)
	g.run(1, map[Seat]Input{1: {Lag: 8 * LagParts}})
	ev := g.run(8, map[Seat]Input{1: {Lag: 8 * LagParts, Buttons: Fire}})
	if len(told(ev, EventHit)) != 0 {
		t.Error("struck in a time before its birth")
	}
}

func TestDashMirrorAndDeathAreThoseThatTheOwnerSees(t *testing.T) {
	const lag = 9 * LagParts
	fire := func(before func(g *stage), now func(it *Ship)) (hits, returned int) {
		g := newStage(t, open()).ship(1, 3, 8, 0, 0).ship(2, 5, 8, 0, 0)
		for range 12 {
			g.run(1, map[Seat]Input{1: {Lag: lag}, 2: {Aim: AimSteps / 2}})
			if before != nil {
				before(g)
			}
		}
		if now != nil {
			now(g.of(2))
		}
		g.s.Private[1].Energy = 0
		ev := g.run(1, map[Seat]Input{1: {Lag: lag, Buttons: Fire}, 2: {Aim: AimSteps / 2}})
		ev = append(ev, g.run(6, map[Seat]Input{1: {Lag: lag}, 2: {Aim: AimSteps / 2}})...)
		return len(told(ev, EventHit)), len(told(ev, EventReturned))
	}
	was := func(state WasState) func(*stage) {
		return func(g *stage) { g.s.Been[1].ring(g.s.Tick).State |= state }
	}
	if hits, _ := fire(nil, nil); hits != 1 {
		t.Fatalf("%d hits", hits)
	}
	if hits, _ := fire(was(WasDashing), nil); hits != 0 {
		t.Error("who was seen to dash was struck")
	}
	if hits, _ := fire(nil, func(it *Ship) { it.DashLeft = 9 }); hits != 1 {
		t.Error("who was not seen to dash was missed")
	}
	if hits, returned := fire(was(WasMirroring), nil); hits != 0 || returned != 1 {
		t.Errorf("by a mirror that was seen: %d hits, %d returned", hits, returned)
	}
	if hits, _ := fire(nil, func(it *Ship) { it.leaveLife() }); hits != 0 {
		t.Error("the dead were struck")
	}
}

func TestNobodyIsInterpolatedAcrossAPortal(t *testing.T) {
	var b Been
	for tick := Tick(90); tick <= 100; tick++ {
		*b.ring(tick) = Was{Pos: Vec{X: int32(tick) * 100}, State: WasThere}
		if tick >= 95 {
			b.ring(tick).Pos.Y = 1 << 20
		}
	}
	b.ring(95).State |= WasWarped
	for back, want := range map[int32]Vec{
		0: {X: 10000, Y: 1 << 20}, backParts / 2: {X: 9950, Y: 1 << 20}, 5 * backParts: {X: 9500, Y: 1 << 20},
		5*backParts + 1: {X: 9400}, 6 * backParts: {X: 9400}, 6*backParts + backParts/4: {X: 9375},
	} {
		if was, ok := b.before(100, back); !ok || was.Pos != want {
			t.Errorf("%d parts ago at %v, %v; want %v", back, was.Pos, ok, want)
		}
	}
	if !b.warped(100, 6*backParts, 5*backParts) || b.warped(100, 5*backParts, 4*backParts) {
		t.Error("the portal is in another tick")
	}
	if _, ok := b.before(100, 11*backParts); ok {
		t.Error("it was there before it was born")
	}
}

// TestNobodyIsStruckFartherFromThereThanItsOwnerSawItLate holds for every hit of every shot in flight: a victim is no
// farther from where it was struck than it can have come in the share of the lag that the lens leaves, which far from the
// owner is nothing. So nobody who is behind a wall is struck from far away by what flies before it.
func TestNobodyIsStruckFartherFromThereThanItsOwnerSawItLate(t *testing.T) {
	far := 0
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		m := newMatch(randomWalls(rand.New(rand.NewPCG(seed, 0))), seed, 8)
		for range 250 {
			m.press()
			Decide(&m.s, m.a, m.asks, &m.e)
			before := m.s.Clone()
			m.step()
			for _, e := range m.ev {
				owner, victim := before.ShipOf(e.Other), m.s.ShipOf(e.Seat)
				if e.Kind != EventHit || owner < 0 || victim < 0 || e.Shot == 0 || Weapons[e.Weapon].Splash > 0 {
					continue
				}
				lag := int64(m.s.Ships[owner].Lag)
				if e.Seat == e.Other {
					lag = 0
				}
				// The lens at the nearest that the shot and its owner can have been to each other in this tick.
				share := LensWhole - int64(Lens(distance(e.Pos, m.s.Ships[owner].Pos)-3*fastest))
				ticks := (lag*share+LagParts*LensWhole-1)/(LagParts*LensWhole) + 2
				if share == 0 {
					far++
				}
				most := int64(ShipRadius+Weapons[e.Weapon].Radius) + ticks*fastest
				if away := int64(distance(e.Pos, m.s.Ships[victim].Pos)); away > most {
					t.Fatalf("tick %d: %+v: the victim is %d away, %d at most", m.s.Tick, e, away, most)
				}
			}
		}
	})
}

func TestWithoutALagThePastDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		m := newMatch(randomArena(rand.New(rand.NewPCG(seed, 0))), seed, 6)
		var other State
		for range 150 {
			m.press()
			for i := range m.asks {
				m.asks[i].Input.Lag = 0
			}
			Decide(&m.s, m.a, m.asks, &m.e)
			other.CopyFrom(&m.s)
			for i := range other.Been {
				now := *other.Been[i].ring(m.s.Tick)
				other.Been[i] = Been{}
				*other.Been[i].ring(m.s.Tick) = now
			}
			e := Entry{}
			e.CopyFrom(&m.e)
			m.step()
			Step(&other, m.a, &e, nil)
			other.Been = append(other.Been[:0], m.s.Been...)
			if other.Hash() != m.s.Hash() {
				t.Fatalf("tick %d: what was more than a tick ago has mattered", m.s.Tick)
			}
		}
	})
}

func TestWhatShipsHaveBeenIsKeptForAsLongAsAnybodyMaySeeIt(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 8, 0, 0)
	var places []Vec
	for range 40 {
		g.run(1, map[Seat]Input{1: {Thrust: 1}})
		places = append(places, g.of(1).Pos)
	}
	for back := range Tick(BeenTicks) {
		if was, ok := g.s.Been[0].at(g.s.Tick-back, g.s.Tick); !ok || was.Pos != places[len(places)-1-int(back)] {
			t.Errorf("%d ticks ago at %v, %v; it was at %v", back, was.Pos, ok, places[len(places)-1-int(back)])
		}
	}
	if _, ok := g.s.Been[0].at(g.s.Tick-BeenTicks, g.s.Tick); ok {
		t.Error("more is known than there is")
	}
}
