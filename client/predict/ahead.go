package predict

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// ahead is my ship and my shots, tick by tick from the newest known one on to the newest predicted one.
type ahead struct {
	slots  [aheadTicks]predicted
	newest game.Tick
	valid  bool // newest is a tick with a state

	entry  game.Entry
	events []game.Event
	told   snap.CellState // a predicted tick as a world of cells would tell of it
}

// predicted is one tick: what I asked for in it, and what came of it.
type predicted struct {
	tick game.Tick
	// asked is what my player wanted; state is a match in which there is nobody but me.
	asked game.Input
	state game.State
	told  bool // what I asked for has been sent
	held  bool // nothing will be sent: asked is what the server makes of that
}

// at is a predicted tick, nil if there is none.
func (h *ahead) at(t game.Tick) *predicted {
	if s := &h.slots[t%aheadTicks]; h.valid && s.tick == t && s.state.Tick == t {
		return s
	}
	return nil
}

// begin makes a known tick the one that prediction goes on from. What was asked in later ticks is kept for replay.
func (h *ahead) begin(replica *game.State, seat game.Seat) {
	s := &h.slots[replica.Tick%aheadTicks]
	if s.tick != replica.Tick {
		*s = predicted{tick: replica.Tick, state: s.state}
	}
	extract(&s.state, replica, seat)
	h.newest, h.valid = replica.Tick, true
}

// step predicts one more tick from what is asked in it.
func (h *ahead) step(a *arena.Arena, asked game.Input) []game.Event {
	before := &h.slots[h.newest%aheadTicks].state
	h.newest++
	s := &h.slots[h.newest%aheadTicks]
	s.told = s.told && s.tick == h.newest
	s.held = s.held && s.tick == h.newest
	s.tick, s.asked = h.newest, asked
	s.state.CopyFrom(before)

	h.entry.Reset()
	if s.state.Phase == game.Countdown && s.state.Tick+1 >= s.state.PhaseEnd {
		// The one phase whose beginning lets a ship move is foreseen, and already counts for what takes effect in this
		// tick; the others change nothing that I predict.
		s.state.Phase = game.Playing
		end := h.newest + game.PhaseTicks(s.state.Mode, game.Playing)
		h.entry.Facts = append(h.entry.Facts, game.Fact{Kind: game.FactPhase, Phase: game.Playing, End: end})
	}
	for i := range s.state.Ships {
		ship := &s.state.Ships[i]
		if ship.Pilot {
			asked = game.Input{Thrust: ship.Thrust, Aim: ship.Aim, Lag: ship.Lag}
		}
		h.entry.Inputs = append(h.entry.Inputs, game.Effective(&s.state, i, asked))
	}
	h.events = game.Step(&s.state, a, &h.entry, h.events[:0])
	return h.events
}

// idle is what to ask for while nothing is asked: to point where the ship points, and to coast.
func (h *ahead) idle() game.Input {
	s := &h.slots[h.newest%aheadTicks].state
	if len(s.Ships) == 0 {
		return game.Input{}
	}
	return game.Input{Aim: s.Ships[0].Aim, Lag: s.Ships[0].Lag}
}

// extract makes dst the part of a state that I predict: my ship, what is private to me, and my shots.
func extract(dst, from *game.State, seat game.Seat) {
	ships, been, private, shots := dst.Ships[:0], dst.Been[:0], dst.Private[:0], dst.Shots[:0]
	if i := from.ShipOf(seat); i >= 0 {
		ships = append(ships, from.Ships[i])
		been = append(been, from.Been[i])
		private = append(private, from.Private[i])
		shots = appendMine(shots, from.Shots, seat)
	}
	pickups := append(dst.Pickups[:0], from.Pickups...)
	broken := append(dst.Broken[:0], from.Broken...)
	goals := dst.Goals[:0]
	dst.Public = from.Public
	// The goals of a mode are decided between players, so that nobody predicts them alone.
	dst.Goals, dst.Ships, dst.Been, dst.Private, dst.Shots, dst.Pickups, dst.Broken = goals, ships, been, private, shots, pickups, broken
}

func appendMine(dst, from []game.Shot, seat game.Seat) []game.Shot {
	for i := range from {
		if from[i].Owner == seat {
			dst = append(dst, from[i])
		}
	}
	return dst
}

