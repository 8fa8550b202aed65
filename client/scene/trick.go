package scene

import (
	"time"

	"bankshot/client/input"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/trick"
)

// tricks is the daily trick shot at play. The first full try of a day counts on this device: it is kept shot by shot, so
// that loading the page anew gives no other, and sent to the server; whatever comes after it is practice.
type tricks struct {
	date      string
	challenge *trick.Challenge
	try       *trick.Try
	local     *predict.Local
	pace      pace
	// a, b are the state before and after the newest tick, as drawn: with a cannon that lives.
	a, b   game.State
	events []game.Event

	aim              uint16
	cursorX, cursorY float32
	fingers          bool
	// counts says that this try does; first is what the one that counted came to, when it is over.
	counts bool
	first  *trick.Result
	// told is how many bursts of the shot under way were shown, over how many ticks ago the try ended.
	told, over int
	floats     floats
	menu       ui.Menu
	entry      entry
	word       *echo // what sharing came to
	best       dayBest
}

// overTicks is how long the last burst is seen before the result stands over it.
const overTicks = 70

// newTricks opens a day's trick shot, where it was left.
func newTricks(g *Game, date trick.Date) *tricks {
	t := &tricks{date: date.String(), challenge: trick.Daily(date), fingers: g.mapper.Used == input.Fingers}
	t.local = predict.NewLocal(t.challenge.Arena, 0)
	t.best.ask(g.cfg.Server, t.date)
	t.begin()
	t.counts = true
	for _, aim := range decodeShots(g.shelf.shots(t.date)) {
		t.try.Fire(aim)
		for t.try.Flying() {
			t.try.Step(nil)
		}
		t.aim = aim
	}
	t.look()
	if t.try.Over() {
		t.over = overTicks
		t.finished(g)
	}
	return t
}

// begin is another try.
func (t *tricks) begin() {
	t.try = trick.NewTry(t.challenge)
	t.aim, t.told, t.over = t.challenge.Aim, 0, 0
	t.floats = floats{}
	t.look()
	t.a.CopyFrom(&t.b)
}

// look takes over the state for drawing.
func (t *tricks) look() {
	t.a.CopyFrom(&t.b)
	t.b.CopyFrom(&t.try.State)
	cannon := &t.b.Ships[0]
	cannon.Alive, cannon.Aim, cannon.Health, cannon.Name = true, t.aim, game.MaxHealth, ""
}

func (t *tricks) update(g *Game, d *input.Devices, now time.Time) bool {
	for range t.pace.due(now) {
		t.step(g)
	}
	if t.entry.receive() {
		t.best.ask(g.cfg.Server, t.date) // with mine in it
	}
	t.best.receive()
	if d.Menu || g.clickedIn(d, leaveBox) {
		return true
	}
	if t.over >= overTicks {
		return t.choose(g, d)
	}
	if t.point(g, d) && t.try.Fire(t.aim) {
		t.told = 0
		if t.counts {
			g.shelf.keep(t.date, encodeShots(&t.try.Result))
		}
	}
	return false
}

// step is one tick.
func (t *tricks) step(g *Game) {
	if len(t.events) > mostEvents {
		t.events = t.events[:0]
	}
	from := len(t.events)
	t.events = t.try.Step(t.events)
	t.look()
	for i := range t.events[from:] {
		if e := &t.events[from+i]; e.Kind == game.EventBanked {
			t.floats.add(placeAt(e.Pos), float64(t.b.Tick), t.floats.write().int(int(e.Banks)), render.SizeSmall, render.Heat(e.Banks).Color)
		}
	}
	if n := len(t.try.Result.Shots); n > 0 {
		shot := &t.try.Result.Shots[n-1]
		for ; t.told < len(shot.Bursts); t.told++ {
			t.burst(&shot.Bursts[t.told])
		}
	}
	if t.try.Over() {
		if t.over++; t.over == overTicks {
			t.finished(g)
		}
	}
}

