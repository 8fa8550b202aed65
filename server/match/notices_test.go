package match

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

func TestAKillIsToldWithAllThatMadeIt(t *testing.T) {
	m := newGame(t, arena.FreeForAll, 8, 0)
	m.come(0, 1, 2)
	m.step(t)
	m.events = []game.Event{{
		Kind: game.EventKilled, Seat: 0, Other: 1, Helper: 2, Banks: 3, Amount: 4, Weapon: game.Orb,
		Returned: true, Revenge: true, Streak: 6, Length: 777,
	}}
	m.notice()
	got, err := snap.DecodeNotice(m.notices[0])
	want := snap.Notice{
		Kind: snap.NoticeKill, Seat: 0, Other: 1, Banks: 3, Points: 4, Weapon: game.Orb, Returned: true, Revenge: true,
		Streak: 6, Length: 777, Name: "PA", OtherName: "PB", HelperName: "PC",
	}
	if err != nil || got != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}

func TestATeamWinsWhereThereAreTeamsAndBothWhereTheyAreEven(t *testing.T) {
	for score, want := range map[[2]int16][]uint8{
		{4, 9}: {game.TeamTwo}, {9, 4}: {game.TeamOne}, {0, 0}: {game.TeamOne, game.TeamTwo},
	} {
		m := newGame(t, arena.Capture, 8, 4)
		m.step(t)
		m.state.TeamScore = score
		m.events = []game.Event{{Kind: game.EventPhase, Amount: int16(game.Results)}}
		m.notice()
		var told []any
		for _, b := range m.notices {
			told = append(told, readEvent(t, b))
		}
		wins := notices(told, snap.NoticeWin)
		if len(wins) != len(want) {
			t.Fatalf("%v: %+v", score, wins)
		}
		for i, w := range wins {
			if w.Team != want[i] || w.Points != score[want[i]-1] || w.Seat != game.NoSeat || w.Name != "" {
				t.Errorf("%v: %+v", score, w)
			}
		}
	}
}

func TestSeveralWinTogetherWhereTheyAreEven(t *testing.T) {
	m := newGame(t, arena.Hill, 8, 0)
	m.come(0, 1, 2)
	m.step(t)
	m.skipTo(t, game.Playing)
	m.ship(t, 0).Score, m.ship(t, 2).Score = 5, 5
	m.state.Phase, m.state.PhaseEnd = game.Overtime, m.state.Tick+1
	wins := notices(m.step(t), snap.NoticeWin)
	if len(wins) != 2 || wins[0].Name != "PA" || wins[1].Name != "PC" || wins[0].Points != 5 || wins[0].Team != game.NoTeam {
		t.Errorf("%+v", wins)
	}
}

// A round that pilots play is told from its first kill to the shot of the round, and all of it agrees.
func TestTheResultsOfAPlayedRoundAgreeWithItsKills(t *testing.T) {
	for _, mode := range []game.Mode{arena.FreeForAll, arena.Teams} {
		m := newGame(t, mode, 8, 8)
		m.cfg.Recording = func() string { return "2026-01-31/BAKOTI-1" }
		m.step(t)
		m.skipTo(t, game.Playing)
		var told []any
		for m.state.Phase != game.Results {
			told = append(told, m.step(t)...)
			if m.state.Tick > 10*60*game.TickHz {
				t.Fatal("the round never ends")
			}
		}
		kills := notices(told, snap.NoticeKill)
		best := of[snap.BestShot](told)
		if len(kills) == 0 || len(best) != 1 || len(notices(told, snap.NoticeWin)) == 0 || len(notices(told, snap.NoticeAward)) < 3 {
			t.Fatalf("%v: %d kills, best %+v", mode, len(kills), best)
		}
		most, length := uint8(0), uint16(0)
		for _, k := range kills {
			if k.OtherName != "" && (k.Banks > most || k.Banks == most && k.Length > length) {
				most, length = k.Banks, k.Length
			}
		}
		b := best[0]
		if b.Banks != most || len(b.Path) < int(b.Banks)+2 || b.Link != "2026-01-31/BAKOTI-1" || b.Name == "" || b.VictimName == "" {
			t.Errorf("%v: the shot of the round is %+v; the most banks of a kill were %d", mode, b, most)
		}
		// Its way is as long as the rules say, but for the last step of it.
		way := 0.0
		for i := 1; i < len(b.Path); i++ {
			way += apart(b.Path[i-1], b.Path[i])
		}
		if speed := float64(game.Weapons[b.Weapon].Speed) / game.VelUnit; b.Weapon == game.Pulse && (way > float64(length)+1 || way < float64(length)-2*speed-1) {
			t.Errorf("%v: its way is %.0f units, the kill says %d", mode, way, length)
		}
		t.Logf("%v: %d kills; %s to %s, %d banks over %d units", mode, len(kills), b.Name, b.VictimName, b.Banks, length)
	}
}
