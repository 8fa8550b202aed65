package match

import (
	"errors"
	"fmt"

	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

const (
	// Divisor is the number of ticks that share a snapshot: 30 snapshots a second.
	Divisor = 2
	// DefaultFill is the number of ships in a match that people have not filled.
	DefaultFill = 8
	// watchers is how many may look on beside the players.
	watchers = 24
)

// Config says what is played.
type Config struct {
	// Grounds are played one after another, beginning with Seed modulo their number; at least one.
	Grounds []Ground
	// Mode is what is played.
	Mode game.Mode
	// Seed decides all chance in the match.
	Seed uint64
	// Players is how many people may play, 1..game.MaxShips; pilots fill the match up to Fill ships.
	Players, Fill int
}

// Match is a room.World that plays Bankshot.
type Match struct {
	cfg    Config
	ground int
	state  game.State

	people  []person
	pilots  []pilot
	hatched int    // pilots made so far, for names and seeds
	guests  uint64 // people without a name so far

	// base are the ships before the entries of this interval; entries[:pending] have been stepped since the last Shared,
	// but for the last of them while it is being made, and entries[:decided] are complete. cut says that a round has begun
	// since then, so that they do not go on from the last snapshot.
	base    []game.Ship
	entries []game.Entry
	first   game.Tick
	pending int
	decided int
	cut     bool

	asks    []game.Ask
	events  []game.Event
	notices [][]byte
}

// New is a match about to begin, without people.
func New(cfg Config) (*Match, error) {
	if len(cfg.Grounds) == 0 {
		return nil, errors.New("match: no arena to play in")
	}
	if cfg.Players < 1 || cfg.Players > game.MaxShips || cfg.Fill < 0 || cfg.Fill > game.MaxShips {
		return nil, fmt.Errorf("match: Players (%d) and Fill (%d) must be at most %d, Players at least 1", cfg.Players, cfg.Fill, game.MaxShips)
	}
	m := &Match{
		cfg:     cfg,
		ground:  int(cfg.Seed % uint64(len(cfg.Grounds))),
		people:  make([]person, cfg.Players+watchers),
		entries: make([]game.Entry, wire.MaxDivisor),
	}
	m.state = game.NewMatch(m.here().Arena, cfg.Mode, cfg.Seed)
	return m, nil
}

// Rates says how a match runs: 60 ticks, 30 snapshots a second.
func (m *Match) Rates() room.Rates {
	return room.Rates{TickHz: game.TickHz, Divisor: Divisor, Players: m.cfg.Players, Seats: len(m.people)}
}

func (m *Match) here() *Ground { return &m.cfg.Grounds[m.ground] }

// Step plays one tick.
func (m *Match) Step(inputs []room.Input) room.Outcome {
	if m.state.Phase == game.Results && m.state.Tick >= m.state.PhaseEnd {
		m.nextRound()
		m.play(inputs)
		return room.Outcome{Events: m.notices, Reset: true}
	}
	m.play(inputs)
	return room.Outcome{Events: m.notices}
}

func (m *Match) play(inputs []room.Input) {
	e := m.open()
	m.muster(e)
	m.ask(inputs)
	game.Decide(&m.state, m.here().Arena, m.asks, e)
	m.decided = m.pending
	m.events = game.Step(&m.state, m.here().Arena, e, m.events[:0])
	m.notice()
}

// open is the next free entry of the interval.
func (m *Match) open() *game.Entry {
	if m.pending == len(m.entries) {
		// Nobody asked for a snapshot in all this time (a room that sends none): begin anew, the next one is a Full.
		m.pending, m.cut = 0, true
	}
	if m.pending == 0 {
		m.decided = 0
		m.base = append(m.base[:0], m.state.Ships...)
		m.first = m.state.Tick + 1
	}
	e := &m.entries[m.pending]
	e.Reset()
	m.pending++
	return e
}

// nextRound moves on to the next arena. Pilots come along, with their plans forgotten.
func (m *Match) nextRound() {
	m.ground = (m.ground + 1) % len(m.cfg.Grounds)
	m.state.NewRound(m.here().Arena, m.cfg.Mode)
	m.pending, m.decided, m.cut = 0, 0, true
	for i := range m.pilots {
		m.pilots[i].brain = m.hatch(m.pilots[i].seat, m.pilots[i].strength)
	}
	for i := range m.people {
		m.people[i].brain = m.hatch(game.Seat(i), brain.Regular)
	}
}

// Shared appends the entries since the last call; one in wire.HashEvery also carries a hash of what they led to.
func (m *Match) Shared(dst []byte) []byte {
	d := snap.Delta{First: m.first, Entries: m.entries[:m.pending]}
	if m.state.Tick/Divisor%wire.HashEvery == 0 {
		d.HasHash, d.Hash = true, uint32(m.state.Hash())
	}
	m.pending, m.decided, m.cut = 0, 0, false
	return snap.AppendDelta(dst, m.base, &d)
}

// Unsent appends the body of what was decided since the last Shared, the tick included on which the rules may have failed,
// so that a recording of a match that panicked panics again. It looks at entries only, whatever has become of the state.
// It is empty where nothing was decided, or where no snapshot leads to it.
func (m *Match) Unsent(dst []byte) []byte {
	if m.decided == 0 || m.cut {
		return dst
	}
	return snap.AppendDelta(dst, m.base, &snap.Delta{First: m.first, Entries: m.entries[:m.decided]})
}

// Full appends the public state.
func (m *Match) Full(dst []byte) []byte { return snap.AppendFull(dst, &m.state.Public) }

// Private appends the seat's own cooldowns; nothing for who has no ship.
func (m *Match) Private(dst []byte, seat room.Seat) []byte {
	if i := m.state.ShipOf(game.Seat(seat)); i >= 0 {
		dst = snap.AppendPrivate(dst, &m.state.Private[i])
	}
	return dst
}

// Blob is the arena.
func (m *Match) Blob() (uint64, []byte) { return m.here().Arena.Hash, m.here().blob }

// errCommand: a match knows no commands yet; votes come with the modes.
var errCommand = errors.New("a match takes no commands")

// Command refuses: everything in a match is an input.
func (m *Match) Command(room.Seat, []byte) error { return errCommand }
