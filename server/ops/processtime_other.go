//go:build !unix

package ops

import "time"

// ProcessTime is not asked of this system.
func ProcessTime() (time.Duration, bool) { return 0, false }
