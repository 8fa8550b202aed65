//go:build !linux

package child

// UsageOf is only known on Linux.
func UsageOf(int) (Usage, error) { return Usage{}, ErrUsage }
