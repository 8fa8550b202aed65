package scene

import (
	"testing"
	"time"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
)

func aView() *predict.View {
	v := &predict.View{
		Ready: true, Tick: 600, Phase: game.Playing, PhaseLeft: 5000, Seat: 2, Me: 2,
		Arena: &arena.Arena{W: 1, H: 1, Tiles: []arena.Tile{arena.Floor}},
	}
	for i := range 20 {
		v.Ships = append(v.Ships, predict.Ship{
			Seat: game.Seat(i), Name: "Somebody", Mine: i == 2, Pilot: i > 9, Alive: i != 2, Score: i % 7, Kills: i, RespawnIn: 40,
		})
	}
	return v
}

func aScribe(t *testing.T, v *predict.View) scribe {
	t.Helper()
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	r.Frame(1280, 720, 1, v)
	buf := make([]byte, 0, longestLine)
	return scribe{ui.On(r), &buf}
}

func TestTheTextOfAFrameCostsNoMemory(t *testing.T) {
	v := aView()
	s := aScribe(t, v)
	var f feed
	f.add(kill{victim: "Somebody", by: "Other", banks: 3, points: 4, at: time.Second})
	d := death{by: "Other", banks: 2}
	var order []int
	draw := func() {
		s.Reset()
		order = ranked(order, v.Ships)
		hud(s, v, order)
		f.draw(s, 2*time.Second)
		fallen(s, v, &d)
		banner(s, v)
		results(s, v, order)
		connecting(s, "gone")
	}
	draw()
	if n := testing.AllocsPerRun(100, draw); n != 0 {
		t.Errorf("a steady frame allocated %v times", n)
	}
}

func TestShipsAreRankedByScoreThenKillsThenFewerDeathsThenSeat(t *testing.T) {
	ships := []predict.Ship{
		{Seat: 0, Score: 3},
		{Seat: 1, Score: 5, Kills: 1},
		{Seat: 2, Score: 5, Kills: 2, Deaths: 4},
		{Seat: 3, Score: 5, Kills: 2, Deaths: 3},
		{Seat: 4, Score: 3},
	}
	got := ranked(nil, ships)
	for i, want := range []int{3, 2, 1, 0, 4} {
		if got[i] != want {
			t.Fatalf("order %v", got)
		}
	}
}

func TestTheRankingOnTheScreenIsThatOfTheRules(t *testing.T) {
	v := aView()
	var p game.Public
	for i := range v.Ships {
		s := &v.Ships[i]
		p.Ships = append(p.Ships, game.Ship{Seat: s.Seat, Score: int16(s.Score), Kills: uint16(s.Kills), Deaths: uint16(s.Deaths)})
	}
	want, got := p.Ranking(nil), ranked(nil, v.Ships)
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("shown %v, ranked %v", got, want)
		}
	}
}

func TestTheClockRoundsUpSoThatZeroIsTheEnd(t *testing.T) {
	for _, c := range []struct {
		ticks int32
		want  string
	}{{0, "0:00"}, {1, "0:01"}, {60, "0:01"}, {61, "0:02"}, {3600, "1:00"}, {10800, "3:00"}, {-5, "0:00"}} {
		if got := string(line{}.clock(c.ticks).b); got != c.want {
			t.Errorf("%d ticks are shown as %s, want %s", c.ticks, got, c.want)
		}
	}
}

func TestALivingShipNeverShowsNoHealth(t *testing.T) {
	if got := healthShown(&predict.Ship{Alive: true, Health: 0.001}); got != 1 {
		t.Errorf("shown %d", got)
	}
	if got := healthShown(&predict.Ship{}); got != 0 {
		t.Errorf("the dead show %d", got)
	}
}

func TestADeathIsSaidInWords(t *testing.T) {
	for _, c := range []struct {
		d    death
		want string
	}{
		{death{by: "Ana"}, "Destroyed by Ana"},
		{death{by: "Ana", banks: 1}, "Destroyed by Ana · 1 bank"},
		{death{self: true, banks: 3}, "Your own shot came back · 3 banks"},
		{death{}, "Destroyed"},
	} {
		if got := string(c.d.line(line{}).b); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestTheFeedKeepsTheNewestKills(t *testing.T) {
	var f feed
	for i := range feedLines + 2 {
		f.add(kill{victim: string(rune('a' + i))})
	}
	if oldest := f.kills[f.next].victim; oldest != "c" {
		t.Errorf("the oldest kept is %q", oldest)
	}
}
