package brain

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game"
	"bankshot/game/arena"
)

func TestEveryPostIsReachedFromEverywhere(t *testing.T) {
	for _, a := range realArenas(t) {
		c := Survey(a)
		if len(c.posts) < 12 {
			t.Errorf("%s has only %d posts", a.Name, len(c.posts))
		}
		for post := range c.posts {
			for i := range c.step {
				if c.step[i] == 0 {
					continue
				}
				at, steps := i, 0
				for ; c.next[post][at] != noStep; steps++ {
					d := neighbours[c.next[post][at]]
					at = c.behind(at + d.Y*a.W + d.X)
					if c.step[at] == 0 || steps > a.W*a.H {
						t.Fatalf("%s: the way from tile %d to post %d goes astray", a.Name, i, post)
					}
				}
				if at != c.index(c.posts[post]) {
					t.Fatalf("%s: the way from tile %d ends at tile %d, not at post %d", a.Name, i, at, post)
				}
			}
		}
	}
}

func TestWhereAWayLeadsAShipCanSteerFor(t *testing.T) {
	for _, a := range realArenas(t) {
		c := Survey(a)
		rng := rand.New(rand.NewPCG(1, 1))
		for range 2000 {
			at := game.Vec{X: rng.Int32N(int32(a.W) * arena.TileSub), Y: rng.Int32N(int32(a.H) * arena.TileSub)}
			if !a.Fits(at, game.ShipRadius) || c.step[c.index(at)] == 0 {
				continue
			}
			post := rng.IntN(len(c.posts))
			to := c.toward(post, at)
			if !c.sight(at, to) && distance(at, to) > 2*arena.TileSub {
				t.Fatalf("%s: from %v to post %d it leads to %v, behind a wall", a.Name, at, post, to)
			}
		}
	}
}

func TestSightAgreesWithTheArena(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyArena(t)
		c := Survey(a)
		from, to := anyPlace(t, a), anyPlace(t, a)
		if a.Solid(from) || a.Solid(to) {
			return
		}
		got, want := c.sight(from, to), a.Clear(from, to)
		if got == want {
			return
		}
		// Cut at rounded places a line may graze a corner on the other side: then a line close by has the other answer.
		for dx := int32(-2); dx <= 2; dx++ {
			for dy := int32(-2); dy <= 2; dy++ {
				if a.Clear(from, game.Vec{X: to.X + dx, Y: to.Y + dy}) == got || a.Clear(game.Vec{X: from.X + dx, Y: from.Y + dy}, to) == got {
					return
				}
			}
		}
		t.Fatalf("from %v to %v: %v, the arena says %v", from, to, got, want)
	})
}

func TestRoomIsHowFarTheNextWallIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyArena(t)
		c := Survey(a)
		for y := range a.H {
			for x := range a.W {
				want := 0
				for ; ; want++ {
					free := true
					for yy := y - want; yy <= y+want; yy++ {
						for xx := x - want; xx <= x+want; xx++ {
							free = free && flat(a.At(xx, yy))
						}
					}
					if !free {
						break
					}
				}
				if got := int(c.room[y*a.W+x]); got != want {
					t.Fatalf("tile (%d,%d) has room %d, not %d", x, y, got, want)
				}
			}
		}
	})
}

// Where trying every aim finds a shot of one bank that leaves room for error, the mirrors find one too.
func TestImagesFindTheBanksThatTryingEveryAimFinds(t *testing.T) {
	all, allFound := 0, 0
	for _, a := range someArenas(t) {
		c := Survey(a)
		rng := rand.New(rand.NewPCG(7, 1))
		there, found := 0, 0
		for there < 20 {
			from := game.Vec{X: rng.Int32N(int32(a.W) * arena.TileSub), Y: rng.Int32N(int32(a.H) * arena.TileSub)}
			to := game.Vec{X: rng.Int32N(int32(a.W) * arena.TileSub), Y: rng.Int32N(int32(a.H) * arena.TileSub)}
			if !a.Fits(from, game.ShipRadius) || !a.Fits(to, game.ShipRadius) || !sees(from, to) {
				continue
			}
			m := mover{pos: to, most: foresight}
			if !c.tryEveryAim(from, &m) {
				continue
			}
			there++
			o := options{aim: game.Dir(0), duds: &duds{}, weapon: pulse}
			c.oneBank(&o, from, &m)
			for _, idea := range o.list[:o.n] {
				// Nobody is in the way of who shoots from nowhere.
				nobody := mover{pos: game.Vec{X: -1 << 20, Y: -1 << 20}, most: foresight}
				if _, ok := c.check(&idea.route, pulse, from, &m, &nobody); ok {
					found++
					break
				}
			}
		}
		t.Logf("%s: %d of %d", a.Name, found, there)
		all, allFound = all+there, allFound+found
		if found*100 < there*75 {
			t.Errorf("%s: images find a bank in %d of the %d places where there is one", a.Name, found, there)
		}
	}
	if allFound*100 < all*85 {
		t.Errorf("images find a bank in %d of the %d places where there is one", allFound, all)
	}
}

// tryEveryAim says whether five neighbouring aims in a row hit by exactly one bank within a second.
func (c *Chart) tryEveryAim(from game.Vec, m *mover) bool {
	row := 0
	for aim := range uint16(game.AimSteps) {
		f, hit := launch(from, aim, pulse), false
		for f.ticks < game.TickHz && !f.over && !hit && f.banks < 2 {
			c.leap(&f, game.TickHz)
			for n := range f.corners + 1 {
				if l := f.leg(n); l.pass(m) <= hitWidth*hitWidth {
					if l.banks == 1 {
						hit = true
					} else {
						f.over = true
					}
					break
				}
			}
		}
		if row++; !hit {
			row = 0
		}
		if row == 5 {
			return true
		}
	}
	return false
}
