package scene

import "syscall/js"

const keySettings = "bankshot.settings"

// loadSettings gives what keepSettings kept, in the browser.
func loadSettings() string { return stored(keySettings) }

func keepSettings(text string) {
	localStore(func(s js.Value) { s.Call("setItem", keySettings, text) })
}

// prefersCalm says that the system was told to show less motion.
func prefersCalm() bool { return mediaMatches("(prefers-reduced-motion: reduce)") }

// touchFirst says that fingers are what the device is made for, before the first of them touches it.
func touchFirst() bool { return mediaMatches("(pointer: coarse)") }

func mediaMatches(query string) bool {
	match := js.Global().Get("matchMedia")
	return match.Type() == js.TypeFunction && match.Invoke(query).Get("matches").Truthy()
}
