package input

import (
	"testing"

	"bankshot/game"
)

func TestThrustIsTheNearestOfSixteenDirections(t *testing.T) {
	for _, c := range []struct {
		name string
		x, y float32
		want uint8
	}{
		{"no direction is no thrust", 0, 0, 0},
		{"right is the first", 1, 0, 1},
		{"down is a quarter turn on, for Y grows down", 0, 1, 5},
		{"left is half a turn on", -1, 0, 9},
		{"up is three quarters on", 0, -1, 13},
		{"down and right is between the two", 1, 1, 3},
		{"just above right rounds to right", 1, -0.1, 1},
		{"further above right is the last", 1, -0.4, 16},
	} {
		if got := Thrust(c.x, c.y); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}

func TestAimStaysWithinTwelveBits(t *testing.T) {
	for _, c := range []struct {
		x, y float32
		want uint16
	}{{1, 0, 0}, {0, 1, 1024}, {-1, 0, 2048}, {0, -1, 3072}, {1, -0.0001, 0}} {
		if got := Aim(c.x, c.y); got != c.want {
			t.Errorf("aim at (%v, %v): got %d, want %d", c.x, c.y, got, c.want)
		}
	}
}

func TestTheMouseAimsFromTheShipAndFires(t *testing.T) {
	var m Mapper
	in := m.Map(&Devices{Focused: true, CursorX: 100, CursorY: 300, MouseFire: true, Left: true}, 100, 200)
	if want := (game.Input{Thrust: 9, Aim: 1024, Buttons: game.Fire}); in != want {
		t.Fatalf("got %+v, want %+v", in, want)
	}
}

func TestAMouseAtRestKeepsAimingWhileTheShipMoves(t *testing.T) {
	var m Mapper
	d := Devices{Focused: true, CursorX: 100, CursorY: 300}
	m.Map(&d, 100, 200)
	if in := m.Map(&d, 200, 300); in.Aim != 2048 {
		t.Fatalf("the cursor is left of the ship now, but aim is %d", in.Aim)
	}
}

func TestLosingFocusReleasesEverythingButKeepsTheAim(t *testing.T) {
	var m Mapper
	held := Devices{Focused: true, CursorX: 100, CursorY: 300, MouseFire: true, Dash: true, Right: true}
	m.Map(&held, 100, 200)
	held.Focused = false
	if in := m.Map(&held, 100, 200); in != (game.Input{Aim: 1024}) {
		t.Fatalf("got %+v", in)
	}
}

func TestAPadAimsWithItsRightStickAndFiresPastTheRing(t *testing.T) {
	var m Mapper
	in := m.Map(&Devices{Focused: true, PadMoveX: -1, PadAimY: 0.5}, 0, 0)
	if in != (game.Input{Thrust: 9, Aim: 1024}) {
		t.Fatalf("half a push only aims, but got %+v", in)
	}
	in = m.Map(&Devices{Focused: true, PadAimY: 0.95}, 0, 0)
	if in != (game.Input{Aim: 1024, Buttons: game.Fire}) {
		t.Fatalf("a full push fires, but got %+v", in)
	}
}

func TestAPadAtRestLeavesTheAimAloneAndTheMouseAsleep(t *testing.T) {
	var m Mapper
	d := Devices{Focused: true, CursorX: 500, PadAimY: 1}
	m.Map(&d, 0, 0)
	d.PadAimY = 0
	if in := m.Map(&d, 0, 0); in.Aim != 1024 {
		t.Fatalf("the resting mouse took the aim: %d", in.Aim)
	}
	d.CursorX = 501
	if in := m.Map(&d, 0, 0); in.Aim != 0 {
		t.Fatalf("a moved mouse takes the aim back, but aim is %d", in.Aim)
	}
}

func touching(ts ...Touch) *Devices { return &Devices{Focused: true, W: 800, H: 400, Touches: ts} }

func TestTheLeftThumbMovesAndTheRightOneAimsAndFires(t *testing.T) {
	var m Mapper
	m.Map(touching(Touch{1, 100, 200}, Touch{2, 700, 200}), 0, 0)
	in := m.Map(touching(Touch{1, 100, 230}, Touch{2, 680, 200}), 0, 0)
	if in != (game.Input{Thrust: 5, Aim: 2048}) {
		t.Fatalf("inside the ring: got %+v", in)
	}
	in = m.Map(touching(Touch{1, 100, 230}, Touch{2, 640, 200}), 0, 0)
	if in != (game.Input{Thrust: 5, Aim: 2048, Buttons: game.Fire}) {
		t.Fatalf("past the ring: got %+v", in)
	}
}

func TestAThumbKeepsItsStickAcrossTheMiddle(t *testing.T) {
	var m Mapper
	m.Map(touching(Touch{1, 390, 200}), 0, 0)
	m.Map(touching(Touch{1, 430, 200}), 0, 0)
	move, aim := m.Sticks()
	if !move.Held || aim.Held {
		t.Fatalf("move %+v, aim %+v", move, aim)
	}
}

func TestATapDashesAndALongOrMovedTouchDoesNot(t *testing.T) {
	dashes := func(updates int, dx float32) bool {
		var m Mapper
		for i := range updates {
			m.Map(touching(Touch{1, 700 + dx*float32(min(i, 1)), 200}), 0, 0)
		}
		return m.Map(touching(), 0, 0).Buttons&game.Dash != 0
	}
	if !dashes(5, 0) {
		t.Error("a short tap must dash")
	}
	if dashes(tapUpdates+2, 0) {
		t.Error("a long touch must not dash")
	}
	if dashes(5, 50) {
		t.Error("a drag must not dash")
	}
}

func TestAnOpenMenuLetsGoOfTheSticks(t *testing.T) {
	var m Mapper
	m.Map(touching(Touch{1, 100, 200}), 0, 0)
	if in := m.Rest(); in.Thrust != 0 || in.Buttons != 0 {
		t.Fatalf("at rest: %+v", in)
	}
	if move, _ := m.Sticks(); move.Held {
		t.Error("the stick is still held")
	}
}

func TestTheMirrorHasAButtonOnEveryDevice(t *testing.T) {
	for _, c := range []struct {
		name string
		d    Devices
		want game.Buttons
	}{
		{"the right mouse button", Devices{Focused: true, MouseMirror: true}, game.Mirror},
		{"a key", Devices{Focused: true, Mirror: true}, game.Mirror},
		{"a key while firing: the rules decide", Devices{Focused: true, Mirror: true, MouseFire: true}, game.Mirror | game.Fire},
		{"a pad's trigger", Devices{Focused: true, PadMirror: true}, game.Mirror},
		{"a pad's trigger while its stick aims past the ring", Devices{Focused: true, PadMirror: true, PadAimX: 1}, game.Mirror},
	} {
		var m Mapper
		if in := m.Map(&c.d, 0, 0); in.Buttons != c.want {
			t.Errorf("%s: %b, want %b", c.name, in.Buttons, c.want)
		}
	}
}

func TestAFingerOnTheMirrorsButtonHoldsItAndAimsWithItButNeitherFiresNorDashes(t *testing.T) {
	var m Mapper
	x, y, size, _ := m.MirrorButton(800, 400)
	in := m.Map(touching(Touch{1, x, y}), 0, 0)
	if in.Buttons != game.Mirror {
		t.Fatalf("on the button: %+v", in)
	}
	if _, _, _, held := m.MirrorButton(800, 400); !held {
		t.Error("the button is not shown as held")
	}
	in = m.Map(touching(Touch{1, x - 3*size, y}), 0, 0)
	if in != (game.Input{Aim: 2048, Buttons: game.Mirror}) {
		t.Fatalf("dragged to the left: %+v", in)
	}
	in = m.Map(touching(Touch{1, x - 3*size, y}, Touch{2, 700, 350}), 0, 0)
	if _, aim := m.Sticks(); in.Buttons != game.Mirror || !aim.Held {
		t.Fatalf("with a thumb beside: %+v", in)
	}
	if in = m.Map(touching(), 0, 0); in.Buttons&game.Mirror != 0 {
		t.Fatalf("let go: %+v", in)
	}
	m = Mapper{}
	m.Map(touching(Touch{1, x, y}), 0, 0)
	if in = m.Map(touching(), 0, 0); in.Buttons != 0 {
		t.Fatalf("a tap on the button: %+v", in)
	}
}
