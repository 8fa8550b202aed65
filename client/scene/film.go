package scene

import (
	"strconv"
	"time"

	"bankshot/client/input"
	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/replay"
)

// film is a recording at play: the shot that a link names, or a whole round. It needs nothing of the match behind it.
type film struct {
	from   reelAddress
	answer <-chan link.Answer // nil when there is nothing to wait for
	// refused is why there is nothing to be seen.
	refused string

	shown   *projector // nil until it is there
	seen    *predict.View
	kill    replay.Kill
	hasKill bool
	marks   marks
	feed    feed
	order   []int

	watch game.Seat // whom the camera follows, game.NoSeat for the shot, or whoever leads
	speed int       // of speeds
	still bool      // it does not play by itself
	drags bool      // the pointer holds the bar
	last  time.Time
	word  *echo // what sharing came to
	cut   bool  // the picture before this one is of another time
	soft  bool  // the player has chosen soft flashes
}

// speeds are how many seconds pass in one.
var speeds = [...]struct {
	times float64
	name  string
}{{0.25, "0.25×"}, {0.5, "0.5×"}, {1, "1×"}, {2, "2×"}, {4, "4×"}}

const (
	usualSpeed = 2
	// skipTicks is how far back and forth lead.
	skipTicks = 5 * game.TickHz
	// leadIn is how long before the shot a film begins, endStays how long it looks at the shot's end, aftermath until when
	// at all of its way.
	leadIn    = 3 * game.TickHz
	endStays  = 3 * game.TickHz / 4
	aftermath = 3 * game.TickHz
	// maxRecording is the longest that is fetched, in bytes: as much as servers record.
	maxRecording = 16 << 20
)

// newFilm opens what an address names. Whatever is wrong with it is echo on the screen.
func newFilm(g *Game, address string) *film {
	f := &film{watch: game.NoSeat, speed: usualSpeed, soft: g.renderer.Soft}
	var err error
	if f.from, err = parseReel(address, g.cfg.Server); err != nil {
		f.refused = err.Error()
		return f
	}
	if f.from.file != "" {
		b, err := readRecording(f.from.file)
		if err != nil {
			f.refused = err.Error()
			return f
		}
		f.open(b)
		return f
	}
	f.answer = link.Fetch(f.from.api(), maxRecording)
	return f
}

// receive takes the recording when it is there.
func (f *film) receive() {
	select {
	case a := <-f.answer: // which blocks for ever where nothing was asked
		f.take(a)
	default:
	}
}

// take makes of an answer what there is to be seen.
func (f *film) take(a link.Answer) {
	f.answer = nil
	switch {
	case a.Err != nil:
		f.refused = "the server does not answer: load this page again in a moment"
	case a.Status != 200:
		if f.refused = jsonString(a.Body, "error"); f.refused == "" {
			f.refused = "the server has no such recording"
		}
	default:
		f.open(a.Body)
	}
}

// open makes the recording ready, from a few seconds before what its address names on.
func (f *film) open(b []byte) {
	rec, err := replay.Open(b)
	if err != nil {
		f.refused = whyNot(err)
		return
	}
	reel, err := rec.Reel()
	if err != nil {
		f.refused = whyNot(err)
		return
	}
	if f.from.tick != 0 {
		if f.kill, f.hasKill, err = reel.Kill(f.from.tick); err != nil {
			f.refused = whyNot(err)
			return
		}
	}
	f.marks.begin(rec)
	f.shown = newProjector(reel)
	f.restart()
}

// begins is where it begins: before the shot, at the tick that was asked for, or with the recording.
func (f *film) begins() float64 {
	switch {
	case f.hasKill && len(f.kill.Way) > 0:
		return float64(f.kill.Way[0].Tick) - leadIn
	case f.hasKill:
		return float64(f.kill.Tick) - leadIn
	case f.from.tick != 0:
		return float64(f.from.tick) - leadIn
	}
	return 0
}

func (f *film) restart() {
	f.jump(f.begins())
	f.still, f.watch = false, game.NoSeat
}

func (f *film) jump(to float64) {
	f.shown.jump(to)
	f.feed, f.cut = feed{}, true
}

func (f *film) update(g *Game, d *input.Devices, now time.Time) bool {
	passed := now.Sub(f.last)
	if f.last.IsZero() {
		passed = 0
	}
	f.last = now
	f.receive()
	if d.Menu || g.clickedIn(d, leaveBox) {
		g.renderer.Soft = f.soft
		return true
	}
	if g.clickedIn(d, playNowBox) || f.refused != "" && d.Accepted {
		g.renderer.Soft = f.soft
		g.play()
		return true
	}
	if f.shown == nil {
		return false
	}
	f.marks.scan()
	f.devices(g, d)
	if !f.still && !f.drags {
		f.shown.advance(passed.Seconds() * game.TickHz * speeds[f.speed].times)
		f.still = f.shown.ended()
	}
	if f.shown.trouble != nil {
		f.refused = whyNot(f.shown.trouble)
		f.shown = nil
	}
	return false
}

