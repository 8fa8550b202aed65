package gateway

import (
	"errors"
	"sync"
	"time"

	"bankshot/server/room"
)

// errBusy is told to who would come to a server that is full.
var errBusy = errors.New("the server has as many players as it can serve well: trying again soon")

// gauge is the admission's instrument: it looks at the process and its rooms.
type gauge struct {
	mu  sync.Mutex
	now admission
	was pressure

	// The looking goroutine's.
	at   time.Time
	cpu  time.Duration
	idle time.Duration
	late room.Tally
}

// look measures what has been since the last time, and lets the admission judge.
// It says whether its mind has changed.
func (m *gauge) look(g *Gateway, now time.Time) (changed bool) {
	cpu, known := time.Duration(0), false
	if g.used != nil {
		cpu, known = g.used()
	}
	idle, idled := time.Duration(0), false
	if g.idle != nil {
		idle, idled = g.idle()
	}
	late := g.rooms.Lateness()
	var p pressure
	if passed := now.Sub(m.at); !m.at.IsZero() && passed > 0 {
		since := late
		since.Sub(&m.late)
		p.late = room.LatenessScale.Quantile(&since, 0.99)
		p.busy = float64(cpu-m.cpu) / float64(passed) / float64(g.processors)
		switch {
		case !known:
			p.busy = busyEnough // then lateness alone decides
		case idled:
			p.others = max(0, 1-p.busy-float64(idle-m.idle)/float64(passed)/float64(g.processors))
		}
	}
	m.at, m.cpu, m.idle, m.late = now, cpu, idle, late
	g.mu.Lock()
	p.inside = len(g.sockets)
	g.mu.Unlock()

	m.mu.Lock()
	defer m.mu.Unlock()
	shut := m.now.shut
	m.now.look(p)
	m.was = p
	return m.now.shut != shut
}

// state is how things stood at the last look.
func (m *gauge) state() (admission, pressure) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now, m.was
}

// welcome says whether a newcomer may have a seat.
func (g *Gateway) welcome() bool {
	if !g.selective {
		return true
	}
	g.mu.Lock()
	inside := len(g.sockets) - 1 // without who asks
	g.mu.Unlock()
	now, _ := g.pressed.state()
	return now.admits(inside)
}

// full says that newcomers are sent away just now, and why.
func (g *Gateway) full() (why string, full bool) {
	now, was := g.pressed.state()
	if !g.selective || now.admits(was.inside) {
		return "", false
	}
	return now.why, true
}
