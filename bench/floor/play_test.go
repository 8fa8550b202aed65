package floor

import (
	"runtime"
	"testing"
	"time"
)

func TestPlayCountsAllPlayersAndWatchesSome(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("it needs epoll")
	}
	const players = 192 // of so many, one in three is watched
	p, err := Play(t.Context(), Config{Players: players, Hz: 30, BytesDown: 40, BytesUp: 34, Duration: 2 * time.Second, Threads: 2}, 200*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	s := &p.Players
	if s.Connected != players || len(s.Closes) != 0 || p.CPU <= 0 || p.RSS <= 0 || p.Reads == 0 {
		t.Errorf("%d of %d are in, closed %v; CPU %v, RSS %d, %d reads", s.Connected, players, s.Closes, p.CPU, p.RSS, p.Reads)
	}
	// Those who read seldom have a frame or two before them at either end.
	if p.Writes == 0 || float64(s.Snapshots) < 0.7*float64(p.Writes) {
		t.Errorf("%d frames were written, and %d came", p.Writes, s.Snapshots)
	}
	if n := s.Interarrival.Count(); n == 0 || n > s.Snapshots/2 {
		t.Errorf("%d times between frames were measured, of %d frames", n, s.Snapshots)
	}
}
