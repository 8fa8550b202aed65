package scene

import "syscall/js"

// fingersFirst says that whoever opens the page has fingers rather than a mouse, as far as the browser knows.
func fingersFirst() bool {
	match := js.Global().Get("matchMedia")
	return match.Type() == js.TypeFunction && match.Invoke("(pointer: coarse)").Get("matches").Truthy()
}
