package predict

import (
	"math/rand/v2"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

const hallText = `name: Hall

########################################
#◤....................................◥#
#..S........S.......S........S.......S.#
#......................................#
#........◤##◥..............######......#
#........####..............######......#
#........◣##◢..........................#
#......................................#
#..S...............◤◥..........S.......#
#..................◣◢................S.#
#......................................#
#..........######..........◤##◥........#
#..........######..........####........#
#..........................◣##◢........#
#..S........S.......S..................#
#◣....................................◢#
########################################
`

func hall(t testing.TB) *arena.Arena {
	t.Helper()
	a, err := arena.Parse([]byte(hallText))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Two seats take part in the miniature matches: mine, and those of ships that wander about.
const (
	mySeat   game.Seat = 3
	interval           = 2 * time.Second / game.TickHz
)

// server is a room with one seat for a person, in as few lines as make it honest: inputs count for the tick they are for,
// the first one wins, what is missing is held for a while, snapshots tell how early inputs were.
type server struct {
	arena *arena.Arena
	state game.State
	rng   *rand.Rand
	token wire.Token

	wanderers  []wanderer
	present    wire.Presence
	connected  bool
	inputs     map[game.Tick]game.Input
	last       game.Input
	missing    game.Tick
	pressed    game.Buttons
	early      map[game.Tick]int
	margin     int8
	echo, view uint32
	counts     []int // of payloads in each Input that came
	split      int   // Inputs whose two ticks are stepped apart
	stale      int   // inputs for ticks so long over that nothing of them counts any more

	due       time.Duration
	interval  time.Duration // from one step to the next, on the client's clock
	sent      int
	wantsFull bool
	reasons   []wire.KeyframeReason
	facts     []game.Fact
	extra     []byte // messages to go out with the next snapshot
	commands  []wire.Command
	mine      map[game.Tick]game.Ship // as they really were
	events    []game.Event
	event     uint32
	lie       bool      // the next hash is wrong
	skip      int       // so many snapshots are not sent
	deaf      bool      // full snapshots are not sent
	deafFrom  game.Tick // nothing is sent from this tick on; 0: never
	seat      game.Seat
	room      string
	cells     *cellSide // nil for a world that is told whole
}

func newServer(a *arena.Arena, mode game.Mode, wanderers int, seed uint64) *server {
	s := &server{
		arena: a, rng: rand.New(rand.NewPCG(seed, 2)), token: wire.Token{1, 2, 3},
		margin: wire.MarginNone, inputs: map[game.Tick]game.Input{}, early: map[game.Tick]int{},
		mine: map[game.Tick]game.Ship{}, seat: mySeat, room: "test", interval: interval,
	}
	s.state = game.NewMatch(s.arena, mode, seed)
	for i := range wanderers {
		seat := game.FirstPilotSeat + game.Seat(i)
		s.wanderers = append(s.wanderers, wanderer{seat: seat})
		s.facts = append(s.facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: "W", Pilot: true, Team: s.side(i)})
	}
	if game.Endless(mode) {
		s.cells = newCellSide(s)
	}
	return s
}

// side is a team for the i-th ship, in modes with teams.
func (s *server) side(i int) uint8 {
	if !s.state.Mode.Teams() {
		return game.NoTeam
	}
	return game.TeamOne + uint8(i%2)
}

// receive takes one frame of the client at that time and says what is to be answered at once.
func (s *server) receive(t testing.TB, now time.Duration, frame []byte) (answer []byte) {
	var ms wire.Messages
	if err := ms.Open(frame, wire.FromClient()); err != nil {
		t.Fatalf("client sent %x: %v", frame, err)
	}
	for {
		kind, args, ok := ms.Next()
		if !ok {
			return answer
		}
		var err error
		switch kind {
		case wire.KindHello:
			var m wire.Hello
			err = m.Decode(args)
			answer = s.welcome(&m, answer)
		case wire.KindInput:
			var m wire.Input
			err = m.Decode(args)
			s.input(&m, now)
		case wire.KindPing:
			var m wire.Ping
			err = m.Decode(args)
			answer = wire.AppendPong(answer, &wire.Pong{Nonce: m.Nonce})
		case wire.KindKeyframe:
			var m wire.Keyframe
			err = m.Decode(args)
			s.wantsFull = true
			s.reasons = append(s.reasons, m.Reason)
		case wire.KindPresence:
			var m wire.SetPresence
			err = m.Decode(args)
			s.become(m.Presence)
		case wire.KindCommand:
			var m wire.Command
			err = m.Decode(args)
			m.Data = append([]byte(nil), m.Data...)
			s.commands = append(s.commands, m)
		default:
			t.Fatalf("client sent a %v", kind)
		}
		if err != nil {
			t.Fatalf("client sent a bad %v: %v", kind, err)
		}
	}
}

func (s *server) welcome(m *wire.Hello, dst []byte) []byte {
	resumed := m.Token == s.token
	s.connected, s.wantsFull = true, true
	clear(s.inputs)
	s.become(m.Presence)
	dst = wire.AppendWelcome(dst, &wire.Welcome{
		Protocol: wire.Protocol, Rules: game.Rules(), Seat: uint16(s.seat), Token: s.token, Tick: uint32(s.state.Tick),
		Divisor: 2, TickHz: game.TickHz, Room: s.room, Resumed: resumed,
	})
	return wire.AppendBlob(dst, &wire.Blob{ID: s.arena.Hash, Data: s.arena.AppendBinary(nil)})
}

func (s *server) become(p wire.Presence) {
	s.present = p
	seated := s.state.ShipOf(s.seat) >= 0
	if p == wire.PresenceHere && !seated {
		s.facts = append(s.facts, game.Fact{Kind: game.FactJoin, Seat: s.seat, Name: "Me", Team: s.side(0)})
	}
	if p <= wire.PresenceWatching && seated {
		s.facts = append(s.facts, game.Fact{Kind: game.FactLeave, Seat: s.seat})
	}
}

func (s *server) input(m *wire.Input, now time.Duration) {
	s.echo, s.view = m.Echo, m.View
	s.counts = append(s.counts, m.Count)
	if m.Count == 2 && (game.Tick(m.First)-s.state.Tick)%2 != 1 {
		s.split++
	}
	wait := int((s.due - now) * game.TickHz / time.Second)
	for k := range m.Count {
		tick := game.Tick(m.First) + game.Tick(k)
		in, err := snap.DecodeInput(m.Payloads[k])
		const part = wire.ViewUnits / game.LagParts
		behind := int32(uint32(tick)*wire.ViewUnits - (m.View + uint32(k)*wire.ViewUnits))
		in.Lag = uint8((min(max(behind, 0), wire.MaxViewTicks*wire.ViewUnits) + part/2) / part)
		ahead := int32(tick - s.state.Tick)
		if ahead < 1-wire.LateTicks {
			s.stale++
		}
		if err != nil || ahead > wire.MaxAhead || ahead < 1-wire.LateTicks {
			continue
		}
		early := int(ahead-1)/2*2 + wait
		if ahead <= 0 {
			s.measure(min(-1, int(ahead)))
			s.pressed |= in.Buttons &^ s.last.Buttons // a late press enters the next tick
			continue
		}
		if _, have := s.inputs[tick]; !have {
			s.inputs[tick], s.early[tick] = in, max(early, 0)
		}
	}
}

func (s *server) measure(early int) {
	if m := int8(max(-100, min(early, 100))); s.margin == wire.MarginNone || m < s.margin {
		s.margin = m
	}
}

// ask is what my seat asks for in the next tick.
func (s *server) ask() game.Input {
	t := s.state.Tick + 1
	s.missing++
	if in, ok := s.inputs[t]; ok {
		s.measure(s.early[t])
		s.last, s.missing = in, 0
		delete(s.inputs, t)
		delete(s.early, t)
	}
	in := s.last.Held(s.missing)
	in.Buttons |= s.pressed
	s.pressed = 0
	return in
}

// advance steps one interval and gives its frame, nil if there is nobody to send it to.
func (s *server) advance() []byte {
	s.due += s.interval
	base := append([]game.Ship(nil), s.state.Ships...)
	d := snap.Delta{First: s.state.Tick + 1}
	var seats [][]game.Seat
	for range 2 {
		var asks []game.Ask
		if s.state.ShipOf(s.seat) >= 0 || s.present == wire.PresenceHere {
			asks = append(asks, game.Ask{Seat: s.seat, Input: s.ask()})
		}
		for i := range s.wanderers {
			asks = append(asks, game.Ask{Seat: s.wanderers[i].seat, Input: s.wanderers[i].think(s.rng)})
		}
		e := game.Entry{Facts: s.facts}
		s.facts = nil
		game.Decide(&s.state, s.arena, asks, &e)
		before := len(s.events)
		s.events = game.Step(&s.state, s.arena, &e, s.events)
		d.Entries = append(d.Entries, e)
		if s.cells != nil {
			seats = append(seats, s.note(s.events[before:], &e))
		}
		if i := s.state.ShipOf(s.seat); i >= 0 {
			s.mine[s.state.Tick] = s.state.Ships[i]
		}
	}
	s.sent++
	if s.sent%wire.HashEvery == 0 {
		d.HasHash, d.Hash = true, uint32(s.state.Hash())
		if s.lie {
			d.Hash++
			s.lie = false
		}
	}
	var told []byte
	if s.cells != nil {
		told = s.cells.interval(s, seats, d.Entries, s.wantsFull && s.skip == 0 && !s.deaf)
	}
	if !s.connected {
		return nil
	}
	var frame []byte
	switch {
	case s.deafFrom != 0 && int32(s.state.Tick-s.deafFrom) >= 0:
	case s.skip > 0:
		s.skip--
	case s.cells != nil:
		frame = told
		s.wantsFull = s.wantsFull && s.deaf
	case s.wantsFull && !s.deaf:
		s.wantsFull = false
		m := wire.Full{Tick: uint32(s.state.Tick), Margin: s.margin, Shared: snap.AppendFull(nil, &s.state.Public)}
		if i := s.state.ShipOf(s.seat); i >= 0 {
			m.Private = snap.AppendPrivate(nil, &s.state.Private[i])
		}
		frame = wire.AppendFull(nil, &m)
	default:
		frame = wire.AppendDelta(nil, &wire.Delta{Margin: s.margin, Body: snap.AppendDelta(nil, base, &d)})
	}
	s.margin = wire.MarginNone
	frame = append(frame, s.extra...)
	s.extra = nil
	return frame
}

// deafAfter has nothing more sent once the newest snapshot known is as old as a room lets it become.
func (s *server) deafAfter(known game.Tick) { s.deafFrom = known + wire.EchoAgeTicks }

// note is who had a ship in the tick just stepped, and keeps what the cells have to tell of it.
func (s *server) note(events []game.Event, e *game.Entry) (seats []game.Seat) {
	for i := range s.state.Ships {
		seats = append(seats, s.state.Ships[i].Seat)
	}
	for _, ev := range events {
		if ev.Kind == game.EventKilled {
			s.cells.kills = append(s.cells.kills, ev)
		}
	}
	for _, f := range e.Facts {
		if f.Seat == s.seat && (f.Kind == game.FactSpawn || f.Kind == game.FactJoin) {
			s.cells.spawned = true
		}
	}
	return seats
}

// tellAll queues a numbered room event.
func (s *server) tellAll(data string) {
	s.event++
	s.extra = wire.AppendEvent(s.extra, &wire.Event{N: s.event, Data: []byte(data)})
}

// relocate puts a ship somewhere else, and everybody gets a full snapshot.
func (s *server) relocate(i int, to game.Vec) {
	s.state.Ships[i].Pos = to
	s.wantsFull = true
}
