package link

import (
	"errors"
	"syscall/js"
	"time"
)

// errAsk says that the browser got no answer; it tells nobody why.
var errAsk = errors.New("link: the server does not answer")

// ask uses the browser's fetch: the standard library's client would double what has to be downloaded.
func ask(method, url string, body []byte, timeout time.Duration, most int) Answer {
	// The browser may keep what says that it may be kept.
	options := map[string]any{"method": method}
	if body != nil {
		options["body"] = string(body)
		options["headers"] = map[string]any{"Content-Type": "application/json"}
	}
	got := make(chan Answer, 3)
	status := 0
	whole := js.FuncOf(func(_ js.Value, args []js.Value) any {
		bytes := js.Global().Get("Uint8Array").New(args[0])
		n := bytes.Length()
		if n > most {
			got <- Answer{Err: ErrAnswer}
			return nil
		}
		a := Answer{Status: status, Body: make([]byte, n)}
		js.CopyBytesToGo(a.Body, bytes)
		got <- a
		return nil
	})
	failed := js.FuncOf(func(js.Value, []js.Value) any {
		got <- Answer{Err: errAsk}
		return nil
	})
	answered := js.FuncOf(func(_ js.Value, args []js.Value) any {
		status = args[0].Get("status").Int()
		return args[0].Call("arrayBuffer")
	})
	js.Global().Call("fetch", url, options).Call("then", answered).Call("then", whole, failed)
	select {
	case a := <-got:
		for _, f := range []js.Func{whole, failed, answered} {
			f.Release()
		}
		return a
	case <-time.After(timeout):
		return Answer{Err: errAsk} // the functions stay: the browser may still call them
	}
}
