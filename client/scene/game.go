package scene

import (
	"sync"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"bankshot/client/input"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/wire"
)

// The largest picture that is drawn, in pixels: on finer screens the system enlarges it, for a fourfold area costs
// weak machines more frames than it gives anybody sharpness.
const (
	maxPixelsW = 2560
	maxPixelsH = 1440
)

// longestLine is how many bytes a line that is composed for the screen may have before it costs memory.
const longestLine = 512

// stage is what the player is doing.
type stage uint8

const (
	// onTitle: the title stands over a match that is watched.
	onTitle stage = iota
	// playing: I have a ship, or am about to.
	playing
)

// Game is the whole client, as Ebitengine runs it.
type Game struct {
	cfg      Config
	session  *session
	renderer *render.Renderer
	reader   input.Reader
	mapper   input.Mapper
	match    *match
	view     *predict.View
	stage    stage
	aside    aside // nil while there is only the match
	shelf    trickShelf
	menu     *menu // nil while closed
	settings settings
	netgraph bool
	scores   bool
	modes    ui.Picker // on the title
	cards    ui.Picker // of the vote
	shot     shotMap
	// pointerX, pointerY is where the pointer was, in pixels.
	pointerX, pointerY float32
	quit               bool
	frames             frames
	order              []int
	buf                []byte
	w, h               int
	device             float64
	drawn              bool
	began              time.Time
	awake              awake
	updating           sync.Mutex // Update runs; back may be called meanwhile
}

// New makes the client and begins to connect: behind the title, or right back into the ship that a reload left.
func New(cfg Config) (*Game, error) {
	r, err := render.New()
	if err != nil {
		return nil, err
	}
	g := &Game{cfg: cfg, session: newSession(cfg), renderer: r, view: &predict.View{Me: -1}, began: time.Now(), device: 1, w: 1, h: 1, buf: make([]byte, 0, longestLine)}
	if touchFirst() {
		g.mapper.Used = input.Fingers
	}
	g.settings = decodeSettings(loadSettings())
	g.settings.apply(r)
	if last := g.session.load(); !last.Token.IsZero() && (cfg.Room == "" || cfg.Room == last.Room) {
		g.stage = playing
		err = g.join(last.Room, anyMode, last.Token)
	} else {
		err = g.join(cfg.Room, anyMode, wire.Token{})
	}
	if err != nil {
		return nil, err
	}
	switch {
	case cfg.Trick != "":
		g.stepAside(newTricks(g, trickDate(cfg.Trick)))
	case cfg.Replay != "":
		g.stepAside(newFilm(g, cfg.Replay))
	case cfg.Range:
		g.stepAside(newRange())
	}
	g.session.watch(func() { g.match.hidden() }, g.back)
	g.session.offer(func() []byte { return g.appendState(nil) })
	return g, nil
}

// join goes to a room, or to any in which the chosen mode is played, leaving the one there is.
func (g *Game) join(room string, choice modeChoice, token wire.Token) error {
	m, err := join(g.cfg.Server, room, g.cfg.Name, choice, token, g.stage == onTitle)
	if err != nil {
		return err
	}
	if g.match != nil {
		g.match.leave()
	}
	g.match, g.view = m, &predict.View{Me: -1}
	return nil
}

// Layout asks for a picture of as many pixels as the window has, within bounds.
func (g *Game) Layout(w, h int) (int, int) {
	g.device = ebiten.Monitor().DeviceScaleFactor()
	scale := min(g.device, maxPixelsW/float64(max(w, 1)), maxPixelsH/float64(max(h, 1)))
	g.device = scale
	g.w, g.h = max(int(float64(w)*scale), 1), max(int(float64(h)*scale), 1)
	return g.w, g.h
}

// Update reads the devices and moves everything on.
func (g *Game) Update() error {
	g.updating.Lock()
	defer g.updating.Unlock()
	g.frames.begin()
	if g.awake.slept(time.Now()) {
		g.session.letGo()
		g.match.slept()
	}
	d := g.reader.Read(g.w, g.h)
	g.match.receive()
	if reason, none := g.match.pred.NoPlace(); none && g.stage == playing {
		g.toTitle()
		g.match.noPlace = reason
	}
	g.settle()
	in := g.act(d)
	g.match.play(in)
	if g.stage == playing && !g.match.ended.over {
		if t := g.match.pred.Token(); !t.IsZero() {
			g.session.save(saved{g.match.pred.Room(), t})
		}
	}
	g.frames.updated()
	if g.quit {
		g.match.leave()
		return ebiten.Termination
	}
	return nil
}

// back is called when the page can be seen again, or the network may be another one. The server is told at once: the first
// frame may take a while, and what answers can be there by then.
func (g *Game) back() {
	g.match.link.Doubt()
	if g.updating.TryLock() { // else it is told any moment
		defer g.updating.Unlock()
		g.match.receive()
		g.match.play(g.mapper.Rest())
	}
}

// settle does what an ended match asks for by itself: another program, or another room for whoever asked for any.
func (g *Game) settle() {
	end := &g.match.ended
	if !end.over {
		return
	}
	switch end.next {
	case wire.NextReload:
		if g.session.reload() {
			end.next = wire.NextRetry // the page is going
		} else {
			end.next, end.reason = wire.NextStop, outdated
		}
	case wire.NextElsewhere:
		g.session.forget()
		if g.cfg.Room == "" && (!g.match.nowhere() || g.match.link.Now() > askAgain) {
			_ = g.join("", anyMode, wire.Token{}) // any room has always a valid address
		}
	case wire.NextStop, wire.NextRetry:
	}
}

