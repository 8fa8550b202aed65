package scene

import (
	"errors"
	"syscall/js"
)

// share hands a text and a link to whoever the player chooses where a finger is what points, as on a phone; elsewhere it
// copies both. The word comes when the browser has done it.
func share(text, link string) *echo {
	s := &echo{}
	nav := js.Global().Get("navigator")
	if nav.Get("share").Truthy() && touchFirst() {
		promise := nav.Call("share", map[string]any{"text": text, "url": link})
		then(promise, func() { s.say("Shared") }, func() { s.say("Not shared") })
		return s
	}
	whole := text + " " + link
	board := nav.Get("clipboard")
	if !board.Truthy() {
		s.say(copyByHand(whole))
		return s
	}
	then(board.Call("writeText", whole), func() { s.say("Copied") }, func() { s.say(copyByHand(whole)) })
	return s
}

// then calls one of two functions when a promise is kept or broken.
func then(promise js.Value, kept, broken func()) {
	var a, b js.Func
	done := func(f func()) func(js.Value, []js.Value) any {
		return func(js.Value, []js.Value) any {
			a.Release()
			b.Release()
			f()
			return nil
		}
	}
	a, b = js.FuncOf(done(kept)), js.FuncOf(done(broken))
	promise.Call("then", a, b)
}

// copyByHand copies as pages did before browsers kept the clipboard for those that came by https.
func copyByHand(text string) (word string) {
	defer func() {
		if recover() != nil {
			word = "Copying needs https"
		}
	}()
	doc := js.Global().Get("document")
	area := doc.Call("createElement", "textarea")
	area.Set("value", text)
	area.Get("style").Set("position", "fixed")
	area.Get("style").Set("opacity", "0")
	doc.Get("body").Call("appendChild", area)
	area.Call("select")
	done := doc.Call("execCommand", "copy").Truthy()
	area.Call("remove")
	if canvas := doc.Call("querySelector", "body > canvas"); canvas.Truthy() {
		canvas.Call("focus")
	}
	if !done {
		return "Copying needs https"
	}
	return "Copied"
}

// canReadFiles says that recordings may lie in files: a page has none.
const canReadFiles = false

func readRecording(string) ([]byte, error) { return nil, errors.New("a page reads no files") }
