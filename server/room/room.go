package room

import (
	"crypto/subtle"
	"fmt"
	"io"
	"time"

	"bankshot/game/wire"
)

// Room is one room as a pure machine: it knows neither goroutine nor clock. Whoever drives it (Runner, or a test) calls
// one method at a time: Attach, Detach and the messages as they come, Advance once per snapshot interval.
type Room struct {
	cfg     Config
	code    string
	world   World
	rates   Rates
	divisor uint32
	// How long things take, in ticks.
	grace, away, silent, fullEvery uint32
	tickTime                       time.Duration

	tick     uint32
	seats    []seat
	top      int // one more than the highest taken seat
	inputs   []Input
	deltas   deltas
	events   events
	told     uint32 // the newest event that was put into a shared part
	about    About
	closing  string // the world's reason to close, empty while it goes on
	recorder Recorder
	counters Counters
	// slow has every second snapshot sent, with the one before it; held says that the newest was not.
	slow, held bool

	// frame is the steady frame: wire.MaxPrefix bytes for a seat's own prefix, then the part that all seats share.
	frame []byte
	// full is the shared part of a Full for tick fullTick; fullLen is the length of the last one made.
	full     []byte
	fullTick uint32
	fullLen  int
	out      []byte
	private  []byte

	cells cells
}

// New makes a room of a world that has not stepped yet.
func New(cfg Config, code string, world World) (*Room, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	rates := world.Rates()
	if rates.TickHz < 1 || rates.TickHz > 255 || rates.Divisor < 1 || rates.Divisor > wire.MaxDivisor ||
		rates.Seats < 1 || rates.Seats > 1<<16 || rates.Players < 1 || rates.Players > rates.Seats ||
		rates.Gather < 0 || rates.Gather > rates.Players {
		return nil, fmt.Errorf("room %s: no room can have these rates: %+v", code, rates)
	}
	second := uint32(rates.TickHz)
	r := &Room{
		cfg: cfg, code: code, world: world, rates: rates, divisor: uint32(rates.Divisor),
		grace: uint32(cfg.GraceTicks), away: uint32(cfg.AwayTicks), silent: 15 * second, fullEvery: second,
		tickTime: time.Second / time.Duration(rates.TickHz),
		seats:    make([]seat, rates.Seats),
		inputs:   make([]Input, 0, rates.Players*2),
		events:   newEvents(),
		frame:    make([]byte, wire.MaxPrefix, 1024),
	}
	if r.grace == 0 {
		r.grace = 60 * second
	}
	if r.away == 0 {
		r.away = 10 * 60 * second
	}
	r.cells.world, _ = world.(CellWorld)
	r.cells.share, r.cells.steadily = alone, r.makeSteady
	if cfg.Record != nil && r.cells.world == nil {
		r.recorder = cfg.Record(code)
	}
	return r, nil
}

// Tick is the tick that was stepped last.
func (r *Room) Tick() uint32 { return r.tick }

// Counters are the room's, as they are now.
func (r *Room) Counters() Counters { return r.counters }

// Closing is the world's reason to close the room, empty while it goes on.
func (r *Room) Closing() string { return r.closing }

// Attach seats a connection: in the seat of its token, out of which an earlier connection is put, or in a free one. The
// next Advance sends it Welcome and all it needs.
func (r *Room) Attach(conn Conn, h *wire.Hello) (Seat, error) {
	s, err := r.attach(conn, h)
	if err != nil {
		r.counters.Refused++
	}
	return s, err
}

// Resume is Attach for nobody but who has a seat already. Only the room knows that: a token alone may be long forgotten, or
// made up.
func (r *Room) Resume(conn Conn, h *wire.Hello) (Seat, error) {
	if _, ok := r.seatOf(h.Token); !ok && h.Rules == r.cfg.Rules {
		r.counters.Refused++
		return 0, ErrBusy
	}
	return r.Attach(conn, h)
}

func (r *Room) attach(conn Conn, h *wire.Hello) (Seat, error) {
	switch {
	case h.Protocol != wire.Protocol:
		return 0, ErrProtocol
	case h.Rules != r.cfg.Rules:
		return 0, ErrRules
	case r.closing != "":
		return 0, ErrClosed
	}
	if i, ok := r.seatOf(h.Token); ok {
		return i, r.resume(i, conn, h)
	}
	if !h.Token.IsZero() {
		r.counters.ResumesUnknown++
	}
	for i := range r.seats {
		if !r.seats[i].taken {
			return Seat(i), r.join(Seat(i), conn, h)
		}
	}
	return 0, ErrFull
}

func (r *Room) seatOf(t wire.Token) (Seat, bool) {
	if t.IsZero() {
		return 0, false
	}
	for i := range r.taken() {
		if s := &r.seats[i]; s.taken && subtle.ConstantTimeCompare(s.token[:], t[:]) == 1 {
			return Seat(i), true
		}
	}
	return 0, false
}

