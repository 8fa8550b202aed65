// Package hostile attacks a server that is ours, on the machine it is tested on: readers that never read, handshakes a byte
// at a time, floods, frames of every wrong kind, storms of connections. It is what bench -hostile puts beside honest
// players to see whether they notice.
//
//	stats := hostile.Run(ctx, kind, hostile.Config{Server: url, Rooms: codes, Sockets: 2000, PerSecond: 300})
//
// Every attack is held to a rate: server, players and attackers share one machine, and what should be measured is what an
// attack costs the server, not what it costs to make. It connects to loopback addresses only.
//
// It speaks raw TCP by hand, for it has to speak it wrongly. It must not know the rules, nor import the server.
package hostile