// act lets the devices work on what is in front, and says what my ship is to do.
func (g *Game) act(d *input.Devices) game.Input {
	if d.Netgraph {
		g.netgraph = !g.netgraph
	}
	g.scores = d.Scores
	switch {
	case g.aside != nil:
		if g.aside.update(g, d, time.Now()) {
			g.aside = nil
			g.session.moved(g.path())
			return g.mapper.Rest()
		}
		return game.Input{} // the mapper is the aside's: a rest would take the sticks from under the thumbs
	case g.match.ended.over && !g.match.nowhere():
		if d.Start || d.Clicked {
			g.again()
		}
		return g.mapper.Rest()
	case g.menu != nil:
		if d.Menu || g.menu.update(g, d) {
			g.menu = nil
		}
		return g.mapper.Rest()
	case g.stage == onTitle:
		if !g.goAside(d) {
			g.choose(d)
		}
		return g.mapper.Rest()
	case d.Menu || g.onClock(d):
		g.menu = newMenu()
		return g.mapper.Rest()
	case g.view.Ready && g.view.Phase == game.Results:
		g.ballot(d)
		return g.mapper.Rest()
	}
	x, y := g.shipOnScreen()
	return g.mapper.Map(d, x, y)
}

// onClock says that a finger has just touched the clock, which stands for Esc where there are no keys.
func (g *Game) onClock(d *input.Devices) bool {
	if !d.Clicked || len(d.Touches) == 0 {
		return false
	}
	c := ui.On(g.renderer)
	x, y := c.At(d.ClickX, d.ClickY)
	return y < clockH && x > c.W/2-clockW/2 && x < c.W/2+clockW/2
}

// play leaves the title for a ship.
func (g *Game) play() {
	g.stage = playing
	g.match.told.death, g.match.noPlace = death{}, ""
	g.match.pred.SetPresence(wire.PresenceHere)
}

// playMode leaves for a room in which a mode is played, whatever is played here.
func (g *Game) playMode(choice modeChoice) {
	g.stage = playing
	g.cfg.Room = ""
	g.session.forget()
	_ = g.join("", choice, wire.Token{}) // any room has always a valid address
}

// toTitle gives the ship up and watches.
func (g *Game) toTitle() {
	g.stage = onTitle
	g.session.forget()
	g.match.pred.SetPresence(wire.PresenceWatching)
}

// again connects anew after the end of a match, where a key or a click asked for it.
func (g *Game) again() {
	room := g.match.asked
	if g.match.ended.next == wire.NextElsewhere {
		room, g.cfg.Room = "", ""
	}
	_ = g.join(room, anyMode, wire.Token{}) // its address was valid before
}

// shipOnScreen is where the aim starts: my ship, or the middle.
func (g *Game) shipOnScreen() (x, y float32) {
	if g.view.Ready && g.view.Me >= 0 && g.view.Me < len(g.view.Ships) {
		return g.renderer.Cam.Screen(g.view.Ships[g.view.Me].Pos)
	}
	return float32(g.w) / 2, float32(g.h) / 2
}

// Draw shows the match as it is now, and what stands over it.
func (g *Game) Draw(screen *ebiten.Image) {
	now := g.match.link.Now()
	g.view = g.match.pred.View(now)
	g.match.told.look(g.view, now)
	if g.order = g.order[:0]; !hour(g.view) {
		g.order = ranked(g.order, g.view)
	}
	g.renderer.Nameless = g.scores || g.aside == nil && g.veiled()
	if g.aside != nil {
		g.renderer.Frame(g.w, g.h, g.device, g.aside.view(g, time.Now()))
		g.aside.draw(scribe{ui.On(g.renderer), &g.buf}, g)
	} else {
		g.renderer.Frame(g.w, g.h, g.device, g.view)
		g.over(scribe{ui.On(g.renderer), &g.buf})
	}
	g.renderer.Flush(screen)
	g.frames.drawn()
	if !g.drawn {
		g.drawn = true
		g.session.ready()
	}
}

// veiled says that the interface darkens the whole match.
func (g *Game) veiled() bool {
	return g.match.ended.over || g.stage == onTitle || g.menu != nil || g.view.Ready && g.view.Phase == game.Results
}

// over draws the interface.
func (g *Game) over(s scribe) {
	v := g.view
	switch {
	case g.match.ended.over && !g.match.nowhere():
		s.Veil(0.55)
		ended(s, &g.match.ended, g.mapper.Used)
	case g.stage == onTitle && g.menu != nil: // only the match is seen behind it
	case g.stage == onTitle:
		g.title(s)
	case !v.Ready:
		waiting(s, g)
	default:
		g.playing(s)
	}
	if g.menu != nil {
		g.menu.draw(s, g)
	}
	if g.netgraph {
		g.graph(s)
	}
}

func (g *Game) playing(s scribe) {
	v, told, now := g.view, &g.match.told, g.match.link.Now()
	if g.menu == nil {
		connection(s, g.match)
	}
	switch {
	case g.menu != nil: // it says what the connection is about
	case g.scores && hour(v):
		leaderTable(s, v)
		clock(s, v)
	case g.scores:
		scoreboard(s, v, g.order)
		clock(s, v)
		goals(s, v)
	case v.Phase == game.Results:
		results(s, v, g.order, told, &g.cards, &g.shot, now)
	default:
		hud(s, v, g.order)
		told.gain.draw(s, g.renderer.Soft, now)
		told.feed.draw(s, now)
		told.calls.draw(s, now)
		banner(s, v)
		fallen(s, v, &told.death)
		inLine(s, told.waits(v.Seat))
		move, aim := g.mapper.Sticks()
		stick(s, move)
		stick(s, aim)
		if v.Me >= 0 {
			mirrorButton(s, g, v.Ships[v.Me].Energy)
		}
	}
}
