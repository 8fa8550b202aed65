package gateway

import (
	"net/http"
	"time"
)

// serveTricks hands on what is about the daily trick shot. Each try that is posted
// costs a file, so an address may not post as often as it likes.
func (g *Gateway) serveTricks(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost && !g.door.mayPost(clientAddr(r, g.trusted), time.Now()) {
		refuseForNow(w, postEvery, "too many tries came from your address")
		return
	}
	g.tricks.ServeHTTP(w, r)
}
