package balance

import (
	"context"
	"sync"
	"sync/atomic"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
)

// Config says what is played.
type Config struct {
	Grounds []Ground
	// Modes are those that count; grounds made for none of them are not played.
	Modes arena.ModeSet
	// Rounds is how many, in turns over all grounds and their modes; Ships how many fly, where a mode has room for them.
	Rounds, Ships int
	Seed          uint64
	// Workers is how many rounds are played at once.
	Workers int
}

// bout is one thing to play.
type bout struct {
	ground int
	mode   arena.Mode
}

// bouts are all that there are.
func (c *Config) bouts() []bout {
	var all []bout
	for i := range c.Grounds {
		for mode := range arena.Matched {
			if c.Modes.Has(mode) && c.Grounds[i].Arena.Modes.Has(mode) {
				all = append(all, bout{i, mode})
			}
		}
	}
	return all
}

// Bouts is how many different pairs of an arena and a mode are played.
func (c *Config) Bouts() int { return len(c.bouts()) }

// Play plays all rounds, or those that were over when ctx ended. They are in the order of their numbers, and the same
// whatever Workers is. each is told how many are done, by several goroutines.
func Play(ctx context.Context, c *Config, each func(done int)) []Round {
	bouts := c.bouts()
	if len(bouts) == 0 {
		return nil
	}
	programme := make([]bout, c.Rounds)
	for i := range programme {
		programme[i] = bouts[i%len(bouts)]
	}
	return c.play(ctx, programme, 0, each)
}

// play plays a programme, whose first round has the number first.
func (c *Config) play(ctx context.Context, programme []bout, first int, each func(done int)) []Round {
	rounds := make([]Round, len(programme))
	var next, done atomic.Int64
	var workers sync.WaitGroup
	for range max(c.Workers, 1) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(rounds) || ctx.Err() != nil {
					return
				}
				rounds[i] = c.round(ctx, programme[i], first+i)
				if rounds[i].Done {
					each(int(done.Add(1)))
				}
			}
		})
	}
	workers.Wait()
	finished := rounds[:0]
	for i := range rounds {
		if rounds[i].Done {
			finished = append(finished, rounds[i])
		}
	}
	return finished
}

// round plays round i.
func (c *Config) round(ctx context.Context, b bout, i int) Round {
	g := &c.Grounds[b.ground]
	seed := mix(c.Seed, uint64(i))
	m := newMatch(g, b.mode, c.ships(b.mode), seed)
	count := newCounter(g, b.ground, b.mode, len(m.pilots))
	for {
		phase, due := m.state.Phase, m.state.PhaseEnd
		events := m.step()
		now := m.state.Phase
		counts := m.state.Counts()
		count.tick(&m.state.Public, events, counts)
		if now == game.Results {
			return count.finish(&m.state.Public, phase, m.state.Tick < due)
		}
		count.eye.note(&m.state.Public)
		if m.state.Tick%game.TickHz == 0 && ctx.Err() != nil {
			return Round{}
		}
	}
}

// ships is how many fly in a mode.
func (c *Config) ships(mode arena.Mode) int {
	if most := game.Modes[mode].Ships; most > 0 {
		return min(c.Ships, most)
	}
	return c.Ships
}

// match is one round being played by pilots.
type match struct {
	ground *Ground
	state  game.State
	pilots []brain.Pilot
	asks   []game.Ask
	entry  game.Entry
	events []game.Event
}

// newMatch seats pilots in pairs of the same strength, one for each side, so that no team is the better one. Warm-up is
// over at once.
func newMatch(g *Ground, mode arena.Mode, ships int, seed uint64) *match {
	m := &match{ground: g, state: game.NewMatch(g.Arena, mode, seed)}
	m.state.PhaseEnd = m.state.Tick + 1
	strengths := brain.Strengths()
	for n := range ships {
		seat := game.FirstPilotSeat + game.Seat(n)
		strength := strengths[mix(seed, uint64(n/2))%uint64(len(strengths))]
		m.pilots = append(m.pilots, brain.New(seat, strength, seed))
		m.asks = append(m.asks, game.Ask{Seat: seat})
		fact := game.Fact{Kind: game.FactJoin, Seat: seat, Name: brain.Name(n), Pilot: true}
		if mode.Teams() {
			// The first of a pair is in turns on either side, so that no side has the lower seats.
			fact.Team = game.TeamOne + uint8((n+n/2+int(seed&1))%2)
		}
		m.entry.Facts = append(m.entry.Facts, fact)
	}
	return m
}

// step plays one tick and tells what happened.
func (m *match) step() []game.Event {
	for i := range m.pilots {
		m.asks[i].Input = m.pilots[i].Think(&m.state.Public, m.ground.chart)
	}
	game.Decide(&m.state, m.ground.Arena, m.asks, &m.entry)
	m.events = game.Step(&m.state, m.ground.Arena, &m.entry, m.events[:0])
	m.entry.Reset()
	return m.events
}

// mix is a number that seed and n decide (SplitMix64's finisher).
func mix(seed, n uint64) uint64 {
	z := seed + (n+1)*0x9E3779B97F4A7C15
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
