package gateway

import (
	"io"
	"net"
	"time"
)

// drain sends the rest, gives the client a moment to read it and closes the
// connection. Closing at once would answer whatever the client still sends with
// a reset, and a reset throws away what it has not read yet: the reason.
func (o *outbox) drain() {
	o.mu.Lock()
	o.why.CompareAndSwap(nil, endLost)
	rest, sent := o.held, o.sent
	if o.try != nil {
		o.held, o.sent = nil, 0
	}
	o.mu.Unlock()

	conn, err := o.waiter()
	if err != nil {
		o.lose(rest, sent)
		return
	}
	_ = conn.SetDeadline(time.Now().Add(lingerLimit))
	if o.try != nil {
		if n, err := conn.Write(rest[sent:]); err != nil {
			o.lose(rest, sent+n)
		}
	} else {
		o.wakePump()
		<-o.pumped
	}
	if half, ok := conn.(interface{ CloseWrite() error }); ok && half.CloseWrite() == nil {
		_, _ = io.CopyN(io.Discard, conn, lingerBytes)
	}
	_ = conn.Close()
}

// waiter is the connection for who may wait for it, and the only one that is left.
func (o *outbox) waiter() (net.Conn, error) {
	switch {
	case o.try == nil:
		return o.conn, nil
	case o.conn == nil:
		return o.try.conn()
	default:
		o.try.close()
		return o.conn, nil
	}
}

// lose counts the frames of which not all is out.
func (o *outbox) lose(held []byte, sent int) {
	for len(held) > 0 && frameSize(held) <= sent {
		size := frameSize(held)
		held, sent = held[size:], sent-size
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.droppedLost += framesIn(held)
}
