package room

import "time"

// Info is what the outside may know about a room.
type Info struct {
	Code string
	// Kind is what the room was opened for, in the words of whoever made it; empty for the usual.
	Kind string
	// People are the seats that play, those kept for somebody who dropped included; Watching those that only watch, or
	// are about to be seated.
	People, Watching int
	// Places is how many may play at once, Seats how many may be in at all.
	Places, Seats int
	Tick          uint32
	// Asleep rooms have nobody in them and don't step.
	Asleep bool
	// Strain is how much less than all a large world's room tells, because it does not keep its schedule: 0 for all of it, 1 for
	// no more than can be seen, 2 and 3 for that at half and at a quarter of the rate.
	Strain int
	// About is what the world last said of itself; empty before it has.
	About About

	gather int
}

// publish lets the outside know how things stand.
func (r *Runner) publish() {
	census := r.room.census()
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	r.info.People, r.info.Watching, r.info.Tick = census.players(), census.Watching, r.room.tick
	r.info.About, r.info.Strain = r.room.about, r.room.cells.strain.level
	r.census, r.counters = census, r.room.counters
	r.mail.joining -= r.joined
	r.joined = 0
}

// Info is how things stood at the last wake-up, and who has come since.
func (r *Runner) Info() Info {
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	info := r.info
	info.Asleep = r.asleep
	info.Watching += r.mail.joining
	return info
}

// Counters are those of the last wake-up.
func (r *Runner) Counters() Counters {
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	return r.counters
}

// addLateness adds the room's to a sum.
func (r *Runner) addLateness(sum *Tally) {
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	sum.Add(&r.counters.Lateness)
}

// Census counts the seats as they were at the last wake-up.
func (r *Runner) Census() Census {
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	return r.census
}

// asleepSince says whether nobody is in the room, and since when.
func (r *Runner) asleepSince() (time.Time, bool) {
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	return r.slept, r.asleep
}