// likeness is what comparing a known tick with the predicted one has shown.
type likeness uint8

const (
	// same: nothing to do.
	same likeness = iota
	// untold: the server could not know what I asked for, so that I could not know what it would do.
	untold
	// touched: others have changed something of mine: a hit, a score, a name, a shot that struck, a pick-up.
	touched
	// strayed: my ship did not do what I predicted from my inputs.
	strayed
	// reborn: my life began or ended in another way than I foresaw, which nobody could. It outdoes all else: nothing is
	// to glide from where a ship died to where it is born.
	reborn
)

// compare looks at one tick. The private part is known for the newest tick only: nil otherwise.
func (h *ahead) compare(known *game.Public, private *game.Private, seat game.Seat) likeness {
	p := h.at(known.Tick)
	if p == nil {
		return reborn
	}
	i := known.ShipOf(seat)
	if i < 0 || len(p.state.Ships) == 0 {
		if i < 0 && len(p.state.Ships) == 0 && known.Phase == p.state.Phase {
			return same
		}
		return reborn
	}
	is, was, shots := &known.Ships[i], &p.state.Ships[0], p.state.Shots
	if game.Endless(known.Mode) {
		was, shots = h.asTold(p)
	}
	switch {
	case is.Alive != was.Alive, is.SpawnTick != was.SpawnTick, is.Pilot || was.Pilot:
		if *is == *was {
			break
		}
		return reborn
	case moves(is) != moves(was),
		(private != nil && *private != p.state.Private[0] || arms(is) != arms(was)) && !p.interfered(known, seat):
		if !p.told && !p.held {
			return untold
		}
		return strayed
	}
	if *is != *was || known.Phase != p.state.Phase || !sameMine(known.Shots, shots, seat) ||
		!slices.Equal(known.Pickups, p.state.Pickups) || !slices.Equal(known.Broken, p.state.Broken) {
		return touched
	}
	return same
}

// asTold is my ship and my shots of a predicted tick, less what a world of cells tells nobody.
func (h *ahead) asTold(p *predicted) (*game.Ship, []game.Shot) {
	h.told.Tick = p.state.Tick
	h.told.Ships = append(h.told.Ships[:0], p.state.Ships...)
	h.told.Shots = append(h.told.Shots[:0], p.state.Shots...)
	h.told.Told()
	return &h.told.Ships[0], h.told.Shots
}

// motion is what a player sees of a ship's flight, and alone has decided, walls and glass aside.
type motion struct {
	pos, vel     game.Vec
	aim, dashDir uint16
	thrust, dash uint8
	mirror       bool
	portal       uint8
	warped       game.Tick
}

func moves(s *game.Ship) motion {
	return motion{s.Pos, s.Vel, s.Aim, s.DashDir, s.Thrust, s.DashLeft, s.Mirror, s.Portal, s.WarpTick}
}

// armament is what follows from what a ship has picked up and fired.
type armament struct {
	weapon       game.WeaponKind
	ammo, charge uint8
}

func arms(s *game.Ship) armament { return armament{s.Weapon, s.Ammo, s.Charge} }

// interfered says whether others, or chance, had a hand in what I can fire in this tick: a pick-up has appeared or was
// taken by somebody else, or a shot of mine is gone that I thought in flight, so that I may fire one more.
func (p *predicted) interfered(known *game.Public, seat game.Seat) bool {
	if !slices.Equal(known.Pickups, p.state.Pickups) {
		return true
	}
	k := 0
	for i := range p.state.Shots {
		s := &p.state.Shots[i]
		for k < len(known.Shots) && known.Shots[k].ID < s.ID {
			k++
		}
		if (k == len(known.Shots) || known.Shots[k].ID != s.ID || known.Shots[k].Owner != seat) && s.ID.Tick() < known.Tick {
			return true
		}
	}
	return false
}

// sameMine says whether those of the known shots that are mine are the predicted ones.
func sameMine(known, predicted []game.Shot, seat game.Seat) bool {
	n := 0
	for i := range known {
		if known[i].Owner != seat {
			continue
		}
		if n == len(predicted) || known[i] != predicted[n] {
			return false
		}
		n++
	}
	return n == len(predicted)
}
