package predict

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// alone is a hall with my ship in it and one more, and everything that a Local is given.
func alone(t *testing.T) (*arena.Arena, game.State) {
	t.Helper()
	a, err := arena.Parse([]byte("name: alone\n\n################\n#..............#\n#..............#\n#..............#\n#..............#\n#..............#\n#..............#\n################\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := game.NewMatch(a, arena.FreeForAll, 1)
	e := game.Entry{Facts: []game.Fact{
		{Kind: game.FactPhase, Phase: game.Playing, End: 1 << 30},
		{Kind: game.FactJoin, Seat: 0, Name: "me"},
		{Kind: game.FactSpawn, Seat: 0, Pos: arena.Cell{X: 3, Y: 3}.Centre()},
		{Kind: game.FactJoin, Seat: 9, Name: "it"},
		{Kind: game.FactSpawn, Seat: 9, Pos: arena.Cell{X: 12, Y: 3}.Centre()},
	}, Inputs: make([]game.Input, 2)}
	game.Step(&s, a, &e, nil)
	return a, s
}

func TestALocalMatchIsDrawnBetweenItsTicks(t *testing.T) {
	a, before := alone(t)
	l := NewLocal(a, 0)
	after := before.Clone()
	held := game.Input{Aim: 512, Buttons: game.Fire}
	ev := game.Step(&after, a, &game.Entry{Inputs: []game.Input{held, {}}}, nil)
	v := l.View(&before, &after, 0.5, held, ev)
	if v.Me < 0 || len(v.Ships) != 2 || !v.Ships[v.Me].Mine || v.Ships[v.Me].Name != "me" || v.Ships[v.Me].Energy != 1 {
		t.Fatalf("%+v", v.Ships)
	}
	if got := v.Ships[v.Me].Aim; got != radians(512) {
		t.Errorf("it points at %v, not where I point", got)
	}
	if len(v.AimLine) < 2 || v.AimLine[0] != v.Ships[v.Me].Pos {
		t.Errorf("the aim line is %v", v.AimLine)
	}
	if len(v.Shots) != 1 || !v.Shots[0].Mine {
		t.Fatalf("%+v", v.Shots)
	}
	// Half a tick's way from the muzzle.
	way := length(Point{v.Shots[0].Trail[0].X - v.Ships[v.Me].Pos.X, v.Shots[0].Trail[0].Y - v.Ships[v.Me].Pos.Y})
	if want := float32(game.PulseSpeed) / game.VelUnit / 2; way < want-0.1 || way > want+0.1 {
		t.Errorf("the shot is %v from its muzzle, want %v", way, want)
	}
	if len(v.Events) != len(ev) {
		t.Errorf("told %d of %d", len(v.Events), len(ev))
	}
}

func TestALocalMatchShowsMyBeamAndCostsNoMemory(t *testing.T) {
	a, before := alone(t)
	l := NewLocal(a, 0)
	before.Ships[0].Weapon, before.Ships[0].Ammo, before.Ships[0].Charge = game.Rail, 3, 1
	after := before.Clone()
	ev := game.Step(&after, a, &game.Entry{Inputs: []game.Input{{Aim: 300}, {}}}, nil)
	v := l.View(&before, &after, 0, game.Input{Aim: 300}, ev)
	if len(v.Beams) != 1 || v.Beams[0].Points < 2 {
		t.Fatalf("%+v", v.Beams)
	}
	if n := testing.AllocsPerRun(100, func() { l.View(&before, &after, 0.3, game.Input{}, nil) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
