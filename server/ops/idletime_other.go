//go:build !linux

package ops

import "time"

// IdleTime is not asked of this system.
func IdleTime() (time.Duration, bool) { return 0, false }
