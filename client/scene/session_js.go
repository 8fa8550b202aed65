package scene

import (
	"encoding/hex"
	"syscall/js"
)

// The keys of sessionStorage: what is kept there lives as long as the tab.
const (
	keyRoom     = "bankshot.room"
	keyToken    = "bankshot.token"
	keyReloaded = "bankshot.reloaded"
)

// serverAdvice follows the address of a server that does not answer: a page knows no other.
const serverAdvice = ""

// reloadAgainMS is how long a program must have run before it may reload once more.
const reloadAgainMS = 60_000

// session is the page: its storage, its visibility, and what it is told.
type session struct {
	debug bool
	last  saved
}

func newSession(cfg Config) *session { return &session{debug: cfg.Debug} }

// storage runs f with sessionStorage, which some browsers forbid: then nothing is kept, and the game goes on.
func storage(f func(js.Value)) {
	defer func() { _ = recover() }()
	if s := js.Global().Get("sessionStorage"); s.Truthy() {
		f(s)
	}
}

// load gives what save kept before a reload.
func (s *session) load() saved {
	var v saved
	storage(func(store js.Value) {
		room, token := store.Call("getItem", keyRoom), store.Call("getItem", keyToken)
		if room.Type() != js.TypeString || token.Type() != js.TypeString {
			return
		}
		b, err := hex.DecodeString(token.String())
		if err != nil || len(b) != len(v.Token) {
			return
		}
		v.Room = room.String()
		copy(v.Token[:], b)
	})
	return v
}

func (s *session) save(v saved) {
	if v == s.last {
		return
	}
	s.last = v
	storage(func(store js.Value) {
		store.Call("setItem", keyRoom, v.Room)
		store.Call("setItem", keyToken, hex.EncodeToString(v.Token[:]))
	})
}

func (s *session) forget() {
	s.last = saved{}
	storage(func(store js.Value) {
		store.Call("removeItem", keyRoom)
		store.Call("removeItem", keyToken)
	})
}

// ready tells the page that the first frame stands.
func (s *session) ready() {
	if f := js.Global().Get("bankshotReady"); f.Type() == js.TypeFunction {
		f.Invoke()
	}
	// The program is up: should it turn out to be outdated much later, it may reload again.
	js.Global().Call("setTimeout", js.FuncOf(func(js.Value, []js.Value) any {
		storage(func(store js.Value) { store.Call("removeItem", keyReloaded) })
		return nil
	}), reloadAgainMS)
}

// reload fetches the program anew; it says false if that was just done, and didn't help.
func (s *session) reload() bool {
	done := true
	storage(func(store js.Value) {
		done = store.Call("getItem", keyReloaded).Type() == js.TypeString
		store.Call("setItem", keyReloaded, "1")
	})
	if !done {
		js.Global().Get("location").Call("reload")
	}
	return !done
}

// moved tells the address bar where the player is by now, so that loading the page anew leads there.
func (s *session) moved(path string) {
	defer func() { _ = recover() }() // a page from a file has no say in it
	location := js.Global().Get("location")
	if location.Get("pathname").String() != path || location.Get("hash").String() != "" {
		js.Global().Get("history").Call("replaceState", nil, "", path+location.Get("search").String())
	}
}

// watch calls hide the moment nobody can see the page any more: no frame follows that. It calls back when the page can be
// seen again, or thawed, or has come into another network, as far as the browser tells.
func (s *session) watch(hide, back func()) {
	document, window := js.Global().Get("document"), js.Global()
	on := func(target js.Value, name string, f func()) {
		if target.Truthy() {
			target.Call("addEventListener", name, js.FuncOf(func(_ js.Value, args []js.Value) any {
				if name != "pageshow" || args[0].Get("persisted").Truthy() { // the first one is no return
					f()
				}
				return nil
			}))
		}
	}
	on(document, "visibilitychange", func() {
		if document.Get("visibilityState").String() == "hidden" {
			s.letGo()
			hide()
		} else {
			back()
		}
	})
	on(document, "resume", back)
	on(window, "pageshow", back)
	on(window, "online", back)
	on(window.Get("navigator").Get("connection"), "change", back) // not every browser has it
}

// letGo has the engine forget what is pressed: whatever is let go of while the page sleeps or is hidden, nobody tells it.
func (s *session) letGo() {
	canvas := js.Global().Get("document").Call("querySelector", "body > canvas")
	if canvas.Truthy() {
		canvas.Call("dispatchEvent", js.Global().Get("Event").New("blur"))
	}
}

// offer lets the page ask for the state: bankshot.state() is an object, made of JSON.
func (s *session) offer(state func() []byte) {
	if !s.debug {
		return
	}
	bankshot := js.Global().Get("Object").New()
	bankshot.Set("state", js.FuncOf(func(js.Value, []js.Value) any {
		return js.Global().Get("JSON").Call("parse", string(state()))
	}))
	js.Global().Set("bankshot", bankshot)
}

// PageConfig is what the page says: which room, and where the server is, namely where the page came from.
func PageConfig() Config {
	cfg := Config{Server: js.Global().Get("location").Get("origin").String()}
	if page := js.Global().Get("bankshotConfig"); page.Type() == js.TypeObject {
		if room := page.Get("room"); room.Type() == js.TypeString {
			cfg.Room = room.String()
		}
		if date := page.Get("trick"); date.Type() == js.TypeString {
			cfg.Trick = date.String()
		}
		if replay := page.Get("replay"); replay.Type() == js.TypeString {
			cfg.Replay = replay.String()
		}
		cfg.Range = page.Get("range").Truthy()
		cfg.Debug = page.Get("debug").Truthy()
	}
	return cfg
}

// outdated is what to do about a program that is older or newer than the server.
const outdated = "This page is older or newer than the server: load it again in a moment."

// canQuit says that the program can be left: a page is simply closed.
const canQuit = false
