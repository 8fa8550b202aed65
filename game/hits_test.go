package game

import (
	"testing"

	"bankshot/game/arena"
)

// reachOfPulse is Shot.reach of a Pulse shot.
const reachOfPulse = ShipRadius + 4*Unit

// struck lets a shot of seat 1 reach seat 2 after so many banks and tells the hit.
func struck(t *testing.T, banks uint8) (*stage, []Event) {
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0)
	g.shot(1, arena.Cell{X: 11, Y: 8}.Centre(), 0, banks, 40)
	return g, g.run(4, nil)
}

func TestTheBanksAreTheDamage(t *testing.T) {
	for banks, want := range []int16{12, 25, 37, 50, 62} {
		g, ev := struck(t, uint8(banks))
		hits := told(ev, EventHit)
		if len(hits) != 1 || hits[0].Amount != want || hits[0].Seat != 2 || hits[0].Other != 1 {
			t.Errorf("%d banks: told %+v, want %d", banks, hits, want)
		}
		if h := g.of(2).Health; h != MaxHealth-uint8(want) {
			t.Errorf("%d banks: health %d", banks, h)
		}
		if len(g.s.Shots) != 0 || len(told(ev, EventEnded)) != 1 {
			t.Errorf("%d banks: the shot flies on", banks)
		}
		if ship := g.of(2); ship.HitBy != 1 || ship.HitTick != hits[0].Tick {
			t.Errorf("%d banks: hit by %d at %d", banks, ship.HitBy, ship.HitTick)
		}
	}
}

func TestAShotStrikesWhereItComesWithinReach(t *testing.T) {
	g, ev := struck(t, 0)
	hit := told(ev, EventHit)[0]
	if hit.Pos != add(g.of(2).Pos, Vec{X: -reachOfPulse}) {
		t.Fatalf("struck at %v, ship at %v", hit.Pos, g.of(2).Pos)
	}
}

func TestAShotThatPassesBesideStrikesNothing(t *testing.T) {
	for _, c := range []struct {
		name string
		off  int32
		hit  bool
	}{{"just within reach", reachOfPulse, true}, {"just out of reach", reachOfPulse + 1, false}} {
		t.Run(c.name, func(t *testing.T) {
			g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 9, 0, 0)
			g.shot(1, add(arena.Cell{X: 11, Y: 9}.Centre(), Vec{Y: -c.off}), 0, 0, 40)
			if hits := told(g.run(10, nil), EventHit); (len(hits) == 1) != c.hit {
				t.Fatalf("told %+v", hits)
			}
		})
	}
}

func TestTheNearerOfTwoShipsIsStruckWhateverTheirSeats(t *testing.T) {
	for _, near := range []Seat{2, 3} {
		g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(near, 12, 8, 0, 0).ship(5-near, 12, 8, 3, 0)
		g.shot(1, arena.Cell{X: 11, Y: 8}.Centre(), 0, 0, 40)
		if hits := told(g.run(4, nil), EventHit); len(hits) != 1 || hits[0].Seat != near {
			t.Fatalf("near %d: told %+v", near, hits)
		}
	}
}

func TestOfTwoShipsAtTheSamePlaceTheLowerSeatIsStruck(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(7, 12, 8, 0, 0).ship(4, 12, 8, 0, 0)
	g.shot(1, arena.Cell{X: 11, Y: 8}.Centre(), 0, 0, 40)
	if hits := told(g.run(4, nil), EventHit); len(hits) != 1 || hits[0].Seat != 4 {
		t.Fatalf("told %+v", hits)
	}
}

func TestAShotBehindItsBankStrikesWithOneBankMore(t *testing.T) {
	g := newStage(t, open()).ship(1, 30, 8, 0, 0).ship(2, 2, 8, 0, 0)
	// The ship is 16 units off the wall's other side; the shot comes along the wall's way and returns in the same tick.
	g.of(2).Pos = Vec{X: arena.TileSub + 20*Unit, Y: g.of(2).Pos.Y}
	g.shot(1, Vec{X: arena.TileSub + Unit, Y: g.of(2).Pos.Y - 17*Unit}, 2048, 0, 40)
	g.s.Shots[0].Vel = Vec{X: -8 * VelUnit}
	hits := told(g.run(1, nil), EventHit)
	if len(hits) != 0 {
		t.Fatalf("struck out of reach: %+v", hits)
	}
	hits = told(g.run(1, nil), EventHit)
	if len(hits) != 1 || hits[0].Banks != 1 || hits[0].Amount != 25 {
		t.Fatalf("told %+v", hits)
	}
}

func TestBanksBehindAHitAreNotTold(t *testing.T) {
	g := newStage(t, open()).ship(1, 30, 8, 0, 0).ship(2, 1, 8, 0, 0)
	g.shot(1, Vec{X: 2*arena.TileSub + 8*Unit, Y: g.of(2).Pos.Y}, 2048, 0, 40)
	g.s.Shots[0].Vel = Vec{X: -15 * VelUnit}
	ev := g.run(4, nil)
	if len(told(ev, EventHit)) != 1 || len(told(ev, EventBanked)) != 0 {
		t.Fatalf("told %+v", ev)
	}
}

func TestYourOwnShotHurtsByHalfAfterABankAndAQuarterOfASecond(t *testing.T) {
	for _, c := range []struct {
		name  string
		banks uint8
		age   Tick
		want  int16
	}{
		{"never banked", 0, 60, 0},
		{"banked but young", 1, SelfHitAfter - 2, 0},
		{"banked and old enough", 1, SelfHitAfter - 1, 12},
		{"banked three times", 3, 60, 25},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newStage(t, open()).ship(1, 12, 8, 0, 0)
			g.shot(1, g.of(1).Pos, 0, c.banks, c.age)
			hits := told(g.run(1, nil), EventHit)
			switch {
			case c.want == 0 && len(hits) != 0:
				t.Fatalf("told %+v", hits)
			case c.want > 0 && (len(hits) != 1 || hits[0].Amount != c.want):
				t.Fatalf("told %+v, want %d", hits, c.want)
			}
			if g.of(1).HitBy != NoSeat {
				t.Fatal("one's own hit is remembered as somebody's")
			}
		})
	}
}

func TestAShieldSwallowsAShotWithoutHarm(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0)
	g.of(2).Shield = 60
	g.shot(1, arena.Cell{X: 11, Y: 8}.Centre(), 0, 4, 40)
	ev := g.run(4, nil)
	hits := told(ev, EventHit)
	if len(hits) != 1 || hits[0].Amount != 0 || g.of(2).Health != MaxHealth || len(g.s.Shots) != 0 || g.of(2).HitBy != NoSeat {
		t.Fatalf("health %d, told %+v", g.of(2).Health, ev)
	}
}

func TestAnOlderShotStrikesFirstAndTheDeadAreNotInTheWay(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0).ship(3, 30, 2, 0, 0)
	g.of(2).Health = 10
	at := arena.Cell{X: 11, Y: 8}.Centre()
	g.shot(3, at, 0, 0, 41)
	g.shot(1, at, 0, 0, 40)
	ev := g.run(4, nil)
	killed := told(ev, EventKilled)
	if len(killed) != 1 || killed[0].Other != 3 || len(g.s.Shots) != 1 {
		t.Fatalf("%d shots left, told %+v", len(g.s.Shots), killed)
	}
}
