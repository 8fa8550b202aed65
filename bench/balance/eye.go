package balance

import "bankshot/game"

// The half of what a player's screen shows, in 1/256 unit.
const (
	viewX = 640 * game.Unit
	viewY = 360 * game.Unit
)

// seenTicks is for how long a killing shot ought to have been seen: 400 ms.
const seenTicks = 24

// sampleTicks is how often the shots in view are counted.
const sampleTicks = 10

func onScreen(me, at game.Vec) bool {
	x, y := at.X-me.X, at.Y-me.Y
	return x <= viewX && x >= -viewX && y <= viewY && y >= -viewY
}

// glimpse is what there was to see in one tick.
type glimpse struct {
	ships []game.Ship
	shots []game.Shot
}

// eye remembers what there was to see in the last ticks.
type eye struct {
	past [seenTicks]glimpse
	next int
}

// note remembers this tick.
func (y *eye) note(p *game.Public) {
	g := &y.past[y.next%seenTicks]
	g.ships = append(g.ships[:0], p.Ships...)
	g.shots = append(g.shots[:0], p.Shots...)
	y.next++
}

// sight is how a killing shot was seen.
type sight uint8

const (
	sawIt sight = iota
	// tooBrief: it had not been in flight for long enough.
	tooBrief
	// outside: it was off the victim's screen at some time.
	outside
)

// saw says how the victim in a seat saw the shot that killed it in the tick after those remembered.
func (y *eye) saw(victim game.Seat, shot game.ShotID, weapon game.WeaponKind) sight {
	if y.next < seenTicks {
		return tooBrief
	}
	got := sawIt
	for i := range y.past {
		g := &y.past[i]
		me := g.ship(victim)
		if me == nil {
			return outside
		}
		at, ok := g.threat(shot, weapon)
		switch {
		case !ok:
			return tooBrief
		case !onScreen(me.Pos, at):
			got = outside
		}
	}
	return got
}

// threat is where a shot was, or the ship that charged it.
func (g *glimpse) threat(id game.ShotID, weapon game.WeaponKind) (game.Vec, bool) {
	w := &game.Weapons[weapon]
	if w.Beam() {
		from := g.ship(id.Seat())
		if from == nil || from.Charge == 0 {
			return game.Vec{}, false
		}
		return from.Pos, true
	}
	whole := game.NewShotID(id.Tick(), id.Seat(), 0)
	at, ok := game.Vec{}, false
	for i := range g.shots {
		s := &g.shots[i]
		if s.ID == id {
			return s.Pos, true
		}
		if w.Split > 1 && s.ID == whole && s.Banks == 0 {
			at, ok = s.Pos, true // what it split off from
		}
	}
	return at, ok
}

func (g *glimpse) ship(seat game.Seat) *game.Ship {
	for i := range g.ships {
		if g.ships[i].Seat == seat {
			return &g.ships[i]
		}
	}
	return nil
}

// countShots counts the shots on the screen of each living ship.
func countShots(p *game.Public, h *Hist) {
	for i := range p.Ships {
		if !p.Ships[i].Alive {
			continue
		}
		n := 0
		for k := range p.Shots {
			if onScreen(p.Ships[i].Pos, p.Shots[k].Pos) {
				n++
			}
		}
		h.Add(n)
	}
}
