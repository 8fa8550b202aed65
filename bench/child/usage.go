package child

import (
	"errors"
	"time"
)

// Usage is what a process has used so far.
type Usage struct {
	// CPU is its processor time, its own and the kernel's for it, all threads together.
	CPU time.Duration
	// RSS is its resident memory in bytes.
	RSS int64
	// Threads is how many it has now.
	Threads int
}

// ErrUsage says that this system does not tell what a process uses.
var ErrUsage = errors.New("what a process uses is read from Linux' /proc: there is none here")

// Usage is what the server has used.
func (s *Server) Usage() (Usage, error) { return UsageOf(s.PID()) }
