package scene

import (
	"bytes"
	"errors"
	"sync/atomic"
	"time"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/wire"
)

// match is one room as this client has it: the connection and the predictor, and what their events leave to be shown.
type match struct {
	server  string
	asked   string // the code that was asked for
	any     bool   // whatever mode was asked for: none in particular, in no room in particular
	link    *link.Link
	pred    *predict.Predictor
	told    chronicle
	ended   ending
	url     string
	events  []wire.Event
	replies []wire.Reply
	noPlace string // why who meant to play only watches
	hello   []byte
	// absent is the hello for a connection that is made while the page is hidden.
	absent  []byte
	scratch []byte
	out     []byte
	// away says that the page was hidden since the last Update: the server was told at once, the predictor is now. plays
	// says that there is a ship to be away from.
	away, plays atomic.Bool
}

// ending is why a match is over, when it is.
type ending struct {
	over   bool
	reason string
	next   wire.Next
}

// join begins to connect. The token, if any, gives back a seat of before; the choice matters where any room will do.
func join(server, room, name string, choice modeChoice, token wire.Token, watch bool) (*match, error) {
	code := room
	if room == "" {
		room, code = link.AnyRoom, link.RoomOf(choice.asks())
	}
	url, err := link.RoomURL(server, code)
	if err != nil {
		return nil, err
	}
	m := &match{server: server, asked: room, any: choice == anyMode, url: url, told: newChronicle()}
	m.pred = predict.New(predict.Config{Name: name, Watch: watch, Token: token})
	m.hello, m.absent = m.pred.Hello(nil), m.pred.HelloAway(nil)
	m.link = link.Dial(link.Config{URL: url, Hello: m.hello})
	return m, nil
}

// askAgain is how long whom the server had no room for waits before they ask once more.
const askAgain = 5 * time.Second

// nowhere says that the server had no room at all: there is no other one to ask for, only a later time.
func (m *match) nowhere() bool {
	return m.ended.over && m.ended.next == wire.NextElsewhere && m.any && m.asked == link.AnyRoom
}

// leave ends it for good; the server is told, so that the seat is free at once.
func (m *match) leave() {
	m.link.Send(wire.AppendPresence(nil, &wire.SetPresence{Presence: wire.PresenceGone}))
	m.link.Close()
}

// hidden is called the moment the page is hidden, when no Update follows: a computer takes the ship, and keeps it should the
// connection be lost and made anew meanwhile.
func (m *match) hidden() {
	if !m.away.Swap(true) && m.plays.Load() {
		m.link.Send(wire.AppendPresence(nil, &wire.SetPresence{Presence: wire.PresenceAway}))
		m.link.SetHello(m.absent)
	}
}

// slept is to be called when much time has passed without us: a computer that slept tells nobody beforehand, but the server
// has heard nothing for so long that a pilot flies the ship. So it is told now that its person was away, and is back.
func (m *match) slept() {
	m.link.Doubt()
	m.hidden()
}

// receive takes in what has arrived.
func (m *match) receive() {
	for {
		f, ok := m.link.Poll()
		if !ok {
			break
		}
		if err := m.pred.Frame(f.At, f.Data); err != nil {
			if errors.Is(err, predict.ErrProtocol) || errors.Is(err, predict.ErrRules) {
				m.link.Close()
				m.ended = ending{true, err.Error(), wire.NextReload}
				return
			}
			m.link.Drop(err)
		}
	}
	m.listen()
	m.closed()
}

// closed notices that the connection ended for good.
func (m *match) closed() {
	if m.ended.over || m.link.State() != link.Closed {
		return
	}
	m.ended = ending{over: true, reason: "the connection has ended", next: wire.NextStop}
	if bye, ok := m.link.Bye(); ok {
		m.ended.reason, m.ended.next = bye.Reason, bye.Code.Next()
		if bye.Reason == "" {
			m.ended.reason = bye.Code.String()
		}
	}
}

// play sends what the player holds and brings my time up to now.
func (m *match) play(in game.Input) {
	if m.away.Swap(false) && m.pred.Presence() == wire.PresenceHere {
		// Coming back is only told if the predictor knows that I was gone.
		m.pred.SetPresence(wire.PresenceAway)
		m.pred.SetPresence(wire.PresenceHere)
		m.link.SetHello(m.hello)
	}
	m.plays.Store(m.pred.Presence() == wire.PresenceHere)
	now := m.link.Now()
	m.pred.SetInput(in)
	m.pred.Advance(now)
	if m.out = m.pred.Outgoing(now, m.out[:0]); len(m.out) > 0 {
		m.link.Send(m.out)
	}
	m.keep()
}

// keep gives the link what the next connection has to begin with.
func (m *match) keep() {
	if m.scratch = m.pred.Hello(m.scratch[:0]); !bytes.Equal(m.scratch, m.hello) {
		m.hello = append(m.hello[:0], m.scratch...)
		m.absent = m.pred.HelloAway(m.absent[:0])
		m.link.SetHello(m.hello)
	}
	if m.asked == link.AnyRoom && m.pred.Room() != "" {
		// Whoever asked for any room comes back to the one they got.
		m.asked = m.pred.Room()
		if url, err := link.RoomURL(m.server, m.asked); err == nil {
			m.url = url
			m.link.SetURL(url)
		}
	}
}

// listen reads what the room has told, and what it has answered.
func (m *match) listen() {
	m.events = m.pred.Feed(m.events[:0])
	if len(m.events) > 0 {
		now, live := m.link.Now(), counts(m.pred.Replica().Phase)
		for i := range m.events {
			m.told.event(m.events[i].Data, m.pred.Seat(), live, now)
		}
	}
	m.replies = m.pred.Replies(m.replies[:0])
	for i := range m.replies {
		m.told.vote.answered(&m.replies[i])
	}
}
