package gateway

import (
	"fmt"
	"time"
)

// When newcomers are sent away. Players notice from about half an interval on
// (17 ms) that snapshots come unevenly, and a processor that is never idle has no
// time left for whoever resumes; both are kept at a distance.
const (
	lookEvery = time.Second
	// A server is full when its rooms have used busyFull of the processors, or used
	// busyEnough and 1 of 100 wake-ups came lateFull after its time, for looksFull
	// looks. Where it uses less, others make it late, and sending players away would
	// not help those inside.
	busyFull   = 0.85
	busyEnough = 0.5
	// busySome is from where on a crowd is let in only as far as the machine has time for it.
	busySome  = 0.25
	lateFull  = 10 * time.Millisecond
	looksFull = 2
	// It takes newcomers again when for looksFree looks it has used busyFree at most
	// and woken no later than lateFree: so much that those who then come do not fill
	// it at once.
	busyFree  = 0.7
	lateFree  = 5 * time.Millisecond
	looksFree = 5
	// alwaysWelcome is how many connections no look can forbid: what makes a machine
	// busy with so few is not they.
	alwaysWelcome = 50
)

// pressure is how hard the server was pressed, from one look to the next.
type pressure struct {
	// busy is the share of all processors that the process used, 0 to 1.
	busy float64
	// others is the share that other processes used; 0 where that is not known.
	others float64
	// late is by how much 1 of 100 wake-ups of rooms came after its time, at least.
	late time.Duration
	// inside is how many connections there were at the end.
	inside int
}

// admission decides whether newcomers are let in, so that they are sent away
// before those inside would feel them. It is told how things stand, and knows
// neither clock nor processors.
type admission struct {
	shut bool
	// why tells operators how things stand; while it is shut, what shut it.
	why string
	// limit is how many connections there may be before the next look, 0 for any: a
	// crowd can come faster than anybody looks.
	limit int
	// full and free count looks in a row.
	full, free int
}

// look takes how things stand, lookEvery after the last time.
func (a *admission) look(p pressure) {
	late := p.late >= lateFull && p.busy >= busyEnough
	a.limit = 0
	if p.busy >= busySome {
		// What one more costs is what each one costs, out of what others leave.
		a.limit = max(alwaysWelcome, int(float64(p.inside)*max(p.busy, busyFull-p.others)/p.busy))
	}
	if late { // whether for long the next look will tell; until then nobody else comes
		a.limit = max(alwaysWelcome, p.inside)
	}
	if !a.shut {
		a.why = fmt.Sprintf("the server uses %.0f %% of its processors", 100*p.busy)
		if p.others > 0 {
			a.why += fmt.Sprintf(", other programs %.0f %%", 100*p.others)
		}
		if late {
			a.why = fmt.Sprintf("rooms wake %v late, and %s", p.late.Round(time.Millisecond), a.why)
		}
	}
	switch {
	case p.inside < alwaysWelcome:
		a.full, a.free, a.shut = 0, 0, false
		return
	case p.busy >= busyFull || late:
		a.full, a.free = a.full+1, 0
	case p.busy <= busyFree && p.late <= lateFree:
		a.full, a.free = 0, a.free+1
	default:
		a.full, a.free = 0, 0
	}
	switch {
	case !a.shut && a.full >= looksFull:
		a.shut = true
	case a.shut && a.free >= looksFree:
		a.shut = false
	}
}

// admits says whether one more may come to so many.
func (a *admission) admits(inside int) bool {
	return !a.shut && (a.limit == 0 || inside < a.limit)
}
