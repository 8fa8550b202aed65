package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"bankshot/game"
)

// browserPatience is how long a page may take on a machine that compiles it, draws without a graphics card and runs
// other tests meanwhile.
const browserPatience = 4 * time.Minute

// chromium is the browser's program. Without one the test is skipped by name, save where CI=true says that all is there.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no Chromium: install Debian's package chromium")
	}
	t.Skip("no Chromium on this machine (Debian's package is chromium)")
	return ""
}

// page is a tab of a real browser.
type page struct {
	t     *testing.T
	ctx   context.Context
	other target.ID // a tab to put in front of it; empty until there is one

	mu       sync.Mutex
	problems []string
}

// pageState is what bankshot.state() gives, as far as the test reads it.
type pageState struct {
	Scene      string     `json:"scene"`
	Ready      bool       `json:"ready"`
	OthersTick float64    `json:"othersTick"`
	Seat       int        `json:"seat"`
	Score      int        `json:"score"`
	Ship       *pageShip  `json:"ship"`
	Others     []pageShip `json:"others"`
	Shots      []struct {
		Mine bool `json:"mine"`
	} `json:"shots"`
	Connection struct {
		State string `json:"state"`
		Room  string `json:"room"`
		Error string `json:"error"`
	} `json:"connection"`
	Stats struct {
		Desyncs     int `json:"desyncs"`
		Broken      int `json:"broken"`
		Connections int `json:"connections"`
	} `json:"stats"`
}

