package balance

import (
	"testing"

	"bankshot/game"
)

const (
	shooter = game.FirstPilotSeat
	victim  = game.FirstPilotSeat + 1
)

// scene is two ships, so far apart in units, and shots.
func scene(apart int32, charge uint8, shots ...game.Shot) *game.Public {
	return &game.Public{
		Ships: []game.Ship{
			{Seat: shooter, Alive: true, Charge: charge},
			{Seat: victim, Alive: true, Pos: game.Vec{X: apart * game.Unit}},
		},
		Shots: shots,
	}
}

func TestAShotIsSeenWhenItWasOnTheScreenForTwentyFourTicks(t *testing.T) {
	id := game.NewShotID(10, shooter, 0)
	shot := func(x int32) game.Shot { return game.Shot{ID: id, Pos: game.Vec{X: x * game.Unit}} }
	for name, c := range map[string]struct {
		ticks int
		from  int32
		want  sight
	}{
		"long enough, in view":         {24, 100, sawIt},
		"a tick too short":             {23, 100, tooBrief},
		"off the screen at first":      {24, -160, outside},
		"just on the screen at first":  {24, -140, sawIt},
		"long, but off until recently": {40, -300, outside},
	} {
		var y eye
		for range 30 - min(c.ticks, 30) {
			y.note(scene(500, 0))
		}
		for n := range c.ticks {
			y.note(scene(500, 0, shot(c.from+int32(n))))
		}
		if got := y.saw(victim, id, game.Pulse); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestABeamIsSeenByWhoChargesIt(t *testing.T) {
	id := game.NewShotID(99, shooter, 0)
	for name, c := range map[string]struct {
		apart  int32
		charge uint8
		want   sight
	}{
		"charging in view":     {600, 9, sawIt},
		"charging out of view": {700, 9, outside},
		"not charging":         {600, 0, tooBrief},
	} {
		var y eye
		for range seenTicks {
			y.note(scene(c.apart, c.charge))
		}
		if got := y.saw(victim, id, game.Rail); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestAPartOfAPrismWasSeenInTheWhole(t *testing.T) {
	var y eye
	for n := range seenTicks {
		s := game.Shot{ID: game.NewShotID(5, shooter, 0), Weapon: game.Prism}
		if n > 12 {
			s.Banks = 1
			part := s
			part.ID++
			y.note(scene(300, 0, s, part))
			continue
		}
		y.note(scene(300, 0, s))
	}
	if got := y.saw(victim, game.NewShotID(5, shooter, 1), game.Prism); got != sawIt {
		t.Errorf("%d", got)
	}
}

func TestShotsAreCountedOnTheScreenOfEachLivingShip(t *testing.T) {
	p := scene(2000, 0, game.Shot{}, game.Shot{Pos: game.Vec{X: 640 * game.Unit}}, game.Shot{Pos: game.Vec{Y: 361 * game.Unit}}, game.Shot{Pos: game.Vec{X: 2000 * game.Unit}})
	var h Hist
	countShots(p, &h)
	if len(h) != 3 || h[2] != 1 || h[1] != 1 {
		t.Errorf("%v", h)
	}
	p.Ships[0].Alive = false
	h = nil
	countShots(p, &h)
	if len(h) != 2 || h[1] != 1 {
		t.Errorf("the dead see nothing: %v", h)
	}
}
