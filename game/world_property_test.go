package game

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/arena"
)

// upset adds what people do: they come, go, take a new name, hand over to a pilot; and phases end early.
func (m *match) upset() {
	switch m.rng.IntN(60) {
	case 0:
		seat := Seat(m.rng.IntN(12))
		if i := m.s.ShipOf(seat); i < 0 {
			m.e.Facts = append(m.e.Facts, Fact{Kind: FactJoin, Seat: seat, Name: "guest", Pilot: seat%2 == 0, Team: sideOf(m.s.Mode, seat)})
			m.asks = append(m.asks, Ask{Seat: seat})
		} else {
			m.e.Facts = append(m.e.Facts, Fact{Kind: FactLeave, Seat: seat})
		}
	case 1:
		if len(m.s.Ships) > 0 {
			seat := m.s.Ships[m.rng.IntN(len(m.s.Ships))].Seat
			m.e.Facts = append(m.e.Facts, Fact{Kind: FactRename, Seat: seat, Name: "renamed"}, Fact{Kind: FactPilot, Seat: seat, Pilot: true})
		}
	case 2:
		m.s.PhaseEnd = m.s.Tick + Tick(m.rng.IntN(100))
		if m.s.Phase == Results && m.rng.IntN(2) == 0 {
			m.s.NewRound(m.a, m.s.Mode)
		}
	}
}

func TestWhateverIsPressedTheWorldStaysSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		m := newMatch(randomArena(rand.New(rand.NewPCG(seed, 0))), seed, rapid.IntRange(0, 10).Draw(t, "ships"))
		for range 300 {
			m.press()
			m.upset()
			Decide(&m.s, m.a, m.asks, &m.e)
			if err := m.e.Check(&m.s.Public, m.a); err != nil {
				t.Fatalf("what Decide made is refused: %v", err)
			}
			m.step()
			m.mustCheck(t)
		}
	})
}

func TestAShotNeitherGainsNorLosesSpeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		m := newMatch(randomArena(rand.New(rand.NewPCG(seed, 0))), seed, 6)
		speeds := map[ShotID]int64{}
		for range 200 {
			m.press()
			m.tick()
			for _, s := range m.s.Shots {
				speed := dot(s.Vel, s.Vel)
				if s.Returned {
					continue // a mirror aims it anew, in 4,096 directions
				}
				if was, ok := speeds[s.ID]; ok && was != speed {
					t.Fatalf("tick %d: shot %x flew at %d, flies at %d", m.s.Tick, s.ID, was, speed)
				}
				speeds[s.ID] = speed
			}
		}
	})
}

func TestAReplicaFedWithTheEntriesHasTheSameHashAtEveryTick(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		m := newMatch(randomArena(rand.New(rand.NewPCG(seed, 0))), seed, 8)
		for range rapid.IntRange(0, 60).Draw(t, "joined after") {
			m.press()
			m.tick()
		}
		// A replica knows nothing of cooldowns and of the stream behind spawns.
		var replica State
		replica.Public.CopyFrom(&m.s.Public)
		replica.Private = make([]Private, len(replica.Ships))
		for range 200 {
			m.press()
			round := m.s.Round
			end := m.s.PhaseEnd
			m.upset()
			if m.s.Round != round || m.s.PhaseEnd != end {
				replica.Public.CopyFrom(&m.s.Public)
			}
			Decide(&m.s, m.a, m.asks, &m.e)
			var sent Entry
			sent.CopyFrom(&m.e)
			m.step()
			Step(&replica, m.a, &sent, nil)
			if replica.Hash() != m.s.Hash() {
				t.Fatalf("tick %d: %x, want %x", m.s.Tick, replica.Hash(), m.s.Hash())
			}
		}
	})
}

