package predict

import (
	"math"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

// visit lets a curious player and seven others play a mode in the gallery, and shows every View.
func visit(t *testing.T, mode game.Mode, long time.Duration, seen func(g *play, v *View)) {
	t.Helper()
	g := newPlayIn(t, gallery(t), mode, Config{Name: "Ana"}, 7, 40*time.Millisecond, 0)
	for i := range g.srv.wanderers {
		g.srv.wanderers[i].mirrors = true
	}
	g.hold = curious(g, 14)
	g.run(settled)
	g.seen = func(v *View) { seen(g, v) }
	g.run(long)
}

func TestABeamIsSeenFromItsMuzzleAndFades(t *testing.T) {
	mine, others, returned := 0, 0, 0
	fresh := map[game.ShotID]float32{}
	visit(t, arena.FreeForAll, 60*time.Second, func(g *play, v *View) {
		if g.n%600 == 0 { // rails for all
			for i := range g.srv.state.Ships {
				if s := &g.srv.state.Ships[i]; s.Alive {
					s.Weapon, s.Ammo, s.Charge = game.Rail, game.Weapons[game.Rail].Ammo, 0
				}
			}
			g.srv.wantsFull = true
		}
		for _, b := range v.Beams {
			if b.Points < 2 || b.Points > BeamPoints || b.Fresh < 0 || b.Fresh > 1 || b.Weapon != game.Rail {
				t.Errorf("%+v", b)
			}
			was, again := fresh[b.Shot]
			if again && b.Fresh > was && b.Owner == b.Shot.Seat() {
				t.Errorf("beam %x brightens from %v to %v", b.Shot, was, b.Fresh)
			}
			fresh[b.Shot] = b.Fresh
			switch {
			case b.Owner != b.Shot.Seat():
				returned++
			case b.Mine:
				mine++
				if me := &v.Ships[v.Me]; !again && length(Point{me.Pos.X - b.At[0].X, me.Pos.Y - b.At[0].Y}) > 20 {
					t.Errorf("my beam begins at %v, my ship is at %v", b.At[0], me.Pos)
				}
			default:
				others++
			}
		}
	})
	if mine == 0 || others == 0 {
		t.Errorf("beams were seen in %d frames of mine, %d of others, %d returned", mine, others, returned)
	}
}

func TestMyBeamEndsAtTheFirstShipDrawnInItsWay(t *testing.T) {
	b := beam{Beam: Beam{Weapon: game.Rail, Points: 3}}
	b.At = [BeamPoints]Point{{0, 0}, {300, 0}, {300, 400}}
	ships := []Ship{
		{Alive: true, Team: game.TeamOne, Pos: Point{100, 0}},
		{Pos: Point{150, 0}},
		{Alive: true, Dash: 0.5, Pos: Point{200, 0}},
		{Alive: true, Team: game.TeamTwo, Pos: Point{300, 200}},
	}
	b.stop(ships, game.TeamOne)
	want := Point{300, 200 - reachUnits(game.Rail)}
	if b.Points != 3 || b.At[2] != want {
		t.Errorf("it ends at %v after %d points, not at %v", b.At[b.Points-1], b.Points, want)
	}
	ships[0].Team = game.TeamTwo
	b.stop(ships, game.TeamOne)
	if b.Points != 2 || b.At[1].X >= 100 {
		t.Errorf("it ends at %v after %d points", b.At[b.Points-1], b.Points)
	}
}

func TestABeamOfMineThatAMirrorReturnsComesBackWhenItIsKnown(t *testing.T) {
	id := game.NewShotID(50, mySeat, 0)
	at := func(x, y int32) game.Vec { return game.Vec{X: x * game.Unit, Y: y * game.Unit} }
	events := []game.Event{
		{Kind: game.EventFired, Seat: mySeat, Shot: id, Pos: at(0, 0), Weapon: game.Rail, Tick: 50},
		{Kind: game.EventBanked, Seat: mySeat, Shot: id, Pos: at(100, 0), Banks: 1},
		{Kind: game.EventReturned, Seat: 9, Other: mySeat, Shot: id, Pos: at(100, 80), Banks: 1},
		{Kind: game.EventHit, Seat: mySeat, Other: 9, Shot: id, Pos: at(20, 80)},
		{Kind: game.EventEnded, Seat: 9, Shot: id, Pos: at(20, 80), Banks: 1},
	}
	var b beams
	b.foreseen(events[:2], mySeat, 8, 0)
	if b.list[0].Points != 2 || !b.list[0].Mine {
		t.Errorf("foreseen: %+v", b.list[0])
	}
	b.foreseen(events, mySeat, 8, 0)
	if b.next != 1 {
		t.Error("predicting the same tick again has fired another beam")
	}
	b.known(events, mySeat, 60)
	back := b.list[1]
	if back.Mine || back.Owner != 9 || back.Points != 2 || back.At[0] != (Point{100, 80}) || back.At[1] != (Point{20, 80}) || back.Banks[0] != 1 {
		t.Errorf("known: %+v", back)
	}
}

func TestPickupsFillUpWhileTheyAreWaitedFor(t *testing.T) {
	taken, lying := 0, 0
	var was []Pickup
	visit(t, arena.FreeForAll, 60*time.Second, func(_ *play, v *View) {
		if len(v.Pickups) != v.Arena.Count(arena.PickupPlace) {
			t.Fatalf("%d pick-ups in an arena for %d", len(v.Pickups), v.Arena.Count(arena.PickupPlace))
		}
		for i, p := range v.Pickups {
			switch {
			case p.Progress < 0 || p.Progress > 1 || p.Kind != game.NoPickup && p.Progress != 1:
				t.Errorf("%+v", p)
			case p.Kind != game.NoPickup:
				lying++
			case was != nil && was[i].Kind != game.NoPickup:
				taken++
			}
		}
		was = append(was[:0], v.Pickups...)
	})
	if taken == 0 || lying == 0 {
		t.Errorf("taken %d times", taken)
	}
}

func TestACarriedFlagIsDrawnWithItsCarrier(t *testing.T) {
	carried, dropped, home := 0, 0, 0
	visit(t, arena.Capture, 400*time.Second, func(_ *play, v *View) {
		if v.Team == game.NoTeam {
			t.Error("I have no team")
		}
		for n, f := range v.Goals {
			switch {
			case !f.There || !f.HasHome || f.Kind != game.FlagGoal || f.Team != uint8(n+1):
				t.Errorf("%+v", f)
			case f.AtHome:
				home++
				if f.Pos != f.Home {
					t.Errorf("at home, but %+v", f)
				}
			case f.Holder == game.NoSeat:
				dropped++
				if f.DueIn > game.FlagTicks {
					t.Errorf("back in %d ticks", f.DueIn)
				}
			default:
				carried++
				for _, s := range v.Ships {
					if s.Seat == f.Holder && (s.Pos != f.Pos || s.Team == f.Team) {
						t.Errorf("the flag %+v, its carrier %+v", f, s)
					}
				}
			}
		}
	})
	if carried == 0 || dropped == 0 || home == 0 {
		t.Errorf("carried in %d frames, dropped in %d, at home in %d", carried, dropped, home)
	}
}

func TestTheHillIsShownWithWhoHoldsIt(t *testing.T) {
	held, zones := 0, map[Point]bool{}
	visit(t, arena.Hill, 90*time.Second, func(_ *play, v *View) {
		h := v.Goals[0]
		if !h.There || !h.AtHome || h.Kind != game.ZoneGoal || h.Radius != float32(game.ZoneRadius)/game.Unit || h.DueIn > game.HillMoves+game.CountdownTicks {
			t.Errorf("%+v", h)
		}
		zones[h.Pos] = true
		if h.Holder != game.NoSeat {
			held++
		}
	})
	if held == 0 || len(zones) < 2 {
		t.Errorf("held in %d frames, %d zones", held, len(zones))
	}
}

// TestNobodyIsDrawnAcrossAPortal holds for me and for others, and for every frame.
func TestNobodyIsDrawnAcrossAPortal(t *testing.T) {
	was := map[game.Seat]Ship{}
	warps := 0
	const most = 2 * game.DashSpeed / game.VelUnit
	visit(t, arena.FreeForAll, 90*time.Second, func(_ *play, v *View) {
		for _, s := range v.Ships {
			before, ok := was[s.Seat]
			was[s.Seat] = s
			if !ok || !s.Alive || !before.Alive || s.Shield > before.Shield {
				continue
			}
			moved := length(Point{s.Pos.X - before.Pos.X, s.Pos.Y - before.Pos.Y})
			if s.Warped != before.Warped {
				warps++
				if moved < 200 {
					t.Errorf("ship %d was drawn %v units from where the portal took it", s.Seat, moved)
				}
			} else if moved > most {
				t.Errorf("ship %d was drawn moving by %v units", s.Seat, moved)
			}
		}
	})
	if warps == 0 {
		t.Error("nobody went through a portal")
	}
}

func TestGlassIsDrawnBrokenFromTheTimeOnThatTheLensHasThere(t *testing.T) {
	a := hall(t)
	p := New(Config{})
	p.arena, p.seat, p.ready = a, mySeat, true
	near, far := int32(a.Index(arena.Cell{X: 2, Y: 2})), int32(a.Index(arena.Cell{X: 38, Y: 2}))
	me := game.Ship{Seat: mySeat, Alive: true, Pos: arena.Cell{X: 2, Y: 2}.Centre()}
	// The near pane breaks in tick 15, the far one in tick 12; the newest known one is 20.
	for tick := game.Tick(5); tick <= 20; tick++ {
		public := game.Public{Tick: tick, Ships: []game.Ship{me}}
		if tick >= 15 {
			public.Broken = append(public.Broken, arena.Pane{Index: near})
		}
		if tick >= 12 {
			public.Broken = append(public.Broken, arena.Pane{Index: far})
		}
		p.replica.Public = public
		p.past.keep(&public, nil)
	}
	for _, c := range []struct {
		mine, others float64
		near, far    bool
	}{{14.5, 9, false, false}, {15, 9, true, false}, {18, 11.9, true, false}, {18, 12, true, true}, {20, 16, true, true}} {
		p.focusOn(c.mine, c.others)
		drawn := p.drawPanes(p.past.at(game.Tick(c.others)).public.Broken, &span{})
		if has(drawn, near) != c.near || has(drawn, far) != c.far {
			t.Errorf("at %v, the others at %v: %v", c.mine, c.others, drawn)
		}
	}
}

func TestAMirrorStandsInTheWayOfWhatComesFromItsFront(t *testing.T) {
	s := Ship{Mirror: true}
	for _, c := range []struct {
		way  Point
		want bool
	}{{Point{-1, 0}, true}, {Point{1, 0}, false}, {Point{-1, 1.6}, true}, {Point{-1, 1.9}, false}} {
		if got := s.mirrors(c.way); got != c.want {
			t.Errorf("what flies along %v: %v", c.way, got)
		}
	}
}

func TestAShotGoesIntoAMirrorAsNoHitAndPastATeamMate(t *testing.T) {
	for _, c := range []struct {
		name         string
		ship         Ship
		weapon       game.WeaponKind
		y            float32 // of the shot, beside the ship's middle
		hidden, seen bool
	}{
		{"an enemy", Ship{}, game.Pulse, 0, true, true},
		{"an enemy with a mirror towards it", Ship{Mirror: true, Aim: math.Pi}, game.Pulse, 0, true, false},
		{"an enemy with a mirror turned away", Ship{Mirror: true}, game.Pulse, 0, true, true},
		{"a team-mate", Ship{Team: game.TeamOne}, game.Pulse, 0, false, false},
		{"the other team", Ship{Team: game.TeamTwo}, game.Pulse, 0, true, true},
		{"who dashes", Ship{Dash: 0.1}, game.Pulse, 0, false, false},
		{"past, for a pulse", Ship{}, game.Pulse, 20, false, false},
		{"not past, for an orb", Ship{}, game.Orb, 20, true, true},
	} {
		p := New(Config{})
		p.clock.mine, p.clock.others, p.draw.lastShots = 100, 96, []seenShot{{9, 96}}
		s := Shot{ID: 9, Weapon: c.weapon, Mine: true, time: 100, Points: 2}
		s.Trail[0], s.Trail[1] = Point{100, c.y}, Point{50, c.y}
		c.ship.Alive, c.ship.Seat, c.ship.Pos = true, 5, Point{95, 0}
		v := &View{Team: game.TeamOne, Ships: []Ship{c.ship}, Shots: []Shot{s}}
		p.hideHits(v)
		p.seen.known(200, nil)
		if hidden := len(v.Shots) == 0; hidden != c.hidden || (p.Stats().HitsSeen == 1) != c.seen {
			t.Errorf("%s: hidden %v, %d hits seen", c.name, hidden, p.Stats().HitsSeen)
		}
	}
}
