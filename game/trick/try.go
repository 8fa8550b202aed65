package trick

import "bankshot/game"

// Try is somebody at a challenge: fire, step until the shot has ended, fire again.
type Try struct {
	Challenge *Challenge
	// State is the match that the shots fly in: the cannon is its only ship, and is in nobody's way.
	State game.State
	// Result is what has come of it so far; its Bonus comes with the last target.
	Result Result

	entry  game.Entry
	events []game.Event
	burst  [MaxTargets]bool
	flying bool
	at     game.Vec
}

// Result is what came of a try.
type Result struct {
	Score int
	// Bonus is the part of Score that is for shots not used.
	Bonus int
	Shots []Shot
}

// Shot is one that was fired.
type Shot struct {
	Aim uint16
	// Path is its way, leg by leg; a leg that does not begin where the one before it ended has come out of a portal.
	Path   []Leg
	Bursts []Burst
	Points int
}

// Leg is a straight piece of a shot's way, with so many banks behind it.
type Leg struct {
	From, To game.Vec
	Banks    uint8
}

// Burst is a target that was hit.
type Burst struct {
	Target int
	At     game.Vec
	Tick   game.Tick
	Banks  uint8
	// Chain is 1 for the first target of a shot, 2 for the second, and so on; Points is what it was worth.
	Chain, Points int
}

// seat is the cannon's.
const seat game.Seat = 0

// NewTry begins.
func NewTry(c *Challenge) *Try {
	t := &Try{Challenge: c}
	t.State.Phase, t.State.PhaseEnd, t.State.Arena = game.Playing, 1<<31, c.Arena.Hash
	t.State.Ships = []game.Ship{{
		Seat: seat, Name: "cannon", Pos: c.Cannon, Aim: c.Aim, HitBy: game.NoSeat, KilledBy: game.NoSeat,
	}}
	t.State.Private = []game.Private{{}}
	t.entry.Inputs = []game.Input{{Aim: c.Aim}}
	return t
}

// Flying says whether a shot is under way.
func (t *Try) Flying() bool { return t.flying }

// Left is how many shots there still are.
func (t *Try) Left() int { return Shots - len(t.Result.Shots) }

// Over says whether nothing more can happen.
func (t *Try) Over() bool {
	return !t.flying && (t.Left() == 0 || t.Result.Bursts() == len(t.Challenge.Targets))
}

// Burst says whether a target is gone.
func (t *Try) Burst(target int) bool { return t.burst[target] }

// Fire fires with the next Step. It says false while a shot flies, and when the try is over.
func (t *Try) Fire(aim uint16) bool {
	if t.flying || t.Over() {
		return false
	}
	aim %= game.AimSteps
	t.Result.Shots = append(t.Result.Shots, Shot{Aim: aim})
	t.launch(aim)
	return true
}

// launch loads the cannon, and has the glass that is broken stay so for as long as a shot flies.
func (t *Try) launch(aim uint16) {
	for i := range t.State.Broken {
		pane := &t.State.Broken[i]
		pane.Back = uint32(t.State.Tick) + t.Challenge.Arena.Tiles[pane.Index].Rules().Gone
	}
	t.entry.Inputs[0] = game.Input{Aim: aim, Buttons: game.Fire}
	t.flying, t.at = true, t.Challenge.Cannon
}

// Step is the next tick. What happened is appended to ev; what was burst stands in Result.
func (t *Try) Step(ev []game.Event) []game.Event {
	from := len(ev)
	ev = t.tick(ev)
	if t.flying {
		t.follow(ev[from:])
	}
	return ev
}

// tick is one by the rules. Only who lives fires, and only the dead are in nobody's way.
func (t *Try) tick(ev []game.Event) []game.Event {
	cannon := &t.State.Ships[0]
	cannon.Alive = t.entry.Inputs[0].Buttons&game.Fire != 0
	ev = game.Step(&t.State, t.Challenge.Arena, &t.entry, ev)
	cannon.Alive = false
	t.entry.Inputs[0].Buttons = 0
	return ev
}

// follow goes the way of this tick.
func (t *Try) follow(ev []game.Event) {
	shot := &t.Result.Shots[len(t.Result.Shots)-1]
	t.flying = t.trace(ev, func(from, to game.Vec, banks uint8) {
		shot.add(from, to, banks)
		for n, at := range t.Challenge.Targets {
			if !t.burst[n] && touches(from, to, at) {
				t.hit(shot, n, to, banks)
			}
		}
	})
	if !t.flying && t.Result.Bursts() == len(t.Challenge.Targets) && t.Result.Bonus == 0 {
		t.Result.Bonus = UnusedPoints * t.Left()
		t.Result.Score += t.Result.Bonus
	}
}

