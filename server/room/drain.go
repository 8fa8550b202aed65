package room

import (
	"time"

	"bankshot/game/wire"
)

// keepPosts is the most room for posts that a mailbox holds on to after a flood.
const keepPosts = 1024

// drain hands the room what came since its last wake-up, in that order.
func (r *Runner) drain() {
	posts, dropped := r.mail.take(r.spare)
	r.room.counters.PostsDropped += dropped
	due := r.schedule.due()
	for r.todo = posts; len(r.todo) > 0; {
		p := &r.todo[0]
		r.todo = r.todo[1:]
		r.deliver(p, due)
	}
	clear(posts) // they refer to commands, names and connections
	if r.spare = posts; cap(posts) > keepPosts {
		r.spare = nil
	}
}

// deliver hands the room one message. due is when the coming step should have begun: a room that wakes late must not
// take the players' inputs for early.
func (r *Runner) deliver(p *post, due time.Time) {
	l := p.line
	if p.kind.enters() {
		r.joined++
		r.attach(l, p.hello, p.kind)
		return
	}
	if !l.seated {
		return
	}
	at := r.mail.epoch.Add(p.at)
	switch p.kind {
	case postDetach:
		r.room.Detach(l.seat, l.conn)
		l.seated = false
		r.log.Debug("connection gone", "tick", r.room.Tick(), "seat", l.seat)
	case postFlood:
		r.room.Flood(l.seat, l.conn)
		l.seated = false
		r.log.Info("connection sent too much", "tick", r.room.Tick(), "seat", l.seat)
	case postInput:
		r.roundTime(l, p.echo, p.at)
		m := wire.Input{First: p.n, Echo: p.echo, View: p.view, Count: int(p.count)}
		for i := range m.Count {
			m.Payloads[i] = p.payloads[i][:p.lens[i]]
		}
		r.room.Input(l.seat, l.conn, &m, r.schedule.ticksUntil(due, at))
	case postCommand:
		r.room.Command(l.seat, l.conn, &wire.Command{N: p.n, Data: p.bytes})
	case postRefused:
		r.room.Refuse(l.seat, l.conn, p.n)
	case postPresence:
		r.room.Presence(l.seat, l.conn, &wire.SetPresence{Presence: wire.Presence(p.n), Name: p.name})
	case postKeyframe:
		r.room.Keyframe(l.seat, l.conn, &wire.Keyframe{Tick: p.n, Reason: p.reason})
		if p.reason != wire.KeyframeNone {
			r.log.Info("client asks for a full snapshot", "tick", r.room.Tick(), "seat", l.seat,
				"holds", p.n, "reason", p.reason)
		}
	case postPing:
		held := max(0, time.Since(at))
		r.room.Ping(l.seat, l.conn, &wire.Ping{Nonce: p.n}, uint32(held.Milliseconds()))
	}
}

// roundTime observes how long it took until a snapshot was first reported.
func (r *Runner) roundTime(l *Line, echo uint32, at time.Duration) {
	if echo <= l.echo {
		return
	}
	if left, ok := r.departures.of(echo, r.room.divisor); ok {
		l.echo = echo
		RoundTimeScale.putTime(&r.room.counters.RoundTimes, at-left)
	}
}

func (r *Runner) attach(l *Line, h *wire.Hello, as kind) {
	attach, retry := r.room.Attach, uint32(1000)
	if as == postResume {
		attach = r.room.Resume
	}
	seat, err := attach(l.conn, h)
	if err != nil {
		code := Code(err)
		if code == wire.ByeBusy {
			retry = BusyRetryMS
		}
		r.room.farewell(l.conn, wire.Token{}, wire.Bye{Code: code, Reason: code.String(), RetryMS: retry})
		r.log.Info("nobody seated", "tick", r.room.Tick(), "err", err)
		return
	}
	l.seat, l.seated = seat, true
	r.log.Debug("connection seated", "tick", r.room.Tick(), "seat", seat)
}
