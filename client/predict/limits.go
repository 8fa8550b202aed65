package predict

import (
	"time"

	"bankshot/game"
	"bankshot/game/wire"
)

const (
	// pastTicks is how many ticks of the replica are kept to draw the others from; aheadTicks is how many of my
	// predicted ones are kept to compare. Powers of two.
	pastTicks  = 64
	aheadTicks = 128
	// mostExtended is by how many ticks a screen may have hung for its ship to be predicted on as if it had not.
	mostExtended = 60
	// seldomTicks from frame to frame are many: the screen draws fewer than forty a second, or hangs.
	seldomTicks = 1.5
	// maxAhead is how far my time may run ahead of the newest snapshot before my ship stands still.
	maxAhead = 96
	// jumpTicks: a clock that is off by more is set, not steered.
	jumpTicks = 30

	// errorMelts is how long a corrected difference stays visible; above errorSnaps units none of it does.
	errorMelts = 100 * time.Millisecond
	errorSnaps = 64

	// pingEvery and keyframeEvery are how often we ask.
	pingEvery     = time.Second
	keyframeEvery = time.Second

	// What waits for its reader or its answer is bounded. Events and feed: the oldest go. Commands: refused.
	maxPendingEvents   = 256
	maxFeed            = 256
	maxCommandsWaiting = wire.MaxCommandsWaiting
	maxReplies         = 16
	maxArenas          = 8
	maxHidden          = 64

	// trailUnits is how long the light behind a shot is.
	trailUnits = 56
	// bornUnits is how near a trail has to pass where its shot came to be to end there.
	bornUnits = 0.1

	tickTime = time.Second / game.TickHz
)
