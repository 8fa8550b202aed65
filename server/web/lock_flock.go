//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package web

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes the lock of that name, or returns nil when another has it. The
// kernel releases it when its holder dies, however that happens.
func tryLock(name string) (unlock func(), err error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case err == nil:
		return func() { f.Close() }, nil
	case errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR):
		f.Close()
		return nil, nil
	case errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENOLCK):
		f.Close() // some network file systems have no locks
		return tryLease(name + ".lease")
	default:
		f.Close()
		return nil, &os.PathError{Op: "flock", Path: name, Err: err}
	}
}
