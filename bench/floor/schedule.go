package floor

import "time"

// slotTime is how fine the schedule is: a server wakes once a millisecond and writes to those whose turn it is, as a game
// server's rooms are spread over an interval.
const slotTime = time.Millisecond

// schedule says when to wake, and which share of the players to write to then. It is told the time and never asks for it.
type schedule struct {
	epoch time.Time
	every time.Duration
	slots int   // in an interval
	next  int64 // the slot that comes next, counted since the epoch
}

func newSchedule(epoch time.Time, hz int) schedule {
	every := time.Second / time.Duration(hz)
	return schedule{epoch: epoch, every: every, slots: max(int(every/slotTime), 1)}
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
