package room

import "bankshot/game/wire"

// What connections say. Every method ignores a connection that no longer has the seat.

// Input takes what a seat intends for the ticks it names, and the echo. wait is by how many ticks of time it came before
// the schedule of the next Advance.
func (r *Room) Input(i Seat, conn Conn, m *wire.Input, wait int) {
	s := r.at(i, conn)
	if s == nil {
		return
	}
	s.heard = r.tick
	s.known = s.echoed(m.Echo) || s.known
	if s.presence != Here {
		r.counters.InputsIdle += uint64(m.Count)
		return
	}
	for k := range m.Count {
		tick := m.First + uint32(k)
		intervals := floorDiv(int(int32(tick-r.tick-1)), r.rates.Divisor)
		view := m.View + uint32(k)*wire.ViewUnits
		switch s.intents.put(i, tick, r.tick, view, intervals*r.rates.Divisor+wait, m.Payloads[k]) {
		case accepted:
			r.counters.InputsAccepted++
		case late:
			r.counters.InputsLate++
		case tooLate:
			r.counters.InputsTooLate++
		case tooEarly:
			r.counters.InputsTooEarly++
		case surplus:
			r.counters.InputsSurplus++
		}
	}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Command hands a command to the world at once, so that the next step knows it, and has its answer told. One that a client
// sends again, because it heard no answer before its connection was lost, is answered again and not done twice.
func (r *Room) Command(i Seat, conn Conn, m *wire.Command) {
	s := r.at(i, conn)
	if s == nil {
		return
	}
	if s.commands++; s.commands > maxCommands {
		r.Refuse(i, conn, m.N)
		return
	}
	s.heard = r.tick
	if reply, again := s.answers.find(m.N); again {
		r.counters.CommandsAgain++
		r.reply(i, reply)
		return
	}
	r.counters.Commands++
	reply := wire.Reply{N: m.N}
	if err := r.world.Command(i, m.Data); err != nil {
		r.counters.CommandsRefused++
		if reply.Error = err.Error(); reply.Error == "" {
			reply.Error = "refused"
		}
	}
	s.answers.keep(reply)
	r.reply(i, reply)
}

// Refuse answers a command that came in too large a crowd.
func (r *Room) Refuse(i Seat, conn Conn, n uint32) {
	s := r.at(i, conn)
	if s == nil {
		return
	}
	s.heard = r.tick
	reply, again := s.answers.find(n)
	if again {
		r.counters.CommandsAgain++
	} else {
		r.counters.CommandsRefused++
		reply = wire.Reply{N: n, Error: refusedTooMany}
		s.answers.keep(reply)
	}
	r.reply(i, reply)
}

// Presence takes what a person does now.
func (r *Room) Presence(i Seat, conn Conn, m *wire.SetPresence) {
	s := r.at(i, conn)
	if s == nil {
		// Who says goodbye and closes may be found gone before the goodbye is read.
		if m.Presence == wire.PresenceGone && r.had(i, conn) {
			r.free(i)
		}
		return
	}
	s.heard = r.tick
	if m.Presence == wire.PresenceGone {
		r.farewell(conn, s.token, wire.Bye{Code: wire.ByeLeft, Reason: wire.ByeLeft.String()})
		r.free(i)
		return
	}
	r.become(i, Presence(m.Presence), wire.CleanName(m.Name))
}

// Keyframe has a full snapshot sent as soon as the last one is a second old.
func (r *Room) Keyframe(i Seat, conn Conn, m *wire.Keyframe) {
	s := r.at(i, conn)
	if s == nil {
		return
	}
	s.heard = r.tick
	s.wantFull = true
	// Who asks reads, and may have thrown away what was sent since the newest echo: it is not to be waited for.
	s.echo = s.sent
	r.counters.KeyframeRequests++
	if m.Reason == wire.KeyframeHash {
		r.counters.Desyncs++
		if r.recorder != nil {
			r.recorder.Desync(Desync{Seat: i, Held: m.Tick, Tick: r.tick})
		}
	}
}

// Ping has a Pong sent with the next frame; a newer Ping takes an older one's place. heldMS is how long the Ping has been
// waiting.
func (r *Room) Ping(i Seat, conn Conn, m *wire.Ping, heldMS uint32) {
	s := r.at(i, conn)
	if s == nil {
		return
	}
	s.heard = r.tick
	s.ponging, s.pong = true, wire.Pong{Nonce: m.Nonce, HeldMS: heldMS}
}

// Flood hangs up on a connection that sends more than anybody honest would.
func (r *Room) Flood(i Seat, conn Conn) {
	if r.at(i, conn) == nil {
		return
	}
	r.counters.Flooded++
	r.hangUp(i, wire.ByeFlood)
}

func (r *Room) reply(i Seat, m wire.Reply) {
	s := &r.seats[i]
	if s.conn == nil {
		return
	}
	if len(s.replies) == maxReplies {
		r.counters.Flooded++
		r.hangUp(i, wire.ByeFlood)
		return
	}
	s.replies = append(s.replies, m)
}

// hangUp ends a seat's connection; the seat is kept as if it had dropped.
func (r *Room) hangUp(i Seat, code wire.ByeCode) {
	s := &r.seats[i]
	r.farewell(s.conn, s.token, wire.Bye{Code: code, Reason: code.String(), RetryMS: 1000})
	r.drop(i)
}

// farewell is the last that a connection hears. Retries are spread by the token, which is random, so that those who are
// sent away together don't come back together.
func (r *Room) farewell(conn Conn, t wire.Token, bye wire.Bye) {
	if bye.RetryMS > 0 {
		bye.RetryMS += (uint32(t[0])<<8 | uint32(t[1])) % 2000
	}
	r.out = wire.AppendBye(r.out[:0], &bye)
	// A connection that cannot take it is finished anyway.
	_ = conn.Send(r.out)
	conn.Close(bye.Code, bye.Reason)
}

// Close says goodbye to everybody. It does not touch the world, which may be what failed.
func (r *Room) Close(bye wire.Bye) {
	for i := range r.taken() {
		s := &r.seats[i]
		if s.conn != nil {
			r.farewell(s.conn, s.token, bye)
			s.conn = nil
		}
	}
	if r.closing == "" {
		r.closing = bye.Reason
	}
}
