package snap

import (
	"math/bits"
	"unicode/utf8"

	"bankshot/game"
)

// Facts are rare, so that they are written plainly: 4 bits of kind, then the fields of that kind.
//
//	join    seat, pilot 1 bit, team 2 bits, name
//	leave   seat
//	spawn   seat, x, y, aim 12 bits
//	pilot   seat, pilot 1 bit
//	rename  seat, name
//	phase   phase 3 bits, end
//	team    seat, team 2 bits
//	pick-up index 5 bits, kind 3 bits
//
// A seat and an end are numbers: 6 bits say how many follow (the highest of which is left out, being 1). A position is
// two numbers, each doubled, and made odd where it is negative. A name is 5 bits of length, then its bytes.
func (w *writer) fact(f *game.Fact) {
	w.raw(uint32(f.Kind), 4)
	switch f.Kind {
	case game.FactPhase:
		w.raw(uint32(f.Phase), 3)
		w.number(uint32(f.End))
		return
	case game.FactPickup:
		w.raw(uint32(f.Index), 5)
		w.raw(uint32(f.Pickup), pickupBits)
		return
	}
	w.number(uint32(f.Seat))
	switch f.Kind {
	case game.FactJoin:
		w.flag(f.Pilot)
		w.raw(uint32(f.Team), 2)
		w.name(f.Name)
	case game.FactSpawn:
		w.number(zigzag(f.Pos.X))
		w.number(zigzag(f.Pos.Y))
		w.raw(uint32(f.Aim), 12)
	case game.FactPilot:
		w.flag(f.Pilot)
	case game.FactRename:
		w.name(f.Name)
	case game.FactTeam:
		w.raw(uint32(f.Team), 2)
	}
}

func (r *reader) fact() (game.Fact, error) {
	f, err := r.anyFact()
	if err == nil && r.wrong {
		err = ErrRange
	}
	return f, err
}

func (r *reader) anyFact() (game.Fact, error) {
	f := game.Fact{Kind: game.FactKind(r.raw(4))}
	switch f.Kind {
	case game.FactPhase:
		f.Phase = game.Phase(r.raw(3))
		f.End = game.Tick(r.number())
		if f.Phase >= game.Phases {
			return f, ErrFact
		}
		return f, nil
	case game.FactPickup:
		f.Index, f.Pickup = uint16(r.raw(5)), game.PickupKind(r.raw(pickupBits))
		if f.Pickup >= game.PickupKinds {
			return f, ErrFact
		}
		return f, nil
	}
	seat := r.number()
	if seat >= uint32(game.NoSeat) {
		return f, ErrRange
	}
	f.Seat = game.Seat(seat)
	var err error
	switch f.Kind {
	case game.FactJoin:
		f.Pilot = r.raw(1) != 0
		f.Team = r.team()
		f.Name, err = r.name()
	case game.FactLeave:
	case game.FactSpawn:
		f.Pos.X = unzigzag(r.number())
		f.Pos.Y = unzigzag(r.number())
		f.Aim = uint16(r.raw(12))
		if !inside(f.Pos) {
			err = ErrRange
		}
	case game.FactPilot:
		f.Pilot = r.raw(1) != 0
	case game.FactRename:
		f.Name, err = r.name()
	case game.FactTeam:
		f.Team = r.team()
	default:
		err = ErrFact
	}
	return f, err
}

func (r *reader) team() uint8 {
	team := uint8(r.raw(2))
	r.wrong = r.wrong || team > game.TeamTwo
	return team
}

func (w *writer) flag(yes bool) { w.raw(uint32(oneIf(yes)), 1) }

func (w *writer) number(v uint32) {
	n := bits.Len32(v)
	w.raw(uint32(n), 6)
	if n > 1 {
		w.raw(v&(1<<(n-1)-1), n-1)
	}
}

func (r *reader) number() uint32 {
	n := int(r.raw(6))
	if n > 32 {
		r.wrong = true
	}
	if n == 0 || r.wrong {
		return 0
	}
	return 1<<(n-1) | r.raw(n-1)
}

func (w *writer) name(s string) {
	w.raw(uint32(len(s)), 5)
	for i := range len(s) {
		w.raw(uint32(s[i]), 8)
	}
}

func (r *reader) name() (string, error) {
	var b [31]byte
	n := r.raw(5)
	for i := range n {
		b[i] = byte(r.raw(8))
	}
	if n == 0 || n > game.MaxNameBytes || !utf8.Valid(b[:n]) {
		return "", ErrName
	}
	return string(b[:n]), nil
}

func zigzag(v int32) uint32   { return uint32(v<<1) ^ uint32(v>>31) }
func unzigzag(v uint32) int32 { return int32(v>>1) ^ -int32(v&1) }

// farthest is a coordinate that no arena reaches.
const farthest = 1 << 24

func inside(v game.Vec) bool {
	return v.X >= 0 && v.Y >= 0 && v.X < farthest && v.Y < farthest
}