type pageShip struct {
	Seat   int     `json:"seat"`
	Pilot  bool    `json:"pilot"`
	Alive  bool    `json:"alive"`
	Shield float64 `json:"shield"`
	Warped float64 `json:"warped"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
}

func openPage(t *testing.T, url string) *page {
	t.Helper()
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.NoSandbox,
		chromedp.UserDataDir(t.TempDir()),
		chromedp.WindowSize(640, 360),
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.WSURLReadTimeout(browserPatience),
	)
	browser, closeBrowser := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(func() {
		closeTab()
		closeBrowser()
	})
	p := &page{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	call(p, cdplog.Enable, cdp.Empty{})
	p.do("open "+url, chromedp.Navigate(url))
	return p
}

// listen notes whatever a person would find in red in the console.
func (p *page) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		p.problems = append(p.problems, e.ExceptionDetails.Text)
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError {
			p.problems = append(p.problems, e.Entry.Text+" "+e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			p.problems = append(p.problems, fmt.Sprint(e.Args))
		}
	}
}

func (p *page) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	p.check(what, chromedp.Do(p.ctx, actions...))
}

// evaluate is what a script in the page comes to, as text.
func (p *page) evaluate(what, script string) string {
	p.t.Helper()
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise))
	p.check(what, err)
	return text
}

func call[P, R any](p *page, command cdp.Command[P, R], params P) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, command, params)
	p.check(command.Method, err)
}

func (p *page) check(what string, err error) {
	p.t.Helper()
	if err != nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.t.Fatalf("%s: %v; console: %v", what, err, p.problems)
	}
}

// state is the match as the page shows it; false before the program runs.
func (p *page) state() (s pageState, ok bool) {
	p.t.Helper()
	text := p.evaluate("read the state", `window.bankshot ? JSON.stringify(window.bankshot.state()) : ""`)
	if text == "" {
		return s, false
	}
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		p.t.Fatal(err)
	}
	return s, true
}

// until waits for something to come true of the state, acting meanwhile if act is not nil.
func (p *page) until(what string, true func(pageState) bool) pageState {
	p.t.Helper()
	deadline := time.After(browserPatience)
	ask := time.NewTicker(50 * time.Millisecond)
	defer ask.Stop()
	for {
		s, ok := p.state()
		if ok && true(s) {
			return s
		}
		select {
		case <-ask.C:
		case <-deadline:
			p.mu.Lock()
			defer p.mu.Unlock()
			p.t.Fatalf("still waiting: %s; the page is at %+v; console: %v", what, s, p.problems)
		}
	}
}

func (p *page) key(kind input.DispatchKeyEventType, key, code string, virtual int64) {
	p.t.Helper()
	call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Code: code, WindowsVirtualKeyCode: virtual})
}

func (p *page) hold(key, code string, virtual int64) {
	p.key(input.DispatchKeyEventTypeKeyDown, key, code, virtual)
}

func (p *page) letGo(key, code string, virtual int64) {
	p.key(input.DispatchKeyEventTypeKeyUp, key, code, virtual)
}

func (p *page) click(x, y float64) {
	p.mouse(input.DispatchMouseEventTypeMousePressed, x, y)
	p.mouse(input.DispatchMouseEventTypeMouseReleased, x, y)
}

func (p *page) mouse(kind input.DispatchMouseEventType, x, y float64) {
	p.t.Helper()
	call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1,
	})
}

func TestAStrangerPlaysInTheBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays in real time")
	}
	chromium(t)
	server := startWithClient(t)
	watcher := join(t, server.url, "Watcher")
	defer func() {
		watcher.link.Close()
		<-watcher.link.Done()
	}()
	watcher.until("the watcher is in the match", func() bool { return watcher.view.Ready && watcher.ship() != nil })

	defer func() { t.Logf("the server said:\n%s", server.log) }()
	p := openPage(t, server.url+"/r/"+watcher.side.Room()+"?debug=1")
	s := p.until("a live match stands behind the title", func(s pageState) bool { return s.Ready && len(s.Others) > 1 })
	if s.Scene != "title" || s.Ship != nil {
		t.Errorf("the page opens at %q with ship %v", s.Scene, s.Ship)
	}

	p.click(320, 180)
	s = p.until("the first click spawns me", func(s pageState) bool { return s.Ship != nil && s.Ship.Alive })
	seat, room := s.Seat, s.Connection.Room

	// What the server says of that ship, as another client hears it.
	onServer := func() *game.Ship {
		ships := watcher.side.Replica().Ships
		for i := range ships {
			if int(ships[i].Seat) == seat {
				return &ships[i]
			}
		}
		return nil
	}
	p.hold("d", "KeyD", 'D')
	pushed := 0
	watcher.until("holding a key moves my ship on the server", func() bool {
		if ship := onServer(); ship != nil && ship.Alive && !ship.Pilot && ship.Thrust == 1 && ship.Vel.X > 0 {
			pushed++
		}
		return pushed >= 20
	})
	p.letGo("d", "KeyD", 'D')

	p.mouse(input.DispatchMouseEventTypeMousePressed, 500, 100)
	watcher.until("a shot of mine flies on the server", func() bool {
		for _, shot := range watcher.side.Replica().Shots {
			if int(shot.ID.Seat()) == seat {
				return true
			}
		}
		return false
	})
	p.mouse(input.DispatchMouseEventTypeMouseReleased, 500, 100)
	smooth(t, p)

	p.do("reload", chromedp.Reload())
	s = p.until("a reload gives the ship back", func(s pageState) bool { return s.Ready && s.Scene == "playing" && s.Ship != nil })
	if s.Seat != seat || s.Connection.Room != room {
		t.Errorf("after the reload: seat %d in %s, was %d in %s", s.Seat, s.Connection.Room, seat, room)
	}
	watcher.until("the person flies it again", func() bool { ship := onServer(); return ship != nil && !ship.Pilot })
	if s.Stats.Desyncs != 0 || s.Stats.Broken != 0 {
		t.Errorf("the page lost the match: %+v", s.Stats)
	}

	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.problems) > 0 {
		t.Errorf("in the console: %s", strings.Join(p.problems, "\n"))
	}
}

// smooth watches five seconds of frames: nobody may be drawn moving faster than one and a half dashes.
func smooth(t *testing.T, p *page) {
	t.Helper()
	text := p.evaluate("watch five seconds", `new Promise(done => {
		const seen = [], end = performance.now() + 5000;
		const frame = () => {
			seen.push(window.bankshot.state());
			performance.now() < end ? requestAnimationFrame(frame) : done(JSON.stringify(seen));
		};
		requestAnimationFrame(frame);
	})`)
	var frames []pageState
	if err := json.Unmarshal([]byte(text), &frames); err != nil {
		t.Fatal(err)
	}
	const most = 1.5 * game.DashSpeed / game.VelUnit // units a tick
	compared := 0
	for i := 1; i < len(frames); i++ {
		passed := max(frames[i].OthersTick-frames[i-1].OthersTick, 1)
		for _, ship := range frames[i].Others {
			for _, was := range frames[i-1].Others {
				if ship.Seat != was.Seat || !ship.Alive || !was.Alive || ship.Shield > was.Shield || ship.Warped != was.Warped {
					continue
				}
				compared++
				dx, dy := ship.X-was.X, ship.Y-was.Y
				if dx*dx+dy*dy > most*most*passed*passed {
					t.Errorf("ship %d moved by (%.1f, %.1f) units in %.2f ticks", ship.Seat, dx, dy, passed)
				}
			}
		}
	}
	if compared == 0 {
		t.Error("nobody was in sight for five seconds")
	}
	t.Logf("%d frames, %d moves compared", len(frames), compared)
}
