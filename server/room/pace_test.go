package room

import (
	"testing"
	"time"
)

const testInterval = time.Second / 30

// wakeUps observes so many, of which every n-th is heavy.
func (p *pace) wakeUps(count, n int) {
	for i := range count {
		late := time.Millisecond
		if n > 0 && i%n == 0 {
			late = testInterval / heavyShare
		}
		p.observe(late, 2*time.Millisecond, testInterval)
	}
}

func TestARoomSlowsDownWhenItsWakeUpsStayHeavy(t *testing.T) {
	for _, c := range []struct {
		name  string
		every int // n-th is heavy
		slow  bool
	}{
		{"none is heavy", 0, false},
		{"every tenth is heavy", 10, false},
		{"every third is heavy, which keeps the balance", 3, false},
		{"every second is heavy", 2, true},
		{"all are heavy", 1, true},
	} {
		var p pace
		p.wakeUps(300, c.every)
		if p.slow != c.slow {
			t.Errorf("%s: slow is %v", c.name, p.slow)
		}
	}
}

func TestWorkOfHalfAnIntervalIsAsHeavyAsLateness(t *testing.T) {
	var p pace
	for range paceSlow {
		p.observe(0, testInterval/heavyShare, testInterval)
	}
	if !p.slow {
		t.Error("a room that works for half of all time goes on at full rate")
	}
}

func TestASlowRoomGoesOnAtFullRateOnlyWhenAllIsLight(t *testing.T) {
	var p pace
	p.wakeUps(300, 1)
	p.wakeUps(paceSlow-1, 0)
	if !p.slow {
		t.Error("it hurried back")
	}
	p.wakeUps(1, 0)
	if p.slow {
		t.Error("it stays slow for ever")
	}
}

func TestOneStallDoesNotSlowARoomDown(t *testing.T) {
	var p pace
	p.observe(time.Second, 0, testInterval)
	p.wakeUps(10, 0)
	if p.slow || p.weight != 0 {
		t.Errorf("%+v", p)
	}
}
