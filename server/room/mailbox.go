package room

import (
	"bytes"
	"sync"
	"time"

	"bankshot/game/wire"
)

// The most that one connection may leave in the mailbox within one interval. Honest clients leave one input an
// interval; a burst after the network stalled may bring some seconds' worth at once.
const (
	maxPosts    = 128
	maxCommands = 16
)

// kind says which message a post is.
type kind uint8

const (
	postAttach kind = iota
	postResume      // an attach of who must have a seat already
	postDetach
	postInput
	postCommand
	postRefused // a command too many, without its bytes
	postPresence
	postKeyframe
	postPing
	postFlood // the connection left more than maxPosts; it is the last of its posts
)

// enters says that the connection wants a seat.
func (k kind) enters() bool { return k == postAttach || k == postResume }

// post is one message in the mailbox. It owns its bytes: a frame's memory is another's when its reader returns.
type post struct {
	line *Line
	kind kind
	// at is when it came, since the mailbox was made.
	at time.Duration
	// n is an Input's first tick, a Command's number, a SetPresence's presence, a Keyframe's tick, a Ping's nonce.
	n          uint32
	echo, view uint32
	count      uint8
	reason     wire.KeyframeReason
	lens       [wire.MaxInputs]uint8
	payloads   [wire.MaxInputs][wire.MaxPayload]byte
	name       string
	bytes      []byte
	hello      *wire.Hello
}

// mailbox is what came since the room's last wake-up, in the order in which it came. Its bound is that of each line,
// times the seats, and as many connections again that wait for one.
type mailbox struct {
	mu    sync.Mutex
	posts []post
	// joining counts the attaches that Info does not show yet: those among posts and those just being dealt with.
	joining int
	dropped uint64
	closed  bool
	epoch   time.Time
}

// put adds a message of a connection, or drops it where there are too many: a state that would be lost (a command, a
// presence) ends the connection instead.
func (m *mailbox) put(l *Line, p *post) {
	at := time.Since(m.epoch)
	m.mu.Lock()
	defer m.mu.Unlock()
	if l.ended || m.closed {
		return
	}
	p.line, p.at = l, at
	if p.kind == postDetach {
		l.ended = true
		m.posts = append(m.posts, *p)
		return
	}
	if l.posts >= maxPosts {
		switch p.kind {
		case postCommand, postPresence:
			l.ended = true
			m.posts = append(m.posts, post{line: l, at: at, kind: postFlood})
		default:
			m.dropped++
		}
		return
	}
	l.posts++
	if p.kind == postCommand {
		if l.commands++; l.commands > maxCommands {
			p.kind, p.bytes = postRefused, nil
		}
		p.bytes = bytes.Clone(p.bytes)
	}
	m.posts = append(m.posts, *p)
}

// take gives what is there and goes on with the emptied slice that it gave before.
func (m *mailbox) take(spare []post) (posts []post, dropped uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	posts, m.posts = m.posts, spare[:0]
	for i := range posts {
		posts[i].line.posts, posts[i].line.commands = 0, 0
	}
	dropped, m.dropped = m.dropped, 0
	return posts, dropped
}
