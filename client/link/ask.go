package link

import "time"

// Answer is what came of an Ask: a status and a body, or Err.
type Answer struct {
	Status int
	Body   []byte
	Err    error
}

const (
	askTimeout = 10 * time.Second
	// maxAnswer bounds what is read of an answer.
	maxAnswer = 64 << 10
)

// Ask sends a request with a JSON body, or without one where body is nil, and gives the answer to the channel once. It
// returns at once.
func Ask(method, url string, body []byte) <-chan Answer {
	answer := make(chan Answer, 1)
	go func() { answer <- ask(method, url, body) }()
	return answer
}
