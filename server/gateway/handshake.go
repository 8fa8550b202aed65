package gateway

import (
	"encoding/base64"
	"net/http"
	"strings"
)

// What a handshake has to bring (RFC 6455, section 4.2.1).
const (
	websocketVersion = "13"
	keyBytes         = 16
)

// refusal answers a request that is no handshake of ours.
type refusal struct {
	status int
	text   string
}

var (
	noMethod  = &refusal{http.StatusMethodNotAllowed, "this address wants GET"}
	noUpgrade = &refusal{http.StatusUpgradeRequired, "this address speaks WebSocket"}
	noVersion = &refusal{http.StatusUpgradeRequired, "this address speaks version 13 of WebSocket"}
	noHTTP    = &refusal{http.StatusBadRequest, "a WebSocket needs HTTP/1.1"}
	noConn    = &refusal{http.StatusBadRequest, "the header Connection lacks Upgrade"}
	noKey     = &refusal{http.StatusBadRequest, "the header Sec-WebSocket-Key is not 16 bytes in base64"}
	noBody    = &refusal{http.StatusBadRequest, "a handshake has no body"}
)

// checkHandshake says what is wrong with a handshake, nil where nothing is. The
// library asks less: any key will do, whatever contains "upgrade", and whatever
// body, whose bytes it would then read as frames. That is how requests are
// smuggled past proxies.
func checkHandshake(r *http.Request) *refusal {
	h := r.Header
	switch {
	case r.Method != http.MethodGet:
		return noMethod
	case !hasToken(h, "Upgrade", "websocket"):
		return noUpgrade
	case !r.ProtoAtLeast(1, 1) || r.ProtoMajor != 1:
		return noHTTP
	case !hasToken(h, "Connection", "upgrade"):
		return noConn
	case r.ContentLength != 0 || len(r.TransferEncoding) > 0:
		return noBody
	case only(h, "Sec-Websocket-Version") != websocketVersion:
		return noVersion
	}
	key, err := base64.StdEncoding.DecodeString(only(h, "Sec-Websocket-Key"))
	if err != nil || len(key) != keyBytes {
		return noKey
	}
	return nil
}

// only is a header that must be there once; it is empty where it is not.
func only(h http.Header, name string) string {
	if values := h[name]; len(values) == 1 {
		return values[0]
	}
	return ""
}

// hasToken looks for a word in a header that lists words, in one line or several.
func hasToken(h http.Header, name, word string) bool {
	for _, line := range h[name] {
		for token := range strings.SplitSeq(line, ",") {
			if strings.EqualFold(strings.Trim(token, " \t"), word) {
				return true
			}
		}
	}
	return false
}

// answer tells a client what would have been right.
func (f *refusal) answer(w http.ResponseWriter) {
	h := w.Header()
	// What follows in the stream was meant for a WebSocket, and is no request.
	h.Set("Connection", "close")
	switch f.status {
	case http.StatusMethodNotAllowed:
		h.Set("Allow", http.MethodGet)
	case http.StatusUpgradeRequired:
		h.Set("Upgrade", "websocket")
		h.Add("Connection", "Upgrade")
		h.Set("Sec-WebSocket-Version", websocketVersion)
	}
	http.Error(w, f.text, f.status)
}

// plainHandshake is the request as the library understands it: it looks at the
// first line of each header only. Nothing else in it is its business.
func plainHandshake(r *http.Request) *http.Request {
	plain := *r
	plain.Header = http.Header{
		"Upgrade":               {"websocket"},
		"Connection":            {"Upgrade"},
		"Sec-Websocket-Version": {websocketVersion},
		"Sec-Websocket-Key":     r.Header["Sec-Websocket-Key"],
	}
	return &plain
}
