package scene

import (
	"math"
	"strconv"
	"unicode/utf8"

	"bankshot/client/predict"
	"bankshot/game"
)

// json writes JSON: the few forms that the state needs.
type json struct{ b []byte }

// comma separates a new part from the one before it.
func (j *json) comma() {
	if n := len(j.b); n > 0 && j.b[n-1] != '{' && j.b[n-1] != '[' {
		j.b = append(j.b, ',')
	}
}

func (j *json) open(c byte)  { j.b = append(j.b, c) }
func (j *json) close(c byte) { j.b = append(j.b, c) }
func (j *json) item()        { j.comma() }
func (j *json) raw(s string) { j.b = append(j.b, s...) }
func (j *json) key(name string) {
	j.comma()
	j.quote(name)
	j.b = append(j.b, ':')
}

func (j *json) int(name string, n int) {
	j.key(name)
	j.number(n)
}

func (j *json) number(n int) { j.b = strconv.AppendInt(j.b, int64(n), 10) }

// seat writes a seat, null for nobody's.
func (j *json) seat(name string, seat game.Seat) {
	if seat == game.NoSeat {
		j.key(name)
		j.raw("null")
		return
	}
	j.int(name, int(seat))
}

// place writes where something is.
func (j *json) place(p predict.Point) {
	j.num("x", float64(p.X))
	j.num("y", float64(p.Y))
}

// num writes a number to three digits; JSON knows no infinities.
func (j *json) num(name string, f float64) {
	j.key(name)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		j.raw("null")
		return
	}
	j.b = strconv.AppendFloat(j.b, math.Round(f*1000)/1000, 'f', -1, 64)
}

func (j *json) bool(name string, v bool) {
	j.key(name)
	j.b = strconv.AppendBool(j.b, v)
}

func (j *json) str(name, v string) {
	j.key(name)
	j.quote(v)
}

// quote writes a string; what is not UTF-8 becomes U+FFFD.
func (j *json) quote(s string) {
	const hex = "0123456789abcdef"
	j.b = append(j.b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			j.b = append(j.b, '\\', byte(r))
		case r < ' ':
			j.b = append(j.b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			j.b = utf8.AppendRune(j.b, r)
		}
	}
	j.b = append(j.b, '"')
}
