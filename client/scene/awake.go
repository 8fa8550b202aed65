package scene

import "time"

// sleptFor is how long no Update may come before the computer, or the page, is taken to have slept.
const sleptFor = 2 * time.Second

// awake notices that time has passed without us.
type awake struct{ last time.Time }

// slept is to be called in every Update: it says that much time has passed since the one before. It goes by the wall's
// clock, for the other one stands still while some computers sleep; should somebody set the wall's clock, a connection is
// doubted for nothing.
func (a *awake) slept(now time.Time) bool {
	now = now.Round(0) // without the monotonic clock
	gap := now.Sub(a.last)
	first := a.last.IsZero()
	a.last = now
	return !first && gap > sleptFor
}
