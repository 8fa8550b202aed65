//go:build unix

package gateway

import (
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// tryWriter writes what the kernel takes at once, and never waits. It has a
// descriptor of its own for the connection: going through net.Conn's takes two
// locks and asks Go's poller each time.
type tryWriter struct{ fd int }

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
	var fd int
	var failed error
	err = raw.Control(func(of uintptr) { fd, failed = unix.FcntlInt(of, unix.F_DUPFD_CLOEXEC, 0) })
	if err != nil || failed != nil {
		return nil
	}
	return &tryWriter{fd}
}

// write returns how much of p is out; an error means that nothing will ever be.
func (w *tryWriter) write(p []byte) (int, error) {
	for {
		n, err := send(w.fd, p)
		switch err {
		case nil:
			return n, nil
		case syscall.EINTR:
		case syscall.EAGAIN: // full: nothing is out, and that is no error
			return 0, nil
		default:
			return 0, err
		}
	}
}

// conn is the connection for who wants to wait for it. The descriptor is gone
// afterwards.
func (w *tryWriter) conn() (net.Conn, error) {
	f := os.NewFile(uintptr(w.fd), "socket")
	conn, err := net.FileConn(f)
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("gateway: a connection to wait for: %w", err)
	}
	return conn, nil
}

func (w *tryWriter) close() { _ = syscall.Close(w.fd) }
