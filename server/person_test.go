package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/gateway"
)

// place is a whole server and the people who play there: the real program over real sockets, or all of its parts in fake
// time over connections in memory.
type place struct {
	t    *testing.T
	url  string
	net  *memory // nil over real sockets
	real *program
	all  []*person
}

// overSockets tells a story against the real program, in real time.
func overSockets(t *testing.T, story func(*place), more ...string) {
	t.Helper()
	p := start(t, more...)
	w := &place{t: t, url: p.url, real: p}
	defer w.leave()
	story(w)
}

// inFakeTime tells a story that takes minutes, in a moment. What differs from the real program is who listens and the
// clock.
func inFakeTime(t *testing.T, story func(*place), more ...string) {
	t.Helper()
	data := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		cfg, err := parse(append([]string{"-admin=", "-web", "off", "-trace-overruns", "off", "-data", data, "-modes", oneMode}, more...), noEnv)
		if err != nil {
			t.Fatal(err)
		}
		s, err := newServer(cfg, slog.New(slog.DiscardHandler), gateway.NewMetrics(), io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		w := &place{t: t, url: "http://server", net: newMemory()}
		go func() { ended <- s.serve(ctx, []net.Listener{w.net}, nil) }()
		defer func() {
			w.leave()
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		}()
		story(w)
	})
}

func (w *place) leave() {
	for _, p := range w.all {
		p.close()
	}
}

// until has everybody's screen run on until something has come true, for at most so long.
func (w *place) until(limit time.Duration, what string, true func() bool) {
	w.t.Helper()
	screen := time.NewTicker(time.Second / 60)
	defer screen.Stop()
	deadline := time.After(limit)
	for {
		select {
		case <-screen.C:
			for _, p := range w.all {
				p.frame()
			}
			if true() {
				return
			}
		case <-deadline:
			for _, p := range w.all {
				w.t.Logf("%s: %v, %v, seat %d, %+v", p.name, p.link.State(), p.link.Err(), p.side.Seat(), p.ship())
			}
			w.t.Fatalf("still waiting: %s", what)
		}
	}
}

// pass has everybody's screen run on for so long. Only fake time passes by itself.
func (w *place) pass(d time.Duration) {
	over := time.Now().Add(d)
	w.until(d+time.Hour, "time passes", func() bool { return !time.Now().Before(over) })
}

// person is a client without a screen: one page, with its own link and prediction. Whoever loads it again is another one.
type person struct {
	place *place
	name  string
	room  string // as in the address
	link  *link.Link
	side  *predict.Predictor
	view  *predict.View
	hello []byte
	out   []byte
	// hands say what is held; nil: nothing.
	hands func(*person) game.Input
	// greeted is the number of the newest connection on which a Welcome was read, welcomes how many there were.
	greeted, welcomes int
	// feed is every room event since the page was opened.
	feed []wire.Event
	gone bool

	// suicidal's: the aim it found, and from where.
	aim       uint16
	aimedFrom game.Vec
}

// opens has somebody open a page with what an earlier one left.
func (w *place) opens(room string, cfg predict.Config) *person {
	w.t.Helper()
	p := &person{place: w, name: cfg.Name, room: room, side: predict.New(cfg)}
	p.hello = p.side.Hello(nil)
	lc := link.Config{URL: p.address(room), Hello: p.hello}
	if w.net != nil {
		p.link = link.DialOver(lc, w.net.dial)
	} else {
		p.link = link.Dial(lc)
	}
	w.all = append(w.all, p)
	return p
}

// enters has somebody join and waits until their ship is alive under their own hands.
func (w *place) enters(name string) *person {
	w.t.Helper()
	p := w.opens("quick", predict.Config{Name: name})
	w.until(patience, name+" has a ship", p.flies)
	return p
}

func (p *person) address(room string) string {
	p.place.t.Helper()
	url, err := link.RoomURL(p.place.url, room)
	if err != nil {
		p.place.t.Fatal(err)
	}
	return url
}

