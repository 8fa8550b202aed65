package main

import (
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"bankshot/game"
)

var absenceRounds = flag.Int("absences", 1, "how often a page goes away in each way, for the table of how soon it is back")

// returnScript watches a page from outside of the game.
//
//go:embed testdata/return.js
var returnScript string

// comeback is what that script has seen. All times are by the page's own clock, in ms after the moment at which the page
// could know that it is back.
type comeback struct {
	Frames []returnFrame `json:"frames"`
	// Marks are when first since then a socket was dialled, was open, told the server something, and heard of it.
	Marks map[string]float64 `json:"marks"`
}

// returnFrame is one frame of the page: what it showed when it was drawn.
type returnFrame struct {
	MS     float64   `json:"ms"`
	Tick   float64   `json:"tick"`
	Known  float64   `json:"known"`
	Flown  bool      `json:"flown"`
	Ship   *pageShip `json:"ship"`
	Held   string    `json:"held"`
	Margin int       `json:"margin"`
}

// back is when the ship was shown flown by its person again.
func (c *comeback) back() float64 { return c.Frames[len(c.Frames)-1].MS }

// returned waits until the page is back.
func (s *absentee) returned() (c comeback) {
	s.watcher.t.Helper()
	type answer struct {
		text string
		err  error
	}
	told := make(chan answer, 1)
	go func() {
		text, err := chromedp.Run(s.page.ctx, chromedp.Evaluate[string](`window.returned`, chromedp.EvalAwaitPromise))
		told <- answer{text, err}
	}()
	var got answer
	s.watcher.until("the page has returned", func() bool {
		select {
		case got = <-told:
			return true
		default:
			return false
		}
	})
	s.page.check("wait for the return", got.err)
	if err := json.Unmarshal([]byte(got.text), &c); err != nil {
		s.page.t.Fatal(err)
	}
	return c
}

// The way between the page and its server.
const (
	wayRTT    = 40 * time.Millisecond
	wayJitter = 5 * time.Millisecond
)

// The goals of a return, as GOALS.md has them. A server speaks once an interval, and a screen shows it in its next frame.
const (
	oneFrame   = time.Second / game.TickHz
	liveGoal   = wayRTT + wayJitter + oneInterval + oneFrame
	anewGoal   = 4*wayRTT + 100*time.Millisecond
	reloadGoal = 2 * time.Second
)

// returnTable is how soon pages were back, beside the goals. It is for people to read: what a crowded machine takes says
// nothing about the program.
func returnTable(all []absence, times map[string][]comeback) string {
	var b strings.Builder
	fmt.Fprintf(&b, "back in the own ship, ms by the page's clock, %v ± %v of round trip\n", wayRTT, wayJitter)
	fmt.Fprintf(&b, "%-42s %-8s %4s %7s %7s %6s   %s\n", "", "since", "n", "median", "worst", "goal", "of which, at the median: first frame · dialled · open · told · heard")
	for _, a := range all {
		seen := slices.Clone(times[a.name])
		if len(seen) == 0 {
			continue
		}
		slices.SortFunc(seen, func(a, b comeback) int { return int(1000 * (a.back() - b.back())) })
		median, worst := &seen[len(seen)/2], &seen[len(seen)-1]
		goal, mark := a.goal, "✓"
		if _, anew := worst.Marks["dialled"]; anew && a.link == either {
			goal = anewGoal
		}
		if worst.back() > goal.Seconds()*1000 {
			mark = "✗"
		}
		fmt.Fprintf(&b, "%-42s %-8s %4d %7.0f %7.0f %6d %s %.0f", a.name, a.from, len(seen), median.back(), worst.back(), goal.Milliseconds(), mark, median.Frames[0].MS)
		for _, name := range []string{"dialled", "open", "told", "heard"} {
			if at, ok := median.Marks[name]; ok {
				fmt.Fprintf(&b, " · %.0f", at)
			} else {
				b.WriteString(" · –")
			}
		}
		fmt.Fprintf(&b, " · back in frame %d\n", len(median.Frames))
	}
	return b.String()
}

// mostFramesTold bounds what is said of a return that looked wrong.
const mostFramesTold = 100

// cuts fails if my ship was drawn leaping more often than once while the page came back.
func cuts(t *testing.T, frames []returnFrame) {
	t.Helper()
	const most = 1.5 * game.DashSpeed / game.VelUnit // units a tick
	leaps := 0
	for i := 1; i < len(frames); i++ {
		was, is := frames[i-1].Ship, frames[i].Ship
		if was == nil || is == nil || !was.Alive || !is.Alive || is.Shield > was.Shield || is.Warped != was.Warped {
			continue
		}
		passed := max(frames[i].Tick-frames[i-1].Tick, 1)
		if passed > game.TickHz {
			passed = 1 // between what was and what is now, nothing was flown on the screen
		}
		if dx, dy := is.X-was.X, is.Y-was.Y; dx*dx+dy*dy > most*most*passed*passed {
			leaps++
		}
	}
	if leaps > 1 {
		var b strings.Builder
		for _, f := range frames[:min(len(frames), mostFramesTold)] {
			if f.Ship != nil {
				fmt.Fprintf(&b, "%6.0f ms  tick %9.1f of %6.0f known, margin %3d, mine: %-5t  %7.1f %7.1f  %s\n",
					f.MS, f.Tick, f.Known, f.Margin, f.Flown, f.Ship.X, f.Ship.Y, f.Held)
			}
		}
		t.Errorf("my ship was drawn leaping %d times in %d frames:\n%s", leaps, len(frames), b.String())
	}
}
