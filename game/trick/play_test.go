package trick

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game"
	"bankshot/game/arena"
)

// drawn is a challenge made by hand: the cannon at C, which points to the right, targets at T.
func drawn(t *testing.T, rows string) *Challenge {
	t.Helper()
	c := &Challenge{Date: First}
	var text []rune
	x, y := 0, 0
	for _, r := range rows {
		switch r {
		case 'C':
			c.Cannon = arena.Cell{X: x, Y: y}.Centre()
			r = '.'
		case 'T':
			c.Targets, c.Fewest = append(c.Targets, arena.Cell{X: x, Y: y}.Centre()), append(c.Fewest, 1)
			r = '.'
		}
		text = append(text, r)
		if x++; r == '\n' {
			x, y = 0, y+1
		}
	}
	a, err := arena.Parse([]byte("name: drawn\n\n" + string(text)))
	if err != nil {
		t.Fatal(err)
	}
	c.Arena = a
	return c
}

// east, south: aims along the axes.
const (
	east  = 0
	south = game.AimSteps / 4
	west  = game.AimSteps / 2
	north = game.AimSteps * 3 / 4
)

const alley = `##############################
#............................#
#...T.....C.....T...T........#
#............................#
#............................#
#............................#
#............................#
##############################`

func TestATargetIsWorthOneAndTheBanksBeforeIt(t *testing.T) {
	c := drawn(t, alley)
	r := Play(c, []uint16{west})
	b := r.Shots[0].Bursts
	if len(b) < 1 || b[0].Target != 0 || b[0].Banks != 0 || b[0].Points != 1 {
		t.Fatalf("straight: %+v", b)
	}
	one := drawn(t, "##########\n#........#\n#..C.....#\n#........#\n##########\n##########\n##########\n##########")
	one.Targets = []game.Vec{{X: 3*arena.TileSub + arena.TileSub/2, Y: 3*arena.TileSub + arena.TileSub/2}}
	r = Play(one, []uint16{north})
	if b := r.Shots[0].Bursts; len(b) != 1 || b[0].Banks != 1 || b[0].Points != 2 {
		t.Fatalf("off the wall behind: %+v", b)
	}
}

func TestAShotFliesThroughWhatItBurstsAndTheSecondTargetCountsDouble(t *testing.T) {
	c := drawn(t, alley)
	r := Play(c, []uint16{east})
	b := r.Shots[0].Bursts
	if len(b) < 2 || b[0].Target != 1 || b[1].Target != 2 || b[0].Points != 1 || b[1].Points != 2 || b[1].Chain != 2 {
		t.Fatalf("%+v", b)
	}
	if len(b) == 3 && b[2].Points != (1+int(b[2].Banks))*3 {
		t.Fatalf("the third counts three times: %+v", b[2])
	}
	if r.Shots[0].Points != r.Score-r.Bonus {
		t.Fatalf("%+v", r)
	}
}

func TestATargetCountsOnce(t *testing.T) {
	c := drawn(t, alley)
	r := Play(c, []uint16{west, west, west})
	seen := map[int]bool{}
	for _, s := range r.Shots {
		for _, b := range s.Bursts {
			if seen[b.Target] {
				t.Fatalf("target %d was burst twice", b.Target)
			}
			seen[b.Target] = true
		}
	}
}

func TestShotsThatAreLeftCountWhenAllTargetsAreGone(t *testing.T) {
	c := drawn(t, alley)
	c.Targets = c.Targets[:1]
	if r := Play(c, []uint16{west}); r.Bonus != UnusedPoints*(Shots-1) || r.Score != 1+r.Bonus {
		t.Fatalf("%+v", r)
	}
	if r := Play(c, []uint16{south}); r.Bonus != 0 || r.Score != 0 {
		t.Fatalf("for nothing there is nothing: %+v", r)
	}
	if r := Play(c, nil); r.Score != 0 {
		t.Fatalf("not to shoot is worth nothing: %+v", r)
	}
}

