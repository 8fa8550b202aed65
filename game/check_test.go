package game

import (
	"errors"
	"strings"
	"testing"

	"bankshot/game/arena"
)

func TestABadEntryIsNamed(t *testing.T) {
	a := open()
	g := newStage(t, a).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0)
	two := []Input{{}, {}}
	here := g.of(2).Pos
	inWall := arena.Cell{X: 20, Y: 8}.Centre()
	for _, c := range []struct {
		name   string
		facts  []Fact
		inputs []Input
		want   error
	}{
		{"an empty tick", nil, two, nil},
		{"too many facts", make([]Fact, MaxFacts+1), two, ErrFactCount},
		{"no kind", []Fact{{}}, two, ErrFactKind},
		{"an unknown kind", []Fact{{Kind: FactKinds}}, two, ErrFactKind},
		{"nobody joins", []Fact{{Kind: FactJoin, Seat: NoSeat, Name: "x"}}, two, ErrSeat},
		{"a second ship for a seat", []Fact{{Kind: FactJoin, Seat: 1, Name: "x"}}, two, ErrSeated},
		{"a join without a name", []Fact{{Kind: FactJoin, Seat: 3}}, two, ErrName},
		{"a name too long", []Fact{{Kind: FactRename, Seat: 1, Name: strings.Repeat("x", MaxNameBytes+1)}}, two, ErrName},
		{"a name that is no text", []Fact{{Kind: FactRename, Seat: 1, Name: "\xff"}}, two, ErrName},
		{"who is not here leaves", []Fact{{Kind: FactLeave, Seat: 3}}, two, ErrUnseated},
		{"who left leaves again", []Fact{{Kind: FactLeave, Seat: 1}, {Kind: FactLeave, Seat: 1}}, two, ErrUnseated},
		{"who is not here spawns", []Fact{{Kind: FactSpawn, Seat: 3, Pos: here}}, two, ErrUnseated},
		{"a spawn in a wall", []Fact{{Kind: FactSpawn, Seat: 1, Pos: inWall}}, two, ErrPlace},
		{"a spawn far outside", []Fact{{Kind: FactSpawn, Seat: 1, Pos: Vec{X: 1<<31 - 1, Y: 1<<31 - 1}}}, two, ErrPlace},
		{"a spawn aiming nowhere", []Fact{{Kind: FactSpawn, Seat: 1, Pos: here, Aim: AimSteps}}, two, ErrAim},
		{"no such phase", []Fact{{Kind: FactPhase, Phase: Phases}}, two, ErrPhase},
		{"an input too few", nil, two[:1], ErrInputCount},
		{"an input too many after a leave", []Fact{{Kind: FactLeave, Seat: 1}}, two, ErrInputCount},
		{"leave and come back", []Fact{{Kind: FactLeave, Seat: 1}, {Kind: FactJoin, Seat: 1, Name: "x"}}, two, nil},
		{"no such thrust", nil, []Input{{}, {Thrust: Thrusts}}, ErrThrust},
		{"no such aim", nil, []Input{{}, {Aim: AimSteps}}, ErrAim},
		{"no such button", nil, []Input{{}, {Buttons: AllButtons + 1}}, ErrButtons},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := Entry{Facts: c.facts, Inputs: c.inputs}
			if err := e.Check(&g.s.Public, a); !errors.Is(err, c.want) {
				t.Fatalf("%v, want %v", err, c.want)
			}
		})
	}
}

func TestAFullMatchSeatsNobodyElse(t *testing.T) {
	m := newMatch(open(), 1, MaxShips)
	join := Entry{Facts: []Fact{{Kind: FactJoin, Seat: 1000, Name: "late"}}, Inputs: make([]Input, MaxShips+1)}
	if err := join.Check(&m.s.Public, m.a); !errors.Is(err, ErrFull) {
		t.Fatal(err)
	}
	// The server's own decision is not checked: Step itself must not seat one too many.
	m.e.Facts = append(m.e.Facts, join.Facts...)
	m.tick()
	if len(m.s.Ships) != MaxShips {
		t.Fatalf("%d ships", len(m.s.Ships))
	}
}

