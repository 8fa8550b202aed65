package snap

import (
	"errors"
	"strconv"
)

// What can be wrong with a body.
var (
	ErrInputLength  = errors.New("snap: input is not 3 bytes")
	ErrThrust       = errors.New("snap: thrust is out of range")
	ErrButtons      = errors.New("snap: unknown button")
	ErrTruncated    = errors.New("snap: body ends early")
	ErrTrailing     = errors.New("snap: body goes on after its end")
	ErrTicks        = errors.New("snap: number of ticks is out of range")
	ErrTooManyFacts = errors.New("snap: more facts than a snapshot may have")
	ErrFact         = errors.New("snap: fact is impossible")
	ErrName         = errors.New("snap: name is empty, too long or not UTF-8")
	ErrShips        = errors.New("snap: more ships than a match may have")
	ErrGround       = errors.New("snap: more pick-ups or broken panes than a match may have")
	ErrShots        = errors.New("snap: more shots than a match may have")
	ErrOrder        = errors.New("snap: ships or shots are out of order")
	ErrRange        = errors.New("snap: field is out of range")
)

// Error is one of the errors above and the element in which it was found. errors.Is sees through it.
type Error struct {
	Err error
	// Part names what was being read, Index which one of several.
	Part  string
	Index int
}

// Error says what and where.
func (e *Error) Error() string {
	return e.Err.Error() + ": " + e.Part + " " + strconv.Itoa(e.Index)
}

// Unwrap is the error without its place.
func (e *Error) Unwrap() error { return e.Err }
