package predict

import (
	"math"
	"slices"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

func (s *Shot) trailLength() (units float32) {
	for k := 1; k < s.Points; k++ {
		units += length(Point{s.Trail[k].X - s.Trail[k-1].X, s.Trail[k].Y - s.Trail[k-1].Y})
	}
	return units
}

func vec(p Point) game.Vec { return game.Vec{X: int32(p.X * game.Unit), Y: int32(p.Y * game.Unit)} }

func TestShotsFlySteadilyAndTheirTrailsKeepOutOfWalls(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 6, 40*time.Millisecond, 8*time.Millisecond)
	g.hold = lively(11)
	steadyShots(t, g, 20*time.Second)
	g = newPlayIn(t, gallery(t), arena.FreeForAll, Config{Name: "Ana"}, 6, 40*time.Millisecond, 0)
	for i := range g.srv.wanderers {
		g.srv.wanderers[i].mirrors = true
	}
	g.hold = curious(g, 11)
	steadyShots(t, g, 60*time.Second)
}

func steadyShots(t *testing.T, g *play, long time.Duration) {
	t.Helper()
	type drawn struct {
		shot Shot
		time float64
		// guessed: it was drawn later than anything was known, and may turn out to have met glass that others broke, or not.
		guessed bool
	}
	was := map[game.ShotID]drawn{}
	slow := map[game.ShotID]bool{} // as only a shot may be that meets its last wall in that very tick
	seen, mine, around := 0, 0, 0
	weapons := [game.WeaponKinds]int{}
	g.run(settled)
	g.seen = func(v *View) {
		now := map[game.ShotID]drawn{}
		turned := map[game.ShotID]bool{} // elsewhere, or standing still for the rest of a tick, as the rules want it
		live := v.Live()
		if g.p.draw.lens.jumps() {
			was = nil // of what was far from me a moment ago, another time is seen
			return
		}
		for _, m := range g.p.past.slots {
			for i := range m.events {
				if e := &m.events[i]; e.Kind == game.EventWarped || e.Kind == game.EventReturned || e.Weapon == game.Prism {
					turned[e.Shot] = true
				}
			}
		}
		for i := range g.p.ahead.slots {
			for _, s := range g.p.ahead.slots[i].state.Shots {
				turned[s.ID] = turned[s.ID] || s.Portal > 0 || s.Weapon == game.Prism || s.Returned
			}
		}
		for _, s := range v.Shots {
			speed := float32(game.Weapons[s.Weapon].Speed) / game.VelUnit
			weapons[s.Weapon]++
			time := s.time
			if s.Mine {
				mine++
			}
			seen++
			now[s.ID] = drawn{s, time, !s.Mine && time > float64(g.p.replica.Tick) && slices.Contains(v.Arena.Tiles, arena.Glass)}
			if s.Points < 1 || s.Points > TrailPoints || s.trailLength() > trailUnits+1 {
				t.Fatalf("a trail of %d points and %v units", s.Points, s.trailLength())
			}
			if flew := float32(time-float64(s.ID.Tick()-1)) * speed; s.trailLength() > max(flew, 0)+1 {
				t.Errorf("a shot that has flown %v units has a trail of %v", flew, s.trailLength())
			}
			if s.Points > 2 {
				around++
			}
			for _, p := range s.Trail[:s.Points] {
				// Glass that is broken for one of the two times may be whole for the other.
				if at := arena.CellOf(vec(p)); live.Solid(vec(p)) && live.At(at.X, at.Y) != arena.Glass {
					t.Errorf("shot %x is drawn in a wall at %v", s.ID, p)
				}
			}
			if before, ok := was[s.ID]; ok && !turned[s.ID] && !before.guessed {
				flown := speed * float32(time-before.time)
				at, from := s.Trail[0], before.shot.Trail[0]
				if s.Banks < before.shot.Banks && (atGlass(v.Arena, at) || atGlass(v.Arena, from)) {
					continue // foreseen to bank off glass that somebody else has broken
				}
				if moved := length(Point{at.X - from.X, at.Y - from.Y}); moved > flown+0.1 {
					t.Errorf("shot %x of weapon %d was drawn flying %v units, not %v", s.ID, s.Weapon, moved, flown)
				} else if s.Banks == before.shot.Banks && moved < flown-0.1 && !atGlass(v.Arena, at) {
					slow[s.ID] = true
				} else if slow[s.ID] {
					t.Errorf("shot %x of weapon %d was drawn standing and then flying on", s.ID, s.Weapon)
				}
				if s.Banks < before.shot.Banks {
					t.Errorf("shot %x went from %d banks to %d", s.ID, before.shot.Banks, s.Banks)
				}
			}
		}
		was = now
	}
	g.run(long)
	if seen < 1000 || mine < 500 || around < 100 {
		t.Errorf("only %d shots were drawn, %d of them mine, %d around a bank", seen, mine, around)
	}
	t.Logf("%d shots drawn by weapon %v, %d of them mine", seen, weapons, mine)
}

