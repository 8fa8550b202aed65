package match

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bankshot/game"
	"bankshot/game/snap"
)

func TestEachAwardGoesToTheBestAndNobodyGetsOneForNothing(t *testing.T) {
	ana := game.Ship{Seat: 1, Name: "Ana", Banked: 7, Longest: 300, BestStreak: 2, Assists: 1}
	bob := game.Ship{Seat: 3, Name: "Bob", Banked: 7, Longest: 900, BestStreak: 5}
	bot := game.Ship{Seat: game.FirstPilotSeat, Name: "Cue", Banked: 2, Mirrored: 40_000, Goals: 9}
	got := awards(nil, &game.Public{Ships: []game.Ship{ana, bob, bot}})
	award := func(a snap.Award, s *game.Ship, points int16) snap.Notice {
		return snap.Notice{Kind: snap.NoticeAward, Award: a, Seat: s.Seat, Other: game.NoSeat, Points: points, Name: s.Name}
	}
	want := []snap.Notice{
		award(snap.AwardBanks, &ana, 7), // even with Bob: the lower seat
		award(snap.AwardLongest, &bob, 900),
		award(snap.AwardMirror, &bot, 32767), // more than a notice can say
		award(snap.AwardStreak, &bob, 5),
		award(snap.AwardHelper, &ana, 1),
		award(snap.AwardGoals, &bot, 9),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := awards(nil, &game.Public{Ships: []game.Ship{{Seat: 1}, {Seat: 2}}}); len(got) != 0 {
		t.Errorf("nobody did anything: %+v", got)
	}
}
