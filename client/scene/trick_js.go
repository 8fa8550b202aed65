package scene

import "syscall/js"

// tokenLength is how many digits a device's token has.
const tokenLength = 32

// The keys of localStorage: what is kept there outlives the tab.
const (
	keyTrick  = "bankshot.trick."
	keyDevice = "bankshot.device"
)

// trickShelf keeps what has to outlive the page.
type trickShelf struct{ token string }

// localStore runs f with localStorage, which some browsers forbid: then nothing is kept, and the game goes on.
func localStore(f func(js.Value)) {
	defer func() { _ = recover() }()
	if s := js.Global().Get("localStorage"); s.Truthy() {
		f(s)
	}
}

func stored(key string) (value string) {
	localStore(func(s js.Value) {
		if v := s.Call("getItem", key); v.Type() == js.TypeString {
			value = v.String()
		}
	})
	return value
}

// shots are those of the try of a day that counts, as far as it has come; keep keeps them.
func (*trickShelf) shots(date string) string { return stored(keyTrick + date) }

func (*trickShelf) keep(date, shots string) {
	localStore(func(s js.Value) { s.Call("setItem", keyTrick+date, shots) })
}

// device is a token that this browser has made up, and keeps.
func (t *trickShelf) device() string {
	if t.token == "" {
		t.token = stored(keyDevice)
	}
	if len(t.token) != tokenLength {
		t.token = newToken()
		localStore(func(s js.Value) { s.Call("setItem", keyDevice, t.token) })
	}
	return t.token
}
