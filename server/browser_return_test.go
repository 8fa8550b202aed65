package main

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdpnet "github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"bankshot/bench/delay"
	"bankshot/game"
)

// absence is a way for a page to be away from its match, and to come back.
type absence struct {
	name string
	// from names the moment at which the page can know that it is back: from there on the return is measured.
	from        string
	leave, back func(t *testing.T, s *absentee)
	link        fate
	goal        time.Duration
}

// fate is what becomes of the connection of a page that is away.
type fate uint8

const (
	kept   fate = iota
	anew        // another one takes its place
	either      // the browser may close it
)

// absentee is a page in a match with somebody who stays there, and the way between.
type absentee struct {
	page    *page
	way     *delay.Proxy
	server  *program
	watcher *player
	seat    int
}

// flownBy waits until those who stay see the ship flown by its person, or by a computer.
func (s *absentee) flownBy(pilot bool) {
	s.watcher.t.Helper()
	who := map[bool]string{true: "a computer", false: "its person"}[pilot]
	s.watcher.until("the ship is flown by "+who, func() bool { ship := s.onServer(); return ship != nil && ship.Pilot == pilot })
}

// until waits for something to come true of the page, while the one who stays plays on.
func (s *absentee) until(what string, true func(pageState) bool) (now pageState) {
	s.watcher.t.Helper()
	s.watcher.until(what, func() bool {
		var ok bool
		now, ok = s.page.state()
		return ok && true(now)
	})
	return now
}

// onServer is the absentee's ship as the one who stays hears of it.
func (s *absentee) onServer() *game.Ship {
	return shipOf(s.watcher.side.Replica(), game.Seat(s.seat))
}

func absences(t *testing.T) []absence {
	all := []absence{
		{
			name: "another tab in front for a while", from: "shown", goal: liveGoal,
			leave: func(_ *testing.T, s *absentee) {
				s.page.hide()
				s.flownBy(true)
			},
			back: func(_ *testing.T, s *absentee) { s.page.show() },
		},
		{
			name: "hidden, and its connection lost meanwhile", from: "shown", link: anew, goal: liveGoal,
			leave: func(_ *testing.T, s *absentee) {
				s.page.hide()
				s.flownBy(true)
				resumed := s.server.metric(`bankshot_resumes_total{result="resumed"}`)
				s.way.Cut()
				s.watcher.until("the hidden page is connected again", func() bool {
					return s.server.metric(`bankshot_resumes_total{result="resumed"}`) != resumed
				})
			},
			back: func(_ *testing.T, s *absentee) { s.page.show() },
		},
		{
			name: "frozen by the browser", from: "shown", link: either, goal: liveGoal,
			leave: func(_ *testing.T, s *absentee) {
				call(s.page, cdppage.SetWebLifecycleState, cdppage.SetWebLifecycleStateParams{State: "frozen"})
				s.flownBy(true)
			},
			back: func(_ *testing.T, s *absentee) {
				call(s.page, cdppage.SetWebLifecycleState, cdppage.SetWebLifecycleStateParams{State: "active"})
				s.page.hide() // which it is already, but the browser has to be shown the difference
				s.page.show()
			},
		},
		{
			name: "a connection that is cut", from: "closed", link: anew, goal: anewGoal,
			leave: func(_ *testing.T, s *absentee) { s.way.Cut() },
			back:  func(*testing.T, *absentee) {},
		},
		{
			name: "another network", from: "online", link: anew, goal: anewGoal,
			leave: func(_ *testing.T, s *absentee) {
				s.way.Blackhole(true)
				s.page.online(false)
				s.flownBy(true)
			},
			back: func(_ *testing.T, s *absentee) {
				s.way.Blackhole(false)
				s.page.online(true)
			},
		},
		{
			name: "loaded anew", from: "ready", link: anew, goal: reloadGoal,
			leave: func(_ *testing.T, s *absentee) {
				s.page.evaluate("say what comes", `sessionStorage.setItem('test.reloading', '1'), ''`)
				s.page.do("reload", chromedp.Reload())
			},
			back: func(*testing.T, *absentee) {},
		},
	}
	return append(all, asleep(t)...)
}

