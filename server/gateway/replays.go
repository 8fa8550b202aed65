package gateway

import (
	"net/http"
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
