package match

import (
	"bankshot/game"
	"bankshot/server/room"
)

// Stick is what the payloads of one person ask for, for another world that people fly in: as in a match, a press that
// comes late enters the next tick, and who is silent goes on for a moment, then coasts.
type Stick struct{ hold hold }

// Hear takes a payload and says whether it was one for this tick.
func (s *Stick) Hear(in *room.Input) (heard bool) { return s.hold.hear(in) }

// Ask is what the person is taken to want in this tick; heard says that a payload for it came.
func (s *Stick) Ask(heard bool) game.Input { return s.hold.ask(heard) }

// Silent says that nothing has been heard for so long that a pilot should fly.
func (s *Stick) Silent() bool { return s.hold.missing > silentTicks }

// GuestName names somebody who gave no name, such as "NeonOtter 42"; chance is any number.
func GuestName(chance uint64) string { return guestName(chance) }