func (r *Room) join(i Seat, conn Conn, h *wire.Hello) error {
	var token wire.Token
	for token.IsZero() {
		if _, err := io.ReadFull(r.cfg.Random, token[:]); err != nil {
			return fmt.Errorf("room: making a token: %w", err)
		}
	}
	s := &r.seats[i]
	*s = seat{taken: true, intents: &intents{}, token: token, since: r.events.last}
	r.top = max(r.top, int(i)+1)
	s.intents.forget(r.tick)
	r.connect(s, conn)
	s.link.events = r.events.last
	r.counters.Joins++
	r.become(i, Presence(h.Presence), wire.CleanName(h.Name))
	return nil
}

// resume keeps the seat, and with it all that the world holds for it. A Hello that only watches, as a page sends that was
// loaded again, does not give up what the seat plays: it stays Away until its person is Here, or says Watching later.
func (r *Room) resume(i Seat, conn Conn, h *wire.Hello) error {
	s := &r.seats[i]
	if s.conn != nil {
		r.farewell(s.conn, s.token, wire.Bye{Code: wire.ByeReplaced, Reason: wire.ByeReplaced.String()})
		if s.presence == Here {
			r.become(i, Away, "") // it may have been dead for long: whoever was silent over it is back now
		}
	}
	s.intents.forget(r.tick)
	r.connect(s, conn)
	s.resumed = true
	// A client that has seen none, as a page loaded again, misses none since it joined. With what is no longer kept,
	// appendEvents deals.
	s.link.events = min(h.LastEvent, r.events.last)
	if h.LastEvent == 0 {
		s.link.events = max(s.since, r.events.first-1)
	}
	r.counters.Resumes++
	p := Presence(h.Presence)
	if p == Watching && s.presence != Watching {
		p = Away
	}
	r.become(i, p, wire.CleanName(h.Name))
	return nil
}

func (r *Room) connect(s *seat, conn Conn) {
	s.conn, s.was = conn, nil
	s.link = link{heard: r.tick, welcome: true, replies: s.replies[:0]}
}

// Detach tells that a connection is gone. The seat of a player is kept for a while, that of a watcher is free at once.
func (r *Room) Detach(i Seat, conn Conn) {
	switch {
	case r.at(i, conn) != nil:
		r.drop(i)
	case r.had(i, conn):
		r.seats[i].was = nil
	}
}

// had says that writing to this connection failed, and that nobody has come back to its seat since.
func (r *Room) had(i Seat, conn Conn) bool {
	return int(i) < len(r.seats) && conn != nil && r.seats[i].was == conn
}

// at is the seat if this connection still has it: one that was replaced has nothing to say any more.
func (r *Room) at(i Seat, conn Conn) *seat {
	if int(i) >= len(r.seats) || conn == nil || r.seats[i].conn != conn {
		return nil
	}
	return &r.seats[i]
}

// drop takes a seat's connection away. Nobody can come back to a seat whose token never arrived, so that seat is not kept:
// its person would find a ship of the same name beside the new one, and perhaps no place.
func (r *Room) drop(i Seat) {
	s := &r.seats[i]
	s.conn = nil
	s.dropped = r.tick
	r.counters.Drops++
	switch {
	case s.presence == Watching, !s.known:
		r.free(i)
	case s.presence == Here:
		r.become(i, Away, "")
	}
}

// free gives a seat back.
func (r *Room) free(i Seat) {
	r.become(i, Gone, "")
	r.seats[i] = seat{}
	for r.top > 0 && !r.seats[r.top-1].taken {
		r.top--
	}
}

// taken are the seats up to the highest one that is taken, with those that are free in between: who comes gets the lowest
// free one, so that they are few, and most of a room's seats need not be looked at.
func (r *Room) taken() []seat { return r.seats[:r.top] }

// become changes a seat's presence and name, and tells the world where that is a change. An empty name stays what it was.
func (r *Room) become(i Seat, p Presence, name string) {
	s := &r.seats[i]
	if name == "" {
		name = s.name
	}
	if plays(p) && !plays(s.presence) {
		if now := r.census(); now.players() >= r.rates.Players {
			p = Watching
			// Last of all: a reply too many takes the seat away.
			defer r.reply(i, wire.Reply{Error: refusedNoPlace})
		}
	}
	if p == s.presence && name == s.name {
		return
	}
	if p != Here {
		s.intents.forget(r.tick)
	}
	if p == Away && s.presence != Away {
		s.left = r.tick
	}
	s.presence, s.name = p, name
	r.world.Seat(i, name, p)
}

func plays(p Presence) bool { return p == Here || p == Away }

// Rebase has everybody told that so many ticks of time passed without a step.
func (r *Room) Rebase(ticks uint32) {
	r.counters.DroppedTicks += uint64(ticks)
	for i := range r.taken() {
		if r.seats[i].conn != nil {
			r.seats[i].rebase += ticks
		}
	}
}

// Empty says that no seat is taken, kept ones included.
func (r *Room) Empty() bool {
	for i := range r.taken() {
		if r.seats[i].taken {
			return false
		}
	}
	return true
}
