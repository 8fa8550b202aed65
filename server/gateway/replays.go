package gateway

import (
	"net/http"
	"net/netip"
	"time"
)

// serveReplays hands on what is about recordings. Each costs the disk, and a few
// hundred kilobytes of the line, so an address may not fetch as many as it likes.
func (g *Gateway) serveReplays(w http.ResponseWriter, r *http.Request) {
	if !g.door.mayFetch(clientAddr(r, g.trusted), time.Now()) {
		askToWait(w, fetchEvery, "too many recordings were fetched from your address: wait a little")
		return
	}
	g.replays.ServeHTTP(w, r)
}

// mayFetch says whether somebody from there may fetch another recording, or another day's trick shot.
func (d *doorkeeper) mayFetch(addr netip.Addr, now time.Time) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return addr.IsLoopback() || d.at(placeOf(addr), now).fetches.take(1, now)
}
