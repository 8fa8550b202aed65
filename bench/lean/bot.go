package lean

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"sync"
	"time"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// echoEvery is how often a bot says what it has: often enough that the server goes on sending.
const echoEvery = 200 * time.Millisecond

// Config is what a bot begins with.
type Config struct {
	// Server is its address, as link.RoomURL takes it; Room a code, or quick.
	Server, Room string
	// Name must be one that no other bot of the room has: the ship is known by it.
	Name string
	Seed uint64
}

// Status is where a bot stands.
type Status struct {
	// InShip says that the newest connection has shown the bot's ship: in its seat, by its name.
	InShip bool
	Room   string
	Seat   uint16
	// Resumed counts the connections that gave the seat back, Anew those that gave one anew, the first included.
	Resumed, Anew int
	// Back is when the newest connection first showed the ship.
	Back time.Time
	// Events came; Missed are those that a gap in their numbers tells of, Twice those that came again.
	Events, Missed, Twice int
	// Bye is what the server said last, Err what was wrong with its frames, or the network.
	Bye wire.Bye
	Err error
}

// Bot holds one seat. Frame must be called by one goroutine at a time, some fifty times a second.
type Bot struct {
	cfg  Config
	link *link.Link
	rng  *rand.Rand

	walked wire.Messages
	full   game.Public
	token  wire.Token
	tick   uint32
	step   uint32 // ticks that a delta leads on
	last   uint32 // the newest event
	echoAt time.Duration
	out    []byte

	mu     sync.Mutex
	status Status
	conn   net.Conn
	cut    bool // what comes until the next Welcome is of the connection that was cut
}

// New makes a bot that begins to connect at once. Close ends it.
func New(cfg Config) (*Bot, error) {
	url, err := link.RoomURL(cfg.Server, cfg.Room)
	if err != nil {
		return nil, fmt.Errorf("a lean bot for room %q at %q: %w", cfg.Room, cfg.Server, err)
	}
	b := &Bot{cfg: cfg, rng: rand.New(rand.NewPCG(cfg.Seed, 1))}
	b.link = link.DialOver(link.Config{URL: url, Hello: b.hello()}, b.dial)
	return b, nil
}

// dial keeps the connection for Cut.
func (b *Bot) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.conn = conn
	return conn, nil
}

// Cut resets the connection under the link, which notices like any other client. It says when.
func (b *Bot) Cut() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.status.InShip, b.cut = false, true
	if tcp, ok := b.conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // a reset instead of a goodbye
	}
	if b.conn != nil {
		_ = b.conn.Close() // it may have ended just now
	}
	return time.Now()
}

// Status is where the bot stands.
func (b *Bot) Status() Status {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.status
	if bye, ok := b.link.Bye(); ok {
		s.Bye = bye
	}
	if err := b.link.Err(); err != nil {
		s.Err = err
	}
	return s
}

// Close ends the bot and waits until nothing of it runs any more.
func (b *Bot) Close() {
	b.link.Close()
	<-b.link.Done()
}

// Frame reads what has come and says what is due.
func (b *Bot) Frame() {
	for f, ok := b.link.Poll(); ok; f, ok = b.link.Poll() {
		if err := b.read(&f); err != nil {
			b.mu.Lock()
			b.status.Err = err
			b.mu.Unlock()
			b.link.Drop(err)
			return
		}
	}
	if now := b.link.Now(); b.tick > 0 && now-b.echoAt >= echoEvery {
		b.echoAt = now
		b.out = wire.AppendInput(b.out[:0], b.input())
		b.link.Send(b.out)
	}
}

// input echoes, and fires somewhere. Its ticks are early enough for most ways: whether they are in time does not matter.
func (b *Bot) input() *wire.Input {
	in := game.Input{Aim: uint16(b.rng.IntN(game.AimSteps)), Thrust: uint8(b.rng.IntN(game.Thrusts)), Buttons: game.Fire}
	payload := snap.AppendInput(nil, in)
	return &wire.Input{
		First: b.tick + 4, Echo: b.tick, View: b.tick * wire.ViewUnits,
		Count: 2, Payloads: [wire.MaxInputs][]byte{payload, payload},
	}
}

func (b *Bot) hello() []byte {
	return wire.AppendHello(nil, &wire.Hello{
		Protocol: wire.Protocol, Rules: game.Rules(), Name: b.cfg.Name, Token: b.token,
		Presence: wire.PresenceHere, LastEvent: b.last,
	})
}
