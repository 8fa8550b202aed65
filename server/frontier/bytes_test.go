package frontier

import (
	"testing"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/server/room"
)

// TestAShipOfFrontierCostsAtMostTwoBytesASnapshot weighs what seats are told of a town of pilots who know their way, all
// that a seat's message holds included, and logs what for.
func TestAShipOfFrontierCostsAtMostTwoBytesASnapshot(t *testing.T) {
	if testing.Short() {
		t.Skip("plays for half a minute")
	}
	const people, weigh, settled, weighed = 1200, 40, 90, 60
	f := newFrontier(t, people, Divisor)
	ground().Chart()
	for i := range people {
		f.Seat(room.Seat(i), "", room.Away)
	}
	var clients []*client
	for i := 0; i < people; i += weigh {
		clients = append(clients, &client{seat: room.Seat(i), focus: game.NoSeat})
	}
	var body []byte
	var spent snap.CellBits
	bytes, ships, news := 0, 0, 0
	for n := range settled + weighed {
		for range Divisor {
			f.Step(nil)
		}
		f.Tell(alone)
		if n < settled-1 {
			continue
		}
		for i := range people {
			if i%weigh != 0 {
				f.Look(room.Seat(i), n == settled-1)
				body = f.Sight(body[:0], room.Seat(i))
			}
		}
		for i, c := range clients {
			c.hears(t, f, n == settled-1)
			if n < settled {
				continue
			}
			if i == 0 {
				c.holds(t, f)
			}
			s := &c.frame.Spent
			spent.Inputs, spent.Entries, spent.News = spent.Inputs+s.Inputs, spent.Entries+s.Entries, spent.News+s.News
			spent.Hashes, spent.Names = spent.Hashes+s.Hashes, spent.Names+s.Names
			bytes += len(c.body)
			for k := range c.held {
				ships += len(c.held[k].Ships)
			}
			for k := range c.frame.New {
				news += len(c.frame.New[k].Body)
			}
		}
	}
	of := func(bits int) float64 { return float64(bits) / float64(ships) }
	size := float64(bytes) / float64(ships)
	t.Logf("%.2f bytes a ship and snapshot, %.1f ships: bits for inputs %.2f, entries %.2f, other news %.2f, hashes %.2f, whose %.2f, whole cells %.2f, heads and ends %.2f",
		size, float64(ships)/float64(weighed*len(clients)), of(spent.Inputs), of(spent.Entries), of(spent.News), of(spent.Hashes), of(spent.Names), of(8*news),
		of(8*bytes-8*news-spent.All()))
	if size > 2 {
		t.Errorf("%.2f bytes a ship and snapshot, at most 2", size)
	}
}
