package snap

import (
	"bytes"
	"encoding/binary"
	"errors"
	"runtime"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/wire"
)

// largest is the state with the most in it.
func largest() game.Public {
	p := game.Public{Tick: 1 << 31}
	for i := range game.MaxShips {
		p.Ships = append(p.Ships, game.Ship{
			Seat: game.FirstPilotSeat + game.Seat(i)*500, Name: "123456789012345678901234", Alive: true, Health: 1,
			Pos: game.Vec{X: farthest - 1, Y: farthest - 1}, Vel: game.Vec{X: -fastest, Y: -fastest},
			Aim: 4095, DashDir: 4095, Score: -30000, Kills: 65535, Deaths: 65535, HitTick: 1, SpawnTick: 1, WarpTick: 1,
			HitBy: game.NoSeat - 1, KilledBy: game.NoSeat - 1, Assists: 65535, Goals: 65535, Banked: 65535, Longest: 65535, Mirrored: 65535,
		})
	}
	for i := range game.MaxShots {
		p.Shots = append(p.Shots, game.Shot{
			ID: game.NewShotID(1, game.FirstPilotSeat+game.Seat(i/250)*500, uint8(i%250)), Owner: game.NoSeat - 1, Since: 1,
			Pos: game.Vec{X: farthest - 1, Y: farthest - 1}, Vel: game.Vec{X: -fastest, Y: -fastest},
		})
	}
	for range p.Ships {
		var been game.Been
		for i := range been {
			// To and fro, so that nothing is as expected.
			been[i] = game.Was{Pos: game.Vec{X: farthest / 3 * int32(i%3), Y: farthest / 2 * int32(i%2)}, Aim: uint16(i % 2 * aimMask), State: game.WasAll}
		}
		p.Been = append(p.Been, been)
	}
	for range game.MaxPickups {
		p.Pickups = append(p.Pickups, game.Pickup{Place: uint16(len(p.Pickups)), Kind: game.PickEnergy, Due: 1})
	}
	for i := range game.MaxBroken {
		p.Broken = append(p.Broken, arena.Pane{Index: int32(i+1) * 1000, Back: 1})
	}
	return p
}

// churn is a snapshot in which so many names come and go.
func churn(n int) Delta {
	d := Delta{First: 1, Entries: make([]game.Entry, wire.MaxDivisor)}
	for i := range n {
		e := &d.Entries[i*wire.MaxDivisor/n]
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactRename, Seat: 40_000, Name: "123456789012345678901234"})
	}
	return d
}

func TestTheLargestStateFitsAFull(t *testing.T) {
	p := largest()
	body := AppendFull(nil, &p)
	if len(body) > wire.MaxShared {
		t.Errorf("%d bytes; %d are allowed", len(body), wire.MaxShared)
	}
	var got game.Public
	if err := DecodeFull(body, &got); err != nil {
		t.Fatal(err)
	}
	same(t, got, p)
}

func TestTheLargestSnapshotFitsADelta(t *testing.T) {
	d := churn(MaxFacts)
	body := AppendDelta(nil, nil, &d)
	if len(body) > wire.MaxDelta {
		t.Errorf("%d bytes; %d are allowed", len(body), wire.MaxDelta)
	}
	var got Delta
	if err := DecodeDelta(body, nil, 0, &got); err != nil {
		t.Fatal(err)
	}
	same(t, got, d)
}

func TestOneFactTooManyIsRefused(t *testing.T) {
	d := churn(MaxFacts + 1)
	var got Delta
	if err := DecodeDelta(AppendDelta(nil, nil, &d), nil, 0, &got); !errors.Is(err, ErrTooManyFacts) || len(got.Entries) != 0 {
		t.Errorf("%d entries, %v", len(got.Entries), err)
	}
}

func TestNoBodyMakesUsAllocateMoreThan64KiB(t *testing.T) {
	p, d, over := largest(), churn(MaxFacts), churn(4*MaxFacts)
	claims := binary.AppendUvarint(AppendFull(nil, &game.Public{})[:16], game.MaxShips)
	claims = binary.AppendUvarint(claims, game.MaxShots)
	for name, body := range map[string][]byte{
		"the largest state":           AppendFull(nil, &p),
		"the largest state, cut":      AppendFull(nil, &p)[:10_000],
		"a state that claims":         claims,
		"the largest snapshot":        AppendDelta(nil, nil, &d),
		"a snapshot of too many":      AppendDelta(nil, nil, &over),
		"a long body of ones":         bytes.Repeat([]byte{255}, wire.MaxShared),
		"a long body of zeros":        make([]byte, wire.MaxShared),
		"a long body that alternates": bytes.Repeat([]byte{0xAA, 0x0F}, wire.MaxShared/2),
	} {
		t.Run(name, func(t *testing.T) {
			for what, decode := range map[string]func(){
				"full":  func() { _ = DecodeFull(body, new(game.Public)) },
				"delta": func() { _ = DecodeDelta(body, p.Ships, game.Tick(body[0])-1, new(Delta)) },
			} {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				decode()
				runtime.ReadMemStats(&after)
				if n := after.TotalAlloc - before.TotalAlloc; n > 64<<10 {
					t.Errorf("as %s: %d bytes", what, n)
				}
			}
		})
	}
}

func TestNumbersOfMoreBitsThanThereAreAreRefused(t *testing.T) {
	var w writer
	w.begin([]byte{1}, &untouched)
	w.bit(ctxNotTwo, false)
	w.bit(ctxFact, true)
	w.raw(uint32(game.FactLeave), 4)
	w.raw(33, 6)
	var d Delta
	if err := DecodeDelta(w.finish(), nil, 0, &d); !errors.Is(err, ErrRange) {
		t.Error(err)
	}
}
