package link

import (
	"errors"
	"syscall/js"
	"time"
)

// errAsk says that the browser got no answer; it tells nobody why.
var errAsk = errors.New("link: the server does not answer")

// ask uses the browser's fetch: the standard library's client would double what has to be downloaded.
func ask(method, url string, body []byte) Answer {
	options := map[string]any{"method": method, "cache": "no-store"}
	if body != nil {
		options["body"] = string(body)
		options["headers"] = map[string]any{"Content-Type": "application/json"}
	}
	got := make(chan Answer, 3)
	status := 0
	text := js.FuncOf(func(_ js.Value, args []js.Value) any {
		s := args[0].String()
		got <- Answer{Status: status, Body: []byte(s[:min(len(s), maxAnswer)])}
		return nil
	})
	failed := js.FuncOf(func(js.Value, []js.Value) any {
		got <- Answer{Err: errAsk}
		return nil
	})
	answered := js.FuncOf(func(_ js.Value, args []js.Value) any {
		status = args[0].Get("status").Int()
		return args[0].Call("text")
	})
	js.Global().Call("fetch", url, options).Call("then", answered).Call("then", text, failed)
	select {
	case a := <-got:
		for _, f := range []js.Func{text, failed, answered} {
			f.Release()
		}
		return a
	case <-time.After(askTimeout):
		return Answer{Err: errAsk} // the functions stay: the browser may still call them
	}
}
