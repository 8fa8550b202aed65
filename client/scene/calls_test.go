package scene

import (
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func aCall(text string, rank uint8) *call {
	c := &call{rank: rank, lasts: newsLasts}
	c.say(line{[]byte(text)})
	return c
}

func standingText(q *calls, now time.Duration) string {
	c, _ := q.standing(now)
	if c == nil {
		return ""
	}
	return string(c.words())
}

func TestACallStandsForItsTimeAndFadesAtItsEnd(t *testing.T) {
	var q calls
	q.add(aCall("one", rankMine), 0)
	if _, light := q.standing(0); light != 1 {
		t.Errorf("it begins with light %v", light)
	}
	if _, light := q.standing(newsLasts - callFades/2); light <= 0 || light >= 1 {
		t.Errorf("shortly before its end its light is %v", light)
	}
	if got := standingText(&q, newsLasts); got != "" {
		t.Errorf("after its time %q still stands", got)
	}
}

func TestTwoCallsNeverStandAtOnceAndTheFirstGivesWaySoon(t *testing.T) {
	var q calls
	q.add(aCall("one", rankMine), 0)
	q.standing(0)
	q.add(aCall("two", rankMine), 0)
	if got := standingText(&q, shortest/2); got != "one" {
		t.Errorf("at first %q stands", got)
	}
	if got := standingText(&q, shortest); got != "two" {
		t.Errorf("then %q stands", got)
	}
}

func TestWhatMattersMoreIsCalledFirst(t *testing.T) {
	var q calls
	q.add(aCall("news", rankNews), 0)
	q.add(aCall("round", rankRound), 0)
	q.add(aCall("goal", rankGoal), 0)
	now := time.Duration(0)
	for _, want := range []string{"round", "goal", "news"} {
		if got := standingText(&q, now); got != want {
			t.Errorf("%q stands, want %q", got, want)
		}
		now += shortest
	}
}

func TestAFullQueueLosesWhatMattersLeast(t *testing.T) {
	var q calls
	q.add(aCall("standing", rankNews), 0)
	q.standing(0)
	q.add(aCall("news", rankNews), 0)
	for range maxCalls {
		q.add(aCall("goal", rankGoal), 0)
	}
	if q.n != maxCalls {
		t.Fatalf("%d calls", q.n)
	}
	for i := 1; i < q.n; i++ {
		if string(q.queue[i].words()) == "news" {
			t.Error("news were kept for a goal")
		}
	}
	if got := standingText(&q, 1); got != "standing" {
		t.Errorf("what stands was taken away: %q", got)
	}
	q.add(aCall("late news", rankNews), 0)
	for i := range q.n {
		if string(q.queue[i].words()) == "late news" {
			t.Error("a goal was lost for news")
		}
	}
}

func TestWhatIsToldTooLateIsNotTold(t *testing.T) {
	var q calls
	q.add(aCall("old", rankMine), 0)
	if got := standingText(&q, staleAfter+1); got != "" {
		t.Errorf("%q", got)
	}
}

func TestTheQueueKeepsItsBoundsWhateverIsCalled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var q calls
		now := time.Duration(0)
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			now += time.Duration(rapid.IntRange(0, 1500).Draw(t, "ms")) * time.Millisecond
			if rapid.Bool().Draw(t, "add") {
				q.add(aCall(rapid.StringN(0, 60, 200).Draw(t, "text"), rapid.Uint8Range(0, 3).Draw(t, "rank")), now)
			}
			c, light := q.standing(now)
			if q.n < 0 || q.n > maxCalls || (c == nil) != (q.n == 0) {
				t.Fatalf("%d calls, standing %v", q.n, c)
			}
			if c != nil && (light < 0 || light > 1 || !utf8.Valid(c.words())) {
				t.Fatalf("light %v, text %q", light, c.words())
			}
		}
	})
}
