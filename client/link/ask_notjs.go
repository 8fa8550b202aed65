//go:build !js

package link

import (
	"bytes"
	"io"
	"net/http"
)

func ask(method, url string, body []byte) Answer {
	r, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return Answer{Err: err}
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	client := http.Client{Timeout: askTimeout}
	res, err := client.Do(r)
	if err != nil {
		return Answer{Err: err}
	}
	defer res.Body.Close()
	text, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer))
	return Answer{res.StatusCode, text, err}
}
