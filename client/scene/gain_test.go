package scene

import (
	"testing"
	"time"

	"bankshot/client/predict"
)

// flying is a View of mine with that score and health.
func flying(score int, health float32) *predict.View {
	return &predict.View{Me: 0, Ships: []predict.Ship{{Score: score, Health: health, Alive: true}}}
}

func TestALostLifeAndAWonPointGlowOnceAndNotWhatWasThereBefore(t *testing.T) {
	var g gain
	now := time.Minute
	g.watch(flying(7, 0.5), now)
	if glowing(now-g.scored) > 0 || glowing(now-g.hurt) > 0 {
		t.Error("what one comes with glows")
	}
	g.watch(flying(7, 0.9), now)
	if glowing(now-g.scored) > 0 || glowing(now-g.hurt) > 0 {
		t.Error("healing glows")
	}
	g.watch(flying(9, 0.4), now)
	if glowing(now-g.scored) != 1 || glowing(now-g.hurt) != 1 {
		t.Error("a point and a wound do not glow")
	}
	if now += gainFades; glowing(now-g.scored) > 0 || glowing(now-g.hurt) > 0 {
		t.Error("a glow does not end")
	}
}

func TestManyWoundsASecondGlowAtMostThreeTimes(t *testing.T) {
	var g gain
	n, last := 0, time.Duration(-1)
	for frame := range 60 {
		now := time.Minute + time.Duration(frame)*time.Second/60
		g.watch(flying(0, 1-float32(frame)*0.015), now)
		if frame > 0 && g.hurt != last && g.hurt == now {
			n++
		}
		last = g.hurt
	}
	if n == 0 || n > 3 {
		t.Errorf("%d glows in a second", n)
	}
}

func TestAShipOfMineThatIsGoneIsForgotten(t *testing.T) {
	var g gain
	g.watch(flying(9, 1), 0)
	g.watch(&predict.View{Me: -1}, 0)
	g.watch(flying(0, 0.2), time.Second)
	if g.hurt == time.Second {
		t.Error("a new ship glows for what the last one had")
	}
}