func TestABadElementSaysWhichItIs(t *testing.T) {
	e := Entry{Inputs: []Input{{Thrust: Thrusts}}}
	g := newStage(t, open()).ship(1, 3, 2, 0, 0)
	err := e.Check(&g.s.Public, g.a)
	var bad *BadElement
	if !errors.As(err, &bad) || bad.Index != 0 || bad.What != "input" || err.Error() != "game: input 0: no such thrust" {
		t.Fatal(err)
	}
}

func TestABadStateIsNamed(t *testing.T) {
	a := open()
	far := Vec{X: 1<<31 - 1, Y: 5}
	for _, c := range []struct {
		name  string
		spoil func(p *Public)
		want  error
	}{
		{"nothing wrong", func(*Public) {}, nil},
		{"no such phase", func(p *Public) { p.Phase = Phases }, ErrPhase},
		{"another arena", func(p *Public) { p.Arena++ }, ErrArena},
		{"too many ships", func(p *Public) { p.Ships = make([]Ship, MaxShips+1) }, ErrFull},
		{"too many shots", func(p *Public) { p.Shots = make([]Shot, MaxShots+1) }, ErrShotCount},
		{"ships out of order", func(p *Public) { p.Ships[1].Seat = 0 }, ErrOrder},
		{"a ship of nobody", func(p *Public) { p.Ships[1].Seat = NoSeat }, ErrSeat},
		{"a ship without a name", func(p *Public) { p.Ships[0].Name = "" }, ErrName},
		{"a ship in a wall", func(p *Public) { p.Ships[0].Pos = Vec{X: 5, Y: 5} }, ErrPlace},
		{"a ship far outside", func(p *Public) { p.Ships[0].Pos = far }, ErrOutside},
		{"a ship too fast", func(p *Public) { p.Ships[0].Vel.X = -1 << 31 }, ErrSpeed},
		{"aim beyond a turn", func(p *Public) { p.Ships[0].Aim = AimSteps }, ErrAim},
		{"no such thrust", func(p *Public) { p.Ships[0].Thrust = Thrusts }, ErrThrust},
		{"too healthy", func(p *Public) { p.Ships[0].Health = MaxHealth + 1 }, ErrHealth},
		{"dead and healthy", func(p *Public) { p.Ships[0].Alive = false }, ErrHealth},
		{"an endless shield", func(p *Public) { p.Ships[0].Shield = 255 }, ErrTimer},
		{"shots out of order", func(p *Public) { p.Shots = append(p.Shots, p.Shots[0]) }, ErrOrder},
		{"a shot in a wall", func(p *Public) { p.Shots[0].Pos = Vec{X: 5, Y: 5} }, ErrOutside},
		{"a shot too fast", func(p *Public) { p.Shots[0].Vel.Y = 1 << 30 }, ErrSpeed},
		{"a shot with too many banks", func(p *Public) { p.Shots[0].Banks = pulse.Banks + 1 }, ErrBanks},
		{"a shot of tomorrow", func(p *Public) { p.Shots[0].ID = NewShotID(p.Tick+1, 1, 0) }, ErrBirth},
		{"a shot of long ago", func(p *Public) { p.Shots[0].ID = NewShotID(p.Tick-pulse.Life, 1, 0) }, ErrBirth},
		{"a shot from beyond any tick", func(p *Public) { p.Shots[0].ID |= 1 << 63 }, ErrBirth},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newStage(t, a).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0)
			g.shot(1, g.of(1).Pos, 0, 0, 3)
			c.spoil(&g.s.Public)
			if err := g.s.Check(a); !errors.Is(err, c.want) {
				t.Fatalf("%v, want %v", err, c.want)
			}
		})
	}
}