func TestMyShipAndMyShotsAloneStepAsTheyDoInTheWholeWorld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		m := newMatch(randomArena(rand.New(rand.NewPCG(seed, 0))), seed, 6)
		const me = Seat(3)
		mine := only(&m.s, me)
		for range 200 {
			m.press()
			i := m.s.ShipOf(me)
			in := Effective(&mine, 0, m.asks[me].Input)
			Decide(&m.s, m.a, m.asks, &m.e)
			respawned := len(m.e.Facts) > 0
			if !respawned && m.e.Inputs[i] != in {
				t.Fatalf("tick %d: predicted input %+v, effective is %+v", m.s.Tick, in, m.e.Inputs[i])
			}
			Step(&mine, m.a, &Entry{Inputs: []Input{in}}, nil)
			m.step()
			if respawned || met(m.ev, me) {
				// What others do to me and my shots only the server knows; from there on it holds again.
				mine = only(&m.s, me)
				continue
			}
			want := only(&m.s, me)
			mine.Ships[0].Score, mine.Ships[0].Goals = want.Ships[0].Score, want.Ships[0].Goals
			if mine.Ships[0] != want.Ships[0] || mine.Private[0] != want.Private[0] || !slices.Equal(mine.Shots, want.Shots) {
				t.Fatalf("tick %d: predicted\n%+v, is\n%+v", m.s.Tick, mine, want)
			}
		}
	})
}

// only is the part of a world that a player predicts.
func only(s *State, seat Seat) State {
	i := s.ShipOf(seat)
	mine := s.Clone()
	mine.Private = []Private{s.Private[i]}
	mine.Ships = []Ship{s.Ships[i]}
	mine.Been = []Been{s.Been[i]}
	mine.Mode = arena.FreeForAll // goals are between players
	mine.Shots = nil
	for _, shot := range s.Shots {
		if shot.Owner == seat {
			mine.Shots = append(mine.Shots, shot)
		}
	}
	return mine
}

// met says whether others came between a ship and its prediction: by a hit, a score, a mirror, or something they took,
// broke or hold.
func met(ev []Event, seat Seat) bool {
	for _, e := range ev {
		switch e.Kind {
		case EventTaken, EventDropped, EventHome, EventBrought, EventMoved, EventReturned, EventShattered, EventMended, EventPicked, EventAppeared:
			return true
		}
		if (e.Kind == EventHit || e.Kind == EventKilled) && (e.Seat == seat || e.Other == seat || e.Helper == seat) {
			return true
		}
	}
	return false
}

func TestNoEntryThatPassesCheckUpsetsStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		rng := rand.New(rand.NewPCG(seed, 0))
		m := newMatch(randomArena(rng), seed, 4)
		passed := 0
		for range 300 {
			e := wildEntry(rng, m.a)
			if e.Check(&m.s.Public, m.a) != nil {
				continue
			}
			passed++
			m.e = e
			m.step()
			if err := m.s.Check(m.a); err != nil {
				t.Fatalf("after %+v: %v", e, err)
			}
		}
		if passed == 0 {
			t.Skip("none passed")
		}
	})
}

// wildEntry is an entry that no server would make, but a broken or a hostile one could.
func wildEntry(rng *rand.Rand, a *arena.Arena) Entry {
	var e Entry
	for range rng.IntN(3) {
		f := Fact{
			Kind: FactKind(rng.IntN(int(FactKinds) + 1)), Seat: Seat(rng.IntN(6)), Phase: Phase(rng.IntN(int(Phases))),
			Aim: uint16(rng.IntN(AimSteps)), End: Tick(rng.Uint32()), Name: "wild",
			Pos: Vec{X: int32(rng.IntN(a.W * arena.TileSub)), Y: int32(rng.IntN(a.H * arena.TileSub))},
		}
		if rng.IntN(2) == 0 {
			f.Pos = a.Spawns[rng.IntN(len(a.Spawns))].Centre()
		}
		e.Facts = append(e.Facts, f)
	}
	for range 3 + rng.IntN(3) {
		e.Inputs = append(e.Inputs, Input{
			Thrust: uint8(rng.IntN(Thrusts)), Aim: uint16(rng.IntN(AimSteps)), Buttons: Buttons(rng.IntN(int(AllButtons) + 1)),
			Lag: uint8(rng.IntN(MaxLag + 2)),
		})
	}
	return e
}
