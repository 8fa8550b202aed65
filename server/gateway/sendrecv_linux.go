package gateway

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Of what the server does, half is writing to sockets. send(2) and recv(2) go
// straight to them, where write(2) and read(2) first pass through what files
// need: a position, its lock, those who watch the file. Neither waits here, so
// that Go's scheduler need not be told of them either.

// send offers a socket bytes: as many as it takes at once are out.
func send(fd int, p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	r, _, errno := syscall.RawSyscall6(unix.SYS_SENDTO, uintptr(fd), uintptr(unsafe.Pointer(&p[0])), uintptr(len(p)), unix.MSG_DONTWAIT|unix.MSG_NOSIGNAL, 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return int(r), nil
}

// recv takes what has come; nothing, without an error, is the end of the stream. p must have room.
func recv(fd int, p []byte) (n int, err error) {
	r, _, errno := syscall.RawSyscall6(unix.SYS_RECVFROM, uintptr(fd), uintptr(unsafe.Pointer(&p[0])), uintptr(len(p)), unix.MSG_DONTWAIT, 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return int(r), nil
}
