//go:build unix

package game

import (
	"syscall"
	"time"
)

// cpuTime is what the program has spent of the processor: unlike the clock it minds no neighbours.
func cpuTime() time.Duration {
	var use syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) != nil {
		return 0
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
