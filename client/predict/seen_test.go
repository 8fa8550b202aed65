package predict

import (
	"testing"

	"bankshot/game"
)

// sighting is a shot that has just gone straight through the middle of a ship, and that ship.
func sighting(id game.ShotID, seat game.Seat) (*Shot, *Ship) {
	s := &Shot{ID: id, Mine: true, time: 99.5}
	s.Trail = [TrailPoints]Point{{X: 100}, {X: 50}}
	s.Points = 2
	return s, &Ship{Seat: seat, Alive: true, Pos: Point{X: 90}}
}

func hitBy(id game.ShotID, victim game.Seat) []game.Event {
	return []game.Event{{Kind: game.EventFired, Seat: mySeat, Shot: id}, {Kind: game.EventHit, Seat: victim, Shot: id}}
}

func TestAHitThatWasSeenCountsOrDoesNotAndNothingElseIsJudged(t *testing.T) {
	for _, c := range []struct {
		name                string
		see                 func(p *Predictor, s *Shot, v *Ship)
		events              []game.Event
		after               game.Tick // ticks until they are known
		seen, counted, moot int
		seenInTheEnd        int
		countedInTheEnd     int
	}{
		{"the server counts it", nil, hitBy(9, 5), 8, 1, 1, 0, 1, 1},
		{"the server counts it on somebody else", nil, hitBy(9, 6), 2, 0, 0, 0, 1, 0},
		{"the server counts another shot", nil, hitBy(8, 5), 2, 0, 0, 0, 1, 0},
		{"the server counts it when nobody expects it any more", nil, hitBy(9, 5), settleTicks + 1, 1, 1, 0, 1, 1},
		{"somebody else has killed it before", nil, []game.Event{{Kind: game.EventKilled, Seat: 5, Shot: 8, Tick: 99}}, 2, 0, 0, 1, 0, 0},
		{"a graze is no hit", func(_ *Predictor, s *Shot, _ *Ship) { s.Trail[0].Y, s.Trail[1].Y = 17, 17 }, nil, 0, 0, 0, 0, 0, 0},
		{"a shield swallows it", func(_ *Predictor, _ *Shot, v *Ship) { v.Shield = 0.5 }, nil, 0, 0, 0, 0, 0, 0},
		{"the others stand still", func(p *Predictor, _ *Shot, _ *Ship) { p.clock.starved = true }, nil, 0, 0, 0, 0, 0, 0},
	} {
		p := New(Config{})
		p.clock.mine, p.clock.others = 100, 90
		s, v := sighting(9, 5)
		if c.see != nil {
			c.see(p, s, v)
		}
		m, _ := s.met(v.Pos, v.Pos, 20, reachUnits(s.Weapon))
		p.saw(s, v, m.near <= reachUnits(s.Weapon)-surelySeen)
		p.seen.known(100+c.after, c.events)
		if st := p.Stats(); st.HitsSeen != c.seen || st.HitsCounted != c.counted || st.HitsMoot != c.moot {
			t.Errorf("%s: %d seen, %d counted, %d moot", c.name, st.HitsSeen, st.HitsCounted, st.HitsMoot)
		}
		p.seen.known(100+settleTicks+1, nil)
		if st := p.Stats(); st.HitsSeen != c.seenInTheEnd || st.HitsCounted != c.countedInTheEnd {
			t.Errorf("%s: in the end %d seen, %d counted", c.name, st.HitsSeen, st.HitsCounted)
		}
	}
}

func TestMoreHitsThanAreRememberedAreStillCounted(t *testing.T) {
	p := New(Config{})
	p.clock.mine, p.clock.others = 100, 90
	for id := range game.ShotID(3 * maxHidden) {
		s, v := sighting(id+1, 5)
		m, _ := s.met(v.Pos, v.Pos, 20, reachUnits(s.Weapon))
		p.saw(s, v, m.near <= reachUnits(s.Weapon)-surelySeen)
	}
	p.seen.known(101, hitBy(3*maxHidden, 5))
	p.seen.known(200, nil)
	if st := p.Stats(); st.HitsSeen != 3*maxHidden || st.HitsCounted != 1 {
		t.Errorf("%d seen, %d counted", st.HitsSeen, st.HitsCounted)
	}
}
