//go:build !js

package link

import (
	"bytes"
	"io"
	"net/http"
	"time"
)

func ask(method, url string, body []byte, timeout time.Duration, most int) Answer {
	r, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return Answer{Err: err}
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	client := http.Client{Timeout: timeout}
	res, err := client.Do(r)
	if err != nil {
		return Answer{Err: err}
	}
	defer res.Body.Close()
	text, err := io.ReadAll(io.LimitReader(res.Body, int64(most)+1))
	if len(text) > most {
		return Answer{Err: ErrAnswer}
	}
	return Answer{res.StatusCode, text, err}
}
