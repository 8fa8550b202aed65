package main

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// Each story is one that a player could tell. They play over real sockets where they take seconds, and in fake time where
// they take minutes.

func TestWhoDropsComesBackIntoTheSameShipByTheSameName(t *testing.T) {
	overSockets(t, func(w *place) {
		ana, bo := w.enters("Ana"), w.enters("Bo")
		seat, token := ana.side.Seat(), ana.side.Token()

		ana.drops()
		w.until(patience, "Ana is back at the stick", func() bool { return ana.side.Stats().Connections == 1 && ana.flies() })
		if ana.side.Seat() != seat || ana.side.Token() != token || ana.ship().Name != "Ana" {
			t.Errorf("back in seat %d as %q, was in %d", ana.side.Seat(), ana.ship().Name, seat)
		}
		w.until(patience, "Bo has seen it too", func() bool { return bo.side.Replica().Tick > ana.side.Replica().Tick-10 })
		if n := bo.namesakes("Ana"); n != 1 {
			t.Errorf("Bo sees %d ships of Ana", n)
		}
		if got := w.real.metric("bankshot_joins_total"); got != "2" {
			t.Errorf("%s seats were taken anew; two people came", got)
		}
	})
}

func TestWhatWasScoredIsThereAfterADrop(t *testing.T) {
	inFakeTime(t, func(w *place) {
		ana := w.enters("Ana")
		w.until(time.Minute, "the round begins", func() bool { return ana.view.Phase == game.Playing })
		ana.hands = suicidal
		w.until(time.Minute, "Ana has shot herself twice", func() bool { return ana.ship().Deaths >= 2 && ana.flies() })
		ana.hands = nil
		score, deaths := ana.ship().Score, ana.ship().Deaths
		if score >= 0 {
			t.Fatalf("that cost nothing: %d", score)
		}
		w.net.set(false)
		w.pass(20 * time.Second)
		w.net.set(true)
		w.until(time.Minute, "Ana is back", func() bool { return ana.side.Stats().Connections == 1 && ana.flies() })
		if s := ana.ship(); s.Score != score || s.Deaths != deaths {
			t.Errorf("%d points and %d deaths became %d and %d", score, deaths, s.Score, s.Deaths)
		}
	}, "-ships", "0")
}

func TestTheNewerOfTwoTabsWithOneTokenStaysAndTheOlderDoesNotFightBack(t *testing.T) {
	story := func(w *place) {
		first := w.enters("Ana")
		seat := first.side.Seat()
		second := w.opens(first.room, predict.Config{Name: "Ana", Token: first.side.Token()})
		w.until(patience, "the second tab flies", second.flies)
		w.until(patience, "the first tab has given up", func() bool { return first.link.State() == link.Closed })

		bye, ok := first.link.Bye()
		if !ok || bye.Code != wire.ByeReplaced || bye.Code.MayRetry() || bye.Reason == "" {
			t.Errorf("the first tab heard %+v, %v", bye, ok)
		}
		if second.side.Seat() != seat || second.namesakes("Ana") != 1 {
			t.Errorf("the second tab has seat %d of %d, and there are %d ships of Ana", second.side.Seat(), seat, second.namesakes("Ana"))
		}
		if w.net != nil { // a minute is nothing here
			w.pass(time.Minute)
		}
		if n := first.link.Stats().Attempts; n != 1 {
			t.Errorf("the first tab tried %d times", n)
		}
		if n := second.side.Stats().Connections; n != 0 || !second.flies() {
			t.Errorf("the second tab had to come back %d times", n)
		}
	}
	t.Run("over real sockets", func(t *testing.T) { overSockets(t, story) })
	t.Run("for a minute", func(t *testing.T) { inFakeTime(t, story, "-ships", "0") })
}

func TestATokenOpensNoSeatButItsOwn(t *testing.T) {
	overSockets(t, func(w *place) {
		ana := w.enters("Ana")
		seat := ana.side.Seat()
		for _, c := range []struct {
			name  string
			room  string
			token wire.Token
		}{
			{"made up", ana.room, wire.Token{1, 2, 3, 15: 4}},
			{"all ones", ana.room, wire.Token(slices.Repeat([]byte{255}, wire.TokenBytes))},
			{"one bit away from Ana's", ana.room, flipped(ana.side.Token())},
			{"Ana's, in another room", "BAKOTI", ana.side.Token()},
		} {
			eve := w.opens(c.room, predict.Config{Name: "Eve", Token: c.token})
			w.until(patience, "Eve has a ship", eve.flies)
			if eve.room == ana.room && eve.side.Seat() == seat || eve.side.Token() == c.token || eve.ship().Name != "Eve" {
				t.Errorf("with a token that is %s, Eve sits in seat %d of %s as %q", c.name, eve.side.Seat(), eve.room, eve.ship().Name)
			}
			if !ana.flies() || ana.side.Seat() != seat || ana.side.Stats().Connections != 0 {
				t.Errorf("a token that is %s disturbed Ana", c.name)
			}
			eve.close()
		}
		if got := w.real.metric(`bankshot_resumes_total{result="resumed"}`); got != "0" {
			t.Errorf("%s seats were given back", got)
		}
	})
}

func flipped(token wire.Token) wire.Token {
	token[wire.TokenBytes-1] ^= 1
	return token
}

