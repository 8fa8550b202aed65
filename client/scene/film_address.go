package scene

import (
	"errors"
	"strconv"
	"strings"

	"bankshot/game"
	"bankshot/game/replay"
)

// reelAddress is where a recording is: on a server, by its day and name, or in a file.
type reelAddress struct {
	server, name, file string
	// tick is the one that was asked for, 0 for none.
	tick game.Tick
}

var errReel = errors.New("that is no address of a recording: it is DAY/ROOM-N#t=TICK, such as 2026-01-31/BAKOTI-1#t=2100")

const (
	pagePath = "/p/"
	apiPath  = "/api/v1/replays/"
	atPart   = "#t="
)

// parseReel reads DAY/ROOM-N, the address of the page or of the recording itself, or on the desktop the name of a file;
// #t=TICK may follow each.
func parseReel(address, server string) (reelAddress, error) {
	var r reelAddress
	address, at, timed := strings.Cut(address, atPart)
	if timed {
		n, err := strconv.ParseUint(at, 10, 32)
		if err != nil {
			return r, errReel
		}
		r.tick = game.Tick(n)
	}
	if scheme, rest, ok := strings.Cut(address, "://"); ok {
		host, path, _ := strings.Cut(rest, "/")
		path = "/" + path
		name, page := strings.CutPrefix(path, pagePath)
		if !page {
			name, page = strings.CutPrefix(path, apiPath)
		}
		if !page || !isReel(name) || scheme != "http" && scheme != "https" || host == "" {
			return r, errReel
		}
		r.server, r.name = scheme+"://"+host, name
		return r, nil
	}
	if isReel(address) {
		if !strings.Contains(server, "://") {
			server = "http://" + server
		}
		r.server, r.name = strings.TrimRight(server, "/"), address
		return r, nil
	}
	if !canReadFiles || address == "" {
		return r, errReel
	}
	r.file = address
	return r, nil
}

// isReel says whether a name looks like those that servers give: nothing in it could mean anything else in an address.
func isReel(name string) bool {
	const mostBytes = 64
	day, room, ok := strings.Cut(name, "/")
	if !ok || len(name) > mostBytes || len(day) != len("2026-01-31") || room == "" || strings.Count(day, "-") != 2 {
		return false
	}
	for _, c := range []byte(day + room) {
		if c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return !strings.Contains(room, ".")
}

// api is where the recording itself is, page where it is shown from a tick on.
func (r *reelAddress) api() string { return r.server + apiPath + r.name }

func (r *reelAddress) page(tick game.Tick) string {
	if r.name == "" {
		return r.file
	}
	l := r.server + pagePath + r.name
	if tick != 0 {
		l += atPart + strconv.FormatUint(uint64(tick), 10)
	}
	return l
}

// whyNot says in words why a recording cannot be shown, and what to do.
func whyNot(err error) string {
	var failed *replay.Panic
	switch {
	case errors.Is(err, replay.ErrRules), errors.Is(err, replay.ErrVersion):
		return "this recording is of another version of the game, whose rules are not these: it cannot be watched here"
	case errors.Is(err, replay.ErrMagic):
		return "this is no recording of a round"
	case errors.Is(err, replay.ErrEmpty):
		return "nothing of this round is recorded yet: load it again in a few seconds"
	case errors.As(err, &failed):
		return "this recording is damaged: the rules fail in it"
	}
	return "this recording is damaged"
}
