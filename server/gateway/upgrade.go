package gateway

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// serveSocket answers /ws/room/{code}. What a browser cannot be told after a
// failed handshake (it shows scripts nothing of it) is told by a Bye instead;
// only those who should not be here get no more than a status.
func (g *Gateway) serveSocket(w http.ResponseWriter, r *http.Request) {
	if wrong := checkHandshake(r); wrong != nil {
		g.refused("handshake")
		wrong.answer(w)
		return
	}
	// Who is refused below is no browser of ours, or comes again on a connection of its own.
	w.Header().Set("Connection", "close")
	if !originAllowed(r, g.origins) {
		g.refused("origin")
		http.Error(w, "pages from "+r.Header.Get("Origin")+" may not connect here; the server's flag -allow-origin can allow it",
			http.StatusForbidden)
		return
	}
	code, kind, err := g.roomOf(clip(r.PathValue("code"), maxCode), r)
	if err != nil {
		g.refused("mode")
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if !g.enter() {
		g.refused("draining")
		w.Header().Set("Retry-After", "5")
		http.Error(w, endGoingDown.text, http.StatusServiceUnavailable)
		return
	}
	started := false
	defer func() {
		if !started {
			g.running.Done()
		}
	}()
	addr := clientAddr(r, g.trusted)
	if err := g.door.enter(addr, time.Now()); err != nil {
		status, word := http.StatusServiceUnavailable, "full"
		if errors.Is(err, errPerAddress) || errors.Is(err, errTooOften) {
			status, word = http.StatusTooManyRequests, "address"
		}
		g.refused(word)
		w.Header().Set("Retry-After", "30")
		http.Error(w, err.Error(), status)
		return
	}
	s := &socket{gate: g, addr: addr, code: code, kind: kind}
	if started = g.upgrade(s, w, r); !started {
		g.door.leave(addr, time.Now())
	}
}

// roomOf is the code that a request wants, and for one that wants any room its kind: what it names as mode, or in place of a
// code. A room that is named is what it is.
func (g *Gateway) roomOf(code string, r *http.Request) (room, kind string, err error) {
	if slices.Contains(g.modes, code) {
		return QuickCode, code, nil
	}
	if code != QuickCode {
		return code, "", nil
	}
	mode := r.URL.Query().Get("mode")
	if mode == "" || slices.Contains(g.modes, mode) {
		return code, mode, nil
	}
	return "", "", fmt.Errorf("there is no mode %q here; there are %s", clip(mode, maxCode), strings.Join(g.modes, ", "))
}

// upgrade shakes hands and has the connection read: by a poller, or by a
// goroutine of its own. The one we are on holds the request and its buffers.
func (g *Gateway) upgrade(s *socket, w http.ResponseWriter, r *http.Request) bool {
	h := &hijacker{ResponseWriter: w}
	if _, err := g.upgrader.Upgrade(h, plainHandshake(r)); err != nil {
		g.refused("handshake")
		g.log.Debug("a handshake failed", "err", err)
		if h.conn == nil {
			http.Error(w, "this connection cannot be upgraded", http.StatusInternalServerError)
		}
		return false
	}
	if err := tune(h.conn); err != nil {
		g.log.Debug("a connection could not be tuned", "err", err)
	}
	now := time.Now()
	s.in, s.out = newInbox(s, now), newOutbox(h.conn)
	s.expect(now.Add(helloLimit))
	g.add(s)
	g.metrics.accepted.Inc()
	if !s.out.needsPump() {
		if p := g.poller(); p != nil {
			p.add(s, h.early)
			return true
		}
	}
	go s.read(h.conn, h.early)
	return true
}

// hijacker keeps hold of the connection that the library shakes hands on. The
// library's own reading and writing begin where nobody calls them.
type hijacker struct {
	http.ResponseWriter
	conn  net.Conn // nil until hijacked
	early []byte   // what came along with the request: a client may say Hello without waiting for the answer
}

func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	h.conn = conn
	if n := rw.Reader.Buffered(); n > 0 {
		h.early = make([]byte, n)
		if _, err := io.ReadFull(rw.Reader, h.early); err != nil {
			return nil, nil, fmt.Errorf("gateway: what came with the request: %w", err)
		}
	}
	return conn, rw, nil
}

// refused counts a connection that never was, by a word for the reason.
func (g *Gateway) refused(word string) { g.metrics.refused.WithLabelValues(word).Inc() }
