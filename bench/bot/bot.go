package bot

import (
	"bytes"
	"fmt"
	"sync"
	"time"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/game/wire"
)

// AnyRoom is the code that stands for any fitting room.
const AnyRoom = link.AnyRoom

// Config is what a bot begins with.
type Config struct {
	// Server is its address, as link.RoomURL takes it. Room is a code, or empty for any room.
	Server, Room string
	// Name is what it is called; empty for one made by the server.
	Name string
	// Strength is how well it plays, Seed decides what it does where it has a choice.
	Strength brain.Strength
	Seed     uint64
	// Token goes on from an earlier bot: its Predictor().Token().
	Token wire.Token
	// Weighs has it count what its bytes were.
	Weighs bool
	// Charts are shared by the bots of a process; nil for charts of its own.
	Charts *Charts

	// Arrived, if not nil, is told of every frame that brought a snapshot: how long after the one before, 0 for the first
	// of a connection. Drawn, if not nil, is told of every frame of the screen once it is drawn. Both are called by Frame
	// and must not call the bot's methods but Predictor and Link.
	Arrived func(gap time.Duration)
	Drawn   func(b *Bot, v *predict.View, now time.Duration)
}

// Bot is one client. Its methods may be called from any goroutine; what Predictor gives must only be used inside Drawn,
// inside Look, or by whoever calls Frame.
type Bot struct {
	cfg  Config
	link *link.Link

	mu       sync.Mutex // Frame, and whoever looks
	side     *predict.Predictor
	asked    string // the room that the link goes to
	hello    []byte
	scratch  []byte
	out      []byte
	view     *predict.View
	controls controls
	asleep   bool

	arrivedAt   time.Duration // of the newest snapshot
	connections int           // at that time
	counts      Counts
	contents    *Contents // nil unless it weighs
}

// Counts are a bot's own figures since its start.
type Counts struct {
	// Snapshots is how many frames brought at least one. Stale ones that link threw away are not among them.
	Snapshots int
	// BytesDown and BytesUp are those of the frames read and sent, WebSocket headers included.
	BytesDown, BytesUp int
	// Refused is how many frames could not be understood; each cost a connection. Err is the newest reason.
	Refused int
	Err     error
}

// New makes a bot that begins to connect at once. Close ends it.
func New(cfg Config) (*Bot, error) {
	if cfg.Room == "" {
		cfg.Room = AnyRoom
	}
	url, err := link.RoomURL(cfg.Server, cfg.Room)
	if err != nil {
		return nil, fmt.Errorf("a bot for room %q at %q: %w", cfg.Room, cfg.Server, err)
	}
	if cfg.Charts == nil {
		cfg.Charts = NewCharts()
	}
	side := predict.Config{Name: cfg.Name, Token: cfg.Token}
	var contents *Contents
	if cfg.Weighs {
		contents = &Contents{}
		side.Scale = &contents.Bodies
	}
	b := &Bot{
		cfg: cfg, asked: cfg.Room,
		side:     predict.New(side),
		contents: contents,
		controls: controls{strength: cfg.Strength, seed: cfg.Seed, charts: cfg.Charts},
	}
	b.hello = b.side.Hello(nil)
	b.link = link.Dial(link.Config{URL: url, Hello: b.hello})
	return b, nil
}

// Frame is one frame of its screen. It must be called sixty times a second, by a Crew or by a test.
func (b *Bot) Frame() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.asleep {
		b.asleep = false
		b.link.Doubt()
		b.side.SetPresence(wire.PresenceHere)
	}
	b.read()
	b.remember()
	now := b.link.Now()
	if b.view != nil && b.view.Ready {
		b.side.SetInput(b.controls.held(b.side, b.view))
	}
	b.side.Advance(now)
	b.view = b.side.View(now)
	if b.out = b.side.Outgoing(now, b.out[:0]); len(b.out) > 0 && b.link.Send(b.out) {
		b.counts.BytesUp += len(b.out) + HeaderUp(len(b.out))
		if b.contents != nil {
			b.contents.up(b.out)
		}
	}
	if b.cfg.Drawn != nil {
		b.cfg.Drawn(b, b.view, now)
	}
}

