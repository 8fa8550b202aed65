//go:build !linux

package light

import "time"

// thread exists on Linux only.
type thread struct{}

func newThread(*Config, *target, [][]byte, time.Time, int) (*thread, error) { return nil, ErrPlatform }

func (*thread) run()                 {}
func (*thread) halt()                {}
func (*thread) joined() (int, error) { return 0, ErrPlatform }
func (*thread) addTo(*Stats)         {}
func (*thread) reset()               {}
