package light

import "time"

// LateAfter is by how much a send may miss its time before it counts as late: a bot that is late is no measure of the
// server.
const LateAfter = 5 * time.Millisecond

// Stats are a swarm's figures since Start or the last Reset. Bytes include WebSocket headers, and nothing of handshakes.
type Stats struct {
	// Bots is how many there are to be, Connected how many are in at this moment.
	// Refused is how many the server sent away because it is full.
	Bots, Connected, Refused int
	// Measured is how long the figures have been counted.
	Measured time.Duration

	// Frames came from the server; Snapshots are the Deltas and Fulls in them (in plain traffic: every frame).
	Frames, Snapshots, Fulls uint64
	// Gaps are snapshots that did not follow what the bot held, Keyframes how often it asked for a Full because of that.
	Gaps, Keyframes uint64
	// Rebases are those the server told.
	Rebases              uint64
	BytesDown, BytesUp   uint64
	FramesUp, InputTicks uint64
	// LateSends went out more than LateAfter after their time. MissedSends never did: the thread came an interval late.
	LateSends, MissedSends uint64
	// Stuck are frames not sent because the server did not read.
	Stuck uint64
	// Interarrival are the times between two frames with snapshots at a bot, of those that are watched.
	Interarrival Histogram
	// Closes are the connections that ended, by reason.
	Closes map[string]int
}

// add sums up what threads counted.
func (s *Stats) add(o *Stats) {
	s.Bots += o.Bots
	s.Connected += o.Connected
	s.Refused += o.Refused
	s.Frames += o.Frames
	s.Snapshots += o.Snapshots
	s.Fulls += o.Fulls
	s.Gaps += o.Gaps
	s.Keyframes += o.Keyframes
	s.Rebases += o.Rebases
	s.BytesDown += o.BytesDown
	s.BytesUp += o.BytesUp
	s.FramesUp += o.FramesUp
	s.InputTicks += o.InputTicks
	s.LateSends += o.LateSends
	s.MissedSends += o.MissedSends
	s.Stuck += o.Stuck
	s.Interarrival.Merge(&o.Interarrival)
	for reason, n := range o.Closes {
		if s.Closes == nil {
			s.Closes = map[string]int{}
		}
		s.Closes[reason] += n
	}
}

// reset begins anew; who is connected, or was refused, stays so.
func (s *Stats) reset() { *s = Stats{Bots: s.Bots, Connected: s.Connected, Refused: s.Refused} }
