package main

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bankshot/bench/delay"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/snap"
)

// TestWhenTheWayToTheServerIsCutAgainAndAgainEverybodyKeepsWhatIsTheirs does to real links and sockets a little of what
// TestWhateverDrops does without: the network between is slow, and everybody is cut off at once.
func TestWhenTheWayToTheServerIsCutAgainAndAgainEverybodyKeepsWhatIsTheirs(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays in real time")
	}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	overSockets(t, func(w *place) {
		server := w.url
		way, err := delay.Listen(t.Context(), delay.Config{Target: server, RTT: 40 * time.Millisecond, Jitter: 10 * time.Millisecond, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			w.leave() // who is still there would only wait for a way back
			way.Close()
		}()
		watcher := w.enters("Watcher") // on a way of its own, which holds
		w.url = way.URL()
		var players []*person
		seats := map[*person]game.Seat{}
		for _, name := range []string{"Ana", "Bo", "Cy"} {
			p := w.opens(watcher.room, predict.Config{Name: name})
			p.hands = suicidal
			players = append(players, p)
		}
		w.until(patience, "everybody flies", func() bool { return all(players, (*person).flies) })
		for _, p := range players {
			seats[p] = p.side.Seat()
		}
		for range 5 {
			until := time.Now().Add(time.Duration(rng.IntN(600)) * time.Millisecond)
			w.until(patience, "some time passes", func() bool { return time.Now().After(until) })
			way.Cut()
			if rng.IntN(2) == 0 { // and again, while they come back
				until := time.Now().Add(time.Duration(rng.IntN(100)) * time.Millisecond)
				w.until(patience, "a moment passes", func() bool { return time.Now().After(until) })
				way.Cut()
			}
			w.until(patience, "everybody is back", func() bool { return all(players, (*person).connected) })
			for _, p := range players {
				if p.side.Seat() != seats[p] || p.ship() == nil || p.ship().Name != p.name || watcher.namesakes(p.name) != 1 {
					t.Fatalf("%s was in seat %d, is in %d: %+v", p.name, seats[p], p.side.Seat(), p.ship())
				}
			}
		}
		w.until(patience, "somebody died, and all have heard of it", func() bool {
			return len(watcher.notices(snap.NoticeKill)) > 0 && all(players, func(p *person) bool { return p.side.LastEvent() == watcher.side.LastEvent() })
		})
		for _, p := range players {
			told := p.numbers()
			if diff := cmp.Diff(since(watcher.numbers(), told[0]), told); diff != "" {
				t.Errorf("room events (-server +%s):\n%s", p.name, diff)
			}
		}
		if got := w.real.metric("bankshot_joins_total"); got != "4" {
			t.Errorf("%s seats were taken; four people came", got)
		}
	}, "-ships", "0")
}

// all says whether something is true of everybody.
func all(people []*person, is func(*person) bool) bool {
	for _, p := range people {
		if !is(p) {
			return false
		}
	}
	return true
}
