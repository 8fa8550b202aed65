package gateway

// The codes of a close frame, by the names of RFC 6455, section 7.4.1, and the
// registry after it.
const (
	// closeSilent stands for a close frame without a code.
	closeSilent      = 0
	closeNormal      = 1000
	closeGoingAway   = 1001
	closeProtocol    = 1002
	closeUnsupported = 1003
	closeInvalid     = 1007
	closePolicy      = 1008
	closeTooLarge    = 1009
	closeLater       = 1013
	// closeSlow is closeLater said to a client that reads too slowly.
	closeSlow = closeLater
)
