package gateway

import (
	"testing"
	"time"
)

func TestABucketAllowsItsBurstAndThenItsRate(t *testing.T) {
	now := time.Unix(100, 0)
	b := newBucket(90, 120, now)
	for i := range 120 {
		if !b.take(1, now) {
			t.Fatalf("frame %d of the burst was refused", i+1)
		}
	}
	if b.take(1, now) {
		t.Fatal("the burst has no end")
	}
	for sec := 1; sec <= 10; sec++ {
		now = now.Add(time.Second)
		if !b.take(90, now) {
			t.Fatalf("second %d: the rate was refused", sec)
		}
	}
	if b.take(2, now) {
		t.Fatal("more than the rate was allowed")
	}
}

func TestAQuietClientGathersNoMoreThanABurst(t *testing.T) {
	now := time.Unix(100, 0)
	b := newBucket(90, 120, now)
	now = now.Add(24 * time.Hour)
	if !b.take(120, now) {
		t.Fatal("the burst was refused")
	}
	if b.take(1, now) {
		t.Fatal("a day of silence was saved up")
	}
}
