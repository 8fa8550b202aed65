package link

import (
	"context"
	"errors"
	"sync"
	"time"

	"bankshot/game/wire"
)

// Config is what a Link begins with.
type Config struct {
	// URL is the room's socket; RoomURL makes it.
	URL string
	// Hello is the first frame of every connection. It is copied; SetHello replaces it.
	Hello []byte
}

// Errors that end a connection, beside those of the network.
var (
	ErrClosed = errors.New("link: closed")
	ErrStuck  = errors.New("link: too much waits to be sent")
	ErrSilent = errors.New("link: nothing comes back")
	ErrText   = errors.New("link: the server sent text")
)

// Stats counts since the link's start.
type Stats struct {
	// Connections is how many were opened, Attempts how many were tried.
	Connections, Attempts int
	// Frames and bytes, WebSocket headers not included.
	FramesDown, FramesUp int
	BytesDown, BytesUp   int
	// Stale is how many snapshots were thrown away unread.
	Stale int
}

// Link is one lasting connection over as many WebSockets as it takes. Its methods may be called from any goroutine, but
// Poll from one only.
type Link struct {
	start  time.Time
	way    way
	cancel context.CancelFunc
	done   chan struct{}

	mu       sync.Mutex
	url      string
	hello    []byte
	state    State
	sock     *socket // nil unless Open
	dropped  *socket // by Drop: nothing of it is wanted any more
	in       inbox
	walked   wire.Messages
	stats    Stats
	err      error // what ended the connection before
	bye      wire.Bye
	ended    bool // bye is that of the newest connection
	heard    bool // a frame arrived on this connection
	leaving  bool // Close was called: what still arrives is of no interest
	unheard  bool // we sent since something arrived
	sentAt   time.Duration
	openedAt time.Duration
	doubt    doubt
	hurry    chan struct{}      // has room for one: an attempt is to be made at once
	giveUp   context.CancelFunc // ends the attempt that is being made; nil while none is
}

// Dial begins to connect, and goes on until Close or a Bye that forbids it.
func Dial(cfg Config) *Link { return begin(cfg, way{}) }

func begin(cfg Config, over way) *Link {
	ctx, cancel := context.WithCancel(context.Background())
	l := &Link{
		start:  time.Now(),
		way:    over,
		cancel: cancel,
		done:   make(chan struct{}),
		hurry:  make(chan struct{}, 1),
		url:    cfg.URL,
		hello:  append([]byte(nil), cfg.Hello...),
	}
	go l.run(ctx)
	return l
}

// Now is the time since the link's start: the clock of Frame.At.
func (l *Link) Now() time.Duration { return time.Since(l.start) }

// Poll gives the oldest frame that was not read yet. Its Data is valid until the next Poll.
func (l *Link) Poll() (Frame, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.in.take()
}

// Send puts a frame on its way; it is copied. It says false when there is no open connection, and then forgets the
// frame: what must not be lost has to be sent again after the next Welcome. A connection is open for that once Poll gave a
// frame of it: whoever has not read its Welcome speaks for the connection before, and newer commands would get there
// before those that have to be sent again.
func (l *Link) Send(frame []byte) bool {
	now := l.Now()
	l.mu.Lock()
	s := l.sock
	if s == nil {
		l.mu.Unlock()
		return false
	}
	dead := l.doubt.dead(now)
	if !l.in.met {
		silent := dead || now-l.openedAt > SilentAfter
		l.mu.Unlock()
		if silent {
			s.end(ErrSilent)
		}
		return false
	}
	if !l.unheard {
		l.unheard, l.sentAt = true, now
	}
	silent := dead || now-l.sentAt > SilentAfter
	l.stats.FramesUp++
	l.stats.BytesUp += len(frame)
	l.mu.Unlock()

	if silent {
		s.end(ErrSilent)
		return false
	}
	return s.send(frame)
}

// SetHello replaces the first frame of connections to come; it is copied. Call it whenever the token, the name, the
// presence or the newest event has changed.
func (l *Link) SetHello(frame []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hello = append(l.hello[:0], frame...)
}

// SetURL replaces the address of connections to come: whoever asked for any room comes back to the one they got.
func (l *Link) SetURL(url string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.url = url
}

// State is how the connection stands.
func (l *Link) State() State {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state
}

// Bye is what the server said at the end of the newest connection that has ended, if it said anything.
func (l *Link) Bye() (wire.Bye, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.bye, l.ended
}

// Err is why there is no connection: nil while there is one, and before the first attempt has failed.
func (l *Link) Err() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.state == Open {
		return nil
	}
	return l.err
}

// Stats is a copy of the counts.
func (l *Link) Stats() Stats {
	l.mu.Lock()
	defer l.mu.Unlock()
	st := l.stats
	st.Stale = l.in.stale
	return st
}

// Drop ends the connection with a reason, as if the network had: the link comes back by itself. Call it after a frame
// that could not be understood; the frames after it are thrown away.
func (l *Link) Drop(why error) {
	l.mu.Lock()
	s := l.sock
	l.dropped = s
	l.in.clear()
	l.mu.Unlock()
	if s != nil {
		s.end(why)
	}
}

// Close ends the link for good, after what was given to Send. It does not wait; Done does.
func (l *Link) Close() { l.cancel() }

// Done is closed once the link has ended and nothing of it runs any more.
func (l *Link) Done() <-chan struct{} { return l.done }
