package scene

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/trick"
)

// shareText is what is sent to friends: a ring for each target, filled where it was hit.
func shareText(c *trick.Challenge, r *trick.Result) string {
	hit := r.Bursts()
	return "Bankshot " + c.Date.String() + " " + strings.Repeat("◎", hit) + strings.Repeat("○", len(c.Targets)-hit) + " " +
		strconv.Itoa(r.Score) + " points —"
}

// shareLink is where they can try it.
func shareLink(server string, c *trick.Challenge) string {
	return strings.TrimRight(server, "/") + "/d/" + c.Date.String()
}

// encodeShots writes the aims that were fired, decodeShots reads them; what is no list of aims is none.
func encodeShots(r *trick.Result) string {
	var b []byte
	for i := range r.Shots {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendUint(b, uint64(r.Shots[i].Aim), 10)
	}
	return string(b)
}

func decodeShots(s string) []uint16 {
	if s == "" {
		return nil
	}
	var aims []uint16
	for part := range strings.SplitSeq(s, ",") {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil || n >= game.AimSteps || len(aims) == trick.Shots {
			return nil
		}
		aims = append(aims, uint16(n))
	}
	return aims
}

// newToken makes one up: it keeps two Guests apart, and guards nothing.
func newToken() string {
	b := strconv.AppendUint(nil, rand.Uint64()|1<<63, 16)
	return string(strconv.AppendUint(b, rand.Uint64()|1<<63, 16))
}

// entry is a try on its way into the server's book.
type entry struct {
	answer  <-chan link.Answer
	rank    int
	players int
	best    int    // mine of the day
	name    string // under which it was sent
	// refused is why it is in no book.
	refused string
}

// send posts a result, by its shots: the server counts for itself.
func (e *entry) send(server, date, name, device string, r *trick.Result) {
	j := json{}
	j.open('{')
	j.str("name", name)
	j.str("device", device)
	j.int("score", r.Score)
	j.key("shots")
	j.raw("[" + encodeShots(r) + "]")
	j.close('}')
	if !strings.Contains(server, "://") {
		server = "http://" + server
	}
	*e = entry{name: name, answer: link.Ask("POST", strings.TrimRight(server, "/")+"/api/v1/tricks/"+date, j.b)}
}

func (e *entry) waiting() bool { return e.answer != nil }

// receive takes the answer when it is there; it says true when the server has just entered the try.
func (e *entry) receive() (entered bool) {
	select {
	case a := <-e.answer: // which blocks for ever where nothing was asked
		e.answer = nil
		rank, ok := jsonInt(a.Body, "rank")
		switch {
		case a.Err != nil:
			e.refused = "no server: this try is kept by nobody"
		case a.Status != 200 || !ok:
			if e.refused = jsonString(a.Body, "error"); e.refused == "" {
				e.refused = "the server does not understand this try"
			}
		default:
			e.rank = rank
			e.players, _ = jsonInt(a.Body, "players")
			e.best, _ = jsonInt(a.Body, "best")
			return true
		}
	default:
	}
	return false
}

// jsonInt is the number of a name in a flat object, jsonString its text without escapes. The standard decoder would cost
// every player a tenth of the download for an answer of six numbers.
func jsonInt(b []byte, name string) (int, bool) {
	_, rest, ok := strings.Cut(string(b), `"`+name+`":`)
	end := 0
	for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(rest[:end])
	return n, ok && err == nil
}

func jsonString(b []byte, name string) string {
	_, rest, _ := strings.Cut(string(b), `"`+name+`":"`)
	text, _, ok := strings.Cut(rest, `"`)
	if !ok {
		return ""
	}
	return text
}
