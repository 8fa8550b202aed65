//go:build js

package link

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"syscall/js"

	"bankshot/game/wire"
)

// way is how connections are made: a browser knows but its own.
type way struct{}

// socket is one WebSocket of the browser. Its callbacks run on the page's event loop, so none of them waits for
// anything; what they find goes into the link's inbox, whether or not a frame is being drawn.
type socket struct {
	link *Link
	ws   js.Value
	done chan struct{} // closed when the callbacks are gone
	open chan struct{} // closed when the browser says that it is open

	array js.Value // Uint8Array that frames to be sent are copied into
	room  int      // its length
	calls [4]js.Func
	names [4]string

	mu     sync.Mutex
	why    error
	opened bool
	over   bool
}

var errBrowser = errors.New("the browser could not connect")

// dial makes one attempt. The context ends it at any point; once it has succeeded, only end does.
func dial(ctx context.Context, url string, l *Link) (s *socket, err error) {
	defer func() {
		// A browser throws where an address is not to its liking, for instance ws: in a page that came by https.
		if r := recover(); r != nil {
			err = fmt.Errorf("link: dial %s: %v", url, r)
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, DialTimeout)
	defer cancel()
	s = &socket{link: l, done: make(chan struct{}), open: make(chan struct{})}
	s.ws = js.Global().Get("WebSocket").New(url)
	s.ws.Set("binaryType", "arraybuffer")
	s.listen(0, "open", s.onOpen)
	s.listen(1, "message", s.onMessage)
	s.listen(2, "close", s.onClose)
	s.listen(3, "error", s.onError)
	select {
	case <-s.open:
		return s, nil
	case <-s.done:
		return nil, fmt.Errorf("link: dial %s: %w", url, s.err())
	case <-ctx.Done():
		s.end(ctx.Err())
		return nil, fmt.Errorf("link: dial %s: %w", url, ctx.Err())
	}
}

func (s *socket) listen(i int, name string, f func(js.Value)) {
	s.names[i] = name
	s.calls[i] = js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0])
		return nil
	})
	s.ws.Call("addEventListener", name, s.calls[i])
}

// send gives the browser a copy of the frame. It never waits: the browser keeps what the network does not take, and
// when that is too much the connection is stuck.
func (s *socket) send(frame []byte) bool {
	s.mu.Lock()
	over := s.over
	s.mu.Unlock()
	if over {
		return false
	}
	if s.ws.Get("bufferedAmount").Int()+len(frame) > MaxUnsentBytes {
		s.end(ErrStuck)
		return false
	}
	if s.room < len(frame) {
		s.room = max(len(frame), 1024)
		s.array = js.Global().Get("Uint8Array").New(s.room)
	}
	js.CopyBytesToJS(s.array, frame)
	s.ws.Call("send", s.array.Call("subarray", 0, len(frame)))
	return true
}

// end closes the connection and lets go of the callbacks; the first reason stands.
func (s *socket) end(why error) {
	s.mu.Lock()
	first := !s.over
	if first {
		s.over, s.why = true, why
	}
	s.mu.Unlock()
	if !first {
		return
	}
	for i, name := range s.names {
		s.ws.Call("removeEventListener", name, s.calls[i])
		s.calls[i].Release()
	}
	s.ws.Call("close")
	close(s.done)
}

// finish closes; the browser first sends what it still keeps.
func (s *socket) finish() { s.end(ErrClosed) }

// err is why it ended.
func (s *socket) err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.why
}

func (s *socket) onOpen(js.Value) {
	if !s.opened {
		s.opened = true
		close(s.open)
	}
}

func (s *socket) onMessage(event js.Value) {
	data := event.Get("data")
	if data.Type() == js.TypeString {
		s.end(ErrText)
		return
	}
	array := js.Global().Get("Uint8Array").New(data)
	n := array.Length()
	if n > wire.MaxServerFrame {
		s.end(wire.ErrFrameSize)
		return
	}
	buf := s.link.buffer(n)
	js.CopyBytesToGo(buf, array)
	if err := s.link.receive(s, buf); err != nil {
		s.end(err)
	}
}

func (s *socket) onClose(event js.Value) {
	code := event.Get("code").Int()
	s.link.closed(uint16(code))
	s.end(fmt.Errorf("link: connection ended, code %d %s", code, event.Get("reason").String()))
}

// onError is told nothing: browsers hide why, lest pages look around in networks. A close event follows in any case.
func (s *socket) onError(js.Value) {
	if !s.opened {
		s.end(errBrowser)
	}
}
