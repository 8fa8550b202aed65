package scene

import (
	"testing"
	"time"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

const (
	me    = game.Seat(2)
	other = game.Seat(5)
)

// said is what stands at a place of the announcer, both lines.
func said(q *calls, now time.Duration) string {
	c, _ := q.standing(now)
	if c == nil {
		return ""
	}
	if c.nSub == 0 {
		return string(c.words())
	}
	return string(c.words()) + " / " + string(c.below())
}

func TestAKillIsCalledByWhatWasHardAboutIt(t *testing.T) {
	for _, c := range []struct {
		what  string
		n     snap.Notice
		first bool
		want  string
	}{
		{"a straight hit", snap.Notice{Points: 1}, false, "Direct hit  +1 / Bo"},
		{"one bank", snap.Notice{Banks: 1, Points: 2}, false, "Bank shot  +2 / Bo"},
		{"two banks", snap.Notice{Banks: 2, Points: 3}, false, "Double bank  +3 / Bo"},
		{"three banks", snap.Notice{Banks: 3, Points: 4}, false, "Triple bank  +4 / Bo"},
		{"four banks", snap.Notice{Banks: 4, Points: 5}, false, "Quadruple bank  +5 / Bo"},
		{"ten banks of an orb", snap.Notice{Banks: 10, Points: 5, Weapon: game.Orb}, false, "10 banks  +5 / Bo"},
		{"a shot from the mirror", snap.Notice{Returned: true, Points: 1}, false, "Mirror kill  +1 / Bo"},
		{"a banked shot from the mirror", snap.Notice{Returned: true, Banks: 2, Points: 3}, false, "Mirror kill  +3 / Bo · ×2"},
		{"a rail over one bank", snap.Notice{Weapon: game.Rail, Banks: 1, Points: 2}, false, "Rail around the corner  +2 / Bo"},
		{"a rail over two banks", snap.Notice{Weapon: game.Rail, Banks: 2, Points: 3}, false, "Double bank  +3 / Bo"},
		{"a straight rail", snap.Notice{Weapon: game.Rail, Points: 1}, false, "Direct hit  +1 / Bo"},
		{"where kills don't count", snap.Notice{Banks: 1}, false, "Bank shot / Bo"},
		{"a revenge", snap.Notice{Revenge: true, Points: 1}, false, "Direct hit  +1 / Bo · Revenge"},
		{"the first of the round", snap.Notice{Points: 1}, true, "Direct hit  +1 / Bo · First blood"},
		{"the third in a row", snap.Notice{Points: 1, Streak: 3}, false, "Direct hit  +1 / Bo · On fire ×3"},
		{"the fifth in a row", snap.Notice{Points: 1, Streak: 5}, false, "Direct hit  +1 / Bo · Unstoppable ×5"},
		{"the fourth in a row", snap.Notice{Points: 1, Streak: 4}, false, "Direct hit  +1 / Bo"},
	} {
		c.n.Seat, c.n.Other, c.n.Name, c.n.OtherName = other, me, "Bo", "Me"
		var a announcer
		var buf []byte
		a.kill(&c.n, me, c.first, &buf, 0)
		if got := said(&a.mine, 0); got != c.want {
			t.Errorf("%s is called %q, want %q", c.what, got, c.want)
		}
	}
}

func TestOthersAreCalledOnlyWhereItMattersToAll(t *testing.T) {
	for _, c := range []struct {
		what  string
		n     snap.Notice
		first bool
		want  string
	}{
		{"a kill", snap.Notice{Banks: 3}, false, ""},
		{"the first blood", snap.Notice{}, true, "First blood: Ana"},
		{"a short streak", snap.Notice{Streak: 3}, false, ""},
		{"a long streak", snap.Notice{Streak: 5}, false, "Ana is unstoppable ×5"},
		{"between two streaks", snap.Notice{Streak: 6}, false, ""},
	} {
		c.n.Seat, c.n.Other, c.n.Name, c.n.OtherName = 7, other, "Bo", "Ana"
		var a announcer
		var buf []byte
		a.kill(&c.n, me, c.first, &buf, 0)
		if got := said(&a.news, 0); got != c.want || a.mine.n != 0 {
			t.Errorf("%s is called %q, want %q", c.what, got, c.want)
		}
	}
}

func TestMoreBanksAreCalledLargerAndHotter(t *testing.T) {
	var before call
	for banks := range uint8(5) {
		var a announcer
		var buf []byte
		a.kill(&snap.Notice{Seat: other, Other: me, Name: "Bo", Banks: banks}, me, false, &buf, 0)
		c, _ := a.mine.standing(0)
		if banks > 0 && (c.size <= before.size || c.color == before.color) {
			t.Errorf("%d banks are called like %d", banks, banks-1)
		}
		before = *c
	}
}

func TestNobodyIsPraisedForKillingThemselves(t *testing.T) {
	for _, by := range []game.Seat{me, game.NoSeat} {
		c := newChronicle()
		c.notice(&snap.Notice{Kind: snap.NoticeKill, Seat: me, Other: by, Name: "Me"}, me, true, 0)
		if c.calls.mine.n != 0 || c.calls.news.n != 0 || c.calls.bled {
			t.Error("it was called, or taken for the first blood")
		}
	}
}

func TestOnlyTheFirstKillThatCountsIsTheFirstBlood(t *testing.T) {
	c := newChronicle()
	n := snap.Notice{Kind: snap.NoticeKill, Seat: 7, Other: other, Name: "Bo", OtherName: "Ana"}
	c.notice(&n, me, false, 0) // in the warm-up
	if c.calls.news.n != 0 {
		t.Fatal("a kill in the warm-up was called")
	}
	c.notice(&n, me, true, 0)
	c.notice(&n, me, true, 0)
	if c.calls.news.n != 1 {
		t.Fatalf("first blood was called %d times", c.calls.news.n)
	}
}

func TestWhoComesIntoARunningRoundHearsOfNoFirstBlood(t *testing.T) {
	c := newChronicle()
	v := &predict.View{Ready: true, Me: -1, Phase: game.Playing, Ships: []predict.Ship{{Kills: 3}}}
	c.look(v, 0)
	c.notice(&snap.Notice{Kind: snap.NoticeKill, Seat: 7, Other: other, Name: "Bo", OtherName: "Ana"}, me, true, 0)
	if c.calls.news.n != 0 {
		t.Error("first blood was called")
	}
	v.Phase = game.Countdown
	c.look(v, 0)
	v.Phase = game.Playing
	c.look(v, 0)
	c.notice(&snap.Notice{Kind: snap.NoticeKill, Seat: 7, Other: other, Name: "Bo", OtherName: "Ana"}, me, true, 0)
	if got := said(&c.calls.news, 0); got != "First blood: Ana" {
		t.Errorf("in the next round: %q", got)
	}
}

func TestGoalsAreCalledAsTheOneWhoReadsThemSeesThem(t *testing.T) {
	taken := func(by game.Seat, team uint8) game.Event {
		return game.Event{Kind: game.EventTaken, Seat: by, Amount: int16(team)}
	}
	kind := func(k game.EventKind, team uint8) game.Event {
		return game.Event{Kind: k, Seat: other, Amount: int16(team)}
	}
	for _, c := range []struct {
		e    game.Event
		team uint8
		want string
	}{
		{taken(me, game.TeamTwo), game.TeamOne, "You have their flag: bring it home"},
		{taken(other, game.TeamOne), game.TeamOne, "Ana has our flag"},
		{taken(other, game.TeamTwo), game.TeamOne, "Ana has their flag"},
		{taken(other, game.TeamTwo), game.NoTeam, "Ana has the Red flag"},
		{kind(game.EventDropped, game.TeamOne), game.TeamOne, "Our flag is dropped: touch it to return it"},
		{kind(game.EventDropped, game.TeamTwo), game.TeamOne, "Their flag is dropped"},
		{kind(game.EventHome, game.TeamOne), game.TeamOne, "Our flag is back"},
		{kind(game.EventHome, game.TeamOne), game.NoTeam, "The Violet flag is back"},
		{kind(game.EventBrought, game.TeamOne), game.TeamOne, "Ana has captured our flag"},
		{game.Event{Kind: game.EventBrought, Seat: me, Amount: int16(game.TeamTwo)}, game.TeamOne, "You have captured the flag"},
		{game.Event{Kind: game.EventMoved}, game.NoTeam, "The zone has moved"},
		{taken(other, game.NoTeam), game.TeamOne, "Ana has the flag"},
	} {
		chron := newChronicle()
		v := &predict.View{Ready: true, Seat: me, Me: 0, Team: c.team, Mode: arena.Capture, Ships: []predict.Ship{{Seat: me, Name: "Me"}, {Seat: other, Name: "Ana"}}}
		v.Events = []game.Event{c.e}
		chron.look(v, 0)
		if got := said(&chron.calls.news, 0); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestMyHelpIsCalledAnAssist(t *testing.T) {
	c := newChronicle()
	v := &predict.View{Ready: true, Seat: me, Ships: []predict.Ship{{Seat: me}, {Seat: other, Name: "Bo"}}}
	v.Events = []game.Event{{Kind: game.EventKilled, Seat: other, Other: 9, Helper: me}}
	c.look(v, 0)
	if got := said(&c.calls.mine, 0); got != "Assist / Bo" {
		t.Errorf("got %q", got)
	}
}

func TestTheHillIsCalledWhenItsHolderChangesAndBeforeItMoves(t *testing.T) {
	c := newChronicle()
	v := &predict.View{
		Ready: true, Seat: me, Phase: game.Playing, Mode: arena.Hill, Ships: []predict.Ship{{Seat: me}, {Seat: other, Name: "Ana"}},
		Goals: []predict.Goal{{Kind: game.ZoneGoal, There: true, Holder: game.NoSeat, DueIn: 900}},
	}
	var heard []string
	step := func(holder game.Seat, moves int32) {
		v.Goals[0].Holder, v.Goals[0].DueIn = holder, moves
		for range 3 {
			c.look(v, 0)
		}
		for c.calls.news.n > 0 {
			heard = append(heard, string(c.calls.news.queue[0].words()))
			c.calls.news.remove(0)
		}
	}
	step(game.NoSeat, 900)
	step(me, 800)
	step(game.NoSeat, 700)
	step(other, 600)
	step(other, 299)
	want := []string{"You hold the hill", "Ana holds the hill", "The hill moves in 5"}
	if len(heard) != len(want) {
		t.Fatalf("heard %q, want %q", heard, want)
	}
	for i := range want {
		if heard[i] != want[i] {
			t.Errorf("heard %q, want %q", heard, want)
		}
	}
}

func TestOvertimeSaysWhatEndsIt(t *testing.T) {
	for mode, want := range map[game.Mode]string{arena.FreeForAll: "OVERTIME: next lead wins", arena.Capture: "OVERTIME: next capture wins"} {
		c := newChronicle()
		v := &predict.View{Ready: true, Me: -1, Phase: game.Playing, Mode: mode}
		c.look(v, 0)
		v.Phase = game.Overtime
		c.look(v, 0)
		c.look(v, 0)
		if got := said(&c.calls.news, 0); got != want || c.calls.news.n != 1 {
			t.Errorf("%v: %q, %d calls", mode, got, c.calls.news.n)
		}
	}
}

func TestEverythingThatHasAKindHasAName(t *testing.T) {
	for m := range arena.Modes {
		if w := modes[m]; w.Name == "" || w.Goal == "" || w.Short == "" || w.Overtime == "" && !game.Endless(m) {
			t.Errorf("mode %v lacks words", m)
		}
	}
	for w := range game.WeaponKinds {
		if weaponOf(w) == "" {
			t.Errorf("weapon %d has no name", w)
		}
	}
	for a := range snap.Awards {
		if awards[a].name == "" {
			t.Errorf("award %d has no name", a)
		}
	}
	for k := range game.PickupKinds {
		if pickupOf(k) == "" {
			t.Errorf("pick-up %d has no name", k)
		}
	}
}
