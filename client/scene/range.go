package scene

import (
	"time"

	"bankshot/client/input"
	"bankshot/client/predict"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
)

// drill is what the range's targets do.
type drill uint8

const (
	drillStand drill = iota
	drillMove
	drillShoot
	drills
)

// practice is the range: a match by the real rules, stepped here, with me and targets in it. It needs no server.
type practice struct {
	arena  *arena.Arena
	local  *predict.Local
	pace   pace
	a, b   game.State
	entry  game.Entry
	events []game.Event

	held   game.Input
	weapon game.WeaponKind
	drill  drill
	// back counts the ticks until a target returns.
	back   [len(targetHomes)]int
	tally  tally
	floats floats
	seen   *predict.View // drawn last
	// Where the pointer rests on a box, it does not fire.
	overBox bool
}

const (
	// mySeat is mine on the range; the targets' follow game.FirstPilotSeat.
	mySeat game.Seat = 0
	// returnTicks is how long a target is gone.
	returnTicks = 2 * game.TickHz
	// shotEvery is how many ticks a target takes for a shot, where it shoots at all.
	shotEvery = 2 * game.TickHz
	// homeUnits is how far a target roams.
	homeUnits = 70
)

func newRange() *practice {
	p := &practice{arena: newRangeHall()}
	p.local = predict.NewLocal(p.arena, mySeat)
	p.b = game.NewMatch(p.arena, arena.Plain, 1)
	p.entry.Facts = append(p.entry.Facts,
		game.Fact{Kind: game.FactPhase, Phase: game.Playing, End: 1 << 31},
		game.Fact{Kind: game.FactJoin, Seat: mySeat, Name: "you"},
		game.Fact{Kind: game.FactSpawn, Seat: mySeat, Pos: rangeStart.Centre()})
	for n := range targetHomes {
		p.entry.Facts = append(p.entry.Facts,
			game.Fact{Kind: game.FactJoin, Seat: targetSeat(n), Name: "target", Pilot: true},
			game.Fact{Kind: game.FactSpawn, Seat: targetSeat(n), Pos: targetHomes[n].Centre()})
	}
	p.entry.Inputs = make([]game.Input, 1+len(targetHomes))
	p.events = game.Step(&p.b, p.arena, &p.entry, p.events)
	p.a.CopyFrom(&p.b)
	return p
}

func targetSeat(n int) game.Seat { return game.FirstPilotSeat + game.Seat(n) }

func (p *practice) update(g *Game, d *input.Devices, now time.Time) bool {
	for range p.pace.due(now) {
		p.step()
	}
	if d.Menu || g.clickedIn(d, leaveBox) {
		return true
	}
	p.buttons(g, d)
	x, y := float32(g.w)/2, float32(g.h)/2
	if i := p.b.ShipOf(mySeat); i >= 0 {
		x, y = g.renderer.Cam.Screen(placeAt(p.b.Ships[i].Pos))
	}
	p.held = g.mapper.Map(d, x, y)
	if p.overBox {
		p.held.Buttons &^= game.Fire
	}
	return false
}

// buttons lets keys and pointer choose a weapon and what the targets do.
func (p *practice) buttons(g *Game, d *input.Devices) {
	var room [int(game.WeaponKinds) + int(drills)]ui.Rect
	c := ui.On(g.renderer)
	picked := d.Number - 1
	p.overBox = false
	for i, box := range rangeBoxes(room[:0], c.W, c.H) {
		if g.pointsAt(d, box) {
			p.overBox = true
		}
		if g.clickedIn(d, box) {
			picked = i
		}
	}
	switch {
	case picked < 0:
	case picked < int(game.WeaponKinds):
		p.weapon = game.WeaponKind(picked)
	case picked < int(game.WeaponKinds)+int(drills):
		p.drill = drill(picked - int(game.WeaponKinds))
	}
}

