package gateway

import (
	"net/http"
	"net/netip"
	"strconv"
	"time"
)

// serveTricks hands on what is about the daily trick shot. Each try that is posted
// costs a file, so an address may not post as often as it likes.
func (g *Gateway) serveTricks(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost && !g.door.mayPost(clientAddr(r, g.trusted), time.Now()) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Retry-After", strconv.Itoa(int(postEvery.Seconds())))
		w.WriteHeader(http.StatusTooManyRequests)
		_, _ = w.Write([]byte(`{"error":"too many tries came from your address: wait a little"}` + "\n")) // the client may leave
		return
	}
	g.tricks.ServeHTTP(w, r)
}

// mayPost says whether somebody from there may post another try.
func (d *doorkeeper) mayPost(addr netip.Addr, now time.Time) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return addr.IsLoopback() || d.at(placeOf(addr), now).posts.take(1, now)
}
