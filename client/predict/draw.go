package predict

import (
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/wire"
)

// drawing is the memory that one frame's View is built in, and what is remembered from one to the next.
type drawing struct {
	view       View
	aim        []game.Vec
	watch      game.Seat    // chosen by Predictor.Watch, game.NoSeat for nobody
	watched    game.Seat    // whom the View before looked at
	panes      []arena.Pane // drawn broken
	places     places
	beams      beams
	hidden     [maxHidden]hidden
	nextHidden uint8
	lens       lens
	flights    []flight
	live       arena.Arena // as far as is known
	judged     []Ship
	// lastShots and lastShips are what the View before has shown; nextShots is for what this one does.
	lastShots, nextShots []seenShot
	lastShips            []seenShip

	// For Outgoing, kept here so that a frame allocates nothing.
	input   wire.Input
	payload [wire.MaxInputs][wire.MaxPayload]byte
}

// View is the match as it is to be drawn now, after Advance. It is valid until the next call, and tells each event once.
func (p *Predictor) View(now time.Duration) *View {
	v := &p.draw.view
	p.counts.second(now)
	if p.clock.slept && v.Ready {
		v.Events = v.Events[:0] // the picture stands until there is news
		return v
	}
	*v = View{
		Seat: p.seat, Me: -1,
		Ships: v.Ships[:0], Shots: v.Shots[:0], AimLine: v.AimLine[:0], Events: v.Events[:0],
		Pickups: v.Pickups[:0], Beams: v.Beams[:0], Goals: v.Goals[:0],
	}
	if !p.ready {
		return v
	}
	others := p.past.around(p.clock.others, p.replica.Tick)
	mine := p.aheadAround(p.clock.mine)
	round := &p.replica.Public
	if mine.a != nil {
		round = mine.a // which foresees the phase that comes next
	}
	v.Ready = true
	v.Tick, v.Others = p.clock.mine, p.clock.others
	v.Arena = p.arena
	v.Round = round.Round
	v.Phase = round.Phase
	v.Mode = p.replica.Mode
	v.PhaseLeft = max(int32(float64(round.PhaseEnd)-v.Tick), 0)
	v.PhasePassed = max(int32(game.PhaseTicks(v.Mode, v.Phase))-v.PhaseLeft, 0)

	p.drawShips(v, others, mine, now)
	p.focusOn(p.clock.mine, p.clock.others)
	p.draw.live = p.arena.Live(p.replica.Broken)
	p.drawGround(v, others, mine)
	p.drawFlights(v)
	p.hideHits(v)
	p.drawAimLine(v, mine)

	p.reach()
	v.Events = append(v.Events, p.happens.due...)
	p.tellWhere(v.Events, p.replica.Pickups)
	p.happens.due = p.happens.due[:0]
	p.drawBeams(v)
	v.Focus = p.focus(v)
	p.far.draw(v, p.seat)
	return v
}

// span is two neighbouring ticks to draw something between, and how far: frac is 0 at a, 1 at b. Where there is nothing to
// draw between, b is a; where there is nothing at all, both are nil.
type span struct {
	a, b *game.Public
	frac float32
	time float64
}

// foretold says whether my ship is predicted: drawn from mine, not from others.
func (s *span) foretold() bool { return s.a != nil && len(s.a.Ships) > 0 }

// focus is where the camera should look: my ship, whom Watch named, or who leads; and at the middle of an empty arena.
func (p *Predictor) focus(v *View) Point {
	if v.Me >= 0 {
		return v.Ships[v.Me].Pos
	}
	if game.Endless(v.Mode) {
		return p.focusNear(v)
	}
	best := -1
	for i := range v.Ships {
		s := &v.Ships[i]
		if s.Seat == p.draw.watch {
			best = i
			break
		}
		if best < 0 || better(s, &v.Ships[best], p.draw.watched) {
			best = i
		}
	}
	if best < 0 {
		return Point{float32(p.arena.W) * tileUnits / 2, float32(p.arena.H) * tileUnits / 2}
	}
	p.draw.watched = v.Ships[best].Seat
	return v.Ships[best].Pos
}

// focusNear is where to look in a world of which only what is near somebody is known: at whoever the server has chosen, or
// at the middle of what is known.
func (p *Predictor) focusNear(v *View) Point {
	for i := range v.Ships {
		if s := &v.Ships[i]; s.Seat == p.cells.focus {
			p.draw.watched = s.Seat
			return s.Pos
		}
	}
	from, to := p.cells.bounds(game.GridOf(p.arena))
	return Point{(point(from).X + point(to).X) / 2, (point(from).Y + point(to).Y) / 2}
}

// better prefers the living, then whom we look at already, then the higher score.
func better(s, than *Ship, watched game.Seat) bool {
	switch {
	case s.Alive != than.Alive:
		return s.Alive
	case s.Seat == watched || than.Seat == watched:
		return s.Seat == watched
	default:
		return s.Score > than.Score
	}
}
