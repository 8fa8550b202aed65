package gateway

import (
	"time"

	"bankshot/game/wire"
)

// What one connection may do. An honest client sends 30 frames of about 30
// bytes in a second; the bursts let it catch up after a stall of four seconds.
const (
	framesPerSecond = 90
	framesBurst     = 120
	bytesPerSecond  = 16 << 10
	bytesBurst      = 4 * wire.MaxClientFrame
	// Each change of presence may bring a ship or take one away, of which everybody
	// in the room is told.
	presencesPerSecond = 2
	presencesBurst     = 20
	// listEvery is how old the list of rooms may be.
	listEvery = time.Second
	// readBuffer is the library's, per connection. Longer frames are read past it.
	readBuffer = 1 << 10
)

// How long we wait for whom.
const (
	handshakeLimit = 5 * time.Second
	helloLimit     = 3 * time.Second  // from the handshake to Hello
	quietLimit     = 15 * time.Second // between two whole frames
	quietStep      = time.Second      // a deadline is moved at most this often: each move costs
	writeLimit     = 5 * time.Second  // for a pump, which writes whole buffers
	lingerLimit    = time.Second      // for a client to read why it was closed
	lingerBytes    = 64 << 10         // of what it still sends meanwhile
	headerLimit    = 5 * time.Second  // for the header of a request
	requestLimit   = 15 * time.Second // for all of a request, and for an ordinary answer
	idleLimit      = 60 * time.Second
	requestHeader  = 8 << 10
	maxCode        = 32   // of a room's code that is kept, in a log too; no code is that long
	retryMS        = 1000 // what a Bye asks for before another attempt
	// userTimeout is after how long the kernel gives up a peer that acknowledges
	// nothing or leaves no room: half-open connections and readers that stalled.
	userTimeout = 7 * time.Second
)

// How often one address may come, and open rooms that are not there: a school
// behind one address may load its pages anew at once, and then again.
const (
	visitsBurst = 2 // times Config.PerAddress, at once
	visitsShare = 8 // of Config.PerAddress, each second
	roomBurst   = 16
	roomEvery   = 4 * time.Second
	// roomShare of Config.PerAddress have a room made for them at once where any room
	// will do: as many duels as all of them can play.
	roomShare = 2
	// seatKept is for how long a room keeps the seat of who drops: in that time as many seats may be taken from an
	// address as it may have connections, and before that visitsBurst times as many.
	seatKept = time.Minute
	// A school plays the trick shot of the day in one break.
	postBurst = 60
	postEvery = 3 * time.Second
	// Recordings are about 150 KB, and making a day's trick shot takes 100 ms; a page
	// that shows one fetches it once.
	fetchBurst = 60
	fetchEvery = time.Second
	sweepFrom  = 1 << 10 // places are worth looking through from there on
)

// What is held for a client that does not read.
const (
	maxHeld    = 256 << 10
	sendBuffer = 64 << 10 // the kernel's, on top of it
)

// longAgo as a deadline wakes whoever waits.
var longAgo = time.Unix(1, 0)

// How many connections there may be: as many as the process may have files,
// less what it needs for everything else; on a small system that is at most a
// quarter of all.
const (
	reservedFiles = 1280 // for one, each room may have a recording open
	// maxRequests is how many connections may speak HTTP, mostly to say nothing;
	// on a small system it is at most a quarter of all.
	maxRequests   = 4 << 10
	fallbackFiles = 8 << 10 // where the system names no limit
	maxFiles      = 1 << 20
)
