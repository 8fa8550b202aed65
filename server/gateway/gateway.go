package gateway

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/lxzan/gws"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// QuickCode in place of a room's code means any room that fits.
const QuickCode = "quick"

// DefaultPerAddress is how many connections one address may have where nothing
// else is said: a school or a company behind one address plays too.
const DefaultPerAddress = 64

// Config is what a Gateway needs. Rooms and Metrics are required.
type Config struct {
	Rooms   *room.Rooms
	Metrics *Metrics
	// Modes are what may be asked for beside QuickCode, as ?mode=…, or in its place: each is a kind
	// of room.
	Modes []string
	// Tricks answers for /api/v1/tricks/; nil answers nothing there. What is posted
	// is bounded by address.
	Tricks http.Handler
	// Replays answers for /api/v1/replays/; nil answers nothing there. What is fetched
	// is bounded by address.
	Replays http.Handler
	// Pages answers what is not the gateway's own: the page and its files. Nil
	// answers nothing.
	Pages http.Handler
	// Log gets few lines; what connections do is counted, and logged at level
	// debug only. Nil means nowhere.
	Log *slog.Logger
	// Origins are those whose pages may open sockets, besides our own host's, in
	// the form that CheckOrigin gives.
	Origins []string
	// Trusted are the proxies whose X-Forwarded-For is believed.
	Trusted []netip.Prefix
	// PerAddress is how many connections one address may have; an IPv6 address
	// counts with all of its /64, loopback not at all. 0: DefaultPerAddress.
	PerAddress int
	// Selective sends newcomers away while those inside take all that the machine has.
	// It needs Watch to run.
	Selective bool
	// ProcessTime is the processor time that the process has used; nil, or false, where that is not known. Then lateness
	// alone tells when the server is full.
	ProcessTime func() (time.Duration, bool)
	// IdleTime is how long all processors of the machine together have had nothing to do; nil, or false, where that is not
	// known. Then it is as if no other program were running.
	IdleTime func() (time.Duration, bool)
	// MaxSockets is how many connections there may be in all. 0: as many as the
	// process may have files, less what it needs itself.
	MaxSockets int
}

// Gateway is where the network ends: it turns connections into what rooms
// understand, and bounds what they may cost.
type Gateway struct {
	rooms    *room.Rooms
	metrics  *Metrics
	modes    []string
	pages    http.Handler
	tricks   http.Handler
	replays  http.Handler
	log      *slog.Logger
	origins  []string
	trusted  []netip.Prefix
	door     *doorkeeper
	upgrader *gws.Upgrader
	started  time.Time
	listed   listing

	selective bool
	used      func() (time.Duration, bool)
	idle      func() (time.Duration, bool)
	pressed   gauge
	// processors is how many there are for the process at its start.
	processors int

	draining atomic.Bool
	beat     atomic.Int64 // when the control woke last, since started; 0: never

	mu      sync.Mutex
	closing bool
	sockets map[*socket]struct{}
	running sync.WaitGroup // their readers, and the handshakes under way
	reads   *poller        // nil before the first connection that it can read, and where there is none
	tried   bool
}

