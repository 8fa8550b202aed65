//go:build unix

package ops

import (
	"time"

	"golang.org/x/sys/unix"
)

// ProcessTime is the processor time that the process has used, its own and the
// kernel's for it; false where the system does not tell.
func ProcessTime() (time.Duration, bool) {
	var u unix.Rusage
	if unix.Getrusage(unix.RUSAGE_SELF, &u) != nil {
		return 0, false
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), true
}
