package scene

import (
	standard "encoding/json"
	"testing"
	"time"

	"bankshot/client/input"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
)

func TestTheRangeIsAnArenaByTheRules(t *testing.T) {
	a := newRangeHall()
	if err := arena.Validate(a, arena.MinSpawns); err != nil {
		t.Error(err)
	}
	for _, c := range append(targetHomes[:], rangeStart) {
		if !a.Fits(c.Centre(), 2*game.ShipRadius) {
			t.Errorf("there is no room at %v", c)
		}
	}
	hidden := 0
	for _, c := range targetHomes {
		if !a.Clear(rangeStart.Centre(), c.Centre()) {
			hidden++
		}
	}
	if hidden < len(targetHomes)/2 {
		t.Errorf("only %d of %d targets are behind something", hidden, len(targetHomes))
	}
}

func (p *practice) ticks(n int) {
	for range n {
		p.step()
		p.events = p.events[:0]
	}
}

func TestATargetThatIsHitIsBackAfterTwoSeconds(t *testing.T) {
	p := newRange()
	i := p.b.ShipOf(targetSeat(2))
	p.ticks(game.SpawnShieldTicks + 1)
	p.b.Ships[i].Health = 1
	at := p.b.Ships[i].Pos
	p.b.Ships[0].Pos = game.Vec{X: at.X - 100*game.Unit, Y: at.Y}
	p.held = game.Input{Buttons: game.Fire}
	p.ticks(1)
	p.held = game.Input{}
	p.ticks(20)
	if p.b.Ships[i].Alive || p.tally.kills != 1 || p.tally.fired != 1 || p.tally.hits != 1 || p.tally.accuracy() != 100 {
		t.Fatalf("alive %v, %+v", p.b.Ships[i].Alive, p.tally)
	}
	p.ticks(returnTicks)
	if !p.b.Ships[i].Alive || p.b.Ships[i].Pos != at {
		t.Fatalf("%+v", p.b.Ships[i])
	}
}

func TestEveryWeaponIsThereWithoutAnEnd(t *testing.T) {
	for kind := range game.WeaponKinds {
		p := newRange()
		p.weapon = kind
		p.held = game.Input{Aim: 700, Buttons: game.Fire}
		p.ticks(60 * game.TickHz / 4)
		if p.b.Ships[0].Alive && p.tally.fired < int(game.Weapons[kind].Ammo)+1 {
			t.Errorf("%s: %d fired", weaponOf(kind), p.tally.fired)
		}
	}
}

func TestTargetsStandMoveOrShootAsAsked(t *testing.T) {
	moved := func(d drill) (far int32, shots int) {
		p := newRange()
		p.drill = d
		p.b.Ships[0].Pos = arena.Cell{X: 34, Y: 12}.Centre()
		for range 10 * game.TickHz {
			p.ticks(1)
			for n := range targetHomes {
				off := p.b.Ships[p.b.ShipOf(targetSeat(n))].Pos.X - targetHomes[n].Centre().X
				far = max(far, off, -off)
			}
			for i := range p.b.Shots {
				if p.b.Shots[i].Owner != mySeat {
					shots++
				}
			}
		}
		return far / game.Unit, shots
	}
	if far, shots := moved(drillStand); far != 0 || shots != 0 {
		t.Errorf("standing they are %d units away and fire %d", far, shots)
	}
	if far, shots := moved(drillMove); far < 10 || far > 3*homeUnits || shots != 0 {
		t.Errorf("moving they get %d units away and fire %d", far, shots)
	}
	if _, shots := moved(drillShoot); shots == 0 {
		t.Error("they don't shoot")
	}
}

func TestWhoDiesOnTheRangeIsBack(t *testing.T) {
	p := newRange()
	p.ticks(game.SpawnShieldTicks + 1)
	p.b.Ships[0].Alive, p.b.Ships[0].Health, p.b.Ships[0].RespawnIn = false, 0, game.RespawnTicks
	p.ticks(game.RespawnTicks + 2)
	if !p.b.Ships[0].Alive || p.b.Ships[0].Pos != rangeStart.Centre() {
		t.Fatalf("%+v", p.b.Ships[0])
	}
}

func TestTheRangeFitsEveryScreenAndItsButtonsDontFire(t *testing.T) {
	for _, size := range screens {
		g := aGame(t, size[0], size[1])
		p := newRange()
		g.aside = p
		now := time.Unix(1000, 0)
		g.playOn(&now, input.Devices{Focused: true}, 2)
		c := ui.On(g.renderer)
		boxes := rangeBoxes(nil, c.W, c.H)
		if len(boxes) != int(game.WeaponKinds)+int(drills) {
			t.Fatalf("%d boxes", len(boxes))
		}
		for i, b := range boxes {
			if b.X < 0 || b.Right() > c.W || i > 0 && b.Meets(boxes[i-1]) || b.Meets(leaveBox) || b.Meets(ownShipAt(c.W, c.H)) {
				t.Errorf("at %v box %d is %v", size, i, b)
			}
		}
		b := boxes[game.Orb]
		k := g.renderer.UI
		x, y := g.renderer.Cam.Left+b.MiddleX()*k, g.renderer.Cam.Top+(b.Y+b.H/2)*k
		g.playOn(&now, input.Devices{Focused: true, CursorX: x, CursorY: y, Clicked: true, ClickX: x, ClickY: y, MouseFire: true}, 5)
		if p.weapon != game.Orb || p.tally.fired != 0 {
			t.Errorf("at %v: %s, %d fired", size, weaponOf(p.weapon), p.tally.fired)
		}
	}
}

func TestAFrameOfTheRangeCostsNoMemory(t *testing.T) {
	g := aGame(t, 1280, 720)
	p := newRange()
	g.aside = p
	now := time.Unix(1000, 0)
	d := input.Devices{Focused: true, MouseFire: true, CursorX: 900, CursorY: 200}
	g.playOn(&now, d, 900)
	if n := testing.AllocsPerRun(200, func() {
		now = now.Add(time.Second / 60)
		p.update(g, &d, now)
		g.shown(now)
	}); n != 0 {
		t.Errorf("a steady frame allocated %v times", n)
	}
}

func TestWhatIsPlayedAsideIsToldAsJSON(t *testing.T) {
	g := aGame(t, 1280, 720)
	for name, a := range map[string]aside{"range": newRange(), "trick": newTricks(g, aDay)} {
		j := json{}
		j.open('{')
		a.state(&j)
		j.close('}')
		if !standard.Valid(j.b) {
			t.Errorf("%s: %s", name, j.b)
		}
	}
}

func TestAFingerThatPicksAWeaponOnTheRangeNeverLeavesIt(t *testing.T) {
	for _, size := range [][2]float32{{845, 475}, {800, 450}} {
		for i, box := range rangeBoxes(nil, size[0], size[1]) {
			if leaveBox.Finger().Meets(box) {
				t.Errorf("on %v button %d is within the finger's way out", size, i)
			}
		}
	}
}

func TestThumbsFlyAndFireOnTheRange(t *testing.T) {
	g := aGame(t, 844, 390)
	p := newRange()
	g.aside = p
	g.shown(time.Now())
	d := input.Devices{Focused: true, W: 844, H: 390, Touches: []input.Touch{{ID: 1, X: 180, Y: 260}, {ID: 2, X: 660, Y: 260}}}
	g.act(&d)
	d.Touches[0].X += 50
	d.Touches[1].Y += 50
	g.act(&d)
	if p.held.Thrust == 0 || p.held.Buttons&game.Fire == 0 {
		t.Errorf("with both thumbs out the ship does %+v", p.held)
	}
}
