package gateway

import (
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// serveTricks hands on what is about the daily trick shot. Each try that is posted
// costs a file, and each day that is asked for the first time must be made, so an
// address may do neither as often as it likes.
func (g *Gateway) serveTricks(w http.ResponseWriter, r *http.Request) {
	addr, now := clientAddr(r, g.trusted), time.Now()
	switch {
	case r.Method == http.MethodPost && !g.door.mayPost(addr, now):
		askToWait(w, postEvery, "too many tries came from your address: wait a little")
	case r.Method != http.MethodPost && !g.door.mayFetch(addr, now):
		askToWait(w, fetchEvery, "too many days were asked for from your address: wait a little")
	default:
		g.tricks.ServeHTTP(w, r)
	}
}

// askToWait refuses a request of an address that has made too many.
func askToWait(w http.ResponseWriter, every time.Duration, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Retry-After", strconv.Itoa(int(max(every, time.Second).Seconds())))
	w.WriteHeader(http.StatusTooManyRequests)
	_, _ = fmt.Fprintf(w, "{\"error\":%q}\n", why) // the client may leave
}
