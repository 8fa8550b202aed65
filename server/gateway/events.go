package gateway

import (
	"github.com/lxzan/gws"

	"bankshot/game/wire"
)

// events are what the library calls, always from a connection's read loop. One
// value serves all connections: which one it is about stands in the tap.
type events struct{}

func socketOf(c *gws.Conn) *socket { return c.NetConn().(*tap).socket }

// OnOpen has nothing to do: reading begins when everything is set up.
func (events) OnOpen(*gws.Conn) {}

// OnClose has nothing to do, see socket.run.
func (events) OnClose(*gws.Conn, error) {}

// OnPing answers with the payload, as RFC 6455 asks; the library's own handler
// sends none, and would write past the outbox.
func (events) OnPing(c *gws.Conn, payload []byte) {
	_ = socketOf(c).out.send(opPong, payload)
}

// OnPong has nothing to do: that something came is noted by the tap.
func (events) OnPong(*gws.Conn, []byte) {}

// OnMessage gets each whole message. Its bytes go back to a pool at the end.
func (events) OnMessage(c *gws.Conn, m *gws.Message) {
	defer m.Close()
	s := socketOf(c)
	switch {
	case s.out.reason() != nil: // what was still on its way when it was closed
	case m.Opcode != gws.OpcodeBinary:
		s.gate.rejected("text")
		s.refuse(closeUnsupported, wire.ByeMessage, endText)
	default:
		s.receive(m.Bytes())
	}
}
