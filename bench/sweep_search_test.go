package main

import (
	"testing"

	"pgregory.net/rapid"
)

// seek has a server that carries up to so many searched.
func seek(s *search, carries int) (tried []int) {
	for n, more := s.next(); more; n, more = s.next() {
		tried = append(tried, n)
		s.put(n <= carries)
	}
	return tried
}

func TestTheMostPlayersThatAServerCarriesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		least := rapid.IntRange(1, 500).Draw(t, "least")
		most := rapid.IntRange(least, 20_000).Draw(t, "most")
		first := rapid.IntRange(1, 20_000).Draw(t, "first")
		precision := rapid.Float64Range(0.01, 0.3).Draw(t, "precision")
		carries := rapid.IntRange(0, 25_000).Draw(t, "carries")
		s := newSearch(first, least, most, precision)
		bound := s.trials()
		tried := seek(s, carries)
		found := s.found()
		for _, n := range tried {
			if n < least || n > most {
				t.Fatalf("%d players were tried; %d to %d were asked for", n, least, most)
			}
		}
		if len(tried) > bound+2 {
			t.Fatalf("%d trials; %d were announced", len(tried), bound)
		}
		switch {
		case carries < least && found != 0:
			t.Fatalf("%d found, and not even %d go", found, least)
		case carries >= most && found != most:
			t.Fatalf("%d found, all of %d go", found, most)
		case carries >= least && (found > carries || float64(min(carries, most)-found) > precision*float64(found)+1):
			t.Fatalf("%d found, %d go", found, carries)
		}
	})
}

func TestOneFailureIsNotBelieved(t *testing.T) {
	s := newSearch(1000, 100, 8000, 0.05)
	n, _ := s.next()
	s.put(false)
	again, more := s.next()
	if again != n || !more {
		t.Fatalf("after %d failed once, %d is tried (%v)", n, again, more)
	}
	s.put(true)
	if s.found() != n {
		t.Errorf("%d went well the second time, %d found", n, s.found())
	}
	if next, _ := s.next(); next != 2*n {
		t.Errorf("it goes on with %d", next)
	}
}

func TestASearchGoesUpInDoublesAndThenInHalves(t *testing.T) {
	s := newSearch(1000, 100, 10_000, 0.1)
	tried := seek(s, 3300)
	want := []int{1000, 2000, 4000, 4000, 3000, 3500, 3500, 3250}
	if len(tried) != len(want) {
		t.Fatalf("tried %v, want %v", tried, want)
	}
	for i, n := range want {
		if tried[i] != n {
			t.Fatalf("tried %v, want %v", tried, want)
		}
	}
}