func (f *film) view(g *Game, _ time.Time) *predict.View {
	if f.shown == nil {
		f.seen = nil
		return g.view
	}
	if f.cut {
		f.cut = false
		g.renderer.Cut()
	}
	// What flashes three times a second flashes more often when time passes faster.
	g.renderer.Soft = f.soft || f.speed > usualSpeed
	v := f.shown.view()
	f.listen(v)
	f.direct(v)
	f.seen = v
	return v
}

// listen takes kills into the feed, by the film's own time.
func (f *film) listen(v *predict.View) {
	for i := range v.Events {
		e := &v.Events[i]
		if e.Kind != game.EventKilled {
			continue
		}
		k := kill{
			banks: e.Banks, points: int(e.Amount), weapon: e.Weapon, returned: e.Returned, revenge: e.Revenge,
			self: e.Other == game.NoSeat || e.Other == e.Seat, at: f.time(),
		}
		for s := range v.Ships {
			switch sh := &v.Ships[s]; sh.Seat {
			case e.Seat:
				k.victim = sh.Name
			case e.Other:
				k.by = sh.Name
			}
		}
		f.feed.add(k)
	}
}

// time is the film's, as a duration.
func (f *film) time() time.Duration {
	return time.Duration(f.shown.time * float64(time.Second) / game.TickHz)
}

// link is the address of what is to be seen, at the moment that is shown where no shot is.
func (f *film) link() string {
	at := f.from.tick
	if !f.hasKill {
		at = game.Tick(f.shown.time)
	}
	return f.from.page(at)
}

// devices lets keys, pointer and pad work on it.
func (f *film) devices(g *Game, d *input.Devices) {
	c := ui.On(g.renderer)
	lay := layFilm(c.W, c.H)
	act := -1
	for i := range lay.buttons {
		if g.clickedIn(d, lay.buttons[i]) {
			act = i
		}
	}
	f.scrub(g, d, lay.bar)
	switch {
	case d.Accepted:
		act = filmPlay
	case d.Back:
		act = filmBack
	case d.Forth:
		act = filmForth
	case d.Previous:
		f.speed = min(f.speed+1, len(speeds)-1)
	case d.Next:
		f.speed = max(f.speed-1, 0)
	case d.Number == 1:
		act = filmAgain
	case d.Number == 2:
		act = filmWatch
	case d.Number == 3:
		act = filmShare
	}
	f.press(act)
}

func (f *film) press(button int) {
	switch button {
	case filmAgain:
		f.restart()
	case filmBack:
		f.jump(f.shown.time - skipTicks)
	case filmForth:
		f.jump(f.shown.time + skipTicks)
	case filmPlay:
		if f.shown.ended() {
			f.restart()
			return
		}
		f.still = !f.still
	case filmSpeed:
		f.speed = (f.speed + 1) % len(speeds)
	case filmWatch:
		f.watchNext()
	case filmShare:
		f.word = share(f.title(), f.link())
	}
}

// scrub lets the pointer or a finger draw the film to and fro by its bar.
func (f *film) scrub(g *Game, d *input.Devices, bar ui.Rect) {
	c := ui.On(g.renderer)
	touch := ui.Rect{X: bar.X - 10, Y: bar.Y - 38, W: bar.W + 20, H: bar.H + 48} // as tall as a finger needs, above the buttons
	if g.clickedIn(d, touch) {
		f.drags = true
	}
	if f.drags = f.drags && (d.MouseFire || len(d.Touches) > 0); !f.drags {
		return
	}
	x, _ := c.At(d.CursorX, d.CursorY)
	if len(d.Touches) > 0 {
		x, _ = c.At(d.Touches[0].X, d.Touches[0].Y)
	}
	to := f.shown.first() + (f.shown.last()-f.shown.first())*float64(min(max((x-bar.X)/bar.W, 0), 1))
	if off := to - f.shown.time; off > 1 || off < -1 {
		f.jump(to)
	}
}

// state tells of the film.
func (f *film) state(j *json) {
	j.str("replay", f.from.name)
	j.str("refused", f.refused)
	j.bool("ready", f.shown != nil)
	if f.shown == nil {
		return
	}
	j.num("time", f.shown.time)
	j.num("first", f.shown.first())
	j.num("last", f.shown.last())
	j.bool("still", f.still)
	j.int("tick", int(f.shown.b.Tick))
	j.str("hash", strconv.FormatUint(f.shown.b.Hash(), 16))
	j.num("speed", speeds[f.speed].times)
	j.str("by", f.kill.By)
	j.str("victim", f.kill.Victim)
	j.int("banks", int(f.kill.Banks))
	j.int("way", len(f.kill.Way))
	if f.seen != nil {
		j.str("arena", f.seen.Arena.Name)
		j.int("ships", len(f.seen.Ships))
	}
}
