// Package gateway is where the network ends: it turns connections into what
// rooms understand, and bounds what each of them may cost.
//
// Data flow, in:
//
//	net/http       limits on headers and time (NewServer)
//	waiting.go     how many connections may speak HTTP: who waits longest goes
//	handshake.go   what a request has to bring to become a WebSocket
//	upgrade.go     who may connect: Origin, connections per address and in all
//	gws            the handshake's answer
//	poller_*.go    reads all connections as an epoll finds them readable;
//	reader.go      reads one that has no descriptor of its own (TLS), and all of
//	               them where there is no epoll, on a goroutine each
//	inbox.go       counts and limits bytes and frames, puts messages together
//	framing.go     RFC 6455's rules for frames
//	socket.go      walks and decodes a message, hands what it says to room.Line
//
// and out:
//
//	room           calls socket.Send in the middle of a tick
//	outbox.go      composes the frame and offers it to the kernel without
//	               waiting; holds what is not taken, up to a limit
//	trywrite_*.go  the offer itself; where there is none, as under TLS, pump.go
//	drain.go       what is left at the end, and the close
//	admission.go   whether newcomers are let in
//
// Everybody who reads goes by the same inbox. Whatever ends a connection, a room,
// a limit, the client or a panic in what reads it, puts its reason into the outbox,
// which tells the reader; the reader detaches from the room. What is left is sent
// by a goroutine that waits a moment for the client to read it, and closes. Nobody
// else waits.
//
// Every ending has a reason: a Bye for clients of ours, where the stream can
// still take one, and a close code. Rooms' codes are wire.ByeCode.Close; the
// gateway's own are those of the WebSocket registry:
//
//	1001  the server is going down
//	1002  a frame or message that has no place in the protocol
//	1003  a text frame, well-formed or not: no text is ever looked at
//	1007  a message, or a close frame's reason, that cannot be read
//	1008  flood; no Hello; silence; Hello in the wrong place
//	1009  a frame longer than wire.MaxClientFrame
//	1013  a reader too slow: more than 256 KiB waited for it
//
// Beside the sockets it answers /healthz, /livez, /readyz and /api/v1/rooms, and
// on the admin address /metrics and pprof. Main gives it the pages to serve for
// everything else.
//
// It is the server's only importer of gws, and must not know the rules.
package gateway
