// Package floor measures what a snapshot's traffic costs at least, on this machine and now: the floor under the figures of
// the real server, taken in the same run because machines differ by more than servers do.
//
//	epoll   one thread, one epoll, one read(2) and one write(2) for each player and interval (epoll_linux.go)
//	gws     net/http and gws as its authors show it: a goroutine reads each connection, one writes to all (gws.go)
//
// Neither knows a game: what comes is thrown away, what goes is the same bytes again and again, as many as a run's own
// frames have on average. Both answer the same WebSocket handshake and get the same load from package light, so that the
// only difference to a run is what is ours to save.
//
//	floor.Run ─▶ this very program again, with Command's words ─▶ Serve: one of the two servers, a process of its own
//	          ─▶ light.Start: the players
//
// The two take turns in short windows (epoll, gws, epoll, gws, …), so that a disturbance hits both, and the spread over
// the windows tells how much to believe. A server's process ends by Kill, and by itself when the pipe to whoever started
// it breaks.
//
// Bench's commands run and floor call it. It must not import the server or the game.
package floor
