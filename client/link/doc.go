// Package link is a client's connection to its room: whole frames in, whole frames out, and coming back by itself when
// the connection drops. It knows WebSockets, patience and nothing of the game.
//
//	l := link.Dial(link.Config{URL: url, Hello: hello})
//	for each frame of the screen (or of a bot's clock) {
//		for f, ok := l.Poll(); ok; f, ok = l.Poll() { ... f.Data, valid until the next Poll ... }
//		l.Send(frame)
//	}
//	l.Close()
//
// Every method returns at once, so all of them may be called from the browser's frame callback, where waiting would be
// a deadlock. One goroutine, started by Dial and ended by Close, dials, waits and dials again; Done tells when it has
// ended. The browser's half of a connection is socket_js.go, that of all other platforms is socket_notjs.go.
//
// Of the messages in a frame the link looks at the kinds only: a Bye decides whether it may come back, and snapshots may
// be thrown away when nobody reads for long (a hidden page), since newer ones replace them.
//
// A computer that slept, or has come into another network, holds connections that are dead without anybody having said so.
// Whoever notices calls Doubt: what waits is tried at once, and what is open has a second to prove itself (doubt.go).
//
// Each queue has a limit. Unread frames: after StaleAfter the snapshots among them go; if what remains is still too
// much, the connection is dropped, and resuming brings everything back. Unsent frames: the connection is dropped.
package link
