package main

import (
	"testing"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
)

func TestTwoMeetInFrontierAndLoseSightOfEachOther(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays in real time")
	}
	overSockets(t, func(w *place) {
		ana := w.opens("frontier", predict.Config{Name: "Ana"})
		w.until(patience, "Ana has a ship", ana.flies)
		bo := w.opens("frontier", predict.Config{Name: "Bo"})
		w.until(patience, "Bo has a ship", bo.flies)
		if ana.side.Room() != bo.side.Room() {
			t.Fatalf("Ana is in %s, Bo in %s", ana.side.Room(), bo.side.Room())
		}
		sees := func(p, other *person) bool { return p.namesakes(other.name) == 1 }

		way := &way{to: func() game.Vec { return ana.ship().Pos }}
		bo.hands = way.fly
		w.until(patience, "they see each other", func() bool { return sees(ana, bo) && sees(bo, ana) })

		var last game.Vec
		ana.hands = func(p *person) game.Input {
			if s := shipOf(p.side.Replica(), bo.side.Seat()); s != nil && s.Alive {
				last = s.Pos
			}
			at := p.ship().Pos
			return game.Input{Aim: game.Toward(game.Vec{X: last.X - at.X, Y: last.Y - at.Y}), Buttons: game.Fire}
		}
		w.until(patience, "a shot of Ana's hits Bo", func() bool {
			s := shipOf(ana.side.Replica(), bo.side.Seat())
			return s != nil && s.HitBy == ana.side.Seat()
		})
		ana.hands = nil

		from := bo.ship().Pos
		far := farFrom(bo.view.Arena, from)
		*way = wayTo(far)
		bo.hands = way.fly
		w.until(2*patience, "they have lost sight of each other", func() bool { return !sees(ana, bo) && !sees(bo, ana) })
		if !sees(ana, ana) || !sees(bo, bo) {
			t.Error("somebody does not see their own ship any more")
		}

		bo.hands = nil
		seat, token := ana.side.Seat(), ana.side.Token()
		ana.drops()
		w.until(patience, "Ana is back at the stick", func() bool { return ana.side.Stats().Connections == 1 && ana.flies() })
		if ana.side.Seat() != seat || ana.side.Token() != token || ana.ship().Name != "Ana" || ana.namesakes("Ana") != 1 {
			t.Errorf("back in seat %d as %q, was in %d", ana.side.Seat(), ana.ship().Name, seat)
		}
		for _, p := range w.all {
			if stats := p.side.Stats(); stats.Desyncs > 0 || stats.Broken > 0 || stats.Gaps > 0 {
				t.Errorf("%s: %+v", p.name, stats)
			}
		}
		if got := w.real.metric("bankshot_joins_total"); got != "2" {
			t.Errorf("%s seats were taken anew; two people came", got)
		}
	}, "-frontier-pilots", "0")
}

// way flies a ship through a large arena, from tile to tile.
type way struct {
	to   func() game.Vec
	next []int32 // by tile: the next one on the way, -1 where there is none
	end  arena.Cell
}

func wayTo(at game.Vec) way { return way{to: func() game.Vec { return at }} }

// fly thrusts towards the farthest tile of the way that can be flown to straight, and against what it would drift past it.
func (w *way) fly(p *person) game.Input {
	const drift, perUnit = 12, game.VelUnit / game.Unit // ticks; velocity for each 1/256 unit a tick
	a, at, vel := p.view.Arena, p.ship().Pos, p.ship().Vel
	if end := arena.CellOf(w.to()); w.next == nil || end != w.end {
		w.end, w.next = end, leads(a, end)
	}
	cell := arena.CellOf(at)
	for range 6 {
		next := w.next[a.Index(cell)]
		if next < 0 || !passes(a, at, a.CellAt(int(next)).Centre()) {
			break
		}
		cell = a.CellAt(int(next))
	}
	to := cell.Centre()
	dir := game.Toward(game.Vec{X: to.X - at.X - drift*(vel.X/perUnit), Y: to.Y - at.Y - drift*(vel.Y/perUnit)})
	return game.Input{Thrust: uint8((int(dir)+game.AimSteps/32)*16/game.AimSteps%16) + 1, Aim: dir}
}

// passes says whether a ship gets straight from one place to the other, by the ways of four points of its rim.
func passes(a *arena.Arena, from, to game.Vec) bool {
	const rim = game.ShipRadius * 7 / 10
	for _, off := range [...]game.Vec{{X: -rim, Y: -rim}, {X: rim, Y: -rim}, {X: -rim, Y: rim}, {X: rim, Y: rim}} {
		if !a.Clear(game.Vec{X: from.X + off.X, Y: from.Y + off.Y}, game.Vec{X: to.X + off.X, Y: to.Y + off.Y}) {
			return false
		}
	}
	return true
}

// leads is for each tile from which a ship gets to end the next one on the way, as far as it is looked for.
func leads(a *arena.Arena, end arena.Cell) []int32 {
	const most = 60_000
	next := make([]int32, len(a.Tiles))
	for i := range next {
		next[i] = -1
	}
	next[a.Index(end)] = int32(a.Index(end))
	list := []arena.Cell{end}
	for n := 0; n < len(list) && n < most; n++ {
		for _, step := range [...]arena.Cell{{X: 1}, {X: -1}, {Y: 1}, {Y: -1}} {
			c := arena.Cell{X: list[n].X + step.X, Y: list[n].Y + step.Y}
			if a.At(c.X, c.Y) == arena.Wall || next[a.Index(c)] >= 0 || !a.Fits(c.Centre(), game.ShipRadius) {
				continue
			}
			next[a.Index(c)] = int32(a.Index(list[n]))
			list = append(list, c)
		}
	}
	return next
}

// farFrom is a place where a ship may appear, the nearest of those that are far beyond what is seen from here.
func farFrom(a *arena.Arena, at game.Vec) game.Vec {
	const least = 2500 * game.Unit
	var best game.Vec
	nearest := int64(-1)
	for _, c := range a.Spawns {
		to := c.Centre()
		x, y := int64(to.X-at.X), int64(to.Y-at.Y)
		if d := x*x + y*y; max(x, -x, y, -y) > least && (nearest < 0 || d < nearest) {
			best, nearest = to, d
		}
	}
	return best
}
