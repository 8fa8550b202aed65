package gateway

import (
	"errors"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// attach finds the room asked for and gives it the connection.
func (g *Gateway) attach(s *socket, m *wire.Hello) (*room.Line, error) {
	switch {
	case !g.welcome():
		return g.resume(s, m, errBusy)
	case !g.door.maySit(s.addr, time.Now()):
		return g.resume(s, m, errManySeats)
	}
	if s.code == QuickCode {
		return g.quick(s, m)
	}
	for again := false; ; again = true {
		r, err := g.open(s)
		if err != nil {
			return nil, err
		}
		line, err := r.Attach(s, m)
		if again || !errors.Is(err, room.ErrClosed) { // it may have closed since it was found
			return line, err
		}
	}
}

// resume gives the connection to the room that it may have a seat in already: whoever
// says so has a token, and the code of a room that is there. Whether it is true the
// room finds out, and sends it away if not. Nobody else is let in, for the reason given.
func (g *Gateway) resume(s *socket, m *wire.Hello, why error) (*room.Line, error) {
	if m.Token.IsZero() || s.code == QuickCode {
		return nil, why
	}
	r, err := g.rooms.Find(s.code)
	if err != nil {
		return nil, why
	}
	line, err := r.Resume(s, m)
	if errors.Is(err, room.ErrClosed) { // just now, and the seat with it
		return nil, why
	}
	return line, err
}

// quick is any room that fits. One is made where there is none, but not for an
// address that has had many made already: people whose seats are kept fill rooms too.
func (g *Gateway) quick(s *socket, m *wire.Hello) (*room.Line, error) {
	denied := false
	line, err := g.rooms.AttachQuick(s.kind, s, m, func() bool {
		denied = !g.door.mayFill(s.addr, time.Now())
		return !denied
	})
	if denied {
		return nil, errTooMany
	}
	return line, err
}

// open is the room of a code. One that is not there is made, but not for an
// address that has had many made already.
func (g *Gateway) open(s *socket) (*room.Runner, error) {
	if r, err := g.rooms.Find(s.code); !errors.Is(err, room.ErrNoRoom) {
		return r, err
	}
	if !g.door.mayOpen(s.addr, time.Now()) {
		return nil, errTooMany
	}
	return g.rooms.Open(s.code)
}
