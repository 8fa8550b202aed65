//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package web

// tryLock takes the lock of that name, or returns nil when another has it.
func tryLock(name string) (unlock func(), err error) { return tryLease(name + ".lease") }
