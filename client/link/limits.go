package link

import "time"

const (
	// StaleAfter is how long frames may wait to be read before the snapshots among them are thrown away.
	StaleAfter = 4 * time.Second
	// MaxUnread and MaxUnreadBytes are how much may wait to be read; snapshots go first, then the connection.
	MaxUnread      = 256
	MaxUnreadBytes = 512 << 10
	// MaxUnsent and MaxUnsentBytes are how much may wait to be sent before the connection counts as stuck.
	MaxUnsent      = 64
	MaxUnsentBytes = 64 << 10
	// SilentAfter is how long we go on sending into a connection that says nothing back.
	SilentAfter = 8 * time.Second
	// DoubtFor is how long a connection has to show that it is alive, once that is doubted.
	DoubtFor = time.Second
	// DialTimeout bounds one attempt.
	DialTimeout = 8 * time.Second
	// FlushTimeout is how long Close lets the network take what waits to be sent.
	FlushTimeout = 500 * time.Millisecond
	// SettledAfter is how long a connection must have held before its end is answered by an attempt at once.
	SettledAfter = 2 * time.Second

	// keptBuffers and keptBytes bound the memory kept for frames to come.
	keptBuffers = 64
	keptBytes   = 16 << 10
)
