package gateway

import (
	"errors"
	"strings"

	"bankshot/game/wire"
)

// ending is why a connection ended. Its label is one of few, for a counter; its
// text says more, for a log.
type ending struct{ label, text string }

func (e *ending) Error() string { return e.label + ": " + e.text }

var (
	endLeft      = &ending{"left", "the client closed it"}
	endLost      = &ending{"lost", "the connection broke"}
	endSlow      = &ending{"slow", "more than the limit waited to be sent"}
	endFrames    = &ending{"flood", "more frames than allowed"}
	endBytes     = &ending{"flood", "more bytes than allowed"}
	endPresences = &ending{"flood", "more changes of presence than allowed"}
	endText      = &ending{"text", "text is not spoken here, binary is"}
	endQuiet     = &ending{"silent", "no frame came in time"}
	endNoHello   = &ending{"silent", "no Hello came in time"}
	endPanic     = &ending{"panic", "reading it failed"}
	endBusy      = &ending{"busy", errBusy.Error()}
	endGoingDown = &ending{"down", "the server is going down"}
)

// endMalformed is the ending of a client that sent what nobody understands.
func endMalformed(err error) *ending { return &ending{"malformed", err.Error()} }

// endRoom is the ending that a room decided on.
func endRoom(code wire.ByeCode, reason string) *ending {
	return &ending{"room: " + code.String(), reason}
}

// endRefused is the ending of a client that no room took.
func endRefused(err error) *ending { return &ending{"refused", err.Error()} }

// fault is what was wrong with a message, in one of few words: the place where
// it was found is left out.
func fault(err error) string {
	var found *wire.Error
	if errors.As(err, &found) {
		err = found.Err
	}
	return strings.TrimPrefix(err.Error(), "wire: ")
}
