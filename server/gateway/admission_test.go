package gateway

import (
	"strings"
	"testing"
	"time"
)

// looks has an admission look at the same so many times.
func (a *admission) looks(n int, p pressure) {
	for range n {
		a.look(p)
	}
}

func TestTheServerIsFullWhenThoseInsideTakeAllThereIs(t *testing.T) {
	const calm, bad = time.Millisecond, 20 * time.Millisecond
	for _, c := range []struct {
		name string
		p    pressure
		shut bool
	}{
		{"nobody is there", pressure{}, false},
		{"half of the processors is used, and all wake in time", pressure{busy: 0.5, late: calm, inside: 1000}, false},
		{"nearly all of the processors is used", pressure{busy: 0.9, late: calm, inside: 1000}, true},
		{"rooms wake late, and the server is why", pressure{busy: 0.6, late: bad, inside: 1000}, true},
		{"rooms wake late because of somebody else", pressure{busy: 0.2, late: bad, inside: 1000}, false},
		{"a few people on a machine that is busy with something", pressure{busy: 1, late: bad, inside: alwaysWelcome - 1}, false},
	} {
		var a admission
		a.looks(looksFull, c.p)
		if a.shut != c.shut {
			t.Errorf("%s: shut is %v (%s)", c.name, a.shut, a.why)
		}
	}
}

func TestOneBadSecondDoesNotFillTheServer(t *testing.T) {
	var a admission
	for range 10 {
		a.look(pressure{busy: 0.95, late: 30 * time.Millisecond, inside: 1000})
		a.look(pressure{busy: 0.6, late: time.Millisecond, inside: 1000})
	}
	if a.shut {
		t.Error("it is shut")
	}
	if a.look(pressure{busy: 0.6, late: 30 * time.Millisecond, inside: 1000}); a.admits(1000) {
		t.Error("a crowd comes in while nobody knows how long it lasts")
	}
}

func TestAFullServerTakesNewcomersAgainOnceThereIsRoomForAWhile(t *testing.T) {
	var a admission
	a.looks(looksFull, pressure{busy: 0.95, late: 0, inside: 1000})
	why := a.why
	a.looks(100, pressure{busy: 0.8, late: 0, inside: 1000})
	if !a.shut || a.why != why || !strings.Contains(why, "95 %") {
		t.Errorf("between the two marks it opened, or forgot why it was shut: %+v", a)
	}
	a.looks(looksFree-1, pressure{busy: 0.6, late: 0, inside: 1000})
	a.look(pressure{busy: 0.6, late: 6 * time.Millisecond, inside: 1000})
	a.looks(looksFree-1, pressure{busy: 0.6, late: 0, inside: 1000})
	if !a.shut {
		t.Error("it opened before there was room for a while")
	}
	a.look(pressure{busy: 0.6, late: 0, inside: 1000})
	if a.shut {
		t.Error("it never opens")
	}
}

func TestACrowdBetweenTwoLooksIsLetInAsFarAsThereIsRoom(t *testing.T) {
	var a admission
	a.look(pressure{busy: busyFull / 1.25, late: time.Millisecond, inside: 1000})
	if !a.admits(1249) || a.admits(1251) {
		t.Errorf("with %.2f used by 1,000, the limit is %d", busyFull/1.25, a.limit)
	}
	a.look(pressure{busy: 0.1, late: time.Millisecond, inside: 1000})
	if !a.admits(100_000) {
		t.Error("an idle server has a limit")
	}
}

func TestACrowdGetsNoneOfTheTimeThatOtherProgramsTake(t *testing.T) {
	for _, c := range []struct {
		name         string
		busy, others float64
		limit        int // of 1,000 inside
	}{
		{"others take little", 0.4, 0.05, 2000},
		{"others take as much", 0.4, 0.4, 1125},
		{"others take the rest", 0.45, 0.55, 1000},
		{"others take nearly all, and those inside need little", 0.1, 0.9, 100_000},
	} {
		var a admission
		a.look(pressure{busy: c.busy, others: c.others, late: time.Millisecond, inside: 1000})
		if !a.admits(c.limit-2) || a.admits(c.limit+2) && c.limit < 100_000 {
			t.Errorf("%s: the limit is %d", c.name, a.limit)
		}
	}
}

func TestWhenPeopleHaveGoneTheServerIsNoLongerFull(t *testing.T) {
	var a admission
	a.looks(looksFull, pressure{busy: 0.95, late: 0, inside: 1000})
	a.look(pressure{busy: 0.95, late: 0, inside: 10})
	if a.shut {
		t.Error("it is shut for ten people")
	}
}
