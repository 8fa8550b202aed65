package predict

import "bankshot/game"

// Minimap is how many ships are where, coarsely, in a world of which only what is near is sent.
type Minimap struct {
	// Columns and Rows are how many fields there are; 0 in a world that is sent as a whole.
	Columns, Rows int
	// Counts are the living ships of each field, row by row.
	Counts []uint8
	// Me is where the camera looks, from 0 to 1 of the world's width and height.
	Me Point
}

// Leaders are the best of the hour, where there are no rounds: also those far away.
type Leaders struct {
	// Best are the first of the ranking, best first.
	Best []Leader
	// Place is about mine, counted from 1, Score what I have; Place is 0 while I have none.
	Place, Score int
	// Players is how many are ranked.
	Players int
}

// Leader is one line of Leaders.
type Leader struct {
	Seat          game.Seat
	Name          string
	Pilot, Mine   bool
	Score, Kills  int
	Streak, Place int // Place is counted from 1
}
