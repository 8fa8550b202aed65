package room

// Counters count what happened since the room was made; none is ever reset.
type Counters struct {
	// Ticks were stepped; DroppedTicks were not, after a stall, and told by Rebase. Overruns are the wake-ups that came
	// far too late or took longer than an interval, see Config.Overrun.
	Ticks, DroppedTicks, Overruns uint64
	// Inputs by ticks: accepted in time; late and marked so; too late for that; too early; a second one for the same
	// tick; from a seat that is not Here.
	InputsAccepted, InputsLate, InputsTooLate, InputsTooEarly, InputsSurplus, InputsIdle uint64
	// Held are the intervals after which nobody was sent anything, because the room was slow; their snapshots came with the
	// next ones. StrainedWakes are the wake-ups in which a large world's room told less than all, for that reason.
	Held, StrainedWakes uint64
	// Skips are snapshots not sent to a seat that does not echo, CatchUps frames that made up for some.
	Skips, CatchUps uint64
	// Frames were sent, Fulls of them held a full snapshot. KeyframeRequests asked for one, Desyncs of them because the
	// client's state had another hash than the world's: the goal is 0.
	Frames, Fulls, KeyframeRequests, Desyncs uint64
	// Joins took a new seat, Resumes an old one by its token, Refused none. ResumesUnknown are the Joins and Refused among
	// them that brought a token nobody knows any more.
	Joins, Resumes, ResumesUnknown, Refused uint64
	// Drops are connections lost, Expired the dropped seats that nobody came back to, Idle the seats whose person was Away
	// for too long, Silent the connections ended because nothing came, Flooded those that sent too much.
	Drops, Expired, Idle, Silent, Flooded uint64
	// Events happened; EventsForgotten were overwritten before their time; EventsMissed could not be told to a seat any
	// more.
	Events, EventsForgotten, EventsMissed uint64
	// Commands reached the world; CommandsRefused were refused by it or by the room; CommandsAgain came a second time.
	Commands, CommandsRefused, CommandsAgain uint64
	// PostsDropped are inputs, pings and keyframe requests beyond what a connection may leave in one interval.
	PostsDropped uint64
	// Oversized are deltas beyond wire.MaxDelta, replaced by a full snapshot for everybody.
	Oversized uint64
	// Panics is 1 for a room whose world panicked.
	Panics uint64

	// For each wake-up: Lateness is by how much it came after its scheduled time, on LatenessScale; Duration how long its
	// ticks, the snapshot and the sending took, on DurationScale.
	Lateness, Duration Tally
	// Bodies are the sizes of the bodies that all seats share, one for each snapshot, on BodyScale.
	Bodies Tally
	// EchoAges are, for each seat and snapshot, how old the oldest one is that the client has not reported yet, 0 where it
	// has reported all; on EchoScale.
	EchoAges Tally
	// RoundTimes are from the wake-up that sent a snapshot to the first input that reports it, up to an interval and a
	// frame of the client's screen included, for which it waits; on RoundTimeScale.
	RoundTimes Tally
}

// Add adds another room's.
func (c *Counters) Add(o *Counters) {
	c.Ticks += o.Ticks
	c.DroppedTicks += o.DroppedTicks
	c.Overruns += o.Overruns
	c.InputsAccepted += o.InputsAccepted
	c.InputsLate += o.InputsLate
	c.InputsTooLate += o.InputsTooLate
	c.InputsTooEarly += o.InputsTooEarly
	c.InputsSurplus += o.InputsSurplus
	c.InputsIdle += o.InputsIdle
	c.Held += o.Held
	c.StrainedWakes += o.StrainedWakes
	c.Skips += o.Skips
	c.CatchUps += o.CatchUps
	c.Frames += o.Frames
	c.Fulls += o.Fulls
	c.KeyframeRequests += o.KeyframeRequests
	c.Desyncs += o.Desyncs
	c.Joins += o.Joins
	c.Resumes += o.Resumes
	c.ResumesUnknown += o.ResumesUnknown
	c.Refused += o.Refused
	c.Drops += o.Drops
	c.Expired += o.Expired
	c.Idle += o.Idle
	c.Silent += o.Silent
	c.Flooded += o.Flooded
	c.Events += o.Events
	c.EventsForgotten += o.EventsForgotten
	c.EventsMissed += o.EventsMissed
	c.Commands += o.Commands
	c.CommandsRefused += o.CommandsRefused
	c.CommandsAgain += o.CommandsAgain
	c.PostsDropped += o.PostsDropped
	c.Oversized += o.Oversized
	c.Panics += o.Panics
	c.Lateness.Add(&o.Lateness)
	c.Duration.Add(&o.Duration)
	c.Bodies.Add(&o.Bodies)
	c.EchoAges.Add(&o.EchoAges)
	c.RoundTimes.Add(&o.RoundTimes)
}
