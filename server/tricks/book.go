package tricks

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// entry is somebody's best try of a day.
type entry struct {
	// Who is a hash of name and device: tokens are nobody's business.
	Who   string `json:"who"`
	Name  string `json:"name"`
	Score int    `json:"score"`
	Shots []int  `json:"shots"`
	// At is when, in seconds since 1970.
	At int64 `json:"at"`
}

// book is a day's entries, the best first; of equals, the earlier.
type book struct {
	Entries []entry `json:"entries"`
}

// Standing is what is answered to a try.
type Standing struct {
	Score int `json:"score"`
	// Best is the best of this name on this device, Rank its place among Players.
	Best    int `json:"best"`
	Rank    int `json:"rank"`
	Players int `json:"players"`
	// Kept says that it is in the book; a full one keeps better tries only.
	Kept  bool `json:"kept"`
	House int  `json:"house"`
}

// Scores is what a day's book tells.
type Scores struct {
	Date    string `json:"date"`
	Players int    `json:"players"`
	House   int    `json:"house"`
	Top     []Line `json:"top"`
	// Spread is how many made each score, ascending.
	Spread []Share `json:"spread"`
}

// Line is one of the best.
type Line struct {
	Rank  int    `json:"rank"`
	Name  string `json:"name"`
	Score int    `json:"score"`
	Shots int    `json:"shots"`
}

// Share is how many made a score.
type Share struct {
	Score   int `json:"score"`
	Players int `json:"players"`
}

// whoIs is what an entry is found by.
func whoIs(name, device string) string {
	sum := sha256.Sum256([]byte(name + "\x00" + device))
	return hex.EncodeToString(sum[:12])
}

// add enters a try and says how it stands, and whether the book has changed.
func (b *book) add(e entry) (s Standing, changed bool) {
	s = Standing{Score: e.Score, Best: e.Score}
	i := slices.IndexFunc(b.Entries, func(o entry) bool { return o.Who == e.Who })
	switch {
	case i >= 0 && b.Entries[i].Score >= e.Score:
		s.Best, s.Kept = b.Entries[i].Score, true
	case i >= 0:
		b.Entries = slices.Delete(b.Entries, i, i+1)
		b.insert(e)
		s.Kept, changed = true, true
	case len(b.Entries) < maxEntries || b.Entries[maxEntries-1].Score < e.Score:
		b.insert(e)
		b.Entries = b.Entries[:min(len(b.Entries), maxEntries)]
		s.Kept, changed = true, true
	}
	s.Rank, s.Players = b.rank(s.Best), len(b.Entries)
	return s, changed
}

// insert puts an entry behind all that are as good.
func (b *book) insert(e entry) {
	i := b.rank(e.Score) - 1
	for i < len(b.Entries) && b.Entries[i].Score == e.Score {
		i++
	}
	b.Entries = slices.Insert(b.Entries, i, e)
}

// rank is the place of a score: equals share the best one.
func (b *book) rank(score int) int {
	n, _ := slices.BinarySearchFunc(b.Entries, score, func(e entry, score int) int { return score - e.Score })
	return n + 1
}

// scores is what is told of the book.
func (b *book) scores() Scores {
	s := Scores{Players: len(b.Entries), Top: []Line{}, Spread: []Share{}}
	for _, e := range b.Entries[:min(len(b.Entries), topEntries)] {
		s.Top = append(s.Top, Line{b.rank(e.Score), e.Name, e.Score, len(e.Shots)})
	}
	for _, e := range slices.Backward(b.Entries) {
		if n := len(s.Spread); n > 0 && s.Spread[n-1].Score == e.Score {
			s.Spread[n-1].Players++
		} else {
			s.Spread = append(s.Spread, Share{e.Score, 1})
		}
	}
	return s
}
