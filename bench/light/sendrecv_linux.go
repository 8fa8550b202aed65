package light

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// send(2) and recv(2) cost less than write(2) and read(2): they pass by what files need. None of them waits, so Go's
// scheduler need not be told of them.

// send offers a socket bytes, of which there must be some, and gives how many it took.
func send(fd int, p []byte) (n int, err error) {
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
