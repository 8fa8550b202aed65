package hostile

import (
	"math/rand/v2"
	"time"

	"bankshot/game/wire"
)

// The attacks of this file come in as players do, and then do what no player does.

const (
	// seated is how many attackers with a seat there are at most.
	seated = 32
	// belowLimit is how many frames a second a connection sends that does not want to be cut.
	belowLimit = 80
	// interval is that of a match's snapshots.
	interval = time.Second / 30
)

func (a *attack) crowd() int { return min(seated, a.cfg.Sockets) }

// stall takes a seat, echoes every snapshot and reads none.
func (a *attack) stall() {
	a.each(a.crowd(), func(i int) {
		for a.turn() {
			c, err := a.join(i, wire.PresenceHere)
			if err != nil {
				continue
			}
			if tcp, ok := c.Conn.(interface{ SetReadBuffer(int) error }); ok {
				_ = tcp.SetReadBuffer(4 << 10)
			}
			for a.sleep(interval) {
				_ = c.SetDeadline(time.Now().Add(patience))
				now := c.now()
				if _, err := c.Write(frame(wire.AppendInput(nil, &wire.Input{First: now + 3, Echo: now, View: now * wire.ViewUnits}))); err != nil {
					break
				}
				a.frames.Add(1)
			}
			c.Close()
		}
	})
}

// surplus sends inputs that are for nothing. Every fourth attacker sends them faster than anybody may, and is cut.
func (a *attack) surplus() {
	a.spam(func(i int, c *conn, random *rand.Rand) []byte {
		now := c.now()
		m := &wire.Input{First: now + 3, Echo: now, View: now * wire.ViewUnits, Count: 2}
		switch random.IntN(4) {
		case 0:
			m.First = now - 100
		case 1:
			m.First = random.Uint32()
		case 2:
			m.Echo, m.View = random.Uint32(), random.Uint32()
		}
		for k := range m.Payloads {
			m.Payloads[k] = []byte{byte(random.Uint32()), byte(random.Uint32()), byte(random.Uint32())}
		}
		var p []byte
		for range 1 + random.IntN(wire.MaxArrays) {
			p = wire.AppendInput(p, m)
		}
		return p
	})
}

// commands sends what a room answers, as much of it as a frame holds.
func (a *attack) commands() {
	a.spam(func(i int, c *conn, random *rand.Rand) []byte {
		var p []byte
		for range wire.MaxArrays {
			switch random.IntN(5) {
			case 0:
				p = wire.AppendCommand(p, &wire.Command{N: random.Uint32(), Data: []byte{byte(random.Uint32()), byte(random.Uint32())}})
			case 1:
				p = wire.AppendPresence(p, &wire.SetPresence{Presence: wire.Presence(1 + random.IntN(3)), Name: "x\u202e" + string(rune('a'+random.IntN(26)))})
			case 2:
				p = wire.AppendKeyframe(p, &wire.Keyframe{Tick: random.Uint32(), Reason: wire.KeyframeReason(random.IntN(4))})
			case 3:
				p = wire.AppendPing(p, &wire.Ping{Nonce: random.Uint32()})
			default:
				p = wire.AppendInput(p, &wire.Input{Echo: c.now()})
			}
		}
		return p
	})
}

// spam sends frames within the attack's rate, and reads what comes, so that nothing but the frames is in the way.
func (a *attack) spam(next func(i int, c *conn, random *rand.Rand) []byte) {
	a.each(a.crowd(), func(i int) {
		random := rand.New(rand.NewPCG(1, uint64(i)))
		for a.turn() {
			c, err := a.join(i, wire.PresenceHere)
			if err != nil {
				continue
			}
			gone := make(chan struct{})
			a.group.Go(func() {
				defer close(gone)
				_ = c.SetReadDeadline(time.Time{})
				for {
					if _, _, err := c.read(); err != nil {
						return
					}
				}
			})
			for a.turn() {
				if i%4 != 0 && !a.sleep(time.Second/belowLimit) {
					break
				}
				_ = c.SetWriteDeadline(time.Now().Add(patience))
				if _, err := c.Write(frame(next(i, c, random))); err != nil {
					break
				}
				a.frames.Add(1)
			}
			c.Close()
			<-gone
		}
	})
}