func TestThereAreFiveShotsAndNoneAfterTheLastTarget(t *testing.T) {
	c := drawn(t, alley)
	if r := Play(c, make([]uint16, 9)); len(r.Shots) != Shots {
		t.Fatalf("%d shots", len(r.Shots))
	}
	c.Targets = c.Targets[:1]
	if r := Play(c, []uint16{west, west, west}); len(r.Shots) != 1 {
		t.Fatalf("%d shots", len(r.Shots))
	}
}

func TestTheCannonIsInNobodysWay(t *testing.T) {
	c := drawn(t, "##########\n#........#\n#...C....#\n#........#\n##########\n##########\n##########\n##########")
	c.Targets = []game.Vec{{X: 5 * arena.TileSub, Y: arena.TileSub * 3 / 2}}
	r := Play(c, []uint16{north})
	if path := r.Shots[0].Path; len(path) != game.PulseBanks+1 {
		t.Fatalf("a shot between two walls goes all its banks: %+v", path)
	}
}

func TestGlassStaysBrokenForTheRestOfTheTry(t *testing.T) {
	c := drawn(t, `##############################
#............................#
#...C.....==...........T.....#
#............................#
##############################
##############################
##############################
##############################`)
	r := Play(c, []uint16{east, east})
	if len(r.Shots) != 2 || len(r.Shots[0].Bursts) != 0 {
		t.Fatalf("the first shot breaks the panes: %+v", r)
	}
	if b := r.Shots[1].Bursts; len(b) != 1 || b[0].Banks != 0 {
		t.Fatalf("the second goes through: %+v", r.Shots[1])
	}
	// However long somebody thinks.
	try := NewTry(c)
	for range 2 {
		try.Fire(east)
		try.finish()
		for range arena.Glass.Rules().Gone / 2 {
			try.Step(nil)
		}
	}
	if try.Result.Score != r.Score {
		t.Fatalf("%d after thinking, %d at once", try.Result.Score, r.Score)
	}
}

func TestAShotGoesThroughAPortalAndKeepsItsBanks(t *testing.T) {
	c := drawn(t, `########################
#......................#
#...C..........P.......#
#......................#
########################
#......................#
#.......P.......T......#
#......................#
########################`)
	r := Play(c, []uint16{east})
	if b := r.Shots[0].Bursts; len(b) != 1 || b[0].Banks != 0 {
		t.Fatalf("%+v", r.Shots[0])
	}
}

func TestNobodyFiresWhileAShotFlies(t *testing.T) {
	try := NewTry(drawn(t, alley))
	if !try.Fire(east) || try.Fire(west) {
		t.Fatal("one at a time")
	}
	try.finish()
	if !try.Fire(west) {
		t.Fatal("the next one may go")
	}
}

func TestPlayingTickByTickIsPlayingAtOnce(t *testing.T) {
	c := Daily(Date{2026, 11, 23})
	rapid.Check(t, func(t *rapid.T) {
		shots := rapid.SliceOfN(rapid.Uint16(), 0, Shots+1).Draw(t, "shots")
		want := Play(c, shots)
		try := NewTry(c)
		for _, aim := range shots {
			for try.Flying() {
				try.Step(nil)
			}
			for range rapid.IntRange(0, 40).Draw(t, "ticks between") {
				try.Step(nil)
			}
			try.Fire(aim)
		}
		for try.Flying() {
			try.Step(nil)
		}
		for i := range try.Result.Shots {
			for k := range try.Result.Shots[i].Bursts {
				try.Result.Shots[i].Bursts[k].Tick = 0
			}
		}
		for i := range want.Shots {
			for k := range want.Shots[i].Bursts {
				want.Shots[i].Bursts[k].Tick = 0
			}
		}
		if !reflect.DeepEqual(want, try.Result) {
			t.Fatalf("%+v\n%+v", want, try.Result)
		}
	})
}
