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
// makes room for the newest. An honest client asks within a round trip, so the
// ones that dribble push out each other.
type waiting struct {
	most int

	mu  sync.Mutex
	all map[net.Conn]*list.Element // nil for those that are being answered
	// idle holds those without a request, the oldest first.
	idle list.List
}

func newWaiting(most int) *waiting {
	return &waiting{most: most, all: map[net.Conn]*list.Element{}}
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
	if e := w.all[conn]; e != nil {
		w.idle.Remove(e)
	}
	switch state {
	case http.StateActive:
		w.all[conn] = nil
	case http.StateHijacked, http.StateClosed:
		delete(w.all, conn)
	default: // new, or idle
		if state == http.StateNew && len(w.all) >= w.most {
			if cut = conn; w.idle.Len() > 0 {
				cut = w.idle.Remove(w.idle.Front()).(net.Conn)
				delete(w.all, cut)
			}
			if cut == conn {
				return cut
			}
		}
		w.all[conn] = w.idle.PushBack(conn)
	}
	return cut
}

// requestFiles is how many connections may speak HTTP.
func requestFiles() int { return max(1, min(maxRequests, openFiles()/4)) }
