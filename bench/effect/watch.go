package effect

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"bankshot/game"
)

const (
	// patience is how long an effect may take to be seen before it counts as lost.
	patience = 3 * time.Second
	// mostOpen is how many shots of a room are followed at once; more are left out.
	mostOpen = 256
)

// Kind is what became of something that was done.
type Kind uint8

// The kinds, each with the time since the input was given.
const (
	// Decoded: it is on a snapshot that the watcher has decoded.
	Decoded Kind = iota
	// Drawn: the watcher was shown it.
	Drawn
	// Lost: the watcher has never heard of it. What was done did not happen as foreseen: the shot was fired in another tick,
	// because an earlier one of the same ship had struck by then and made room for it, or because its input came late.
	Lost
)

// Watch follows what the players of all rooms do.
type Watch struct {
	tell func(Kind, time.Duration)
	saw  func(Sight)

	mu    sync.Mutex
	rooms map[string]*room
}

// New watches nobody yet. tell hears of every effect, saw of every ship that was compared; both may be called by several
// goroutines.
func New(tell func(Kind, time.Duration), saw func(Sight)) *Watch {
	return &Watch{tell: tell, saw: saw, rooms: map[string]*room{}}
}

// room is what is being followed in one room.
type room struct {
	mu   sync.Mutex
	eyes []*Eye // ascending by seat
	open []shot // oldest first
	// tracks are where players had their own ships on their own screens.
	tracks map[game.Seat]*track
}

type shot struct {
	id game.ShotID
	// watcher is who has to see it, game.NoSeat while nobody does who knows of its ship.
	watcher game.Seat
	given   time.Duration
	decoded bool
	drawn   bool
}

// Eye is one player's. It must not be used by two goroutines at once.
type Eye struct {
	watch *Watch
	code  string
	seat  game.Seat
	room  *room
	last  glance
	// knows are the seats whose ships its client knew of when it looked last: in a large world those near it.
	knows []game.Seat
}

// Eye makes one for a player.
func (w *Watch) Eye() *Eye { return &Eye{watch: w} }

// Look is to be called in every frame once it is drawn: known is the match as the player's client has decoded it, and
// events are what the frame has told.
func (e *Eye) Look(code string, seat game.Seat, known *game.Public, events []game.Event, now time.Duration) {
	if code == "" || known.ShipOf(seat) < 0 {
		return
	}
	if e.room == nil || code != e.code || seat != e.seat {
		e.move(code, seat)
	}
	r := e.room
	r.mu.Lock()
	defer r.mu.Unlock()
	e.knows = e.knows[:0]
	for i := range known.Ships {
		e.knows = append(e.knows, known.Ships[i].Seat)
	}
	for i := range events {
		ev := &events[i]
		switch {
		case ev.Kind != game.EventFired:
		case ev.Seat == seat && int32(ev.Tick-known.Tick) > 0:
			// Foreseen: it was fired by what the player held in this very frame.
			if len(r.open) < mostOpen {
				r.open = append(r.open, shot{id: ev.Shot, watcher: r.watcherOf(seat), given: now})
			}
		default:
			if s := r.find(ev.Shot); s != nil && s.watcher == seat && !s.drawn {
				s.drawn = true
				e.watch.tell(Drawn, now-s.given)
			}
		}
	}
	r.decode(e, known, now)
	r.settle(e.watch, now)
}

// move goes to a room, or to another seat of it.
func (e *Eye) move(code string, seat game.Seat) {
	w := e.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	if old := e.room; old != nil {
		old.mu.Lock()
		if i, ok := old.eyeOf(e.seat); ok && old.eyes[i] == e {
			old.eyes = slices.Delete(old.eyes, i, i+1)
			delete(old.tracks, e.seat)
		}
		old.mu.Unlock()
	}
	if w.rooms[code] == nil {
		w.rooms[code] = &room{tracks: map[game.Seat]*track{}}
	}
	e.code, e.seat, e.room = code, seat, w.rooms[code]
	e.room.mu.Lock()
	defer e.room.mu.Unlock()
	if i, ok := e.room.eyeOf(seat); ok {
		e.room.eyes[i] = e // who had the seat before has gone
	} else {
		e.room.eyes = slices.Insert(e.room.eyes, i, e)
	}
	e.room.tracks[seat] = &track{}
	e.last = glance{}
}

// eyeOf is where the eye of a seat is among those of the room, or would be.
func (r *room) eyeOf(seat game.Seat) (int, bool) {
	return slices.BinarySearchFunc(r.eyes, seat, func(e *Eye, seat game.Seat) int { return int(e.seat) - int(seat) })
}

// watcherOf is who watches what a seat does: the nearest seat before it that knows of its ship, the last one following
// the first.
func (r *room) watcherOf(seat game.Seat) game.Seat {
	at, _ := r.eyeOf(seat)
	for k := range r.eyes {
		e := r.eyes[(at-1-k+2*len(r.eyes))%len(r.eyes)]
		if e.seat != seat && e.sees(seat) {
			return e.seat
		}
	}
	return game.NoSeat
}

// watchedBy is whom an eye watches: the next seat of whose ship it knows, the first one following the last.
func (r *room) watchedBy(e *Eye) game.Seat {
	at, _ := r.eyeOf(e.seat)
	for k := range r.eyes {
		if other := r.eyes[(at+1+k)%len(r.eyes)]; other.seat != e.seat && e.sees(other.seat) {
			return other.seat
		}
	}
	return game.NoSeat
}

func (e *Eye) sees(seat game.Seat) bool {
	_, ok := slices.BinarySearch(e.knows, seat)
	return ok
}

func (r *room) find(id game.ShotID) *shot {
	for i := range r.open {
		if r.open[i].id == id {
			return &r.open[i]
		}
	}
	return nil
}

// decode looks on what an eye knows for the open shots that it watches. One that nobody did is its own from now on, if it
// has come to know the ship.
func (r *room) decode(e *Eye, known *game.Public, now time.Duration) {
	for i := range r.open {
		s := &r.open[i]
		if s.watcher == game.NoSeat && s.id.Seat() != e.seat && e.sees(s.id.Seat()) {
			s.watcher = e.seat
		}
		if s.decoded || s.watcher != e.seat {
			continue
		}
		if _, ok := slices.BinarySearchFunc(known.Shots, s.id, func(k game.Shot, id game.ShotID) int { return cmp.Compare(k.ID, id) }); ok {
			s.decoded = true
			e.watch.tell(Decoded, now-s.given)
		}
	}
}

// settle lets go of what is done, or has taken too long.
func (r *room) settle(w *Watch, now time.Duration) {
	kept := r.open[:0]
	for _, s := range r.open {
		switch {
		case s.drawn:
			// A beam, and a shot that strikes in the tick it is fired in, are in no state that could be decoded.
			continue
		case now-s.given > patience:
			if !s.decoded && s.watcher != game.NoSeat { // who is alone is watched by nobody
				w.tell(Lost, now-s.given)
			}
			continue
		}
		kept = append(kept, s)
	}
	r.open = kept
}
