package match

import (
	"bankshot/game"
	"bankshot/server/room"
)

// phaseWords are the phases in the list of rooms.
var phaseWords = [game.Phases]string{"warm-up", "countdown", "playing", "overtime", "results"}

// tellAbout is what the list of rooms says, nil while it is still true.
func (m *Match) tellAbout() *room.About {
	now := room.About{
		Mode: m.at.mode.String(), Arena: m.here().Arena.Name, Phase: phaseWords[m.state.Phase], Pilots: len(m.pilots),
	}
	if now == m.about {
		return nil
	}
	m.about = now
	return &m.about
}