// burst shows a target go, and says what it was worth.
func (t *tricks) burst(b *trick.Burst) {
	at := t.challenge.Targets[b.Target]
	t.events = append(t.events, game.Event{
		Kind: game.EventKilled, Tick: t.b.Tick, Seat: game.NoSeat, Other: game.NoSeat, Pos: at, Banks: b.Banks,
	})
	l := t.floats.write().str(bankShots[min(int(b.Banks), len(bankShots)-1)]).str(" +").int(b.Points)
	if b.Chain > 1 {
		l = t.floats.write().str(bankShots[min(int(b.Banks), len(bankShots)-1)]).str(" ×").int(b.Chain).str(" +").int(b.Points)
	}
	t.floats.add(placeAt(at), float64(t.b.Tick), l, render.SizeBody+2*float32(min(b.Chain, 4)), render.Heat(b.Banks).Color)
}

// finished is the end of a try: the first one is sent.
func (t *tricks) finished(g *Game) {
	t.menu = ui.Menu{Labels: []string{"Copy the result", "Practise", "Leave"}}
	if t.counts {
		t.counts = false
		first := t.try.Result
		t.first = &first
		t.entry.send(g.cfg.Server, t.date, trickName(g), g.shelf.device(), t.first)
	}
}

// choose lets the devices work on the result.
func (t *tricks) choose(g *Game, d *input.Devices) bool {
	c := ui.On(g.renderer)
	if t.word != nil {
		t.menu.Labels[0] = t.word.String()
	}
	box := resultBox(c.W, c.H)
	switch t.menu.Update(g.presses(d), box.MiddleX(), box.Bottom()-t.menu.Height()-16) {
	case 0:
		t.word = share(shareText(t.challenge, t.shared()), shareLink(g.cfg.Server, t.challenge))
	case 1:
		t.begin()
		t.cursorX, t.cursorY = d.CursorX, d.CursorY
	case 2:
		return true
	}
	return false
}

// shared is the result that is shown to others: the one that counted.
func (t *tricks) shared() *trick.Result {
	if t.first != nil {
		return t.first
	}
	return &t.try.Result
}

func (t *tricks) view(_ *Game, now time.Time) *predict.View {
	v := t.local.View(&t.a, &t.b, t.pace.frac(now), game.Input{Aim: t.aim}, t.events)
	t.events = t.events[:0]
	if t.try.Flying() || t.try.Over() {
		v.AimLine = v.AimLine[:0]
	}
	// The whole hall is one view: nothing is to be led.
	v.Me = -1
	a := t.challenge.Arena
	v.Focus = predict.Point{X: float32(a.W) * tileUnits / 2, Y: float32(a.H) * tileUnits / 2}
	return v
}

// trickName is what the server is told: who I am in the match, or called on the command line.
func trickName(g *Game) string {
	if g.cfg.Name != "" {
		return g.cfg.Name
	}
	if v := g.view; v.Me >= 0 && v.Me < len(v.Ships) && v.Ships[v.Me].Name != "" {
		return v.Ships[v.Me].Name
	}
	return "Guest " + g.shelf.device()[:4]
}

// state tells of the try.
func (t *tricks) state(j *json) {
	j.str("date", t.date)
	j.str("arena", t.challenge.Arena.Name)
	j.int("aim", int(t.aim))
	j.int("score", t.try.Result.Score)
	j.int("left", t.try.Left())
	j.int("targets", len(t.challenge.Targets))
	j.int("bursts", t.try.Result.Bursts())
	j.int("house", t.challenge.HouseScore)
	j.bool("flying", t.try.Flying())
	j.bool("over", t.over >= overTicks)
	j.bool("counts", t.counts)
	j.int("rank", t.entry.rank)
	j.int("players", t.entry.players)
	j.str("refused", t.entry.refused)
}

// trickDate is the day that an address names; today's in UTC for any other word.
func trickDate(name string) trick.Date {
	if d, err := trick.ParseDate(name); err == nil && !d.Before(trick.First) {
		return d
	}
	y, m, d := time.Now().UTC().Date()
	return trick.Date{Year: y, Month: int(m), Day: d}
}
