package replay

import (
	"errors"
	"slices"
	"sort"

	"bankshot/game"
)

// Kill is a kill with the whole way of the shot that made it.
type Kill struct {
	game.Event // of kind game.EventKilled
	// By and Victim are names; By is empty where it counts for nobody.
	By, Victim string
	// Way leads from the muzzle to the end. It is empty for who died of the ground.
	Way []Bend
}

// Bend is a place on a shot's way: its birth, a bank, a mirror, an end of a portal, its end.
type Bend struct {
	At   game.Vec
	Tick game.Tick
	// Banks is how many the shot has behind it from here on.
	Banks uint8
	// Cut says that a portal led here: nothing lies between this bend and the one before.
	Cut bool
}

// Kill finds the kill of a tick, of several the one over the most banks, and false where nobody was killed then. The world
// stands at that tick afterwards.
func (r *Reel) Kill(at game.Tick) (k Kill, found bool, err error) {
	if at <= r.First() || at > r.last {
		return Kill{}, false, nil
	}
	if err := r.Seek(at - 1); err != nil {
		return Kill{}, false, err
	}
	events, err := r.Step(nil)
	if err != nil {
		if errors.Is(err, ErrEnd) {
			err = nil
		}
		return Kill{}, false, err
	}
	for i := range events {
		if e := &events[i]; e.Kind == game.EventKilled && (!found || e.Banks > k.Banks) {
			k.Event, found = *e, true
		}
	}
	if !found {
		return Kill{}, false, nil
	}
	k.By, k.Victim = r.name(k.Other), r.name(k.Seat)
	k.Way, err = r.way(k.Shot, at)
	return k, true, err
}

func (r *Reel) name(seat game.Seat) string {
	if i := r.state.ShipOf(seat); i >= 0 {
		return r.state.Ships[i].Name
	}
	return ""
}

// way follows a shot from its birth, which its ID tells, to a tick. What was born before the recording begins is followed
// from there.
func (r *Reel) way(id game.ShotID, to game.Tick) ([]Bend, error) {
	if id == 0 {
		return nil, nil
	}
	if err := r.Seek(max(id.Tick(), 1) - 1); err != nil {
		return nil, err
	}
	f := follower{id: id}
	var events []game.Event
	for r.state.Tick < to {
		var err error
		if events, err = r.Step(events[:0]); err != nil {
			if errors.Is(err, ErrEnd) {
				break
			}
			return nil, err
		}
		f.step(&r.state.Public, events)
	}
	return f.way, nil
}

// follower puts a way together. A part of a shot that has split takes over the way to where it did, so all of a volley is
// looked at until the part is there.
type follower struct {
	id     game.ShotID
	way    []Bend
	volley []bendOf
}

type bendOf struct {
	id game.ShotID
	Bend
}

func (f *follower) step(p *game.Public, events []game.Event) {
	for i := range events {
		e := &events[i]
		if e.Shot.Tick() != f.id.Tick() || e.Shot.Seat() != f.id.Seat() {
			continue
		}
		b := Bend{At: e.Pos, Tick: e.Tick, Banks: e.Banks}
		switch e.Kind {
		case game.EventFired, game.EventBanked, game.EventReturned, game.EventEnded:
		case game.EventWarped:
			b.Banks = f.banks()
		default:
			continue
		}
		if e.Shot != f.id {
			f.volley = append(f.volley, bendOf{e.Shot, b})
			continue
		}
		f.way = append(f.way, b)
		if e.Kind != game.EventWarped {
			continue
		}
		if at, flies := inFlight(p, f.id); flies {
			f.way = append(f.way, Bend{At: p.Shots[at].Born, Tick: e.Tick, Banks: b.Banks, Cut: true})
		}
	}
	if at, flies := inFlight(p, f.id); flies && len(f.way) == 0 {
		f.adopt(&p.Shots[at], p.Tick)
	}
}

// adopt begins the way of a shot that nobody fired: a part of another, or one in flight when the recording began.
func (f *follower) adopt(shot *game.Shot, now game.Tick) {
	at := slices.IndexFunc(f.volley, func(b bendOf) bool { return b.At == shot.Born })
	if at < 0 {
		f.way = append(f.way, Bend{At: shot.Born, Tick: now, Banks: shot.Banks})
		return
	}
	for _, b := range f.volley[:at+1] {
		if b.id == f.volley[at].id {
			f.way = append(f.way, b.Bend)
		}
	}
}

func (f *follower) banks() uint8 {
	if n := len(f.way); n > 0 {
		return f.way[n-1].Banks
	}
	return 0
}

// inFlight is where a shot is among those in flight, which ascend by ID.
func inFlight(p *game.Public, id game.ShotID) (int, bool) {
	i := sort.Search(len(p.Shots), func(i int) bool { return p.Shots[i].ID >= id })
	return i, i < len(p.Shots) && p.Shots[i].ID == id
}
