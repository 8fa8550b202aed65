package match

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

const hall = `name: Hall

##################################
#◤..............................◥#
#................................#
#..S..........S........S.......S.#
#................................#
#................................#
#.............####...............#
#.............####...............#
#.............####...............#
#................................#
#................................#
#..S.......S.............S.....S.#
#................................#
#................................#
#◣..............................◢#
##################################
`

func newMatch(t testing.TB, players, fill int) *Match {
	t.Helper()
	grounds := make([]Ground, 2)
	for i := range grounds {
		a, err := arena.Parse([]byte(hall[:10] + string(rune('A'+i)) + hall[10:]))
		if err != nil {
			t.Fatal(err)
		}
		if grounds[i], err = NewGround(a); err != nil {
			t.Fatal(err)
		}
	}
	m, err := New(Config{Grounds: grounds, Seed: 4, Players: players, Fill: fill})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// payload is what a person's client sends for one tick.
func payload(seat room.Seat, tick game.Tick, in game.Input) room.Input {
	b := snap.AppendInput(nil, in)
	const part = wire.ViewUnits / game.LagParts
	p := room.Input{Seat: seat, Tick: uint32(tick), View: uint32(tick)*wire.ViewUnits - uint32(in.Lag)*part, Len: uint8(len(b))}
	copy(p.Data[:], b)
	return p
}

// readEvent is a room event, whichever it is.
func readEvent(t testing.TB, b []byte) any {
	t.Helper()
	var v any
	var err error
	switch snap.KindOf(b) {
	case snap.NoticeBallot:
		v, err = snap.DecodeBallot(b)
	case snap.NoticeBestShot:
		v, err = snap.DecodeBestShot(b)
	case snap.NoticeLine:
		v, err = snap.DecodeLine(b)
	default:
		v, err = snap.DecodeNotice(b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (m *Match) ship(t testing.TB, seat game.Seat) *game.Ship {
	t.Helper()
	i := m.state.ShipOf(seat)
	if i < 0 {
		t.Fatalf("seat %d has no ship", seat)
	}
	return &m.state.Ships[i]
}

func TestAnEmptyMatchIsFilledWithPilots(t *testing.T) {
	m := newMatch(t, 8, 8)
	m.Step(nil)
	if len(m.state.Ships) != 8 {
		t.Fatalf("%d ships, want 8", len(m.state.Ships))
	}
	names := map[string]bool{}
	for _, s := range m.state.Ships {
		if !s.Pilot || !s.Alive || names[s.Name] {
			t.Errorf("ship %+v: want a pilot, alive, with a name of its own", s)
		}
		names[s.Name] = true
	}
}

func TestAPilotLeavesForEachPersonWhoComesAndReturnsWhenTheyGo(t *testing.T) {
	m := newMatch(t, 8, 8)
	m.Step(nil)
	for seat := range room.Seat(8) {
		m.Seat(seat, "Ana", room.Here)
		m.Step(nil)
		people, pilots := 0, 0
		for _, s := range m.state.Ships {
			if s.Seat < game.FirstPilotSeat {
				people++
			} else {
				pilots++
			}
		}
		if people != int(seat)+1 || people+pilots != 8 {
			t.Fatalf("after %d came: %d people and %d pilots", seat+1, people, pilots)
		}
	}
	m.Seat(3, "", room.Gone)
	m.Step(nil)
	if len(m.state.Ships) != 8 || m.state.ShipOf(3) >= 0 {
		t.Errorf("seat 3 is gone: %d ships, its own at %d", len(m.state.Ships), m.state.ShipOf(3))
	}
}

func TestWhoWatchesHasNoShip(t *testing.T) {
	m := newMatch(t, 8, 2)
	m.Seat(1, "Ana", room.Watching)
	m.Step(nil)
	if m.state.ShipOf(1) >= 0 {
		t.Error("a spectator got a ship")
	}
	if len(m.state.Ships) != 2 {
		t.Errorf("%d ships, want 2 pilots", len(m.state.Ships))
	}
}

func TestWhoGivesNoNameGetsOneAndKeepsIt(t *testing.T) {
	m := newMatch(t, 8, 0)
	m.Seat(0, "", room.Here)
	m.Seat(1, "", room.Here)
	m.Step(nil)
	first, second := m.ship(t, 0).Name, m.ship(t, 1).Name
	if first == "" || first == second || len(first) > game.MaxNameBytes {
		t.Fatalf("guests are called %q and %q", first, second)
	}
	m.Seat(0, "", room.Away)
	m.Seat(0, "", room.Here)
	m.Step(nil)
	if got := m.ship(t, 0).Name; got != first {
		t.Errorf("%q came back as %q", first, got)
	}
	var p game.Public
	if err := snap.DecodeFull(m.Full(nil), &p); err != nil {
		t.Errorf("a match with guests cannot be told: %v", err)
	}
}

func TestWhoDropsKeepsShipAndScoreFlownByAPilot(t *testing.T) {
	m := newMatch(t, 8, 0)
	m.Seat(0, "Ana", room.Here)
	m.Step(nil)
	m.ship(t, 0).Score = 3
	m.Seat(0, "Ana", room.Away)
	m.Step(nil)
	if s := m.ship(t, 0); !s.Pilot || s.Score != 3 {
		t.Fatalf("away: %+v", s)
	}
	from := m.ship(t, 0).Pos
	for range 60 {
		m.Step(nil)
	}
	if m.ship(t, 0).Pos == from {
		t.Error("nobody flies the ship of who is away")
	}
	m.Seat(0, "Ana", room.Here)
	m.Step(nil)
	if s := m.ship(t, 0); s.Pilot || s.Score != 3 {
		t.Errorf("back: %+v", s)
	}
}

// A client that decodes every snapshot and steps the same rules holds the same state, over a whole round and into the
// next arena.
func TestAReplicaFollowsTheMatchThroughAWholeRound(t *testing.T) {
	m := newMatch(t, 8, 8)
	var replica game.State
	join := func() {
		if err := snap.DecodeFull(m.Full(nil), &replica.Public); err != nil {
			t.Fatal(err)
		}
		replica.Private = make([]game.Private, len(replica.Ships))
	}
	m.Step(nil)
	m.Shared(nil)
	join()
	var d snap.Delta
	rounds, deltas, bytes, hashes := 0, 0, 0, 0
	wholeRound := int(game.WarmupTicks + game.CountdownTicks + game.Modes[arena.FreeForAll].Play + game.ResultsTicks)
	for n := 0; n < wholeRound+600; n += Divisor {
		reset := false
		for k := range Divisor {
			if n == 2000 {
				m.Seat(2, "Ana", room.Here)
			}
			if n == 9000 {
				m.Seat(2, "", room.Gone)
			}
			out := m.Step([]room.Input{payload(2, m.state.Tick+1, game.Input{Thrust: uint8(n/40+k) % game.Thrusts, Aim: uint16(n*7) % game.AimSteps, Buttons: game.Fire})})
			reset = reset || out.Reset
			for _, ev := range out.Events {
				readEvent(t, ev)
			}
		}
		body := m.Shared(nil)
		if reset {
			rounds++
			join()
			continue
		}
		if err := snap.DecodeDelta(body, replica.Ships, replica.Tick, &d); err != nil {
			t.Fatalf("tick %d: %v", m.state.Tick, err)
		}
		for i := range d.Entries {
			if err := d.Entries[i].Check(&replica.Public, m.here().Arena); err != nil {
				t.Fatalf("tick %d: %v", m.state.Tick, err)
			}
			game.Step(&replica, m.here().Arena, &d.Entries[i], nil)
		}
		if replica.Hash() != m.state.Hash() {
			t.Fatalf("at tick %d the replica differs", m.state.Tick)
		}
		if d.HasHash {
			if hashes++; d.Hash != uint32(m.state.Hash()) {
				t.Fatalf("at tick %d the snapshot carries a wrong hash", m.state.Tick)
			}
		}
		deltas, bytes = deltas+1, bytes+len(body)
	}
	if rounds != 1 {
		t.Errorf("%d rounds ended, want 1", rounds)
	}
	if want := deltas / 32; hashes < want-2 || hashes > want+2 {
		t.Errorf("%d of %d snapshots carry a hash", hashes, deltas)
	}
	t.Logf("%.2f bytes a ship and snapshot over %d snapshots", float64(bytes)/float64(deltas)/8, deltas)
}

func TestARoundEndsWithAWinnerAndTheNextArena(t *testing.T) {
	m := newMatch(t, 8, 8)
	here := m.here().Arena.Hash
	won, killed := 0, 0
	for {
		out := m.Step(nil)
		for _, ev := range out.Events {
			n, ok := readEvent(t, ev).(snap.Notice)
			if !ok {
				continue
			}
			switch n.Kind {
			case snap.NoticeWin:
				won++
				if n.Name == "" || n.Points <= 0 {
					t.Errorf("won by %+v", n)
				}
			case snap.NoticeKill:
				killed++
			}
		}
		if out.Reset {
			break
		}
		if m.state.Tick > 5*60*game.TickHz {
			t.Fatal("the round never ends")
		}
	}
	if won == 0 || killed == 0 {
		t.Errorf("%d winners, %d kills were told", won, killed)
	}
	if id, blob := m.Blob(); id == here || len(blob) == 0 {
		t.Error("the arena did not change")
	}
	for _, s := range m.state.Ships {
		if s.Score != 0 || !s.Alive {
			t.Errorf("the new round begins with %+v", s)
		}
	}
}

func TestASteadyTickAllocatesNothing(t *testing.T) {
	for mode := range arena.Matched {
		m := newGame(t, mode, 8, 8)
		m.Seat(0, "Ana", room.Here)
		m.Step(nil)
		m.skipTo(t, game.Playing)
		inputs := []room.Input{payload(0, 0, game.Input{Thrust: 3, Aim: 100})}
		var body []byte
		interval := func() {
			m.Step(inputs)
			m.Step(inputs)
			body = m.Shared(body[:0])
		}
		for range 1000 {
			interval()
		}
		// Kills are told, and telling takes memory; the median interval has none.
		quiet := 0
		for range 100 {
			if testing.AllocsPerRun(1, interval) == 0 {
				quiet++
			}
		}
		if quiet < 80 {
			t.Errorf("%v: only %d of 100 intervals allocate nothing", mode, quiet)
		}
	}
}

func BenchmarkInterval(b *testing.B) {
	m := newMatch(b, 8, 8)
	for seat := range room.Seat(8) {
		m.Seat(seat, brain.Name(int(seat)), room.Away)
	}
	var body []byte
	b.ReportAllocs()
	for b.Loop() {
		m.Step(nil)
		m.Step(nil)
		body = m.Shared(body[:0])
	}
}
