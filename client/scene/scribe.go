package scene

import (
	"strconv"

	"bankshot/client/ui"
	"bankshot/game"
)

// scribe draws on a canvas and composes numbers in a buffer of its own, so that a frame's text costs no memory.
type scribe struct {
	ui.Canvas
	buf *[]byte
}

// write begins an empty line in the buffer; the line before it is gone then.
func (s scribe) write() line { return line{(*s.buf)[:0]} }

// line is text being composed.
type line struct{ b []byte }

func (l line) str(s string) line { return line{append(l.b, s...)} }
func (l line) int(n int) line    { return line{strconv.AppendInt(l.b, int64(n), 10)} }

// fixed is a number with so many digits after its point.
func (l line) fixed(f float64, digits int) line {
	return line{strconv.AppendFloat(l.b, f, 'f', digits, 64)}
}

// clock is a time in ticks as minutes and seconds, rounded up: it shows 0:00 only when it is over.
func (l line) clock(ticks int32) line {
	seconds := int(max(ticks, 0)+game.TickHz-1) / game.TickHz
	l = l.int(seconds / 60).str(":")
	if seconds%60 < 10 {
		l = l.str("0")
	}
	return l.int(seconds % 60)
}

// seconds is a time in ticks as whole seconds, rounded up.
func seconds(ticks int32) int { return int(max(ticks, 0)+game.TickHz-1) / game.TickHz }
