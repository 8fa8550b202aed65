package match

import (
	"errors"
	"fmt"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

const (
	// Divisor is the number of ticks that share a snapshot: 30 snapshots a second.
	Divisor = 2
	// watchers is how many may look on beside the players.
	watchers = 24
)

// Config says what is played.
type Config struct {
	// Grounds are where; at least one of them must be made for one of Modes.
	Grounds []Ground
	// Modes are what may be played; none for Usual.
	Modes arena.ModeSet
	// Seed decides all chance in the match, the first arena and mode included.
	Seed uint64
	// Players is how many people may play, 1..game.MaxShips; pilots fill the match up to Fill ships.
	Players, Fill int
	// Gather is how many people quick match sends here; 0 for Players.
	Gather int
	// Recording, where set, is the name of the recording of the round under way, empty for none. It must not wait.
	Recording func() string
}

// Match is a room.World that plays Bankshot.
type Match struct {
	cfg      Config
	settings []setting
	at       setting
	chance   uint64 // the stream behind votes
	state    game.State

	people  []person
	pilots  []pilot
	hatched int    // pilots made so far, for names and seeds
	guests  uint64 // people without a name so far

	vote  vote
	shots shots
	about room.About

	lined                 uint32 // places in the line given so far
	lineChanged, lineTold bool

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
	if cfg.Players < 1 || cfg.Players > game.MaxShips || cfg.Fill < 0 || cfg.Fill > game.MaxShips {
		return nil, fmt.Errorf("match: Players (%d) and Fill (%d) must be at most %d, Players at least 1", cfg.Players, cfg.Fill, game.MaxShips)
	}
	if cfg.Modes == 0 {
		cfg.Modes = Usual()
	}
	m := &Match{
		cfg:      cfg,
		settings: settings(cfg.Grounds, cfg.Modes),
		chance:   cfg.Seed ^ 0xD1B54A32D192ED03,
		people:   make([]person, cfg.Players+watchers),
		entries:  make([]game.Entry, wire.MaxDivisor),
	}
	if len(m.settings) == 0 {
		return nil, errors.New("match: no arena to play in is made for any of the modes")
	}
	m.at = m.settings[cfg.Seed%uint64(len(m.settings))]
	m.state = game.NewMatch(m.here().Arena, m.at.mode, cfg.Seed)
	return m, nil
}

// Rates says how a match runs: 60 ticks, 30 snapshots a second.
func (m *Match) Rates() room.Rates {
	return room.Rates{
		TickHz: game.TickHz, Divisor: Divisor, Players: m.cfg.Players, Seats: len(m.people), Gather: m.cfg.Gather,
	}
}

func (m *Match) here() *Ground { return &m.cfg.Grounds[m.at.ground] }

// Step plays one tick.
func (m *Match) Step(inputs []room.Input) room.Outcome {
	reset := m.over()
	if reset {
		m.nextRound()
	}
	m.play(inputs)
	m.runVote()
	m.tellLine()
	return room.Outcome{Events: m.notices, Reset: reset, About: m.tellAbout()}
}

func (m *Match) play(inputs []room.Input) {
	e := m.open()
	m.muster(e)
	m.ask(inputs)
	game.Decide(&m.state, m.here().Arena, m.asks, e)
	m.decided = m.pending
	m.events = game.Step(&m.state, m.here().Arena, e, m.events[:0])
	m.shots.follow(&m.state.Public, m.events)
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
