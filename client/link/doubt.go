package link

import "time"

// doubt is whether the connection may be dead without anybody having said so: a computer that slept, or has come into
// another network, holds sockets that nothing will ever come through.
type doubt struct {
	cast  bool
	since time.Duration
	heard time.Duration // when something came last
}

// dead says that what was doubted has not spoken for so long that it is given up. What comes right after the doubt was
// cast may have waited here for as long as the computer slept, so that it clears nothing.
func (d *doubt) dead(now time.Duration) bool {
	if !d.cast || now-d.since < DoubtFor {
		return false
	}
	d.cast = false
	return d.heard-d.since < DoubtFor/4
}

// Doubt says that the network may be another one, or that time has passed here without us: the page is shown again, the
// computer was asleep, the system reports a connection. Who waits for the next attempt makes it at once, an attempt on its
// way is made anew, and an open connection has to speak within DoubtFor or is replaced. Nothing is lost by calling it too
// often, save an attempt on its way.
func (l *Link) Doubt() {
	now := l.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	switch l.state {
	case Closed:
	case Open:
		l.doubt = doubt{cast: true, since: now, heard: l.doubt.heard}
		l.unheard = false // what was asked before has no bearing on now
	default:
		if l.giveUp != nil {
			l.giveUp()
		}
		select {
		case l.hurry <- struct{}{}:
		default:
		}
	}
}
