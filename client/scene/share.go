package scene

import "sync/atomic"

// echo is a word that may come later than what it is about: a browser says when it has copied something, or that it won't.
type echo struct{ word atomic.Pointer[string] }

func (s *echo) say(word string) { s.word.Store(&word) }

// String is the word so far.
func (s *echo) String() string {
	if w := s.word.Load(); w != nil {
		return *w
	}
	return "…"
}
