package lean

import (
	"time"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// read takes in one frame.
func (b *Bot) read(f *link.Frame) error {
	if err := b.walked.Open(f.Data, wire.FromServer()); err != nil {
		return err
	}
	hello := false
	for kind, args, ok := b.walked.Next(); ok; kind, args, ok = b.walked.Next() {
		var err error
		switch kind {
		case wire.KindWelcome:
			hello = true
			err = b.welcome(args)
		case wire.KindFull:
			err = b.whole(args, f.At)
		case wire.KindDelta:
			b.tick += b.step
		case wire.KindEvent:
			hello = true
			err = b.event(args)
		default: // of no interest here
		}
		if err != nil {
			return err
		}
	}
	if hello {
		b.link.SetHello(b.hello())
	}
	return nil
}

func (b *Bot) welcome(args wire.Args) error {
	var m wire.Welcome
	if err := m.Decode(args); err != nil {
		return err
	}
	b.token, b.tick, b.step = m.Token, m.Tick, uint32(m.Divisor)
	url, err := link.RoomURL(b.cfg.Server, m.Room)
	if err != nil {
		return err
	}
	b.link.SetURL(url)

	b.mu.Lock()
	defer b.mu.Unlock()
	b.status.Room, b.status.Seat, b.status.InShip = m.Room, m.Seat, false
	b.cut = false
	if m.Resumed {
		b.status.Resumed++
	} else {
		b.status.Anew++
		b.last = 0
	}
	return nil
}

// whole looks for the ship in a full snapshot. One that was just made may not be in the first, but nobody who had it
// before has to wait.
func (b *Bot) whole(args wire.Args, at time.Duration) error {
	var m wire.Full
	if err := m.Decode(args); err != nil {
		return err
	}
	if err := snap.DecodeFull(m.Shared, &b.full); err != nil {
		return err
	}
	b.tick = m.Tick

	b.mu.Lock()
	defer b.mu.Unlock()
	i := b.full.ShipOf(game.Seat(b.status.Seat))
	if i >= 0 && !b.cut && b.full.Ships[i].Name == b.cfg.Name && !b.status.InShip {
		b.status.InShip = true
		b.status.Back = time.Now().Add(at - b.link.Now())
	}
	return nil
}

func (b *Bot) event(args wire.Args) error {
	var m wire.Event
	if err := m.Decode(args); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.last > 0 && m.N <= b.last:
		b.status.Twice++
		return nil
	case b.last > 0:
		b.status.Missed += int(m.N - b.last - 1)
	}
	b.status.Events++
	b.last = m.N
	return nil
}
