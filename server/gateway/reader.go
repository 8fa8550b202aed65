package gateway

import (
	"errors"
	"net"
	"os"
	"sync"
	"time"
)

// read is the reader of a connection that no poller can read, as one under TLS: a
// goroutine of its own, from the handshake to the end. early is what came along
// with the request.
func (s *socket) read(conn net.Conn, early []byte) {
	var pump sync.WaitGroup
	if s.out.needsPump() {
		pump.Go(s.out.pump)
	}
	s.hear(early, time.Now())
	buf := make([]byte, readBuffer)
	for moved := (time.Time{}); s.out.open(); {
		if due := s.deadline(); due.Sub(moved) >= quietStep {
			moved = due
			s.out.extend(due)
		}
		n, err := conn.Read(buf)
		s.hear(buf[:n], time.Now())
		if errors.Is(err, os.ErrDeadlineExceeded) {
			s.silent()
		} else if err != nil {
			s.lost()
		}
	}
	s.detach()
	s.end()
	pump.Wait()
}
