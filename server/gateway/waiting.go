package gateway

import (
	"container/list"
	"net"
	"net/http"
	"sync"
)

// waiting bounds the connections that speak HTTP, which the doorkeeper does not
// know: those that have only begun to ask, those kept for another request, and
// those that read an answer. Each costs a file and a goroutine, and who opens
// thousands and lets a byte dribble into each would otherwise take the last one.
//
// When there are too many, the one that has waited longest without a request
// makes room for the newest; where all are being answered, the one that has been
// read longest. An honest client asks within a round trip, so the ones that
// dribble push out each other.
type waiting struct {
	most int

	mu  sync.Mutex
	all map[net.Conn]place
	// idle holds those without a request, busy those that are being answered; the
	// oldest first.
	idle, busy list.List
}

// place is where a connection stands.
type place struct {
	queue *list.List
	at    *list.Element
}

func newWaiting(most int) *waiting {
	return &waiting{most: most, all: map[net.Conn]place{}}
}

// watch is http.Server.ConnState's.
func (w *waiting) watch(conn net.Conn, state http.ConnState) {
	if cut := w.note(conn, state); cut != nil {
		cut.Close() // its server notices, and says so here
	}
}

// note keeps the books, and names a connection that has to go.
func (w *waiting) note(conn net.Conn, state http.ConnState) (cut net.Conn) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if state == http.StateNew && len(w.all) >= w.most {
		cut = w.oldest()
	}
	w.forget(conn)
	switch state {
	case http.StateActive:
		w.all[conn] = place{&w.busy, w.busy.PushBack(conn)}
	case http.StateNew, http.StateIdle:
		w.all[conn] = place{&w.idle, w.idle.PushBack(conn)}
	}
	return cut
}

// oldest takes out the one that has to go first.
func (w *waiting) oldest() net.Conn {
	queue := &w.idle
	if queue.Len() == 0 {
		queue = &w.busy
	}
	conn := queue.Front().Value.(net.Conn)
	w.forget(conn)
	return conn
}

func (w *waiting) forget(conn net.Conn) {
	if p, known := w.all[conn]; known {
		p.queue.Remove(p.at)
		delete(w.all, conn)
	}
}

// requestFiles is how many connections may speak HTTP.
func requestFiles() int { return max(1, min(maxRequests, openFiles()/4)) }
