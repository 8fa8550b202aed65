package child

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// UsageOf reads what a process of this machine has used. Its CPU time comes from its own clock, in nanoseconds:
// /proc/PID/stat counts the same in hundredths of a second, too coarse for a curve by the second.
func UsageOf(pid int) (Usage, error) {
	var u Usage
	var ts unix.Timespec
	if err := unix.ClockGettime(cpuClock(pid), &ts); err != nil {
		return u, fmt.Errorf("read the CPU clock of process %d: %w", pid, err)
	}
	u.CPU = time.Duration(ts.Nano())

	name := fmt.Sprintf("/proc/%d/stat", pid)
	stat, err := os.ReadFile(name)
	if err != nil {
		return u, fmt.Errorf("read what process %d uses: %w", pid, err)
	}
	// The name in brackets may hold anything; the fields behind it begin with the third.
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	const threads, pages = 20 - 3, 24 - 3
	if len(fields) <= pages {
		return u, fmt.Errorf("%s has %d fields", name, len(fields))
	}
	if u.Threads, err = strconv.Atoi(string(fields[threads])); err != nil {
		return u, fmt.Errorf("%s: threads: %w", name, err)
	}
	n, err := strconv.ParseInt(string(fields[pages]), 10, 64)
	if err != nil {
		return u, fmt.Errorf("%s: resident pages: %w", name, err)
	}
	u.RSS = n * int64(os.Getpagesize())
	return u, nil
}

// cpuClock is the number of the clock that counts what all threads of a process use; see clock_getcpuclockid(3).
func cpuClock(pid int) int32 {
	const scheduler = 2
	return int32(^pid)<<3 | scheduler
}
