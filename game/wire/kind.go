package wire

// Kind is a message's number: the first element of its array.
type Kind uint8

// The messages a client sends.
const (
	KindHello    Kind = 1
	KindInput    Kind = 2
	KindCommand  Kind = 3
	KindPresence Kind = 4
	KindKeyframe Kind = 5
	KindPing     Kind = 6
)

// The messages a server sends.
const (
	KindWelcome Kind = 32
	KindBlob    Kind = 33
	KindFull    Kind = 34
	KindDelta   Kind = 35
	KindEvent   Kind = 36
	KindRebase  Kind = 37
	KindPong    Kind = 38
	KindBye     Kind = 39
	KindReply   Kind = 40
	KindCells   Kind = 41
)

// String is the message's name, for logs and metrics.
func (k Kind) String() string {
	switch k {
	case KindHello:
		return "Hello"
	case KindInput:
		return "Input"
	case KindCommand:
		return "Command"
	case KindPresence:
		return "Presence"
	case KindKeyframe:
		return "Keyframe"
	case KindPing:
		return "Ping"
	case KindWelcome:
		return "Welcome"
	case KindBlob:
		return "Blob"
	case KindFull:
		return "Full"
	case KindDelta:
		return "Delta"
	case KindEvent:
		return "Event"
	case KindRebase:
		return "Rebase"
	case KindPong:
		return "Pong"
	case KindBye:
		return "Bye"
	case KindReply:
		return "Reply"
	case KindCells:
		return "Cells"
	default:
		return "unknown"
	}
}
