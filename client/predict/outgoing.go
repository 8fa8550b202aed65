package predict

import (
	"time"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// outgoing is what has to be told to the server.
type outgoing struct {
	sent   game.Tick // the newest tick that was dealt with; 0 for none on this connection
	sentAt time.Duration
	told   game.Tick // the newest tick whose input went out, and that input; 0 for none on this connection
	last   game.Input

	presence bool
	keyframe bool
	reason   wire.KeyframeReason
	askedAt  time.Duration
	asked    bool

	pingAt time.Duration
	nonce  uint32
	pings  [8]ping

	commands []command
	n        uint32
	base     uint32 // added to a command's number on the wire, see wire.CommandsPerTick
	replies  []wire.Reply
}

type ping struct {
	nonce uint32
	at    time.Duration
}

type command struct {
	n    uint32
	data []byte
	sent bool // on this connection
	// told says that it was sent on this or an earlier connection: it may have been done.
	told bool
}

// want asks for a full snapshot.
func (o *outgoing) want(reason wire.KeyframeReason) {
	if !o.keyframe {
		o.keyframe, o.reason = true, reason
	}
}

// LostCommand is the answer to a command that was sent, and then its seat was lost: only that seat's room would know.
const LostCommand = "the seat was lost, and with it whether this was done"

// reconnected makes everything due again that the last connection may have lost. In another seat than before, a command
// that was sent is not sent again: it might be done twice.
func (o *outgoing) reconnected(resumed bool) {
	for i := 0; i < len(o.commands) && !resumed; {
		if c := o.commands[i]; c.told {
			o.answered(&wire.Reply{N: c.n + o.base, Error: LostCommand})
		} else {
			i++
		}
	}
	o.keyframe, o.asked = false, false // a full snapshot follows
	o.pings = [len(o.pings)]ping{}
	o.pingAt = 0
	o.sent, o.told = 0, 0
	for i := range o.commands {
		o.commands[i].sent = false
	}
}

// pinged is when the ping with that number went out. It is told once.
func (o *outgoing) pinged(nonce uint32) (time.Duration, bool) {
	p := &o.pings[nonce%uint32(len(o.pings))]
	if nonce == 0 || p.nonce != nonce {
		return 0, false
	}
	p.nonce = 0
	return p.at, true
}

// answered takes a command off the list and keeps its answer for Replies.
func (o *outgoing) answered(m *wire.Reply) {
	for i := range o.commands {
		if o.commands[i].n == m.N-o.base {
			o.commands = append(o.commands[:i], o.commands[i+1:]...)
			if len(o.replies) == maxReplies {
				o.replies = append(o.replies[:0], o.replies[1:]...)
			}
			o.replies = append(o.replies, wire.Reply{N: m.N - o.base, Error: m.Error})
			return
		}
	}
}

// Command queues a reliable act and gives its number; Replies will name it. It is sent again on a new connection until
// it is answered; where the seat was lost meanwhile, the answer is LostCommand.
func (p *Predictor) Command(data []byte) (n uint32, err error) {
	if len(data) == 0 || len(data) > wire.MaxCommand {
		return 0, ErrCommand
	}
	if len(p.out.commands) == maxCommandsWaiting {
		return 0, ErrTooManyCommands
	}
	p.out.n++
	p.out.commands = append(p.out.commands, command{n: p.out.n, data: append([]byte(nil), data...)})
	return p.out.n, nil
}

// Replies appends the answers to commands that have come since the last call.
func (p *Predictor) Replies(dst []wire.Reply) []wire.Reply {
	dst = append(dst, p.out.replies...)
	p.out.replies = p.out.replies[:0]
	return dst
}

// Outgoing appends the frame that is due, if one is: inputs once per snapshot interval, and whatever else there is to
// tell. Call it after Advance; if it appends nothing there is nothing to send.
func (p *Predictor) Outgoing(now time.Duration, dst []byte) []byte {
	if !p.welcomed {
		return dst
	}
	start := len(dst)
	dst = p.appendPresence(dst)
	dst = p.appendInputs(now, dst)
	dst = p.appendPing(now, dst)
	dst = p.appendKeyframe(now, dst)
	dst = p.appendCommands(dst, start)
	p.counts.up(len(dst) - start)
	return dst
}

func (p *Predictor) appendPresence(dst []byte) []byte {
	if !p.out.presence {
		return dst
	}
	p.out.presence = false
	return wire.AppendPresence(dst, &wire.SetPresence{Presence: p.presence, Name: p.name})
}

// appendInputs appends what I want in the ticks that were predicted since, two to a message. The pairs are those that the
// server steps together, so that no tick waits for one that is needed later.
func (p *Predictor) appendInputs(now time.Duration, dst []byte) []byte {
	if !p.ready || !p.ahead.valid {
		return dst
	}
	span := min(p.divisor, wire.MaxInputs)
	end := p.ahead.newest
	if over := int32(end-p.replica.Tick) % int32(span); over > 0 {
		end -= game.Tick(over)
	}
	first := p.out.sent + 1
	if oldest := end - wire.MaxAhead + 1; p.out.sent == 0 || int32(oldest-first) > 0 {
		first = oldest
	}
	if int32(end-first) < 0 {
		// My time stands still, but the server wants to hear that its snapshots arrive.
		if now-p.out.sentAt < 2*time.Duration(p.divisor)*tickTime {
			return dst
		}
		p.out.sentAt = now
		return wire.AppendInput(dst, p.input(p.ahead.newest, 0))
	}
	p.out.sent, p.out.sentAt = end, now
	if !p.asks() {
		return wire.AppendInput(dst, p.input(first, 0))
	}
	before := len(dst)
	for int32(end-first) >= 0 {
		count := game.Tick(1)
		if (end-first+1)%span == 0 {
			count = span
		}
		dst = p.appendInput(now, dst, first, count)
		first += count
	}
	if len(dst) == before { // all given up; but the server wants to hear all the same
		return wire.AppendInput(dst, p.input(end, 0))
	}
	return dst
}

// appendInput appends the message for count ticks from first on, without those that were given up.
func (p *Predictor) appendInput(now time.Duration, dst []byte, first, count game.Tick) []byte {
	for count > 0 && p.gaveUp(first) {
		first, count = first+1, count-1
	}
	for count > 0 && p.gaveUp(first+count-1) {
		count--
	}
	if count == 0 {
		return dst
	}
	dst = wire.AppendInput(dst, p.input(first, int(count)))
	for t := first; int32(first+count-t) > 0; t++ {
		p.clock.inputSent(t, now)
		if s := p.ahead.at(t); s != nil {
			s.told = true
			p.out.told, p.out.last = t, s.asked
		}
	}
	return dst
}

// gaveUp says that nothing is to be sent for a tick.
func (p *Predictor) gaveUp(t game.Tick) bool {
	s := p.ahead.at(t)
	return s != nil && s.held
}

// input is the message for count ticks from first on. It is valid until the next call.
func (p *Predictor) input(first game.Tick, count int) *wire.Input {
	m := &p.draw.input
	*m = wire.Input{
		First: uint32(first),
		Echo:  uint32(p.replica.Tick),
		View:  p.view(first),
		Count: count,
	}
	for k := range count {
		asked := game.Input{}
		if s := p.ahead.at(first + game.Tick(k)); s != nil {
			asked = s.asked
		}
		m.Payloads[k] = snap.AppendInput(p.draw.payload[k][:0], asked)
	}
	return m
}

func (p *Predictor) appendPing(now time.Duration, dst []byte) []byte {
	if p.out.pingAt != 0 && now < p.out.pingAt {
		return dst
	}
	p.out.pingAt = now + pingEvery
	p.out.nonce++
	if p.out.nonce == 0 {
		p.out.nonce = 1
	}
	p.out.pings[p.out.nonce%uint32(len(p.out.pings))] = ping{p.out.nonce, now}
	return wire.AppendPing(dst, &wire.Ping{Nonce: p.out.nonce})
}

func (p *Predictor) appendKeyframe(now time.Duration, dst []byte) []byte {
	if !p.out.keyframe || p.out.asked && now-p.out.askedAt < keyframeEvery {
		return dst
	}
	p.out.asked, p.out.askedAt = true, now
	p.counts.keyframes++
	tick := uint32(0)
	if p.ready {
		tick = uint32(p.replica.Tick)
	}
	return wire.AppendKeyframe(dst, &wire.Keyframe{Tick: tick, Reason: p.out.reason})
}

// appendCommands appends as many commands as still fit into the frame.
func (p *Predictor) appendCommands(dst []byte, start int) []byte {
	const head, others = 16, 10 // bytes around a command's; messages that may stand in the frame already
	room := wire.MaxArrays - others
	for i := range p.out.commands {
		c := &p.out.commands[i]
		if c.sent {
			continue
		}
		if room == 0 || len(dst)-start+len(c.data)+head > wire.MaxClientFrame {
			break
		}
		room--
		c.sent, c.told = true, true
		dst = wire.AppendCommand(dst, &wire.Command{N: c.n + p.out.base, Data: c.data})
	}
	return dst
}