// step is one tick: what a server would decide is decided here, the rest is the rules'.
func (p *practice) step() {
	p.a.CopyFrom(&p.b)
	s := &p.b
	p.entry.Reset()
	p.arm()
	for i := range s.Ships {
		ship := &s.Ships[i]
		if ship.Seat == mySeat {
			if !ship.Alive && ship.RespawnIn == 0 {
				p.entry.Facts = append(p.entry.Facts, game.Fact{Kind: game.FactSpawn, Seat: mySeat, Pos: rangeStart.Centre()})
			}
			p.entry.Inputs = append(p.entry.Inputs, game.Effective(s, i, p.held))
			continue
		}
		n := int(ship.Seat - game.FirstPilotSeat)
		p.comeBack(ship, n)
		p.entry.Inputs = append(p.entry.Inputs, game.Effective(s, i, p.drillInput(ship, n)))
	}
	if len(p.events) > mostEvents {
		p.events = p.events[:0]
	}
	from := len(p.events)
	p.events = game.Step(s, p.arena, &p.entry, p.events)
	p.tally.count(p.events[from:])
	p.call(p.events[from:])
}

// arm gives me the weapon I have chosen, without an end of it. A charge that runs is not taken away.
func (p *practice) arm() {
	i := p.b.ShipOf(mySeat)
	if i < 0 || p.b.Ships[i].Charge > 0 || !p.b.Ships[i].Alive {
		return
	}
	p.b.Ships[i].Weapon, p.b.Ships[i].Ammo = p.weapon, game.Weapons[p.weapon].Ammo
}

// comeBack lets a target appear again where it was.
func (p *practice) comeBack(ship *game.Ship, n int) {
	if ship.Alive {
		p.back[n] = returnTicks
		return
	}
	if p.back[n]--; p.back[n] <= 0 {
		p.entry.Facts = append(p.entry.Facts, game.Fact{Kind: game.FactSpawn, Seat: ship.Seat, Pos: targetHomes[n].Centre()})
	}
}

// drillInput is what a target does: it stands, or goes around near its home, and may shoot at who is in sight.
func (p *practice) drillInput(ship *game.Ship, n int) game.Input {
	in := game.Input{Aim: ship.Aim}
	if p.drill == drillStand {
		return in
	}
	home := targetHomes[n].Centre()
	off := game.Vec{X: home.X - ship.Pos.X, Y: home.Y - ship.Pos.Y}
	const far = homeUnits * game.Unit
	turn := uint16(int(p.b.Tick)*12+n*700) % game.AimSteps
	if off.X > far || off.X < -far || off.Y > far || off.Y < -far {
		turn = game.Toward(off)
	}
	// Every other tick makes half the speed.
	if p.b.Tick%2 == 0 {
		in.Thrust = uint8((turn+game.AimSteps/32)/(game.AimSteps/16)%16) + 1
	}
	in.Aim = turn
	me := p.b.ShipOf(mySeat)
	if p.drill == drillShoot && me >= 0 && p.b.Ships[me].Alive && p.arena.Clear(ship.Pos, p.b.Ships[me].Pos) {
		at := p.b.Ships[me].Pos
		in.Aim = game.Toward(game.Vec{X: at.X - ship.Pos.X, Y: at.Y - ship.Pos.Y})
		if (int(p.b.Tick)+n*37)%shotEvery == 0 {
			in.Buttons = game.Fire
		}
	}
	return in
}

func (p *practice) view(_ *Game, now time.Time) *predict.View {
	v := p.local.View(&p.a, &p.b, p.pace.frac(now), p.held, p.events)
	p.events = p.events[:0]
	p.seen = v
	return v
}

// state tells of the range.
func (p *practice) state(j *json) {
	j.str("weapon", weaponOf(p.weapon))
	j.int("drill", int(p.drill))
	j.int("fired", p.tally.fired)
	j.int("hits", p.tally.hits)
	j.int("kills", p.tally.kills)
	j.int("bestBanks", p.tally.bestBanks)
	if i := p.b.ShipOf(mySeat); i >= 0 {
		j.key("at")
		j.open('{')
		j.place(placeAt(p.b.Ships[i].Pos))
		j.close('}')
	}
}
