//go:build unix

package gateway

import (
	"net"
	"syscall"
)

// tryWriter writes what the kernel takes at once, and never waits.
//
// RawConn.Write calls its function with the descriptor and, when that returns
// false, parks until the socket is writable. Ours always returns true. The
// result travels in fields, so that the function is made once and a write
// allocates nothing.
type tryWriter struct {
	raw     syscall.RawConn
	attempt func(fd uintptr) bool
	p       []byte
	n       int
	err     error
}

// newTryWriter returns nil for a connection without a descriptor of its own,
// such as one under TLS.
func newTryWriter(conn net.Conn) *tryWriter {
	sc, ok := conn.(syscall.Conn)
	if !ok {
		return nil
	}
	raw, err := sc.SyscallConn()
	if err != nil {
		return nil
	}
	w := &tryWriter{raw: raw}
	w.attempt = w.once
	return w
}

// write returns how much of p is out; an error means that nothing will ever be.
func (w *tryWriter) write(p []byte) (int, error) {
	w.p, w.n, w.err = p, 0, nil
	err := w.raw.Write(w.attempt)
	w.p = nil
	if err != nil {
		return 0, err
	}
	return w.n, w.err
}

func (w *tryWriter) once(fd uintptr) bool {
	for {
		n, err := syscall.Write(int(fd), w.p)
		switch err {
		case nil:
			w.n = n
		case syscall.EINTR:
			continue
		case syscall.EAGAIN: // full: nothing is out, and that is no error
		default:
			w.err = err
		}
		return true
	}
}
