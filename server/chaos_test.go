package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bankshot/assets"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/server/match"
	"bankshot/server/room"
)

// thickest is the longest way of a frame, in ticks.
const thickest = 8

// chaos is one room without clock or sockets, and everything between it and its people.
type chaos struct {
	t     *testing.T
	rng   *rand.Rand
	room  *room.Room
	world *ledger
	grace int

	now     int // in ticks
	stormy  bool
	souls   []*soul
	threads []*thread
	// witness never drops: what it holds is what the server holds. past are its newest states.
	witness *predict.Predictor
	eye     *thread
	past    map[game.Tick]game.Public

	drops, newcomers, hungUp int
}

func newChaos(t *testing.T, seed uint64) *chaos {
	t.Helper()
	c := &chaos{t: t, rng: rand.New(rand.NewPCG(seed, 1)), past: map[game.Tick]game.Public{}}
	grounds, err := match.LoadGrounds(assets.Arenas, "arenas")
	if err != nil {
		t.Fatal(err)
	}
	// Some see a round end; some lose seats that they come back to too late.
	c.grace = []int{60, 4}[seed%2] * game.TickHz
	m, err := match.New(match.Config{Grounds: grounds, Seed: seed, Players: 6, Fill: 7})
	if err != nil {
		t.Fatal(err)
	}
	c.world = &ledger{World: m, done: map[string]int{}, newest: map[string]int{}}
	c.room, err = room.New(room.Config{
		Rules: game.Rules(), Random: rand.NewChaCha8([32]byte{byte(seed)}), GraceTicks: c.grace,
	}, "BAKOTI", c.world)
	if err != nil {
		t.Fatal(err)
	}
	c.witness = predict.New(predict.Config{Watch: true})
	c.eye = &thread{c: c, fuse: -1}
	c.threads = append(c.threads, c.eye)
	c.eye.send(c.witness.Hello(nil))
	for i := range 6 {
		s := &soul{c: c, name: fmt.Sprint("Soul ", i), rng: rand.New(rand.NewPCG(seed, uint64(i)+2)), seat: game.NoSeat, back: c.rng.IntN(60)}
		s.page(predict.Config{})
		c.souls = append(c.souls, s)
	}
	return c
}

// connect is a new connection of a soul, which may be lost again after its first frames: in the middle of Welcome, as it
// were.
func (c *chaos) connect(s *soul) *thread {
	th := &thread{c: c, soul: s, lag: 1 + s.rng.IntN(thickest-1), fuse: -1}
	if c.stormy && s.rng.IntN(4) == 0 {
		th.fuse = s.rng.IntN(4)
	}
	c.threads = append(c.threads, th)
	th.send(s.hello)
	return th
}

// tick is a sixtieth of a second of everything.
func (c *chaos) tick(drops bool) {
	c.now++
	c.stormy = drops
	for _, th := range c.threads {
		th.deliver()
	}
	if c.now%match.Divisor == 0 {
		c.room.Advance(1)
		c.watch()
	}
	for _, s := range c.souls {
		s.screen()
		switch {
		case !drops:
			s.asleep = 0
		case s.conn == nil:
		case s.conn.fuse == 0, s.rng.IntN(game.TickHz) == 0:
			s.perish()
		case s.rng.IntN(10*game.TickHz) == 0: // a hidden page reads nothing for a while
			s.asleep = c.now + s.rng.IntN(3*game.TickHz)
		}
	}
	c.threads = slices.DeleteFunc(c.threads, func(th *thread) bool { return th.finished() })
}

// rest ends all trouble: who is gone comes back, and stays.
func (c *chaos) rest() {
	for _, th := range c.threads {
		if th.fuse == 0 && th.soul.conn == th {
			th.soul.perish()
		}
	}
	for _, s := range c.souls {
		s.back = c.now
		if s.conn != nil {
			s.conn.fuse = -1
		}
	}
	for _, w := range c.world.wrong {
		c.t.Error(w)
	}
}

// watch has the witness look, and checks what must be true at all times.
func (c *chaos) watch() {
	for _, f := range c.eye.arrived() {
		if err := c.witness.Frame(f.at, f.data); err != nil {
			c.t.Fatal(err)
		}
	}
	c.witness.Advance(c.time())
	if out := c.witness.Outgoing(c.time(), nil); len(out) > 0 {
		c.eye.send(out)
	}
	state := c.witness.Replica()
	var copied game.Public
	copied.CopyFrom(state)
	c.past[state.Tick] = copied
	delete(c.past, state.Tick-128)

	seen := map[string]game.Seat{}
	for i := range state.Ships {
		ship := &state.Ships[i]
		if other, twice := seen[ship.Name]; twice {
			c.t.Errorf("tick %d: %s has two ships, in seats %d and %d", state.Tick, ship.Name, other, ship.Seat)
		}
		seen[ship.Name] = ship.Seat
	}
	for _, s := range c.souls {
		waits := c.now-s.left < c.grace
		if !s.sure || !waits && (s.conn == nil || !s.conn.met) {
			continue
		}
		i := state.ShipOf(s.seat)
		if i < 0 || state.Ships[i].Name != s.name {
			c.t.Errorf("tick %d: the ship of %s in seat %d is gone", state.Tick, s.name, s.seat)
			s.sure = false
			continue
		}
		if ship := &state.Ships[i]; state.Round == s.round && ship.Deaths < s.deaths {
			c.t.Errorf("tick %d: %s had died %d times, now %d", state.Tick, s.name, s.deaths, ship.Deaths)
		} else {
			s.round, s.deaths = state.Round, ship.Deaths
		}
	}
}

// ledger is a match that takes commands and has more to tell, and writes down both.
type ledger struct {
	room.World
	tick   int
	events []happened
	done   map[string]int
	newest map[string]int // the number of each soul's newest command
	wrong  []string
	lines  [][]byte
}

type happened struct {
	tick int
	data string
}

func (w *ledger) Step(in []room.Input) room.Outcome {
	out := w.World.Step(in)
	w.tick++
	if w.tick%5 == 0 {
		w.lines = append(w.lines[:0], out.Events...)
		out.Events = append(w.lines, fmt.Appendf(nil, "tick %d", w.tick))
	}
	for _, e := range out.Events {
		w.events = append(w.events, happened{w.tick, string(e)})
	}
	return out
}

var errRefused = errors.New("not this one")

// refuses says what becomes of a command.
func refuses(text string) bool { return strings.HasSuffix(text, "3") }

func (w *ledger) Command(_ room.Seat, b []byte) error {
	text := string(b)
	var soul, n int
	if _, err := fmt.Sscanf(text, "Soul %d %d", &soul, &n); err != nil {
		return err
	}
	who := fmt.Sprint(soul)
	if w.done[text]++; w.done[text] > 1 {
		w.wrong = append(w.wrong, fmt.Sprintf("%q was done %d times", text, w.done[text]))
	}
	if newest, ok := w.newest[who]; ok && n < newest {
		w.wrong = append(w.wrong, fmt.Sprintf("%q was done after %d", text, newest))
	}
	w.newest[who] = n
	if refuses(text) {
		return errRefused
	}
	return nil
}
