package match

import (
	"flag"
	"math/rand/v2"
	"os"
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/replay"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

var update = flag.Bool("update", false, "record game/replay/testdata/people.bsrp anew, after a change of the rules that is meant")

// tape records what a room hands over.
type tape struct {
	rec     []byte
	stretch replay.Stretch
}

func (w *tape) Snapshot(s room.Snapshot) {
	if s.Body == nil {
		w.rec = replay.AppendHead(w.rec[:0], game.Rules(), "people who stall, drop and leave", s.Blob)
		w.stretch.Begin(s.Full)
		return
	}
	w.stretch.Append(s.Body)
	if s.Full != nil {
		w.rec = append(w.rec, w.stretch.Block()...)
		w.stretch.Begin(s.Full)
	}
}

func (w *tape) Desync(room.Desync) {}
func (w *tape) Close(*room.Crash)  {}

// end is the recording, closed with a state.
func (w *tape) end(m *Match) []byte {
	w.rec = append(w.rec, w.stretch.Block()...)
	w.stretch.Begin(m.Full(nil))
	return append(w.rec, w.stretch.Block()...)
}

// guest is somebody at a room by hand, who knows the seat and the token that the Welcome tells.
type guest struct {
	t       *testing.T
	room    *room.Room
	seat    room.Seat
	welcome wire.Welcome
	in      bool
}

func (g *guest) Send(frame []byte) error {
	var m wire.Messages
	if err := m.Open(frame, wire.FromServer()); err != nil {
		return err
	}
	for k, a, ok := m.Next(); ok; k, a, ok = m.Next() {
		if k != wire.KindWelcome {
			continue
		}
		if err := g.welcome.Decode(a); err != nil {
			return err
		}
	}
	return nil
}

func (g *guest) Close(wire.ByeCode, string) { g.in = false }

func (g *guest) come(name string, p wire.Presence) {
	g.t.Helper()
	seat, err := g.room.Attach(g, &wire.Hello{
		Protocol: wire.Protocol, Rules: game.Rules(), Name: name, Presence: p, Token: g.welcome.Token,
	})
	if err != nil {
		g.t.Fatal(err)
	}
	g.seat, g.in = seat, true
}

func (g *guest) drop() { g.room.Detach(g.seat, g); g.in = false }

// fly sends the inputs of an interval, meant for so many ticks after the newest one.
func (g *guest) fly(ahead int, in game.Input) {
	if !g.in {
		return
	}
	b := snap.AppendInput(nil, in)
	g.room.Input(g.seat, g, &wire.Input{
		First: uint32(int(g.room.Tick()) + ahead), Echo: g.room.Tick(), View: g.room.Tick() * wire.ViewUnits,
		Count: 2, Payloads: [2][]byte{b, b},
	}, 0)
}

// TestWhoStallsDropsAndLeaves plays a match in a real room with people whose connections are bad in every way, and plays
// the recording again. With -update it becomes one of those that game/replay keeps.
func TestWhoStallsDropsAndLeaves(t *testing.T) {
	grounds, err := LoadGrounds(assets.Arenas, "arenas")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(Config{Grounds: grounds, Modes: 1 << arena.FreeForAll, Seed: 3, Players: 6, Fill: 6})
	if err != nil {
		t.Fatal(err)
	}
	w := &tape{}
	cfg := room.Config{Rules: game.Rules(), Random: rand.NewChaCha8([32]byte{7}), Record: func(string) room.Recorder { return w }}
	r, err := room.New(cfg, "BAKOTI", m)
	if err != nil {
		t.Fatal(err)
	}
	var ana, bob, cleo, dan guest
	for _, g := range []*guest{&ana, &bob, &cleo, &dan} {
		g.t, g.room = t, r
	}
	const ticks = 2400
	for r.Tick() < ticks {
		tick := int(r.Tick())
		switch tick {
		case 0:
			ana.come("Ana", wire.PresenceHere)
		case 100:
			bob.come("Bob", wire.PresenceHere)
		case 200:
			cleo.come("Cleo", wire.PresenceWatching)
		case 300:
			r.Presence(cleo.seat, &cleo, &wire.SetPresence{Presence: wire.PresenceHere})
		case 400:
			dan.come("", wire.PresenceHere)
		case 500:
			bob.drop()
		case 800:
			bob.come("Bob", wire.PresenceHere)
		case 900:
			r.Presence(cleo.seat, &cleo, &wire.SetPresence{Presence: wire.PresenceHere, Name: "Cleopatra"})
		case 1500:
			r.Presence(cleo.seat, &cleo, &wire.SetPresence{Presence: wire.PresenceGone})
		}
		turning := func(by int) game.Input {
			return game.Input{Aim: uint16(tick*by) % game.AimSteps, Thrust: uint8(1+tick/20) % game.Thrusts, Buttons: game.Buttons(tick/10) & (game.Fire | game.Dash)}
		}
		ana.fly(1, turning(17))
		bob.fly(2, turning(31))
		if tick%60 < 40 {
			cleo.fly(1, turning(5)) // stalls for a third of every second
		}
		switch {
		case tick < 1200, tick >= 1700:
			dan.fly(1, turning(23))
		case tick < 1400:
			dan.fly(-5, turning(23)) // every input comes six ticks late
		default:
			// nothing for five seconds, in which a pilot takes over
		}
		r.Advance(1)
	}
	if c := r.Counters(); c.InputsLate == 0 || c.Drops == 0 || c.Resumes == 0 || c.Joins != 4 {
		t.Errorf("too quiet a life: %+v", c)
	}

	rec := w.end(m)
	played, err := replay.Open(rec)
	if err != nil {
		t.Fatal(err)
	}
	facts := map[game.FactKind]int{}
	pilots := 0
	var end uint64
	got, err := played.Play(0, 0, func(f replay.Frame) {
		for _, fact := range f.Entry.Facts {
			facts[fact.Kind]++
			if fact.Kind == game.FactPilot && fact.Pilot {
				pilots++
			}
		}
		end = f.State.Hash()
	})
	if err != nil || got.Difference != nil || got.Last != ticks || end != m.state.Hash() {
		t.Fatalf("%+v, %v\n%v", got, err, got.Difference)
	}
	// Three of the five pilots make room, and one comes when Cleo has left; Bob drops, Dan falls silent after his late inputs and both
	// return; Cleo has two names.
	if facts[game.FactLeave] != 4 || facts[game.FactJoin] != 10 || facts[game.FactRename] != 1 || pilots < 2 || facts[game.FactPilot] < 4 {
		t.Errorf("facts: %v, a pilot took over %d times", facts, pilots)
	}
	if *update {
		if err := os.WriteFile("../../game/replay/testdata/people.bsrp", rec, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTheEntryOnWhichTheRulesFailIsInTheRecording takes the ground from under a match, since the rules don't fail by
// honest means.
func TestTheEntryOnWhichTheRulesFailIsInTheRecording(t *testing.T) {
	for _, within := range []int{0, 1} {
		m := newMatch(t, 8, 0)
		m.Seat(0, "Ana", room.Here)
		for range 40 {
			m.Step(nil)
		}
		m.Shared(nil)
		held := m.state.Clone()
		for range within {
			m.Step(nil)
		}
		broken := *m.here().Arena
		broken.Tiles = nil
		m.cfg.Grounds[m.at.ground].Arena = &broken
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the rules did not fail")
				}
			}()
			m.Step(nil)
		}()
		m.state = game.State{} // nothing is known about it any more
		var d snap.Delta
		if err := snap.DecodeDelta(m.Unsent(nil), held.Ships, held.Tick, &d); err != nil {
			t.Fatal(err)
		}
		if d.First != held.Tick+1 || len(d.Entries) != within+1 || len(d.Entries[within].Inputs) != 1 {
			t.Errorf("%+v", d)
		}
	}
}

func TestNothingIsUnsentWhereNoSnapshotLeads(t *testing.T) {
	m := newMatch(t, 8, 2)
	if b := m.Unsent(nil); len(b) > 0 {
		t.Errorf("before anything: %d bytes", len(b))
	}
	m.Step(nil)
	if len(m.Unsent(nil)) == 0 {
		t.Error("nothing of a step")
	}
	m.Step(nil)
	m.Shared(nil)
	if b := m.Unsent(nil); len(b) > 0 {
		t.Errorf("after a snapshot: %d bytes", len(b))
	}
	m.state.Phase, m.state.PhaseEnd = game.Results, m.state.Tick
	if out := m.Step(nil); !out.Reset {
		t.Fatal("no new round")
	}
	if b := m.Unsent(nil); len(b) > 0 {
		t.Errorf("after a new round began: %d bytes", len(b))
	}
}
