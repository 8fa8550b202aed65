package light

import (
	_ "embed"
	"fmt"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
	"bankshot/game/snap"
)

//go:embed yard.txt
var yard []byte

const (
	// recordShips fight each other for recordTicks; before that, the round has to begin.
	recordShips = 8
	recordTicks = 30 * game.TickHz
)

// record has pilots fight in a yard and gives what each of them did, as payloads one after another. What they did makes
// little sense anywhere else, but it has the rhythm of play: turns of the aim, bursts of fire, dashes.
func record(seed uint64) ([][]byte, error) {
	a, err := arena.Parse(yard)
	if err != nil {
		return nil, fmt.Errorf("light: the yard: %w", err)
	}
	chart := brain.Survey(a)
	state := game.NewMatch(a, arena.Plain, seed)
	var entry game.Entry
	pilots := make([]brain.Pilot, recordShips)
	strengths := [...]brain.Strength{brain.Rookie, brain.Regular, brain.Ace}
	for i := range pilots {
		seat := game.FirstPilotSeat + game.Seat(i)
		pilots[i] = brain.New(seat, strengths[i%len(strengths)], seed)
		entry.Facts = append(entry.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: brain.Name(i), Pilot: true})
	}
	tracks := make([][]byte, recordShips)
	asks := make([]game.Ask, recordShips)
	var events []game.Event
	for len(tracks[0]) < recordTicks*snap.InputBytes {
		for i := range pilots {
			asks[i] = game.Ask{Seat: game.FirstPilotSeat + game.Seat(i), Input: pilots[i].Think(&state.Public, chart)}
			if state.Phase == game.Playing {
				tracks[i] = snap.AppendInput(tracks[i], asks[i].Input)
			}
		}
		game.Decide(&state, a, asks, &entry)
		events = game.Step(&state, a, &entry, events[:0])
		entry.Reset()
		if state.Phase == game.Results {
			state.NewRound(a, arena.Plain)
		}
	}
	return tracks, nil
}
