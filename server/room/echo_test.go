package room_test

import (
	"testing"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestASeatWithoutEchoesIsSkippedAfterHalfASecondAndCatchesUpByDeltas(t *testing.T) {
	w := newStage()
	w.full = 1000
	b := newTable(t, w)
	c, other := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	b.run(100, c, other)
	c.frames = 0
	b.run(26, other) // the line of c stands still
	if c.read(); c.frames != 15 {
		t.Errorf("%d frames were sent into the silence; half a second is 15", c.frames)
	}
	if got := b.Counters().Skips; got != 11 {
		t.Errorf("%d skips were counted", got)
	}
	b.echo(c)
	b.run(1, other)
	if c.read(); c.frames != 16 || len(c.kinds) != 12 || c.fulls != 1 {
		t.Errorf("the missed deltas did not come in one frame: %d frames, the last of %v, %d fulls", c.frames, c.kinds, c.fulls)
	}
	b.follows(c)
	b.follows(other)
	if got := b.Counters(); got.CatchUps != 1 || other.deltas != 126 {
		t.Errorf("%d catch-ups; the other seat got %d deltas of 126", got.CatchUps, other.deltas)
	}
}

func TestASeatWhoCaughtUpIsNotSkippedWhileItsEchoTravels(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	b.run(100, c)
	b.run(24)
	c.read()
	b.echo(c)
	skips := b.Counters().Skips
	b.run(10)
	if got := b.Counters().Skips; got != skips {
		t.Errorf("skipped %d times more, before an echo could have come", got-skips)
	}
	b.follows(c)
}

// TestWhoAsksForAFullIsNotTakenForStalled: a page that was hidden has thrown away what it would have to echo.
func TestWhoAsksForAFullIsNotTakenForStalled(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	b.run(100, c)
	b.run(100)
	c.read()
	fulls := c.fulls
	b.Keyframe(c.seat, c.conn, &wire.Keyframe{Reason: wire.KeyframeGap})
	b.run(1)
	if c.read(); c.fulls != fulls+1 {
		t.Errorf("%d fulls were sent", c.fulls-fulls)
	}
	skips := b.Counters().Skips
	b.run(100)
	if got := b.Counters().Skips; got == skips {
		t.Error("who still echoes nothing is sent to for ever")
	}
}

func TestWhoMissedTooMuchGetsAFull(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	b.run(100, c)
	b.run(16 + 40)
	c.read()
	b.echo(c)
	b.run(1)
	if c.read(); c.fulls != 2 {
		t.Errorf("%d fulls", c.fulls)
	}
	b.follows(c)
}

func TestAFullIsSentInsteadOfLongerDeltas(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(100, c)
	w.padding = 100
	b.run(16 + 5)
	c.read()
	b.echo(c)
	b.run(1)
	if c.read(); c.fulls != 2 {
		t.Errorf("%d fulls; the six deltas are longer than one", c.fulls)
	}
	b.follows(c)
}

func TestASeatGetsAtMostOneFullASecond(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	for range 30 * 10 { // ten seconds of asking in every interval
		b.Keyframe(c.seat, c.conn, &wire.Keyframe{Tick: c.tick, Reason: wire.KeyframeHash})
		b.run(1, c)
	}
	if c.fulls != 11 {
		t.Errorf("%d fulls in ten seconds", c.fulls)
	}
	b.follows(c)
	if got := b.Counters(); got.KeyframeRequests != 300 || got.Desyncs != 300 || got.Fulls != 11 {
		t.Errorf("counted %d requests, %d desyncs, %d fulls", got.KeyframeRequests, got.Desyncs, got.Fulls)
	}
}

func TestWhoMissedTooMuchWithinASecondOfAFullWaits(t *testing.T) {
	w := newStage()
	w.padding = 40
	w.full = 10
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	for range 20 { // echoes come in bursts, two thirds of a second apart
		b.run(20)
		c.read()
		b.echo(c)
	}
	b.run(1, c)
	if limit := 20*20/30 + 2; c.fulls > limit {
		t.Errorf("%d fulls, with %d seconds to send them in", c.fulls, limit)
	}
	b.follows(c)
}

func TestAClientThatNeverEchoesIsSkippedFromItsFirstFullOn(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	for range 60 {
		b.Advance(1)
		b.Input(c.seat, c.conn, &wire.Input{Echo: 1 << 30}, 0) // of what was never sent
	}
	if c.read(); c.frames != 15 {
		t.Errorf("%d frames were sent", c.frames)
	}
}

func TestAfterAResetEverybodyGetsAFullAndTheNewBlob(t *testing.T) {
	w := newStage()
	w.blobID, w.blob = 1, []byte("first arena")
	b := newTable(t, w)
	c, stalled := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	b.run(50, c, stalled)
	b.run(20, c)
	w.step = func(tick uint32, _ []room.Input) room.Outcome {
		if tick == 50*2+20*2+1 {
			w.blobID, w.blob = 2, []byte("second arena")
			w.sum += 1_000_000 // in no delta
			return room.Outcome{Reset: true}
		}
		return room.Outcome{}
	}
	b.run(1, c)
	b.follows(c)
	if c.fulls != 2 || len(c.blobs) != 2 || c.blobs[1] != 2 {
		t.Errorf("%d fulls and the blobs %v", c.fulls, c.blobs)
	}
	b.run(3, c)
	b.echo(stalled.read())
	b.run(1, c)
	b.follows(stalled)
	b.follows(c)
	if stalled.fulls != 2 || len(stalled.blobs) != 2 {
		t.Errorf("who had been stalled got %d fulls and the blobs %v", stalled.fulls, stalled.blobs)
	}
}

func TestABodyTooLongForADeltaBecomesAFull(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(3, c)
	w.padding = wire.MaxDelta
	b.run(1, c)
	w.padding = 0
	b.run(3, c)
	b.follows(c)
	if got := b.Counters().Oversized; got != 1 || c.fulls != 2 {
		t.Errorf("%d oversized, %d fulls", got, c.fulls)
	}
}

func TestTicksCaughtUpComeAsTheirDeltasInOneFrame(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(3, c)
	c.frames = 0
	b.Rebase(60)
	b.Advance(3)
	b.follows(c)
	if c.frames != 1 || c.fulls != 1 || c.rebased != 60 {
		t.Errorf("%d frames, %d fulls, rebased by %d", c.frames, c.fulls, c.rebased)
	}
}
