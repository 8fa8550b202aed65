package main

import (
	"encoding/json"
	"fmt"
	"strings"
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

// watchReturn is run in every document of the page. It notes when the game says that it is ready, and has
// watchReturn(from) look at every frame from the moment of that name on, until the ship is flown by its person again on a
// picture that is no longer the one from before.
const watchReturn = `(() => {
	let ready, told;
	Object.defineProperty(window, 'bankshotReady', {
		configurable: true,
		set(f) { ready = f; },
		get() { return () => { if (told) { told(); } ready(); }; },
	});
	window.sockets = [];
	const WebSocket = window.WebSocket;
	window.WebSocket = function(...args) {
		const socket = new WebSocket(...args);
		window.sockets.push(socket);
		return socket;
	};
	window.watchReturn = from => {
		const frames = [], was = window.bankshot ? window.bankshot.state().tick : 0;
		window.returned = new Promise(done => {
			const look = since => {
				const s = window.bankshot.state(), now = performance.now();
				frames.push({ms: now - since, tick: s.tick, ship: s.ship, held: s.connection.state});
				const flown = s.ready && s.connection.state === 'open' && s.connection.presence === 'here' &&
					s.ship && !s.ship.pilot && s.tick > was + 30;
				flown ? done(JSON.stringify(frames)) : requestAnimationFrame(() => look(since));
			};
			const once = (target, name, holds) => {
				const f = () => {
					if (holds()) {
						target.removeEventListener(name, f);
						look(performance.now());
					}
				};
				target.addEventListener(name, f);
			};
			switch (from) {
			case 'shown': once(document, 'visibilitychange', () => document.visibilityState === 'visible'); break;
			case 'online': once(window, 'online', () => true); break;
			case 'ready': told = () => look(performance.now()); break;
			case 'closed': window.sockets.forEach(socket => once(socket, 'close', () => true)); break;
			case 'awake': {
				let last = performance.now();
				const beat = () => {
					const now = performance.now();
					now - last > 2000 ? look(now) : requestAnimationFrame(beat);
					last = now;
				};
				beat();
			}
			}
		});
	};
	if (sessionStorage.getItem('test.reloading')) {
		sessionStorage.removeItem('test.reloading');
		window.watchReturn('ready');
	}
})()`

// returnFrame is one frame of the page, ms after the moment it came back.
type returnFrame struct {
	MS   float64   `json:"ms"`
	Tick float64   `json:"tick"`
	Ship *pageShip `json:"ship"`
	Held string    `json:"held"`
}

// absence is a way for a page to be away from its match, and to come back.
type absence struct {
	name string
	// from names the moment from which the return is measured, for watchReturn; empty for a page that is loaded anew.
	from        string
	leave, back func(t *testing.T, s *absentee)
	link        fate
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

// returned is every frame from the page's return on, once it has returned.
func (s *absentee) returned() (frames []returnFrame) {
	s.watcher.t.Helper()
	type answer struct {
		text string
		err  error
	}
	told := make(chan answer, 1)
	go func() {
		text, err := chromedp.Run(s.page.ctx, chromedp.Evaluate[string](`window.returned`, chromedp.EvalAwaitPromise))
		told <- answer{text, err}
	}()
	var got answer
	s.watcher.until("the page has returned", func() bool {
		select {
		case got = <-told:
			return true
		default:
			return false
		}
	})
	s.page.check("wait for the return", got.err)
	if err := json.Unmarshal([]byte(got.text), &frames); err != nil {
		s.page.t.Fatal(err)
	}
	return frames
}

// onServer is the absentee's ship as the one who stays hears of it.
func (s *absentee) onServer() *game.Ship {
	return shipOf(s.watcher.side.Replica(), game.Seat(s.seat))
}

func absences(t *testing.T) []absence {
	all := []absence{
		{
			name: "another tab in front for a while", from: "shown",
			leave: func(_ *testing.T, s *absentee) {
				s.page.hide()
				s.flownBy(true)
			},
			back: func(_ *testing.T, s *absentee) { s.page.show() },
		},
		{
			name: "hidden, and its connection lost meanwhile", from: "shown", link: anew,
			leave: func(t *testing.T, s *absentee) {
				s.page.hide()
				s.flownBy(true)
				resumed := s.server.metric(`bankshot_resumes_total{result="resumed"}`)
				s.way.Cut()
				s.watcher.until("the hidden page is connected again", func() bool {
					return s.server.metric(`bankshot_resumes_total{result="resumed"}`) != resumed
				})
				after := s.watcher.side.Replica().Tick + game.TickHz/2
				s.watcher.until("half a second passes", func() bool {
					if ship := s.onServer(); ship == nil || !ship.Pilot {
						t.Error("a hidden page took its ship from the computer")
						return true
					}
					return s.watcher.side.Replica().Tick > after
				})
			},
			back: func(_ *testing.T, s *absentee) { s.page.show() },
		},
		{
			name: "frozen by the browser", from: "shown", link: either,
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
			name: "a connection that is cut", from: "closed", link: anew,
			leave: func(_ *testing.T, s *absentee) { s.way.Cut() },
			back:  func(*testing.T, *absentee) {},
		},
		{
			name: "another network", from: "online", link: anew,
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
			name: "loaded anew", from: "", link: anew,
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
	way, err := delay.Listen(t.Context(), delay.Config{Target: server.url, RTT: 40 * time.Millisecond, Jitter: 5 * time.Millisecond, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer way.Close()

	p := openPage(t, "about:blank")
	call(p, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: watchReturn})
	p.do("open the game", chromedp.Navigate(way.URL()+"/r/"+watcher.side.Room()+"?debug=1"))
	p.until("a live match stands behind the title", func(s pageState) bool { return s.Ready })
	p.click(320, 180)
	first := p.until("the first click spawns me", func(s pageState) bool { return s.Ship != nil && s.Ship.Alive })
	s := &absentee{page: p, way: way, server: server, watcher: watcher, seat: first.Seat}

	for _, a := range absences(t) {
		t.Run(a.name, func(t *testing.T) { s.story(t, &a) })
	}
	if got := server.metric("bankshot_joins_total"); got != "2" {
		t.Errorf("%s seats were taken anew; two people came", got)
	}
}

// story has the page leave with a key held, and come back.
func (s *absentee) story(t *testing.T, a *absence) {
	p := s.page
	p.t, s.watcher.t = t, t
	s.until("my ship flies", func(s pageState) bool {
		return s.Ship != nil && s.Ship.Alive && !s.Ship.Pilot && s.Connection.State == "open"
	})
	p.hold("d", "KeyD", 'D')
	s.watcher.until("a held key moves it", func() bool { ship := s.onServer(); return ship != nil && ship.Thrust == 1 })
	connections := s.until("it is connected", func(s pageState) bool { return s.Ready }).Stats.Connections
	if a.from != "" {
		p.evaluate("watch", fmt.Sprintf("watchReturn(%q), ''", a.from))
	}
	a.leave(t, s)
	a.back(t, s)
	// A page that is being loaded has nothing to wait for yet.
	s.until("the page is there", func(s pageState) bool { return s.Ready })
	frames := s.returned()
	s.flownBy(false)
	now := s.until("the page and the server agree", func(now pageState) bool {
		ship := s.onServer()
		return ship != nil && now.Ship != nil && now.Seat == s.seat && now.Score == int(ship.Score)
	})
	if now.Connection.Room != s.watcher.side.Room() || now.Ship.Seat != s.seat {
		t.Errorf("back in seat %d of %s, was in %d of %s", now.Ship.Seat, now.Connection.Room, s.seat, s.watcher.side.Room())
	}
	if same := now.Stats.Connections == connections; a.link == kept && !same || a.link == anew && same && a.from != "" {
		t.Errorf("%d connections were made, and then %d", connections, now.Stats.Connections)
	}
	if a.from != "closed" { // who plays on holds on
		s.watcher.until("nothing is held any more", func() bool { ship := s.onServer(); return ship != nil && ship.Thrust == 0 })
	}
	p.letGo("d", "KeyD", 'D')
	cuts(t, frames)
	t.Logf("back after %.0f ms and %d frames, 40 ms of round trip", frames[len(frames)-1].MS, len(frames))
}

// cuts fails if my ship was drawn leaping more often than once while the page came back.
func cuts(t *testing.T, frames []returnFrame) {
	t.Helper()
	const most = 1.5 * game.DashSpeed / game.VelUnit // units a tick
	leaps := 0
	for i := 1; i < len(frames); i++ {
		was, is := frames[i-1].Ship, frames[i].Ship
		if was == nil || is == nil || !was.Alive || !is.Alive || is.Shield > was.Shield || is.Warped != was.Warped {
			continue
		}
		passed := max(frames[i].Tick-frames[i-1].Tick, 1)
		if passed > game.TickHz {
			passed = 1 // between what was and what is now, nothing was flown on the screen
		}
		if dx, dy := is.X-was.X, is.Y-was.Y; dx*dx+dy*dy > most*most*passed*passed {
			leaps++
		}
	}
	if leaps > 1 {
		var b strings.Builder
		for _, f := range frames {
			if f.Ship != nil {
				fmt.Fprintf(&b, "%6.0f ms  tick %9.1f  %7.1f %7.1f  %s\n", f.MS, f.Tick, f.Ship.X, f.Ship.Y, f.Held)
			}
		}
		t.Errorf("my ship was drawn leaping %d times:\n%s", leaps, b.String())
	}
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
