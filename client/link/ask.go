package link

import (
	"errors"
	"time"
)

// Answer is what came of an Ask: a status and a body, or Err.
type Answer struct {
	Status int
	Body   []byte
	Err    error
}

// ErrAnswer says that an answer is longer than anything that was asked for.
var ErrAnswer = errors.New("link: the answer is too long")

const (
	askTimeout = 10 * time.Second
	// maxAnswer bounds what is read of an answer.
	maxAnswer = 64 << 10
	// fetchTimeout is long enough for what Fetch is for on a slow line.
	fetchTimeout = 2 * time.Minute
)

// Ask sends a request with a JSON body, or without one where body is nil, and gives the answer to the channel once. It
// returns at once.
func Ask(method, url string, body []byte) <-chan Answer {
	answer := make(chan Answer, 1)
	go func() { answer <- ask(method, url, body, askTimeout, maxAnswer) }()
	return answer
}

// Fetch gets what may be as long as most bytes. It returns at once.
func Fetch(url string, most int) <-chan Answer {
	answer := make(chan Answer, 1)
	go func() { answer <- ask("GET", url, nil, fetchTimeout, most) }()
	return answer
}