// New makes a gateway. It starts no goroutine of its own; Close waits for those
// of its connections and for the poller that the first of them starts.
func New(cfg Config) (*Gateway, error) {
	switch {
	case cfg.Rooms == nil:
		return nil, errors.New("gateway: Config.Rooms is missing")
	case cfg.Metrics == nil:
		return nil, errors.New("gateway: Config.Metrics is missing")
	case cfg.PerAddress < 0, cfg.MaxSockets < 0:
		return nil, errors.New("gateway: Config has a negative limit")
	}
	if cfg.Pages == nil {
		cfg.Pages = http.NotFoundHandler()
	}
	if cfg.Tricks == nil {
		cfg.Tricks = http.NotFoundHandler()
	}
	if cfg.Replays == nil {
		cfg.Replays = http.NotFoundHandler()
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.PerAddress == 0 {
		cfg.PerAddress = DefaultPerAddress
	}
	if cfg.MaxSockets == 0 {
		cfg.MaxSockets = max(openFiles()-requestFiles()-min(reservedFiles, openFiles()/4), 1)
	}
	g := &Gateway{
		rooms: cfg.Rooms, metrics: cfg.Metrics, modes: cfg.Modes, pages: cfg.Pages, tricks: cfg.Tricks, replays: cfg.Replays, log: cfg.Log,
		origins: cfg.Origins, trusted: cfg.Trusted,
		door:    newDoorkeeper(cfg.PerAddress, cfg.MaxSockets),
		started: time.Now(), selective: cfg.Selective,
		used: cfg.ProcessTime, idle: cfg.IdleTime, processors: runtime.GOMAXPROCS(0),
		sockets: map[*socket]struct{}{},
	}
	g.upgrader = gws.NewUpgrader(gws.BuiltinEventHandler{}, &gws.ServerOption{
		// Compression costs more than it saves on frames of 200 bytes, and opens the
		// door to bombs.
		PermessageDeflate: gws.PermessageDeflate{Enabled: false},
		ReadBufferSize:    readBuffer,
		HandshakeTimeout:  handshakeLimit,
		Logger:            libraryLog{cfg.Log},
	})
	cfg.Metrics.watch(g)
	return g, nil
}

// enter lets a request go on to its handshake, or not, when the gateway is
// draining. Who was let in is waited for, and calls running.Done at the end.
func (g *Gateway) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.draining.Load() {
		return false
	}
	g.running.Add(1)
	return true
}

// poller is what reads connections that have a descriptor, nil where there is none.
func (g *Gateway) poller() *poller {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.tried {
		g.tried = true
		var err error
		if g.reads, err = newPoller(); err != nil {
			g.log.Debug("each connection is read by a goroutine of its own", "err", err)
		}
	}
	return g.reads
}

// add takes a connection into the books. One whose handshake took until the
// gateway was closing hears so like everybody else.
func (g *Gateway) add(s *socket) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sockets[s] = struct{}{}
	if g.closing {
		s.refuse(closeGoingAway, wire.ByeDown, endGoingDown)
	}
}

// remove takes it out again, and its sums into those of the gateway.
func (g *Gateway) remove(s *socket) {
	why := s.out.reason()
	g.mu.Lock()
	delete(g.sockets, s)
	g.metrics.past.add(s.traffic())
	g.mu.Unlock()
	g.door.leave(s.addr, time.Now())
	g.metrics.ended.WithLabelValues(why.label).Inc()
	g.log.Debug("a connection ended", "room", s.code, "reason", why.label, "detail", why.text)
}

// rejected counts a message that was refused, by a word for its fault.
func (g *Gateway) rejected(fault string) { g.metrics.rejected.WithLabelValues(fault).Inc() }

// Drain has the gateway take no new connection and say that it is not ready.
// Those it has go on.
func (g *Gateway) Drain() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.draining.Store(true)
}

// Close ends all connections, which had better be none since their rooms said
// goodbye, and waits until the last one is gone, or for ctx.
func (g *Gateway) Close(ctx context.Context) error {
	g.Drain()
	g.mu.Lock()
	g.closing = true
	for s := range g.sockets {
		s.refuse(closeGoingAway, wire.ByeDown, endGoingDown)
	}
	g.mu.Unlock()
	gone := make(chan struct{})
	go func() {
		g.running.Wait()
		close(gone)
	}()
	select {
	case <-gone:
		if p := g.reads; p != nil { // nobody else comes
			p.stop()
		}
		return nil
	case <-ctx.Done():
		return fmt.Errorf("gateway: waiting for connections to end: %w", ctx.Err())
	}
}

// libraryLog takes what gws has to say, which is about single clients.
type libraryLog struct{ log *slog.Logger }

func (l libraryLog) Error(v ...any) { l.log.Debug("gws", "message", fmt.Sprint(v...)) }
