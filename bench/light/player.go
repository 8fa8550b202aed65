package light

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// errInterval says that a world sends snapshots too seldom for the wheel.
var errInterval = errors.New("light: the room sends less than a snapshot a second")

// player is a light bot's half of the protocol: what it understands of what it gets, and what it says. It knows neither
// socket nor clock.
type player struct {
	ticks  ticks
	hz     uint32
	track  track
	in     bool // Welcome came
	ready  bool // a Full came
	bye    string
	busy   bool // the Bye said that the server is full
	nonce  uint32
	until  uint32 // frames until the next Ping
	wanted bool   // a Full is wanted
	asked  uint32 // frames until it may be asked for again
}

// heard is what a frame of the server held that Stats count.
type heard struct {
	snapshots, fulls, gaps, rebases uint64
}

// viewBehind is how many ticks behind the newest snapshot the others are drawn by a client on a good network.
const viewBehind = 3

// hello appends the first frame.
func hello(dst []byte, name string) []byte {
	return wire.AppendHello(dst, &wire.Hello{
		Protocol: wire.Protocol, Rules: game.Rules(), Name: name, Presence: wire.PresenceHere,
	})
}

// receive takes in one frame. m is scratch.
func (p *player) receive(frame []byte, m *wire.Messages) (h heard, err error) {
	if err := m.Open(frame, wire.FromServer()); err != nil {
		return h, err
	}
	for kind, args, ok := m.Next(); ok; kind, args, ok = m.Next() {
		switch kind {
		case wire.KindDelta:
			var d wire.Delta
			if err := d.Decode(args); err != nil {
				return h, err
			}
			p.delta(&d, &h)
		case wire.KindCells:
			var c wire.Cells
			if err := c.Decode(args); err != nil {
				return h, err
			}
			if err := p.cells(&c, &h); err != nil {
				return h, err
			}
		case wire.KindFull:
			var f wire.Full
			if err := f.Decode(args); err != nil {
				return h, err
			}
			p.ticks.full(f.Tick)
			p.ready, p.wanted = true, false
			h.snapshots++
			h.fulls++
		case wire.KindRebase:
			var r wire.Rebase
			if err := r.Decode(args); err != nil {
				return h, err
			}
			p.ticks.moved(r.Ticks)
			h.rebases++
		case wire.KindWelcome:
			if err := p.welcome(args); err != nil {
				return h, err
			}
		case wire.KindBye:
			var b wire.Bye
			if err := b.Decode(args); err != nil {
				return h, err
			}
			p.bye, p.busy = fmt.Sprintf("Bye %v: %s", b.Code, b.Reason), b.Code == wire.ByeBusy
		}
	}
	return h, nil
}

// delta notes to which tick a snapshot leads. Of its body only the first byte is looked at, the lowest of its first tick.
func (p *player) delta(d *wire.Delta, h *heard) {
	if !p.ready {
		return
	}
	h.snapshots++
	if len(d.Body) == 0 || d.Body[0] != byte(p.ticks.held+1) {
		h.gaps++
		p.wanted = true
		return
	}
	p.ticks.held += p.ticks.divisor
	p.ticks.measured(d.Margin)
}

// cells notes to which tick a snapshot of a world of cells leads. The cells themselves are not looked at.
func (p *player) cells(c *wire.Cells, h *heard) error {
	if !p.ready {
		return nil
	}
	to, n, err := snap.CellsTick(c.Body, game.Tick(p.ticks.held))
	if err != nil {
		return err
	}
	if n == 0 {
		return nil // whole cells of the tick that Full has told
	}
	h.snapshots++
	if uint32(to)-uint32(n) != p.ticks.held {
		h.gaps++
		p.wanted = true
		return nil
	}
	p.ticks.held = uint32(to)
	return nil
}

func (p *player) welcome(args wire.Args) error {
	var w wire.Welcome
	if err := w.Decode(args); err != nil {
		return err
	}
	if w.Divisor > w.TickHz {
		return errInterval
	}
	p.in = true
	p.ticks.divisor, p.hz = uint32(w.Divisor), uint32(w.TickHz)
	return nil
}

// closed is the reason why the server closes: its Bye if it said one, else the close frame's.
func closed(payload []byte, bye string) error {
	switch {
	case bye != "":
		return fmt.Errorf("light: the server said %s", bye)
	case len(payload) < 2:
		return errors.New("light: the server closed without a code")
	default:
		return fmt.Errorf("light: the server closed with %d %s", binary.BigEndian.Uint16(payload), payload[2:])
	}
}

// interval is the time between two snapshots, once Welcome has come.
func (p *player) interval() time.Duration {
	return time.Duration(p.ticks.divisor) * time.Second / time.Duration(p.hz)
}

// said is what a frame of the bot held that Stats count.
type said struct {
	inputTicks, keyframes uint64
}

// frame appends the frame that is due: the inputs, once a second a Ping, and a Keyframe where a snapshot was missed.
func (p *player) frame(dst []byte) ([]byte, said) {
	var s said
	c := &p.ticks
	m := wire.Input{Echo: c.held, View: (c.held - min(viewBehind, c.held)) * wire.ViewUnits}
	first, count := c.next()
	s.inputTicks = uint64(count)
	for m.First = first; ; m.First += uint32(m.Count) {
		m.Count = int(min(count, wire.MaxInputs))
		for k := range m.Count {
			m.Payloads[k] = p.track.next()
		}
		dst = wire.AppendInput(dst, &m)
		if count -= uint32(m.Count); count == 0 {
			break
		}
	}
	if p.until == 0 {
		p.until = max(p.hz/c.divisor, 1)
		p.nonce++
		dst = wire.AppendPing(dst, &wire.Ping{Nonce: p.nonce})
	}
	p.until--
	if p.asked > 0 {
		p.asked--
	}
	if p.wanted && p.asked == 0 {
		p.asked = p.hz / c.divisor
		s.keyframes++
		dst = wire.AppendKeyframe(dst, &wire.Keyframe{Tick: c.held, Reason: wire.KeyframeGap})
	}
	return dst, s
}

// track is where a bot is in the recording.
type track struct {
	inputs []byte
	at     int
}

// next is the payload for the next tick. The recording begins anew when it ends.
func (t *track) next() []byte {
	if t.at == len(t.inputs) {
		t.at = 0
	}
	t.at += snap.InputBytes
	return t.inputs[t.at-snap.InputBytes : t.at]
}
