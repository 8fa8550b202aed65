// Package light is a crowd that costs little: thousands of connections that play on one or two threads, so that on a
// machine they share with the server it is the server that gets tired first.
//
//	recording.go   pilots fight each other, once, before the start: their inputs are what the bots send
//	thread_*.go    one OS thread, one epoll, plain non-blocking sockets; when to join, when to send (wheel.go)
//	handshake.go   HTTP's answer, checked                stream.go   bytes -> WebSocket frames, however they are cut
//	player.go      messages -> the newest tick held; the next input frame, for the right ticks (ticks.go), with a true echo;
//	               how early inputs are is what the server measures (margins.go)
//	swarm.go       Start, Stats, Reset, Stop
//
// A light bot says what a real client says: one Input an interval with the payloads of its ticks and the tick of the
// newest snapshot that reached it, a Ping a second, a Keyframe if it missed one. It reads just enough of what it gets to
// do so, and throws the rest away: it does not know where its ship is, nor whether its inputs make sense where it is. So
// it measures what the server costs and how regularly it delivers, and nothing of how it feels; that is for real clients.
//
// Beside the server it is the other half of the machine's work, so it does no more than it must. One bot in 16 (all of few)
// is watched by epoll and reads at once: by those it measures when snapshots come. The others are not in the epoll: on every
// second frame that they send they read, in one go, what has come since. So their echoes are up to 67 ms older than those
// of real clients; a server skips who is 500 ms behind. All snapshots of all bots are counted.
//
// With Config.Plain it speaks to a server without a game: frames of a fixed size both ways, which is how package floor
// measures what the same traffic costs at least.
//
// Bench and its tests call it. It must not draw, decode the game's state, or allocate for a frame once it has joined. It
// works on Linux; elsewhere Start says so.
package light
