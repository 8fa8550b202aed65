package link

import (
	"errors"
	"strings"
)

// ErrServer says that a server's address is neither http(s)://host nor ws(s)://host.
var ErrServer = errors.New("link: server address is not http://host, https://host, ws://host or wss://host")

// ErrRoom says that a room's code holds something else than letters, digits and dashes.
var ErrRoom = errors.New("link: room code may hold letters, digits and dashes only")

// RoomURL is the address of a room's socket on the server at that address. An address without a scheme means http.
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
	if room == "" {
		return "", ErrRoom
	}
	for _, c := range []byte(room) {
		if c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return "", ErrRoom
		}
	}
	return scheme + host + "/ws/room/" + room, nil
}