func TestAPageLoadedAgainWhileItsShipIsDeadWaitsForTheSameRespawn(t *testing.T) {
	overSockets(t, func(w *place) {
		bo := w.enters("Bo") // sees it all
		ana := w.enters("Ana")
		seat := ana.side.Seat()
		ana.hands = suicidal
		w.until(patience, "Ana dies", func() bool { return !ana.ship().Alive })
		due := ana.side.Replica().Tick + game.Tick(ana.ship().RespawnIn)

		ana = ana.reloads()
		w.until(patience, "Ana's page shows the match", func() bool { return ana.view.Ready })
		if s := ana.ship(); ana.side.Seat() != seat || s == nil || s.Alive && ana.side.Replica().Tick < due {
			t.Errorf("after the reload seat %d is %+v at tick %d; it was %d, due at %d", ana.side.Seat(), s, ana.side.Replica().Tick, seat, due)
		}
		reborn := game.Tick(0)
		w.until(patience, "Ana's ship is there again", func() bool {
			if s := shipOf(bo.side.Replica(), seat); reborn == 0 && s.Alive {
				reborn = bo.side.Replica().Tick
			}
			return reborn > 0 && ana.flies()
		})
		// Bo's screen may have taken in a few snapshots at once.
		if reborn < due || reborn > due+30 {
			t.Errorf("due at tick %d, she came at %d", due, reborn)
		}
		if ana.side.Seat() != seat || bo.namesakes("Ana") != 1 {
			t.Errorf("seat %d of %d, %d ships of Ana", ana.side.Seat(), seat, bo.namesakes("Ana"))
		}
		if kills := bo.notices(snap.NoticeKill); len(kills) != 1 || kills[0].Seat != seat {
			t.Errorf("Bo was told of %+v", kills)
		}
	}, "-ships", "0")
}

// TestWhoWasGone… is about two: among more, a tie would lead to overtime, and what a room tells is kept for ten seconds only.
func TestWhoWasGoneWhenTheRoundEndedSeesItsResultsOnceAndStartsTheNextAtZero(t *testing.T) {
	inFakeTime(t, func(w *place) {
		ana, bo := w.enters("Ana"), w.enters("Bo")
		bo.hands = suicidal
		w.until(4*time.Minute, "the round is nearly over", func() bool {
			return ana.view.Phase == game.Playing && ana.view.PhaseLeft < game.TickHz && bo.ship().Score < 0
		})
		round, seat := ana.view.Round, ana.side.Seat()
		before := len(ana.feed)
		w.all = w.all[1:] // Ana's screen stands still with her network
		ana.link.Close()
		<-ana.link.Done()
		w.until(time.Minute, "the results are there", func() bool { return bo.view.Phase == game.Results })
		w.pass(5 * time.Second)

		back := w.opens(ana.room, predict.Config{Name: "Ana", Token: ana.side.Token(), LastEvent: ana.side.LastEvent()})
		w.until(time.Minute, "Ana is back", back.flies)
		w.pass(time.Second)
		if wins := back.notices(snap.NoticeWin); len(wins) == 0 || len(ana.notices(snap.NoticeWin)) != 0 {
			t.Errorf("the results reached Ana %d times after her return, %d before", len(wins), len(ana.notices(snap.NoticeWin)))
		}
		w.until(time.Minute, "the next round begins", func() bool { return back.view.Round > round && back.flies() })
		if s := back.ship(); back.side.Seat() != seat || back.view.Round != round+1 || s.Score != 0 || s.Deaths != 0 {
			t.Errorf("back in seat %d of %d, round %d: %+v", back.side.Seat(), seat, back.view.Round, s)
		}
		// Together, her two pages were told what Bo was told while she was there, once and in order.
		both := append(ana.numbers()[:before:before], back.numbers()...)
		if diff := cmp.Diff(since(bo.numbers(), both[0]), both); diff != "" {
			t.Errorf("room events (-Bo +Ana):\n%s", diff)
		}
	}, "-ships", "0")
}

// since are the numbers from one on.
func since(numbers []uint32, first uint32) []uint32 {
	for i, n := range numbers {
		if n >= first {
			return numbers[i:]
		}
	}
	return nil
}

func TestWhoComesBackAfterAMinuteIsNew(t *testing.T) {
	inFakeTime(t, func(w *place) {
		bo, ana := w.enters("Bo"), w.enters("Ana")
		seat, token := ana.side.Seat(), ana.side.Token()
		ana.close()
		w.pass(59 * time.Second)
		if s := shipOf(bo.side.Replica(), seat); s == nil || s.Name != "Ana" || !s.Pilot {
			t.Errorf("after 59 s her ship is %+v", s)
		}
		w.pass(2 * time.Second)
		if n := bo.namesakes("Ana"); n != 0 {
			t.Errorf("after 61 s there are %d ships of hers", n)
		}
		back := w.opens(ana.room, predict.Config{Name: "Ana", Token: token, LastEvent: 99})
		w.until(time.Minute, "Ana has a ship", back.flies)
		if back.side.Token() == token || bo.namesakes("Ana") != 1 {
			t.Errorf("token kept: %v, ships of hers: %d", back.side.Token() == token, bo.namesakes("Ana"))
		}
	}, "-ships", "0")
}

func TestAPageForgottenInTheBackgroundGivesItsPlaceBackAndAClickTakesOneAgain(t *testing.T) {
	inFakeTime(t, func(w *place) {
		ana := w.enters("Ana")
		token := ana.side.Token()
		ana.side.SetPresence(wire.PresenceAway)
		w.until(11*time.Minute, "the server has enough", func() bool { return ana.link.State() == link.Closed })
		if bye, _ := ana.link.Bye(); bye.Code != wire.ByeIdle || bye.Reason == "" {
			t.Errorf("she is told %+v", bye)
		}
		back := w.opens(ana.room, predict.Config{Name: "Ana"}) // as a click does
		w.until(time.Minute, "Ana has a ship again", back.flies)
		if back.side.Token() == token || back.namesakes("Ana") != 1 {
			t.Errorf("%d ships of hers", back.namesakes("Ana"))
		}
	}, "-ships", "0")
}
