package predict

import (
	"errors"
	"math"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// Config is what a Predictor begins with.
type Config struct {
	// Name is what the player wants to be called; empty for one made by the server.
	Name string
	// Watch begins without a ship, as behind the title; SetPresence changes it.
	Watch bool
	// Token and LastEvent go on from an earlier Predictor: those it gave.
	Token     wire.Token
	LastEvent uint32
	// Scale, if not nil, weighs the body of every snapshot that is taken in: for measuring.
	Scale *snap.Scale
}

// What a frame can be refused for, beside the errors of package wire. The connection should be dropped then.
var (
	ErrProtocol = errors.New("predict: the server speaks another version of the protocol")
	ErrRules    = errors.New("predict: the server plays by other rules")
	ErrArena    = errors.New("predict: a snapshot refers to an arena that was never sent")
	ErrSnapshot = errors.New("predict: a full snapshot could not be used")
	ErrMessage  = errors.New("predict: a message that servers don't send")
)

// ErrTooManyCommands says that as many commands wait for their answer as may.
var ErrTooManyCommands = errors.New("predict: too many commands wait for their answer")

// ErrCommand says that a command is empty or too long.
var ErrCommand = errors.New("predict: a command must be 1 to 4096 bytes")

// Predictor is one player's side of one room, over as many connections as it takes.
type Predictor struct {
	name     string
	presence wire.Presence
	noPlace  string // why I only watch, who meant to play
	token    wire.Token
	seat     game.Seat
	room     string
	divisor  game.Tick

	messages wire.Messages
	welcomed bool // Welcome has come on some connection
	bye      wire.Bye
	ended    bool

	arenas []*arena.Arena
	arena  *arena.Arena // the replica's
	// replica is the match as the server has told it; of the private parts only mine is true.
	replica game.State
	ready   bool
	full    game.Public
	delta   snap.Delta
	scale   *snap.Scale
	stepped []game.Event
	past    past
	cells   cells
	far     far

	clock clock
	ahead ahead
	// held is the input now; latched are the triggers that were pressed since the last predicted tick.
	held    game.Input
	latched game.Buttons
	offset  offset
	lag     toldLag

	out     outgoing
	feed    feed
	happens happenings
	counts  counts
	seen    seenHits
	draw    drawing
}

// New is a Predictor that has not heard of the room yet.
func New(cfg Config) *Predictor {
	p := &Predictor{
		name:     wire.CleanName(cfg.Name),
		presence: wire.PresenceHere,
		token:    cfg.Token,
		seat:     game.NoSeat,
		divisor:  2,
		clock:    newClock(),
		scale:    cfg.Scale,
	}
	if cfg.Watch {
		p.presence = wire.PresenceWatching
	}
	p.feed.last = cfg.LastEvent
	p.draw.watch = game.NoSeat
	return p
}

// Hello appends the frame that every connection has to begin with. It changes with the token, the presence, the name and
// the newest event.
func (p *Predictor) Hello(dst []byte) []byte { return p.helloAs(dst, p.presence) }

// HelloAway is Hello for a connection that is made while nobody can see the page: who would be here is away.
func (p *Predictor) HelloAway(dst []byte) []byte {
	if p.presence == wire.PresenceHere {
		return p.helloAs(dst, wire.PresenceAway)
	}
	return p.helloAs(dst, p.presence)
}

func (p *Predictor) helloAs(dst []byte, presence wire.Presence) []byte {
	return wire.AppendHello(dst, &wire.Hello{
		Protocol:  wire.Protocol,
		Rules:     game.Rules(),
		Name:      p.name,
		Token:     p.token,
		Presence:  presence,
		LastEvent: p.feed.last,
	})
}

// SetInput takes what the player holds now. A trigger pressed and let go between two ticks still enters the next one.
func (p *Predictor) SetInput(in game.Input) {
	p.held = in
	p.latched |= in.Buttons
}

// SetPresence tells the room what the person does now: watch, play, be away, leave.
func (p *Predictor) SetPresence(presence wire.Presence) {
	if p.presence != presence {
		p.presence = presence
		p.out.presence = true
		p.latched = 0
	}
}

// NoPlace says, once, that the room had no place for who meant to play, and why: I watch instead, until SetPresence.
func (p *Predictor) NoPlace() (reason string, none bool) {
	reason, p.noPlace = p.noPlace, ""
	return reason, reason != ""
}

// SetName tells the room another name.
func (p *Predictor) SetName(name string) {
	if name = wire.CleanName(name); name != p.name {
		p.name = name
		p.out.presence = true
	}
}

// Watch chooses whom View looks at while I have no ship; game.NoSeat leaves the choice to View.
func (p *Predictor) Watch(seat game.Seat) { p.draw.watch = seat }

// Advance brings everything up to now: the clocks, and my ship by as many ticks as are due.
func (p *Predictor) Advance(now time.Duration) {
	if !p.ready {
		return
	}
	passed := ticksOf(now - p.clock.at)
	slept := p.clock.slept
	jumped := p.clock.advance(now, p.replica.Tick, !p.flying())
	if slept && !p.clock.slept {
		p.past.clear() // what was before is not to be drawn any more, while the others' time catches up
		p.past.keep(&p.replica.Public, nil)
	}
	if p.clock.starved {
		p.counts.starved++
	}
	p.counts.frames++
	if jumped || !p.ahead.valid || int32(p.ahead.newest-p.replica.Tick) < 0 {
		p.offset.clear()
		p.ahead.begin(&p.replica, p.seat)
	} else {
		p.amend()
	}
	// The tick that my time is in now is predicted to its end, so that what the player does shows within it.
	for due := p.due(passed); int32(due-p.ahead.newest) > 0; {
		p.predict()
	}
}

// due is the tick that should be the newest predicted one. It is never far from the newest known one, whatever the
// server has said the time is: where my time is far ahead, as when a hidden page is shown again, my ship stands still and
// nothing is asked for until there is news, for all that would be for ticks that are long over. A screen that draws seldom
// asks for whole intervals at once: the last tick of one would come too late if it waited for the next frame.
func (p *Predictor) due(passed float64) game.Tick {
	lead := math.Floor(p.clock.mine) + 1 - float64(p.replica.Tick)
	if lead > maxAhead || p.clock.slept {
		p.latched = 0
		return p.ahead.newest
	}
	ticks := game.Tick(max(lead, 0))
	if over := ticks % p.divisor; over > 0 && passed > seldomTicks {
		ticks += p.divisor - over
	}
	return p.replica.Tick + ticks
}

// asks says whether what the player holds counts. Not before the round trip is known: until then nobody can tell for which
// tick an input would be in time, and one that comes too late is mispredicted.
func (p *Predictor) asks() bool { return p.presence == wire.PresenceHere && p.clock.rtt > 0 }

// flying says whether I have a ship alive.
func (p *Predictor) flying() bool { return alive(&p.replica.Public, p.seat) }

// Token gives the seat back on another connection; keep it where a reload finds it.
func (p *Predictor) Token() wire.Token { return p.token }

// Seat is mine; game.NoSeat before the first Welcome.
func (p *Predictor) Seat() game.Seat { return p.seat }

// Room is the code of the room, empty before the first Welcome. Whoever asked for any room should come back to it.
func (p *Predictor) Room() string { return p.room }

// Presence is what the room was told, or will be.
func (p *Predictor) Presence() wire.Presence { return p.presence }

// Bye is what the server said at the end of the newest connection, if it did.
func (p *Predictor) Bye() (wire.Bye, bool) { return p.bye, p.ended }

// Replica is the match as the server has told it. It must not be changed, and is only good until the next call of Frame.
func (p *Predictor) Replica() *game.Public { return &p.replica.Public }
