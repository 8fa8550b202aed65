package delay

import (
	"bytes"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestWhatIsPutIntoAQueueComesOutInOrderAndNotBeforeItsTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var q queue
		type piece struct {
			leaves time.Duration
			data   []byte
		}
		var model []piece
		now, last, n := time.Duration(0), time.Duration(0), byte(0)
		for range rapid.IntRange(1, 120).Draw(t, "steps") {
			now += time.Duration(rapid.IntRange(0, 30).Draw(t, "passed"))
			if rapid.Bool().Draw(t, "take") {
				var want []byte
				for len(model) > 0 && model[0].leaves <= now {
					want = append(want, model[0].data...)
					model = model[1:]
				}
				if got := q.due(now); !bytes.Equal(got, want) {
					t.Fatalf("at %d %d bytes are due, want %d", now, len(got), len(want))
				}
			} else {
				size := rapid.IntRange(0, chunkBytes).Draw(t, "size")
				room := q.room()
				for i := range size {
					room[i] = n
					n++
				}
				last = max(last, now+time.Duration(rapid.IntRange(0, 100).Draw(t, "delay")))
				model = append(model, piece{last, bytes.Clone(room[:size])})
				q.add(size, last)
			}
			held := 0
			for _, p := range model {
				held += len(p.data) + chunkCost
			}
			next, some := q.next()
			if q.held() != held || some != (len(model) > 0) || some && next != model[0].leaves {
				t.Fatalf("%d bytes are held, the next leaves at %d (%v); want %d bytes, %d pieces", q.held(), next, some, held, len(model))
			}
			if cap(q.bytes) > 4*(held+2*chunkBytes)+4*chunkBytes*8 {
				t.Fatalf("%d bytes of memory hold %d", cap(q.bytes), held)
			}
		}
	})
}

func TestAQueueThatIsReadAsFastAsItFillsAllocatesNothing(t *testing.T) {
	var q queue
	now := time.Duration(0)
	step := func() {
		for range 4 {
			now += 10
			copy(q.room(), "thirty-two bytes of a snapshot..")
			q.add(32, now+35)
			q.due(now)
		}
	}
	for range 1000 {
		step()
	}
	if got := testing.AllocsPerRun(1000, step); got != 0 {
		t.Errorf("%v allocations", got)
	}
}
