package wire

// Protocol is the version of everything that is said: these messages, and what the match puts into them (package snap). Two
// programs that differ in it part with ByeProtocol.
const Protocol = 4

// The limits of a frame, that is of one binary WebSocket message. Both sides refuse what goes beyond.
const (
	// MaxClientFrame bounds what a client may send in one frame, in bytes.
	MaxClientFrame = 8 << 10
	// MaxServerFrame bounds what a server may send in one frame, in bytes: a Blob and a Full beside each other fit.
	MaxServerFrame = 128 << 10
	// MaxArrays is the number of messages that one frame may hold; there is at least one.
	MaxArrays = 16
	// MaxDepth is how deep arrays and maps may lie in each other; a message itself is depth 1.
	MaxDepth = 8
	// MaxElements is how many values one frame may hold, arrays and maps themselves included.
	MaxElements = 1024
)

// The limits of single fields, in bytes. Strings are UTF-8.
const (
	MaxName    = 24
	MaxRoom    = 32
	MaxReason  = 160
	TokenBytes = 16
	// MaxPayload is what one tick's input of one seat may hold.
	MaxPayload = 8
	MaxCommand = 4 << 10
	// MaxCommandsWaiting is how many commands a client may have without an answer: a room remembers so many answers, for
	// those that are sent again after a drop.
	MaxCommandsWaiting = 16
	// CommandsPerTick spaces the numbers of commands: a client's first one is this times the tick of its first Welcome, and
	// so above all that an earlier page of the same player has used.
	CommandsPerTick = 16
	MaxEvent        = 4 << 10
	MaxBlob         = 64 << 10
	// MaxShared and MaxPrivate bound the two parts of a Full; MaxDelta bounds the body of a Delta.
	MaxShared  = 48 << 10
	MaxPrivate = 4 << 10
	MaxDelta   = 16 << 10
	// MaxCells bounds the body of a Cells: one's own cells may have to come whole, and be full of ships.
	MaxCells = 96 << 10
	// MaxPrefix is the most that a Delta costs each seat beside the body that all seats share.
	MaxPrefix = 8
)

// The windows of time, in ticks.
const (
	// MaxAhead: an input is taken for ticks T+1 .. T+MaxAhead, where T was stepped last.
	MaxAhead = 12
	// LateTicks: an input up to so many ticks late is still passed to the world, marked late.
	LateTicks = 12
	// MaxInputs is how many ticks one Input message may carry.
	MaxInputs = 2
	// MaxDivisor is how many ticks one Delta may carry.
	MaxDivisor = 12
	// ViewUnits is how many parts of a tick Input.View counts.
	ViewUnits = 16
	// MaxViewTicks is how far back Input.View may lie before the tick it is for: a quarter of a second at 60 Hz.
	MaxViewTicks = 15
)

// The windows of the reliable stream.
const (
	// KeepDeltas is how many of its newest deltas a room keeps for those who missed some.
	KeepDeltas = 16
	// KeepEventsTicks is how long a room keeps its numbered events for whoever resumes.
	KeepEventsTicks = 600
	// EchoAgeTicks: a seat whose newest echo is older than this is skipped until echoes return.
	EchoAgeTicks = 30
	// HashEvery: every so many-th delta carries a hash of what the client should hold.
	HashEvery = 32
)