// frame is one frame of the screen: read, think, predict, send; and what a page keeps up to date for the next connection.
func (p *person) frame() {
	if p.gone {
		return
	}
	for f, ok := p.link.Poll(); ok; f, ok = p.link.Poll() {
		if err := p.side.Frame(f.At, f.Data); err != nil {
			p.place.t.Fatalf("%s refuses a frame of the server: %v", p.name, err)
		}
	}
	if n := int(p.side.Stats().Connections) + 1; p.side.Room() != "" && n > p.welcomes {
		p.welcomes, p.greeted = n, p.link.Stats().Connections
	}
	p.feed = p.side.Feed(p.feed)
	if strings.HasPrefix(p.room, link.AnyRoom) && p.side.Room() != "" {
		p.room = p.side.Room()
		p.link.SetURL(p.address(p.room))
	}
	now := p.link.Now()
	if p.hands != nil && p.view != nil && p.view.Ready {
		p.side.SetInput(p.hands(p))
	}
	p.side.Advance(now)
	p.view = p.side.View(now)
	if p.out = p.side.Outgoing(now, p.out[:0]); len(p.out) > 0 {
		p.link.Send(p.out)
	}
	p.hello = p.side.Hello(p.hello[:0])
	p.link.SetHello(p.hello)
}

// ship is this person's, as the server has told it.
func (p *person) ship() *game.Ship { return shipOf(p.side.Replica(), p.side.Seat()) }

func shipOf(s *game.Public, seat game.Seat) *game.Ship {
	if i := s.ShipOf(seat); i >= 0 {
		return &s.Ships[i]
	}
	return nil
}

// flies says that the connection stands, and the ship lives under its person's hands.
func (p *person) flies() bool {
	s := p.ship()
	return p.connected() && s != nil && s.Alive && !s.Pilot
}

func (p *person) connected() bool {
	return p.link.State() == link.Open && p.view != nil && p.view.Ready && p.greeted == p.link.Stats().Connections
}

// drops loses the connection, as when a cable is pulled for a moment. The page goes on.
func (p *person) drops() { p.link.Drop(errors.New("a cable is pulled")) }

// close ends the page; the server is not told why.
func (p *person) close() {
	p.gone = true
	p.link.Close()
	<-p.link.Done()
}

// reloads ends the page and opens it again, with what a page keeps for that.
func (p *person) reloads() *person {
	p.close()
	return p.place.opens(p.side.Room(), predict.Config{Name: p.name, Token: p.side.Token()})
}

// numbers are those of all room events that came.
func (p *person) numbers() []uint32 {
	var all []uint32
	for i := range p.feed {
		all = append(all, p.feed[i].N)
	}
	return all
}

// notices are the room events of one kind that came.
func (p *person) notices(kind snap.NoticeKind) []snap.Notice {
	var all []snap.Notice
	for i := range p.feed {
		if snap.KindOf(p.feed[i].Data) != kind {
			continue
		}
		n, err := snap.DecodeNotice(p.feed[i].Data)
		if err != nil {
			p.place.t.Error(err)
		}
		all = append(all, n)
	}
	return all
}

// namesakes counts the ships of a name.
func (p *person) namesakes(name string) int {
	n := 0
	for i := range p.side.Replica().Ships {
		if p.side.Replica().Ships[i].Name == name {
			n++
		}
	}
	return n
}

// suicidal holds still and shoots around walls at itself.
func suicidal(p *person) game.Input {
	ship := p.ship()
	if ship == nil || !ship.Alive {
		return game.Input{}
	}
	if p.aimedFrom != ship.Pos {
		p.aimedFrom, p.aim = ship.Pos, homeward(p.view.Arena, ship.Pos)
	}
	return game.Input{Buttons: game.Fire, Aim: p.aim}
}

// homeward is the aim whose shot comes back soonest to where it was fired, by one bank or more.
func homeward(a *arena.Arena, from game.Vec) uint16 {
	const (
		perTick  = game.PulseSpeed / game.VelUnit * game.Unit
		farthest = game.PulseLife * perTick
	)
	best, nearest := uint16(0), float64(farthest)
	for aim := uint16(0); aim < game.AimSteps; aim += 8 {
		dir := game.Dir(aim)
		disp := game.Vec{X: int32(int64(dir.X) * farthest / game.One), Y: int32(int64(dir.Y) * farthest / game.One)}
		flown, path := a.Fly(from, disp, game.PulseBanks, nil)
		at, way := from, 0.0
		for i, leg := range append(path, arena.Leg{At: flown.End}) {
			dx, dy := float64(leg.At.X-at.X), float64(leg.At.Y-at.Y)
			length := math.Hypot(dx, dy)
			if i > 0 && length > 0 {
				along := (float64(from.X-at.X)*dx + float64(from.Y-at.Y)*dy) / length
				beside := math.Abs(float64(from.X-at.X)*dy-float64(from.Y-at.Y)*dx) / length
				back := way + along
				if along > 0 && along < length && beside < game.ShipRadius/2 && back > game.SelfHitAfter*perTick && back < nearest {
					best, nearest = aim, back
				}
			}
			at, way = leg.At, way+length
		}
	}
	return best
}
