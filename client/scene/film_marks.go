package scene

import (
	"bankshot/game"
	"bankshot/game/replay"
)

// marks are the kills of a recording, found little by little while it is watched.
type marks struct {
	reel   *replay.Reel // nil when all is seen
	kills  []killMark
	events []game.Event
}

type killMark struct {
	tick  game.Tick
	banks uint8
}

const (
	// scanTicks is how many ticks a frame looks at: a round in a few seconds.
	scanTicks = 48
	maxMarks  = 2000
)

func (m *marks) begin(r *replay.Recording) {
	m.kills = m.kills[:0]
	m.reel, _ = r.Reel() // it was read once before
}

func (m *marks) scan() {
	for range scanTicks {
		if m.reel == nil {
			return
		}
		var err error
		if m.events, err = m.reel.Step(m.events[:0]); err != nil || len(m.kills) >= maxMarks {
			m.reel = nil
			return
		}
		for i := range m.events {
			if e := &m.events[i]; e.Kind == game.EventKilled {
				m.kills = append(m.kills, killMark{e.Tick, e.Banks})
			}
		}
	}
}
