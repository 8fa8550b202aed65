package link

import (
	"errors"
	"strings"
)

// ErrServer says that a server's address is neither http(s)://host nor ws(s)://host.
var ErrServer = errors.New("link: server address is not http://host, https://host, ws://host or wss://host")

// ErrRoom says that a room's code holds something else than letters, digits and dashes.
var ErrRoom = errors.New("link: room code may hold letters, digits and dashes only")

// AnyRoom is the code that stands for any fitting room, modePart what follows it where it is to be one of a mode.
const (
	AnyRoom  = "quick"
	modePart = "?mode="
)

// RoomOf is what to ask RoomURL for to get into any room of a mode, such as duel; of any mode where it is empty.
func RoomOf(mode string) string {
	if mode == "" {
		return AnyRoom
	}
	return AnyRoom + modePart + mode
}

// RoomURL is the address of a room's socket on the server at that address: a room's code, AnyRoom, or what RoomOf gives. A
// server's address without a scheme means http.
func RoomURL(server, room string) (string, error) {
	scheme, host, ok := strings.Cut(server, "://")
	if !ok {
		scheme, host = "http", server
	}
	switch scheme {
	case "http", "ws":
		scheme = "ws://"
	case "https", "wss":
		scheme = "wss://"
	default:
		return "", ErrServer
	}
	host = strings.TrimRight(host, "/")
	if host == "" || strings.ContainsAny(host, " ?#@") {
		return "", ErrServer
	}
	if code, mode, moded := strings.Cut(room, modePart); !plain(code) || moded && (code != AnyRoom || !plain(mode)) {
		return "", ErrRoom
	}
	return scheme + host + "/ws/room/" + room, nil
}

// plain says whether a word needs no escapes in an address.
func plain(word string) bool {
	for _, c := range []byte(word) {
		if c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return word != ""
}
