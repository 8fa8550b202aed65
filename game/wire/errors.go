package wire

import (
	"errors"
	"strconv"
)

// What can be wrong with a frame as a whole: the walker's findings.
var (
	ErrEmpty     = errors.New("wire: frame is empty")
	ErrFrameSize = errors.New("wire: frame is longer than allowed")
	ErrArrays    = errors.New("wire: frame holds more messages than allowed")
	ErrDepth     = errors.New("wire: values lie deeper in each other than allowed")
	ErrElements  = errors.New("wire: frame holds more values than allowed")
	ErrTruncated = errors.New("wire: frame ends before what it announces")
	ErrNotArray  = errors.New("wire: message is not an array")
	ErrNumber    = errors.New("wire: message does not begin with its number")
	ErrMap       = errors.New("wire: frame holds a map")
	ErrExt       = errors.New("wire: frame holds an extension")
	ErrReserved  = errors.New("wire: frame holds the byte that msgpack never uses")
)

// What can be wrong with one message: the decoders' findings.
var (
	ErrUnknown = errors.New("wire: no such message in this direction")
	ErrFields  = errors.New("wire: message has a wrong number of fields")
	ErrType    = errors.New("wire: field has a wrong type")
	ErrRange   = errors.New("wire: field is out of range")
	ErrLength  = errors.New("wire: field is longer or shorter than allowed")
	ErrUTF8    = errors.New("wire: string is not UTF-8")
)

// Error is one of the errors above and the place where it was found. errors.Is sees through it.
type Error struct {
	Err error
	// Offset counts bytes from the beginning of the frame.
	Offset int
	// Message is the message being decoded, 0 while the walker walks; Field counts its elements from 1, after the number.
	Message Kind
	Field   int
}

// Error says what and where.
func (e *Error) Error() string {
	s := e.Err.Error() + " at byte " + strconv.Itoa(e.Offset)
	if e.Message != 0 {
		s += ", " + e.Message.String() + " field " + strconv.Itoa(e.Field)
	}
	return s
}

// Unwrap is the error without its place.
func (e *Error) Unwrap() error { return e.Err }