func TestAPageThatWasAwayIsBackInTheSameShip(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays in real time")
	}
	chromium(t)
	server := startWithClient(t, "-ships", "0")
	watcher := join(t, server.url, "Watcher")
	defer func() {
		watcher.link.Close()
		<-watcher.link.Done()
	}()
	watcher.until("the watcher is in the match", func() bool { return watcher.view.Ready && watcher.ship() != nil })
	way, err := delay.Listen(t.Context(), delay.Config{Target: server.url, RTT: wayRTT, Jitter: wayJitter, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer way.Close()

	p := openPage(t, "about:blank")
	call(p, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: returnScript})
	p.do("open the game", chromedp.Navigate(way.URL()+"/r/"+watcher.side.Room()+"?debug=1"))
	p.until("a live match stands behind the title", func(s pageState) bool { return s.Ready })
	p.click(320, 180)
	first := p.until("the first click spawns me", func(s pageState) bool { return s.Ship != nil && s.Ship.Alive })
	s := &absentee{page: p, way: way, server: server, watcher: watcher, seat: first.Seat}

	all, times := absences(t), map[string][]comeback{}
	for range *absenceRounds {
		for _, a := range all {
			t.Run(a.name, func(t *testing.T) { times[a.name] = append(times[a.name], s.story(t, &a)) })
		}
	}
	t.Log("\n" + returnTable(all, times))
	if got := server.metric("bankshot_joins_total"); got != "2" {
		t.Errorf("%s seats were taken anew; two people came", got)
	}
}

// absentFor is how long whoever is away stays away at least: so long that the server has stopped sending.
const absentFor = 2 * game.TickHz

// story has the page leave with a key held, and come back.
func (s *absentee) story(t *testing.T, a *absence) comeback {
	p := s.page
	p.t, s.watcher.t = t, t
	s.until("my ship flies", func(s pageState) bool {
		return s.Ship != nil && s.Ship.Alive && !s.Ship.Pilot && s.Connection.State == "open"
	})
	p.hold("d", "KeyD", 'D')
	s.watcher.until("a held key moves it", func() bool { ship := s.onServer(); return ship != nil && ship.Thrust == 1 })
	connections := s.until("it is connected", func(s pageState) bool { return s.Ready }).Stats.Connections
	left := s.watcher.side.Replica().Tick
	away := a.from != "ready" && a.from != "closed" // as long as it likes
	switch {
	case away:
		p.evaluate("watch", fmt.Sprintf("watchReturn(%q, %d, %t), ''", a.from, absentFor/2, a.link == anew))
	case a.from == "closed":
		p.evaluate("watch", "watchReturn('closed', 0, true), ''")
	case a.from == "ready": // the page that is loaded watches itself
	}
	a.leave(t, s)
	if away {
		s.watcher.until("some time passes", func() bool {
			if ship := s.onServer(); ship == nil || !ship.Pilot {
				t.Error("whoever is away took the ship from the computer")
				return true
			}
			return int32(s.watcher.side.Replica().Tick-left) > absentFor
		})
	}
	a.back(t, s)
	// A page that is being loaded has nothing to wait for yet.
	s.until("the page is there", func(s pageState) bool { return s.Ready })
	c := s.returned()
	s.flownBy(false)
	now := s.until("the page and the server agree", func(now pageState) bool {
		ship := s.onServer()
		return ship != nil && now.Ship != nil && now.Seat == s.seat && now.Score == int(ship.Score)
	})
	if now.Connection.Room != s.watcher.side.Room() || now.Ship.Seat != s.seat {
		t.Errorf("back in seat %d of %s, was in %d of %s", now.Ship.Seat, now.Connection.Room, s.seat, s.watcher.side.Room())
	}
	if same := now.Stats.Connections == connections; a.link == kept && !same || a.link == anew && same && a.from != "ready" {
		t.Errorf("%d connections were made, and then %d", connections, now.Stats.Connections)
	}
	if a.from != "closed" { // who plays on holds on
		s.watcher.until("nothing is held any more", func() bool { ship := s.onServer(); return ship != nil && ship.Thrust == 0 })
	}
	p.letGo("d", "KeyD", 'D')
	cuts(t, c.Frames)
	return c
}

// hide puts another tab in front of the page, and show the page in front of it.
func (p *page) hide() {
	p.t.Helper()
	if p.other == "" {
		made, err := chromedp.Call(p.ctx, target.CreateTarget, target.CreateTargetParams{URL: "about:blank"})
		p.check("open another tab", err)
		p.other = made.TargetID
	}
	_, err := chromedp.Call(p.ctx, target.ActivateTarget, target.ActivateTargetParams{TargetID: p.other})
	p.check("bring it to the front", err)
	p.see("hidden")
}

func (p *page) show() {
	p.t.Helper()
	call(p, cdppage.BringToFront, cdp.Empty{})
	p.see("visible")
}

// see waits until the page is as visible as that.
func (p *page) see(state string) {
	p.t.Helper()
	p.evaluate("wait until it is "+state, fmt.Sprintf(`new Promise(done => {
		const f = () => { if (document.visibilityState === %[1]q) { done(''); } };
		document.addEventListener('visibilitychange', f);
		f();
	})`, state))
}

// online has the system tell the browser that there is a network, or none.
func (p *page) online(yes bool) {
	p.t.Helper()
	call(p, cdpnet.OverrideNetworkState, cdpnet.OverrideNetworkStateParams{Offline: !yes, DownloadThroughput: -1, UploadThroughput: -1})
}