// atGlass says whether a place is on the border of glass: what ends there for me, others may have let through.
func atGlass(a *arena.Arena, at Point) bool {
	for _, d := range [...]Point{{1, 1}, {-1, 1}, {1, -1}, {-1, -1}} {
		if c := arena.CellOf(vec(Point{at.X + d.X, at.Y + d.Y})); a.At(c.X, c.Y) == arena.Glass {
			return true
		}
	}
	return false
}

func TestEveryShotIsDrawnAtTheTimeTheLensHasThere(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 4, 60*time.Millisecond, 0)
	g.hold = lively(12)
	g.run(settled)
	near, far := 0, 0
	g.seen = func(v *View) {
		for _, s := range v.Shots {
			l := &g.p.draw.lens
			if off := v.Tick - l.behind(s.Trail[0], s.time, s.Mine) - s.time; math.Abs(off) > 0.1 {
				t.Errorf("shot %x is drawn %.2f ticks from where it belongs", s.ID, off)
			}
			me := l.meAt(s.time)
			switch away := length(Point{s.Trail[0].X - me.X, s.Trail[0].Y - me.Y}); {
			case away < game.LensNear/game.Unit-1:
				near++
				if s.time != v.Tick {
					t.Errorf("close to me shot %x is drawn at %v, not at %v", s.ID, s.time, v.Tick)
				}
			case away > game.LensFar/game.Unit+1:
				far++
				if math.Abs(s.time-v.Others) > 0.05 {
					t.Errorf("far from me shot %x is drawn at %v, not at %v", s.ID, s.time, v.Others)
				}
			}
			if float64(s.ID.Tick()-1) > s.time {
				t.Errorf("shot %x is drawn at %v, before its birth", s.ID, s.time)
			}
		}
	}
	g.run(5 * time.Second)
	if near == 0 || far == 0 {
		t.Errorf("%d shots were drawn near me, %d far from me", near, far)
	}
}

