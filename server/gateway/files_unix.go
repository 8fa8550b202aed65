//go:build unix

package gateway

import "syscall"

// openFiles is how many descriptors the process may have.
func openFiles() int {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return fallbackFiles
	}
	return int(min(uint64(limit.Cur), maxFiles))
}