// read takes in what has arrived.
func (b *Bot) read() {
	for f, ok := b.link.Poll(); ok; f, ok = b.link.Poll() {
		b.counts.BytesDown += len(f.Data) + HeaderDown(len(f.Data))
		if b.contents != nil {
			b.contents.down(f.Data)
		}
		known := b.side.Replica().Tick
		if err := b.side.Frame(f.At, f.Data); err != nil {
			b.counts.Refused++
			b.counts.Err = err
			b.link.Drop(err)
			return
		}
		if b.side.Replica().Tick != known {
			b.arrived(f.At)
		}
	}
}

// arrived notes that a frame has brought a snapshot.
func (b *Bot) arrived(at time.Duration) {
	gap := at - b.arrivedAt
	if n := b.link.Stats().Connections; n != b.connections || b.counts.Snapshots == 0 {
		b.connections, gap = n, 0
	}
	b.arrivedAt = at
	b.counts.Snapshots++
	if b.cfg.Arrived != nil {
		b.cfg.Arrived(gap)
	}
}

// remember gives the link what the next connection has to begin with: who asked for any room comes back to the one they
// got, as the one they were.
func (b *Bot) remember() {
	if b.scratch = b.side.Hello(b.scratch[:0]); !bytes.Equal(b.scratch, b.hello) {
		b.hello = append(b.hello[:0], b.scratch...)
		b.link.SetHello(b.hello)
	}
	if room := b.side.Room(); room != "" && b.asked != room {
		if url, err := link.RoomURL(b.cfg.Server, room); err == nil {
			b.asked = room
			b.link.SetURL(url)
		}
	}
}

// Predictor is the bot's side of the match. Frame uses it too: see Look.
func (b *Bot) Predictor() *predict.Predictor { return b.side }

// Link is the bot's connection.
func (b *Bot) Link() *link.Link { return b.link }

// Counts are the bot's own figures.
func (b *Bot) Counts() Counts {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.counts
}

// Contents is what its bytes were; false for one that does not weigh.
func (b *Bot) Contents() (Contents, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.contents == nil {
		return Contents{}, false
	}
	return *b.contents, true
}

// Sleep is what a page does the moment it is hidden, after which Frame must not be called for a while: it says that its
// person is away. The first Frame after it says that they are back.
func (b *Bot) Sleep() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.link.Send(wire.AppendPresence(nil, &wire.SetPresence{Presence: wire.PresenceAway}))
	b.hello = b.side.HelloAway(b.hello[:0])
	b.link.SetHello(b.hello)
	b.side.SetPresence(wire.PresenceAway)
	b.asleep = true
}

// Look calls f between two frames, with the view drawn last; nil before the first.
func (b *Bot) Look(f func(p *predict.Predictor, v *predict.View)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	f(b.side, b.view)
}

// Ship is the bot's own as the server has told it; false while it has none.
func (b *Bot) Ship() (game.Ship, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return own(b.side)
}

// Flies says whether the bot's own ship is on the server's newest snapshot and flown by the bot, not by a pilot of the
// server. It is for Drawn and Look, where Ship must not be called.
func Flies(p *predict.Predictor) bool {
	s, ok := own(p)
	return ok && !s.Pilot
}

func own(p *predict.Predictor) (game.Ship, bool) {
	r := p.Replica()
	if i := r.ShipOf(p.Seat()); i >= 0 {
		return r.Ships[i], true
	}
	return game.Ship{}, false
}

// Close ends the bot and waits until nothing of it runs any more.
func (b *Bot) Close() {
	b.link.Close()
	<-b.link.Done()
}
