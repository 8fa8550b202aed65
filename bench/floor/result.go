package floor

import "slices"

// Result is what the servers' processes used, in microseconds of CPU time for each player and interval.
type Result struct {
	// EpollUS and GWSUS are medians over the windows.
	EpollUS, GWSUS float64
	// Epoll and GWS are the spread they come from.
	Epoll, GWS Spread
	// DeliveredPct is how much of what should have arrived at the players did, in the worst window.
	DeliveredPct float64
}

// Spread is a figure over several windows.
type Spread struct {
	Min, Median, Max float64
	// Windows are the figures themselves, in the order they were taken.
	Windows []float64
}

func spreadOf(windows []float64) Spread {
	s := Spread{Windows: windows}
	sorted := slices.Sorted(slices.Values(windows))
	if n := len(sorted); n > 0 {
		s.Min, s.Median, s.Max = sorted[0], (sorted[(n-1)/2]+sorted[n/2])/2, sorted[n-1]
	}
	return s
}
