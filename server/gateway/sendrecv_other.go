//go:build unix && !linux

package gateway

import "syscall"

// send offers a socket bytes: as many as it takes at once are out.
func send(fd int, p []byte) (n int, err error) { return syscall.Write(fd, p) }
