package ops

import (
	"time"

	"github.com/prometheus/procfs"
)

// IdleTime is how long all processors of the machine together have had nothing to do since it started, to 10 ms; false
// where the system does not tell. In a container it is that of the whole machine.
func IdleTime() (time.Duration, bool) {
	fs, err := procfs.NewDefaultFS()
	if err != nil {
		return 0, false
	}
	stat, err := fs.Stat()
	if err != nil {
		return 0, false
	}
	return time.Duration((stat.CPUTotal.Idle + stat.CPUTotal.Iowait) * float64(time.Second)), true
}
