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
		{"half of the processors is used, and all wake in time", pressure{0.5, calm, 1000}, false},
		{"nearly all of the processors is used", pressure{0.9, calm, 1000}, true},
		{"rooms wake late, and the server is why", pressure{0.6, bad, 1000}, true},
		{"rooms wake late because of somebody else", pressure{0.2, bad, 1000}, false},
		{"a few people on a machine that is busy with something", pressure{1, bad, alwaysWelcome - 1}, false},
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
		a.look(pressure{0.95, 30 * time.Millisecond, 1000})
		a.look(pressure{0.6, time.Millisecond, 1000})
	}
	if a.shut {
		t.Error("it is shut")
	}
}

func TestAFullServerTakesNewcomersAgainOnceThereIsRoomForAWhile(t *testing.T) {
	var a admission
	a.looks(looksFull, pressure{0.95, 0, 1000})
	why := a.why
	a.looks(100, pressure{0.8, 0, 1000})
	if !a.shut || a.why != why || !strings.Contains(why, "95 %") {
		t.Errorf("between the two marks it opened, or forgot why it was shut: %+v", a)
	}
	a.looks(looksFree-1, pressure{0.6, 0, 1000})
	a.look(pressure{0.6, 6 * time.Millisecond, 1000})
	a.looks(looksFree-1, pressure{0.6, 0, 1000})
	if !a.shut {
		t.Error("it opened before there was room for a while")
	}
	a.look(pressure{0.6, 0, 1000})
	if a.shut {
		t.Error("it never opens")
	}
}

func TestACrowdBetweenTwoLooksIsLetInAsFarAsThereIsRoom(t *testing.T) {
	var a admission
	a.look(pressure{busyFull / 1.25, time.Millisecond, 1000})
	if !a.admits(1249) || a.admits(1251) {
		t.Errorf("with %.2f used by 1,000, the limit is %d", busyFull/1.25, a.limit)
	}
	a.look(pressure{0.1, time.Millisecond, 1000})
	if !a.admits(100_000) {
		t.Error("an idle server has a limit")
	}
}

func TestWhenPeopleHaveGoneTheServerIsNoLongerFull(t *testing.T) {
	var a admission
	a.looks(looksFull, pressure{0.95, 0, 1000})
	a.look(pressure{0.95, 0, 10})
	if a.shut {
		t.Error("it is shut for ten people")
	}
}
