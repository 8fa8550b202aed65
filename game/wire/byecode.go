package wire

// ByeCode says why a connection ends.
type ByeCode uint8

// The codes. What each one means to a client stands in byeCodes.
const (
	ByeUnknown ByeCode = iota
	ByeProtocol
	ByeRules
	ByeMessage
	ByeFlood
	ByeSlow
	ByeFull
	ByeClosed
	ByeReplaced
	ByeDown
	ByeIdle
	ByeNotFound
	ByeBroken
	ByeSilent
	ByeKicked
	ByeLeft
	ByeBusy

	byeEnd
)

// Next is what a client may do after a Bye.
type Next uint8

const (
	// NextStop: do not come back by yourself; show the reason.
	NextStop Next = iota
	// NextRetry: come back to the same room with the token, after Bye.RetryMS.
	NextRetry
	// NextElsewhere: this room is not to be had; any other is, without the token.
	NextElsewhere
	// NextReload: the program itself is out of date; a page reloads, a desktop client says so.
	NextReload
)

var byeCodes = [byeEnd]struct {
	next Next
	text string
}{
	ByeUnknown:  {NextRetry, "connection lost"},
	ByeProtocol: {NextReload, "this client speaks another version of the protocol"},
	ByeRules:    {NextReload, "this client plays by other rules"},
	ByeMessage:  {NextStop, "a message could not be understood"},
	ByeFlood:    {NextRetry, "too many messages"},
	ByeSlow:     {NextRetry, "too far behind"},
	ByeFull:     {NextElsewhere, "the room is full"},
	ByeClosed:   {NextElsewhere, "the room has closed"},
	ByeReplaced: {NextStop, "the same player connected from elsewhere"},
	ByeDown:     {NextRetry, "the server is going down"},
	ByeIdle:     {NextStop, "nobody was there for too long"},
	ByeNotFound: {NextElsewhere, "there is no such room"},
	ByeBroken:   {NextElsewhere, "the room failed and was closed"},
	ByeSilent:   {NextRetry, "nothing was heard for too long"},
	ByeKicked:   {NextStop, "removed from the room"},
	ByeLeft:     {NextStop, "left"},
	ByeBusy:     {NextRetry, "the server has as many players as it can serve well"},
}

// Next is what a client may do after a Bye with this code. Codes from a newer server count as ByeUnknown.
func (c ByeCode) Next() Next {
	if c >= byeEnd {
		c = ByeUnknown
	}
	return byeCodes[c].next
}

// MayRetry says that a client may come back to the same room by itself.
func (c ByeCode) MayRetry() bool { return c.Next() == NextRetry }

// String is the code in words: the reason to give where there is no better one.
func (c ByeCode) String() string {
	if c >= byeEnd {
		c = ByeUnknown
	}
	return byeCodes[c].text
}

// CloseByes is where the WebSocket close codes for private use are ours: CloseByes + ByeCode.
const CloseByes = 4000

// Close is the WebSocket close code that tells the same as the Bye, for a client that got only the close.
func (c ByeCode) Close() uint16 { return CloseByes + uint16(c) }

// FromClose is the ByeCode that a WebSocket close code stands for; ByeUnknown for all others.
func FromClose(code uint16) ByeCode {
	if code < CloseByes || code >= CloseByes+uint16(byeEnd) {
		return ByeUnknown
	}
	return ByeCode(code - CloseByes)
}
