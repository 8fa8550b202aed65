package snap

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// What is told of a cell and an interval, made once for all who see the cell. Three steps lead from one content to the next;
// who reads makes the same, of all cells at once (cell_interval.go).
//
// First each cell is stepped alone, by the effective inputs of the ships that it held: as in a Delta without facts, for each
// tick, for each ship, in ascending order of seat: thrust, buttons, aim, lag. A cell without ships says nothing. Step begins
// with every ship's past as if it had always stood where it is (game.Public.StandStill). The content is then brought to what
// cells tell (CellState.Told), and what is outside of the cell has crossed its border: it is the cell's no more.
//
// Second, every ship and shot that has crossed into one of the eight cells around is handed over to that. Who was told of the
// cell that it left knows it there; the others are told, in the entries of the two cells: ships and shots in full (cell_entry.go).
//
// Third the cell's news say how what is true differs from that: what came through portals, what acts across a border, who
// appeared. Mostly there are none (cell_news.go).

// CellCodec writes and reads cells. It keeps nothing but memory from one to the next; its zero value is ready. It is for one
// goroutine at a time; several may work on different cells, each with its own.
type CellCodec struct {
	known  []known
	events []game.Event
	input  game.Entry
	reader reader
	shown  []game.Event
}

// begin takes over the ships as they stand before the interval.
func (k *CellCodec) begin(ships []game.Ship) {
	k.known = k.known[:0]
	for i := range ships {
		s := &ships[i]
		k.known = append(k.known, known{seat: s.Seat, aim: s.Aim & aimMask, thrust: s.Thrust, lag: s.Lag, alive: s.Alive, mirror: s.Mirror})
	}
}

// CellDelta is what a server gives for one cell and interval.
type CellDelta struct {
	// After is the cell's true content at the end, brought to what cells tell. Its memory changes places with the cell's.
	After *CellState
	// Kills are the events of kind EventKilled whose victims lie here: those that the cell alone does not show are told.
	Kills []game.Event
	// Hash has a hash of the content told, so that who holds another sees it.
	Hash bool
}

// CellWords are what is told of one cell and interval. They keep their memory; their zero value is ready.
type CellWords struct {
	inputs bitString
	// special says that there is anything else.
	special bool
	hashed  bool
	hash    uint32
	news    bitString
	entries []entry
	// kills are those that the cell alone shows.
	kills []game.Event
}

// Clear has nothing be told.
func (t *CellWords) Clear() {
	t.inputs.clear()
	t.news.clear()
	t.entries, t.kills, t.hashed, t.special = t.entries[:0], t.kills[:0], false, false
}

// Bytes is how long the words are at most, wherever they are put and whatever is known of the cells around.
func (t *CellWords) Bytes() int {
	n := t.inputs.n
	for i := range t.entries {
		n += specialBits + t.entries[i].bits.n
	}
	if t.news.n > 0 {
		n += specialBits + t.news.n
	}
	if t.hashed {
		n += specialBits + hashBits
	}
	return (n + 7) / 8
}

// Expect is the first step: it brings c, the content that everybody holds, to what everybody expects, with what has crossed
// its border aside, and has words say the inputs by which they do. entries are the interval's ticks: of each, the effective
// inputs of the ships that the cell held, in their order. No two cells are touched by it.
func (k *CellCodec) Expect(words *CellWords, c *CellState, a *arena.Arena, entries []game.Entry) {
	words.Clear()
	var w writer
	tells := len(c.Ships) > 0
	if tells {
		w.beginBlock(words.inputs.b)
		k.begin(c.Ships)
	}
	c.StandStill()
	k.events = k.events[:0]
	for i := range entries {
		e := &entries[i]
		for n := range c.Ships {
			w.input(&k.known[n], e.Inputs[n])
		}
		k.events = game.Step(&c.State, a, e, k.events)
	}
	if tells {
		words.inputs = w.finishBits()
	}
	for i := range k.events {
		if k.events[i].Kind == game.EventKilled {
			words.kills = append(words.kills, k.events[i])
		}
	}
	c.Told()
	z := c.zone(a)
	z.cross(c)
}

// Tell is the other two: it makes c, which Expect has brought to what is expected, d.After. around are the cells around it
// after their Expect, by side; nil for those that nobody knew. Of these only what has crossed is looked at.
func (k *CellCodec) Tell(words *CellWords, c *CellState, a *arena.Arena, d *CellDelta, around *[Sides]*CellState) {
	z := c.zone(a)
	for side, from := range around {
		if from != nil && from.Crossed.any() {
			words.enter(side, &z, c, from)
		}
	}
	if !sameContent(c, d.After) || slices.ContainsFunc(d.Kills, words.unseen) {
		var w writer
		w.beginBlock(words.news.b)
		w.tell(&z, c, words, d)
		words.news = w.finishBits()
	}
	// What was expected gives way to what is true; its memory is for the next.
	c.State, d.After.State = d.After.State, c.State
	if d.Hash {
		words.hashed, words.hash = true, uint32(c.Hash())&hashMask
	}
	words.special = words.hashed || words.news.n > 0 || len(words.entries) > 0
}

func sameContent(p, q *CellState) bool {
	return slices.Equal(p.Ships, q.Ships) && slices.Equal(p.Shots, q.Shots) && slices.Equal(p.Pickups, q.Pickups) &&
		slices.Equal(p.Broken, q.Broken)
}
