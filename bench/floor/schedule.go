package floor

import "time"

// How fine the schedule is: players are served in groups that are spread over the interval, as a game server's rooms are.
// But a server wakes at most once a millisecond, and then serves whole groups together.
const (
	slotTime  = time.Millisecond
	groupSize = 8
)

// schedule says when to wake, and which share of the players to write to then. It is told the time and never asks for it.
type schedule struct {
	epoch time.Time
	every time.Duration
	slots int   // in an interval
	next  int64 // the slot that comes next, counted since the epoch
}

func newSchedule(epoch time.Time, hz, players int) schedule {
	every := time.Second / time.Duration(hz)
	groups := (players + groupSize - 1) / groupSize
	return schedule{epoch: epoch, every: every, slots: max(min(int(every/slotTime), groups), 1)}
}

// due is when the next slot begins. Slots are counted within each interval, so that no rounding adds up.
func (s *schedule) due() time.Time {
	interval, slot := s.next/int64(s.slots), s.next%int64(s.slots)
	return s.epoch.Add(time.Duration(interval)*s.every + time.Duration(slot)*s.every/time.Duration(s.slots))
}

// take is the slot that has begun; false if none has.
func (s *schedule) take(now time.Time) (slot int, ok bool) {
	if now.Before(s.due()) {
		return 0, false
	}
	slot = int(s.next % int64(s.slots))
	s.next++
	return slot, true
}

// slotOf deals the players out over the slots.
func (s *schedule) slotOf(player int) int { return player % s.slots }