// trace visits the pieces of the shot's way in this tick, and says whether it flies on.
func (t *Try) trace(ev []game.Event, visit func(from, to game.Vec, banks uint8)) bool {
	banks, warped, ended := t.banks(), false, false
	for i := range ev {
		switch e := &ev[i]; e.Kind {
		case game.EventBanked:
			visit(t.at, e.Pos, e.Banks-1)
			t.at, banks = e.Pos, e.Banks
		case game.EventWarped:
			visit(t.at, e.Pos, banks)
			warped = true
		case game.EventEnded:
			if !warped {
				visit(t.at, e.Pos, e.Banks)
			}
			ended = true
		}
	}
	if len(t.State.Shots) == 0 || ended {
		return false
	}
	now := &t.State.Shots[0]
	if !warped {
		visit(t.at, now.Pos, now.Banks)
	}
	t.at = now.Pos
	return true
}

// banks are those of the shot under way before this tick's.
func (t *Try) banks() uint8 {
	if len(t.State.Shots) == 0 {
		return 0
	}
	return t.State.Shots[0].Banks
}

func (t *Try) hit(shot *Shot, target int, at game.Vec, banks uint8) {
	t.burst[target] = true
	b := Burst{Target: target, At: at, Tick: t.State.Tick, Banks: banks, Chain: len(shot.Bursts) + 1}
	b.Points = points(banks, b.Chain)
	shot.Bursts = append(shot.Bursts, b)
	shot.Points += b.Points
	t.Result.Score += b.Points
}

// points is what a target is worth.
func points(banks uint8, chain int) int { return (1 + int(banks)) * chain }

// add lengthens the way: a piece that goes on straight is no leg of its own.
func (s *Shot) add(from, to game.Vec, banks uint8) {
	if n := len(s.Path); n > 0 && s.Path[n-1].To == from && s.Path[n-1].Banks == banks {
		s.Path[n-1].To = to
		return
	}
	s.Path = append(s.Path, Leg{from, to, banks})
}

// bursts says whether the shot hit a target.
func (s *Shot) bursts(target int) bool {
	for i := range s.Bursts {
		if s.Bursts[i].Target == target {
			return true
		}
	}
	return false
}

// touches says whether the way from one place to the other comes within reach of a target.
func touches(from, to, target game.Vec) bool {
	left, right := min(from.X, to.X)-reach, max(from.X, to.X)+reach
	top, bottom := min(from.Y, to.Y)-reach, max(from.Y, to.Y)+reach
	if target.X < left || target.X > right || target.Y < top || target.Y > bottom {
		return false
	}
	wx, wy := int64(to.X-from.X), int64(to.Y-from.Y)
	px, py := int64(target.X-from.X), int64(target.Y-from.Y)
	along, square := px*wx+py*wy, wx*wx+wy*wy
	switch {
	case along <= 0:
		return px*px+py*py <= reach*reach
	case along >= square:
		qx, qy := px-wx, py-wy
		return qx*qx+qy*qy <= reach*reach
	}
	// A tick's way is short: the product of two lengths in a tick's box squared is far from the limits of an int64.
	cross := px*wy - py*wx
	return cross*cross <= reach*reach*square
}

// Bursts is how many targets were hit.
func (r *Result) Bursts() int {
	n := 0
	for i := range r.Shots {
		n += len(r.Shots[i].Bursts)
	}
	return n
}

// longest is the most ticks that a shot may fly.
var longest = int(game.Weapons[game.Basic].Life) + 1

// Play is what comes of these shots, one after another; those after the last one there is, and after the last target, are
// not fired.
func Play(c *Challenge, shots []uint16) Result {
	t := NewTry(c)
	for _, aim := range shots {
		if !t.Fire(aim) {
			break
		}
		t.finish()
	}
	return t.Result
}

// finish steps until the shot has ended, which it does by the rules' own limit.
func (t *Try) finish() {
	for n := 0; t.flying; n++ {
		if n > longest {
			panic("trick: a shot flies for ever")
		}
		t.events = t.Step(t.events[:0])
	}
}
