package frontier

import (
	"fmt"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

const (
	// DefaultPlayers is how many people fly in one frontier, at 30 snapshots a second on two processors.
	DefaultPlayers = 1200
	// MostPlayers and MostPilots are as many as there may be ships, together.
	MostPlayers = game.FrontierShips - MostPilots
	MostPilots  = 160
	// DefaultPilots is how many pilots fly among the people: enough that whoever comes first finds somebody.
	DefaultPilots = 60
	// Divisor is how many ticks share a snapshot; SlowDivisor is for more people than that leaves time for: 20 a second.
	Divisor     = 2
	SlowDivisor = 3
	// watchers is how many may look on beside the players.
	watchers = 48
)

// Config says what is played.
type Config struct {
	// Ground is where; all rooms may share it.
	Ground *Ground
	// Seed decides all chance in the world.
	Seed uint64
	// Players is how many people may play, 1..MostPlayers; Pilots how many pilots fly among them at most.
	Players, Pilots int
	// Divisor is how many ticks share a snapshot: Divisor or SlowDivisor.
	Divisor int
	// Within has everybody appear in so many units around the arena's middle (and 9/16 of that up and down), to see what a
	// crowd costs: LeastWithin at least; 0 for where the rules would have them.
	Within int
}

// Frontier is a room.CellWorld: one endless arena, told by cells.
type Frontier struct {
	cfg   Config
	state game.State

	people  []person
	pilots  []pilot
	lookout brain.Lookout
	hatched int    // pilots made so far, for names and seeds
	guests  uint64 // people without a name so far

	entry   game.Entry
	asks    []game.Ask
	events  []game.Event
	notices [][]byte
	about   room.About
	over    overview

	telling
	views []view
	// places are where everybody appears, none for where the rules would have them.
	places []game.Vec
}

// New is a frontier without people.
func New(cfg Config) (*Frontier, error) {
	switch {
	case cfg.Players < 1 || cfg.Players > MostPlayers:
		return nil, fmt.Errorf("frontier: Players is %d; 1 to %d may play", cfg.Players, MostPlayers)
	case cfg.Pilots < 0 || cfg.Pilots > MostPilots:
		return nil, fmt.Errorf("frontier: Pilots is %d; 0 to %d may fly", cfg.Pilots, MostPilots)
	case cfg.Divisor != Divisor && cfg.Divisor != SlowDivisor:
		return nil, fmt.Errorf("frontier: Divisor is %d; it must be %d or %d", cfg.Divisor, Divisor, SlowDivisor)
	}
	var places []game.Vec
	if cfg.Within != 0 {
		if cfg.Within < LeastWithin {
			return nil, fmt.Errorf("frontier: Within is %d units; it must be %d at least, or 0", cfg.Within, LeastWithin)
		}
		var err error
		if places, err = placesWithin(cfg.Ground.Arena, cfg.Within); err != nil {
			return nil, err
		}
	}
	f := &Frontier{
		places: places,
		cfg:    cfg,
		people: make([]person, cfg.Players+watchers),
		views:  make([]view, cfg.Players+watchers),
		state:  game.NewMatch(cfg.Ground.Arena, arena.Frontier, cfg.Seed),
	}
	for i := range f.views {
		f.views[i].focus = game.NoSeat
	}
	f.telling.begin(cfg.Ground.Arena, len(f.people)+cfg.Pilots)
	f.expectDue = func(n, k int) { f.expect(&f.hands[n], f.due[k]) }
	f.tellDue = func(n, k int) { f.tell(&f.hands[n], f.due[k]) }
	return f, nil
}

// Rates says how it runs.
func (f *Frontier) Rates() room.Rates {
	return room.Rates{TickHz: game.TickHz, Divisor: f.cfg.Divisor, Players: f.cfg.Players, Seats: len(f.people)}
}

// Step plays one tick.
func (f *Frontier) Step(inputs []room.Input) room.Outcome {
	e := &f.entry
	e.Reset()
	f.muster(e)
	f.ask(inputs)
	game.Decide(&f.state, f.cfg.Ground.Arena, f.asks, e)
	f.crowd(e)
	reset := begins(e) || f.ticks == wire.MaxDivisor
	if reset {
		// Of what is the same in all of the world cells tell nothing; and nobody has asked for a snapshot in all this time.
		f.forget()
	}
	f.events = game.Step(&f.state, f.cfg.Ground.Arena, e, f.events[:0])
	f.remember(e)
	f.notices = f.over.look(f.notices[:0], &f.state.Public, f.cfg.Ground.Arena)
	return room.Outcome{Events: f.notices, Reset: reset, About: f.tellAbout()}
}

// begins says whether the entry begins a phase.
func begins(e *game.Entry) bool {
	for i := range e.Facts {
		if e.Facts[i].Kind == game.FactPhase {
			return true
		}
	}
	return false
}

// Shared tells nothing: what happened is told by cells.
func (f *Frontier) Shared(dst []byte) []byte { return dst }

// Full appends what is the same in all of the world.
func (f *Frontier) Full(dst []byte) []byte {
	head := snap.Head(&f.state.Public)
	return snap.AppendFull(dst, &head)
}

// Private appends the seat's own cooldowns; nothing for who has no ship.
func (f *Frontier) Private(dst []byte, seat room.Seat) []byte {
	if i := f.state.ShipOf(game.Seat(seat)); i >= 0 {
		dst = snap.AppendPrivate(dst, &f.state.Private[i])
	}
	return dst
}

// Blob is the arena: its seed.
func (f *Frontier) Blob() (uint64, []byte) { return f.cfg.Ground.Arena.Hash, f.cfg.Ground.blob }

// Command knows none.
func (f *Frontier) Command(room.Seat, []byte) error { return errCommand }

// tellAbout is what the list of rooms says, nil while it is still true.
func (f *Frontier) tellAbout() *room.About {
	now := room.About{Mode: arena.Frontier.String(), Arena: f.cfg.Ground.Arena.Name, Phase: "playing", Pilots: len(f.pilots)}
	if now == f.about {
		return nil
	}
	f.about = now
	return &f.about
}

// hatch makes a pilot's mind.
func (f *Frontier) hatch(seat game.Seat, s brain.Strength) brain.Pilot {
	return brain.New(seat, s, f.cfg.Seed+uint64(f.state.Tick)*0x9E3779B97F4A7C15)
}
