package scene

import (
	"slices"
	"testing"
	"time"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
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
	for mode := range arena.Modes {
		v := aView()
		v.Mode = mode
		if mode.Teams() {
			v.Team = game.TeamOne
			for i := range v.Ships {
				v.Ships[i].Team = game.TeamOne + uint8(i%2)
			}
		}
		for _, g := range game.Modes[mode].Goals {
			v.Goals = append(v.Goals, predict.Goal{Kind: g.Kind, Team: g.Team, There: true, HasHome: true, Holder: 3 + game.Seat(len(v.Goals)), DueIn: 300})
		}
		s := aScribe(t, v)
		c := aChronicle()
		var order []int
		var shot shotMap
		var cards ui.Picker
		now := time.Second
		draw := func() {
			s.Reset()
			now += time.Second / 60
			order = ranked(order, v)
			c.look(v, now)
			hud(s, v, order)
			c.gain.draw(s, false, now)
			c.feed.draw(s, now)
			c.calls.draw(s, now)
			fallen(s, v, &c.death)
			banner(s, v)
			scoreboard(s, v, order)
			results(s, v, order, &c, &cards, &shot, now)
			connecting(s, "gone")
			inLine(s, 2)
		}
		for range 40 {
			draw() // until the way has been drawn once as far as it goes
			now += 100 * time.Millisecond
		}
		if n := testing.AllocsPerRun(100, draw); n != 0 {
			t.Errorf("%v: a steady frame allocated %v times", mode, n)
		}
	}
}

func TestShipsAreRankedByScoreThenKillsThenFewerDeathsThenSeat(t *testing.T) {
	v := &predict.View{Ships: []predict.Ship{
		{Seat: 0, Score: 3},
		{Seat: 1, Score: 5, Kills: 1},
		{Seat: 2, Score: 5, Kills: 2, Deaths: 4},
		{Seat: 3, Score: 5, Kills: 2, Deaths: 3},
		{Seat: 4, Score: 3},
	}}
	if got, want := ranked(nil, v), []int{3, 2, 1, 0, 4}; !slices.Equal(got, want) {
		t.Fatalf("order %v", got)
	}
}

func TestTheRankingOnTheScreenIsThatOfTheRules(t *testing.T) {
	v := aView()
	var p game.Public
	for i := range v.Ships {
		s := &v.Ships[i]
		p.Ships = append(p.Ships, game.Ship{Seat: s.Seat, Score: int16(s.Score), Kills: uint16(s.Kills), Deaths: uint16(s.Deaths)})
	}
	want, got := p.Ranking(nil), ranked(nil, v)
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

func TestMyRivalIsComparedWithMe(t *testing.T) {
	for by, want := range map[int]string{3: "3 ahead of ", -3: "3 behind ", 0: "even with "} {
		if got := string(compared(line{}, by).b); got != want {
			t.Errorf("%d: %q", by, got)
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
		{death{by: "Ana"}, "Destroyed by Ana: Pulse"},
		{death{by: "Ana", banks: 1, weapon: game.Orb}, "Destroyed by Ana: Orb · 1 bank"},
		{death{self: true, banks: 3}, "Your own shot came back: Pulse · 3 banks"},
		{death{by: "Ana", returned: true, weapon: game.Rail}, "Destroyed by Ana: Rail · from a mirror"},
		{death{by: "Ana", returned: true, own: true, banks: 2}, "Ana returned your own shot: Pulse · 2 banks"},
		{death{}, "Destroyed: "},
	} {
		if got := string(c.d.how(c.d.line(line{}).str(": ")).b); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestAMirrorThatReturnedMyOwnShotIsToldFromTheShotsName(t *testing.T) {
	me := game.Seat(2)
	v := &predict.View{Ready: true, Seat: me, Me: 0, Ships: []predict.Ship{{Seat: me}}}
	var d death
	killed := game.Event{Kind: game.EventKilled, Seat: me, Other: 5, Returned: true, Shot: game.NewShotID(9, me, 0)}
	v.Events = []game.Event{killed}
	d.watch(v)
	d.told(&snap.Notice{Seat: me, Other: 5, OtherName: "Ana", Returned: true}, false)
	if !d.own {
		t.Error("my own shot was not known again")
	}
	v.Events = []game.Event{{Kind: game.EventSpawned, Seat: me}}
	d.watch(v)
	if d != (death{}) {
		t.Errorf("a new life still remembers %+v", d)
	}
	killed.Shot = game.NewShotID(9, 7, 0)
	v.Events = []game.Event{killed}
	if d.watch(v); d.own {
		t.Error("somebody else's shot was taken for mine")
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

// aChronicle is one in which everything has been told.
func aChronicle() chronicle {
	c := newChronicle()
	for i := range feedLines {
		c.notice(&snap.Notice{
			Kind: snap.NoticeKill, Name: "Somebody", OtherName: "Other", Seat: 1, Other: game.Seat(i), Banks: uint8(i), Points: 3,
			Weapon: game.Rail, Returned: i%2 == 0, Revenge: true, Streak: 5,
		}, 2, true, time.Second)
	}
	c.death.told(&snap.Notice{OtherName: "Other", Banks: 2}, false)
	for a := range snap.Awards {
		c.outcome.award(&snap.Notice{Award: a, Name: "WWWWWWWWWWWWWWWWWWWWWWWW", Points: 12345})
	}
	c.outcome.best(&snap.BestShot{
		Weapon: game.Rail, Banks: 2, Name: "WWWWWWWWWWWWWWWWWWWWWWWW", VictimName: "WWWWWWWWWWWWWWWWWWWWWWWW", Link: "abcdef",
		Path: []game.Vec{{X: 100, Y: 100}, {X: 8000, Y: 50}, {X: 10, Y: 4000}, {X: 3000, Y: 3000}},
	}, time.Second)
	c.vote.told(snap.Ballot{Taken: snap.NoChoice, Choices: []snap.Choice{
		{Arena: "Crossfire", Mode: arena.FreeForAll, Votes: 3}, {Arena: "Mirror Halls of the Elder Kings", Mode: arena.Capture, Votes: 40}, {Arena: "Six Pockets", Mode: arena.Hill},
	}})
	c.vote.cast(1, 1)
	c.line = snap.Line{{Seat: 2, Name: "Me"}}
	return c
}
