package room

import "bankshot/game/wire"

// answers are the newest of what a seat was told about its commands. They outlive connections: a client whose connection
// is lost cannot know which commands arrived, so it sends those without an answer again.
type answers struct {
	any    bool
	newest uint32       // the highest number so far, counting on from 1<<32-1 to 0
	kept   []wire.Reply // at most wire.MaxCommandsWaiting, in their order
}

// find is the answer to a command that was answered before. One that is as old as that, and whose answer is not kept, was
// not waited for: whatever was asked for must not happen now.
func (a *answers) find(n uint32) (wire.Reply, bool) {
	if !a.any || int32(n-a.newest) > 0 {
		return wire.Reply{}, false
	}
	for i := range a.kept {
		if a.kept[i].N == n {
			return a.kept[i], true
		}
	}
	return wire.Reply{N: n, Error: refusedOld}, true
}

// keep remembers the answer to a command that find did not know.
func (a *answers) keep(m wire.Reply) {
	a.any, a.newest = true, m.N
	if len(a.kept) == wire.MaxCommandsWaiting {
		a.kept = append(a.kept[:0], a.kept[1:]...)
	}
	a.kept = append(a.kept, m)
}