// TestAShotOfMineThatMeetsAShipIsHiddenAndNothingElse puts a ship in the way that stands still, so that what I see and
// what the server judges are the same.
func TestAShotOfMineThatMeetsAShipIsHiddenAndNothingElse(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 75*time.Millisecond, 0)
	g.srv.wanderers = []wanderer{{seat: game.FirstPilotSeat, left: 1 << 30, calm: true}}
	g.srv.facts = append(g.srv.facts, game.Fact{Kind: game.FactJoin, Seat: game.FirstPilotSeat, Name: "W", Pilot: true})
	g.run(settled + 3*time.Second) // nobody is shielded any more
	me, it := &g.srv.state.Ships[0], &g.srv.state.Ships[1]
	aim := game.Toward(game.Vec{X: it.Pos.X - me.Pos.X, Y: it.Pos.Y - me.Pos.Y})
	g.srv.relocate(1, game.Vec{X: me.Pos.X + 200*game.Unit*sign(it.Pos.X-me.Pos.X), Y: me.Pos.Y})
	aim = 0
	if it.Pos.X < me.Pos.X {
		aim = game.AimSteps / 2
	}
	g.run(time.Second)
	g.hold = func(frame int) game.Input {
		in := game.Input{Aim: aim}
		if frame == g.n0 {
			in.Buttons = game.Fire
		}
		return in
	}
	g.n0 = g.n
	target := g.p.replica.Ships[1]
	shown, gone, hits := 0, 0, 0
	var goneAt, hitAt, last float64
	g.seen = func(v *View) {
		switch {
		case len(v.Shots) > 0:
			shown++
			last = v.Shots[0].time
			if gone > 0 {
				t.Error("the shot came back")
			}
			if d := length(Point{v.Shots[0].Trail[0].X - float32(target.Pos.X)/game.Unit, v.Shots[0].Trail[0].Y - float32(target.Pos.Y)/game.Unit}); d < reachUnits(game.Pulse)-9 {
				t.Errorf("the shot is drawn %v units from the middle of the ship", d)
			}
		case shown > 0:
			if gone++; gone == 1 {
				goneAt = last + 1
				for _, s := range v.Ships {
					if s.Seat != mySeat && s.Health != 1 || s.Score != 0 {
						t.Errorf("a hit that only I have seen has counted: %+v", s)
					}
				}
			}
		}
		for _, e := range v.Events {
			if e.Kind == game.EventHit {
				hits++
				hitAt = float64(e.Tick)
			}
		}
	}
	g.run(time.Second)
	if shown == 0 || gone == 0 || hits != 1 {
		t.Fatalf("shown in %d frames, then gone in %d, %d hits told", shown, gone, hits)
	}
	if d := goneAt - hitAt; d < -1 || d > 1 {
		t.Errorf("the shot went at %v, the hit was at %v", goneAt, hitAt)
	}
	if s := g.p.Stats(); s.HitsSeen != 1 || s.HitsCounted != 1 || s.HitsMoot != 0 {
		t.Errorf("%d hits seen, %d counted, %d moot", s.HitsSeen, s.HitsCounted, s.HitsMoot)
	}
}

func sign(n int32) int32 {
	if n < 0 {
		return -1
	}
	return 1
}

func TestAShotThatOnlySeemedToHitComesBack(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 20*time.Millisecond, 0)
	g.run(settled)
	g.hold = func(frame int) game.Input { return game.Input{Buttons: game.Fire} }
	var id game.ShotID
	g.seen = func(v *View) {
		if id == 0 && len(v.Shots) > 0 {
			id = v.Shots[0].ID
			g.p.draw.hidden[0] = hidden{id, game.Tick(v.Tick)}
			g.hold = nil
			g.p.SetInput(game.Input{})
		}
	}
	g.run(time.Second / 10)
	for _, s := range g.p.View(g.now).Shots {
		if s.ID == id {
			t.Error("a hidden shot is drawn")
		}
	}
	g.run(time.Second / 2)
	found := false
	for _, s := range g.p.View(g.now).Shots {
		found = found || s.ID == id
	}
	if !found {
		t.Error("it never came back")
	}
}

func TestTheAimLineBeginsAtMyShipAndShowsTheFirstBank(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 2, 30*time.Millisecond, 0)
	g.hold = lively(13)
	g.run(settled)
	lines := 0
	g.seen = func(v *View) {
		if v.Me < 0 || !v.Ships[v.Me].Alive || v.Phase == game.Countdown {
			if len(v.AimLine) != 0 {
				t.Error("an aim line without a ship that could fire")
			}
			return
		}
		lines++
		if len(v.AimLine) < 2 || len(v.AimLine) > TrailPoints || v.AimLine[0] != v.Ships[v.Me].Pos {
			t.Errorf("the aim line is %v", v.AimLine)
		}
	}
	g.run(20 * time.Second)
	if lines < 100 {
		t.Errorf("only %d aim lines", lines)
	}
}

// jumps says whether my ship was born, or went through a portal, in the time the lens looks at.
func (l *lens) jumps() bool {
	for t := l.first; t < l.last; t++ {
		if a, b := l.me[t%meTicks], l.me[(t+1)%meTicks]; length(Point{b.X - a.X, b.Y - a.Y}) > warpUnits/2 {
			return true
		}
	}
	return false
}
