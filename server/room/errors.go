package room

import (
	"errors"

	"bankshot/game/wire"
)

// Why somebody is not let in.
var (
	ErrProtocol     = errors.New("room: the client speaks another version of the protocol")
	ErrRules        = errors.New("room: the client plays by other rules")
	ErrFull         = errors.New("room: every seat is taken")
	ErrClosed       = errors.New("room: it has closed")
	ErrNoRoom       = errors.New("room: there is none of that code")
	ErrCode         = errors.New("room: not a code, which is three syllables such as BAKOTI")
	ErrTooManyRooms = errors.New("room: the server is full: as many rooms are open as it allows")
	ErrGoingDown    = errors.New("room: the server is going down")
	ErrBusy         = errors.New("room: none but who has a seat is let in now")
)

// BusyRetryMS is after how long who heard ErrBusy may ask again; the client adds up to a quarter.
const BusyRetryMS = 15_000

// What a Reply says about a command that did not reach the world, or about a presence that could not be had.
const (
	refusedTooMany = "too many commands at once"
	refusedNoPlace = "no free place to play"
	refusedOld     = "older than commands that were answered"
)

// Code is what a Bye tells a client about one of this package's errors.
func Code(err error) wire.ByeCode {
	switch {
	case errors.Is(err, ErrProtocol):
		return wire.ByeProtocol
	case errors.Is(err, ErrRules):
		return wire.ByeRules
	case errors.Is(err, ErrFull), errors.Is(err, ErrTooManyRooms):
		return wire.ByeFull
	case errors.Is(err, ErrClosed):
		return wire.ByeClosed
	case errors.Is(err, ErrNoRoom), errors.Is(err, ErrCode):
		return wire.ByeNotFound
	case errors.Is(err, ErrGoingDown):
		return wire.ByeDown
	case errors.Is(err, ErrBusy):
		return wire.ByeBusy
	default:
		return wire.ByeUnknown
	}
}
