package predict

import (
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/wire"
)

// Frame takes in one frame of the server, which arrived at that time. After an error nothing of the connection can be
// relied on: drop it, the next one begins anew. What a snapshot lacks is no error: a full one is asked for.
func (p *Predictor) Frame(at time.Duration, data []byte) error {
	p.counts.down(len(data))
	if err := p.messages.Open(data, wire.FromServer()); err != nil {
		return err
	}
	known := p.replica.Tick
	replaced := false
	for {
		kind, args, ok := p.messages.Next()
		if !ok {
			break
		}
		full, err := p.message(kind, args, at)
		if err != nil {
			return err
		}
		replaced = replaced || full
	}
	if p.ready && (replaced || p.replica.Tick != known) {
		// Of a frame that makes up for several, only the newest snapshot tells how late it is.
		p.clock.arrived(p.replica.Tick, at, replaced)
		p.reconcile(known, replaced)
	}
	return nil
}

// message takes in one message; full says that it replaced the replica.
func (p *Predictor) message(kind wire.Kind, args wire.Args, at time.Duration) (full bool, err error) {
	switch kind {
	case wire.KindDelta:
		var m wire.Delta
		if err := m.Decode(args); err != nil {
			return false, err
		}
		p.onDelta(&m)
	case wire.KindCells:
		var m wire.Cells
		if err := m.Decode(args); err != nil {
			return false, err
		}
		p.onCells(&m)
	case wire.KindFull:
		var m wire.Full
		if err := m.Decode(args); err != nil {
			return false, err
		}
		return true, p.onFull(&m)
	case wire.KindWelcome:
		var m wire.Welcome
		if err := m.Decode(args); err != nil {
			return false, err
		}
		return false, p.onWelcome(&m)
	case wire.KindBlob:
		var m wire.Blob
		if err := m.Decode(args); err != nil {
			return false, err
		}
		return false, p.onBlob(&m)
	case wire.KindEvent:
		var m wire.Event
		if err := m.Decode(args); err != nil {
			return false, err
		}
		if p.feed.isNew(m.N) && !p.far.heard(m.Data) {
			p.feed.add(&m)
		}
	case wire.KindRebase:
		var m wire.Rebase
		if err := m.Decode(args); err != nil {
			return false, err
		}
		p.onRebase(&m, at)
	case wire.KindPong:
		var m wire.Pong
		if err := m.Decode(args); err != nil {
			return false, err
		}
		p.onPong(&m, at)
	case wire.KindReply:
		var m wire.Reply
		if err := m.Decode(args); err != nil {
			return false, err
		}
		if m.N == 0 { // no command's: what I asked to be
			p.presence, p.noPlace = wire.PresenceWatching, m.Error
			break
		}
		p.out.answered(&m)
	case wire.KindBye:
		var m wire.Bye
		if err := m.Decode(args); err != nil {
			return false, err
		}
		p.bye, p.ended = m, true
	default:
		return false, ErrMessage
	}
	return false, nil
}

// onWelcome begins a connection. What is known of the match stays until a full snapshot replaces it, so that a resumed
// player sees no gap.
func (p *Predictor) onWelcome(m *wire.Welcome) error {
	switch {
	case m.Protocol != wire.Protocol:
		return ErrProtocol
	case m.Rules != game.Rules() || m.TickHz != game.TickHz:
		return ErrRules
	}
	again := p.welcomed
	if again {
		p.counts.connections++
	} else {
		p.out.base = m.Tick * wire.CommandsPerTick
	}
	if p.welcomed && game.Seat(m.Seat) != p.seat {
		// Somebody else now, or in another room: nothing that I predicted is mine any more.
		p.ahead.valid = false
		p.offset.clear()
	}
	if p.room != m.Room {
		p.ready = false
	}
	p.welcomed, p.ended = true, false
	p.seat, p.token, p.room = game.Seat(m.Seat), m.Token, m.Room
	p.divisor = game.Tick(m.Divisor)
	if !m.Resumed {
		p.feed.last = 0
	}
	p.clock.interval = float64(m.Divisor)
	p.clock.restart()
	p.out.reconnected(m.Resumed)
	p.out.presence = again // Hello has told, but a later one may have been that of a hidden page
	return nil
}

// onBlob takes in an arena.
func (p *Predictor) onBlob(m *wire.Blob) error {
	a, err := arena.ParseBinary(m.Data)
	if err != nil {
		return err
	}
	if p.arenaOf(a.Hash) != nil {
		return nil
	}
	if len(p.arenas) == maxArenas {
		copy(p.arenas, p.arenas[1:])
		p.arenas = p.arenas[:maxArenas-1]
	}
	p.arenas = append(p.arenas, a)
	return nil
}

func (p *Predictor) arenaOf(hash uint64) *arena.Arena {
	for _, a := range p.arenas {
		if a.Hash == hash {
			return a
		}
	}
	return nil
}

// onRebase shifts the clocks at once. My ship is drawn where it is in the shifted time; the ticks already predicted stay,
// for the server has their inputs.
func (p *Predictor) onRebase(m *wire.Rebase, at time.Duration) {
	if !p.ready || m.Ticks > 1<<20 {
		return
	}
	was, drawn := p.shipAt(p.clock.mine)
	p.clock.rebase(float64(m.Ticks))
	p.counts.rebases++
	if is, still := p.shipAt(p.clock.mine); drawn && still {
		p.offset.moved(was, is, max(p.clock.at, at))
	}
}

// onPong closes a measurement of the round trip.
func (p *Predictor) onPong(m *wire.Pong, at time.Duration) {
	sent, ok := p.out.pinged(m.Nonce)
	if !ok {
		return
	}
	trip := at - sent - time.Duration(m.HeldMS)*time.Millisecond
	if trip < 0 {
		return
	}
	p.clock.roundTrip(trip)
	p.counts.rtt = trip
}
