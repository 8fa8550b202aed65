package game

import (
	"errors"
	"strconv"
	"unicode/utf8"
)

// What can be wrong with an Entry or a Public that came from outside.
var (
	ErrFactCount  = errors.New("more facts than a tick may have")
	ErrFactKind   = errors.New("no such kind of fact")
	ErrSeat       = errors.New("not a seat")
	ErrSeated     = errors.New("the seat has a ship already")
	ErrUnseated   = errors.New("the seat has no ship")
	ErrFull       = errors.New("more ships than a match may have")
	ErrName       = errors.New("a name must be 1 to 24 bytes of UTF-8")
	ErrPhase      = errors.New("no such phase")
	ErrPlace      = errors.New("a ship does not fit there")
	ErrAim        = errors.New("aim is beyond a full turn")
	ErrThrust     = errors.New("no such thrust")
	ErrLag        = errors.New("a lag longer than anybody may have")
	ErrBeen       = errors.New("a past that no ship has")
	ErrButtons    = errors.New("no such trigger")
	ErrInputCount = errors.New("there must be one input for each ship")
	ErrOrder      = errors.New("out of order")
	ErrShotCount  = errors.New("more shots than a match may have")
	ErrOutside    = errors.New("outside the arena")
	ErrSpeed      = errors.New("faster than anything flies")
	ErrBanks      = errors.New("more banks than any weapon has")
	ErrBirth      = errors.New("born in the future, or too long ago")
	ErrHealth     = errors.New("health that no ship has")
	ErrTimer      = errors.New("a timer beyond its longest")
	ErrArena      = errors.New("another arena")
	ErrMode       = errors.New("no such mode")
	ErrTeam       = errors.New("no such team")
	ErrWeapon     = errors.New("no such weapon, or more of it than a pick-up holds")
	ErrPickup     = errors.New("no such pick-up")
	ErrGlass      = errors.New("glass that is not there")
	ErrGoal       = errors.New("goals that the mode has not, or where they cannot be")
)

// BadElement says which element of an Entry or a Public is wrong.
type BadElement struct {
	// What is "fact", "input", "ship", "shot", "pick-up", "pane" or "goal".
	What  string
	Index int
	Err   error
}

func (e *BadElement) Error() string {
	return "game: " + e.What + " " + strconv.Itoa(e.Index) + ": " + e.Err.Error()
}

func (e *BadElement) Unwrap() error { return e.Err }

func checkName(name string) error {
	if name == "" || len(name) > MaxNameBytes || !utf8.ValidString(name) {
		return ErrName
	}
	return nil
}
