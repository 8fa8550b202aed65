package room_test

import (
	"crypto/rand"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestCodesAreReadAsPeopleWriteThem(t *testing.T) {
	for _, s := range []string{"BAKOTI", "bakoti", "Bako-Ti", "ba ko ti", "BAK0T1"} {
		if got, err := room.ParseCode(s); err != nil || got != "BAKOTI" {
			t.Errorf("%q is read as %q, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "BAKOT", "BAKOTIS", "ABAKOT", "BANOTI", "quick", "ВАКОТИ", "BAKOTIBAKOTIBAKOTI"} {
		if got, err := room.ParseCode(s); !errors.Is(err, room.ErrCode) {
			t.Errorf("%q is read as %q, %v", s, got, err)
		}
	}
}

func TestQuickSendsNobodyToARoomOfAnotherKind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		usual, err := h.Quick("")
		if err != nil {
			t.Fatal(err)
		}
		duel, err := h.Quick("duel")
		if err != nil || duel == usual {
			t.Fatalf("a duel in the usual room: %v", err)
		}
		if again, _ := h.Quick("duel"); again != duel {
			t.Error("the second who wants a duel is sent elsewhere")
		}
		if open, _ := h.Open(duel.Code()); open != duel || open.Info().Kind != "duel" {
			t.Error("the code of a duel leads elsewhere")
		}
		invited, err := h.Open("BAKOTI")
		if err != nil || invited.Info().Kind != "" {
			t.Errorf("an invitation makes a room of kind %q, %v", invited.Info().Kind, err)
		}
		h.close(t)
	})
}

func TestQuickSendsNoMoreToARoomThanItGathersThoughMoreMayPlay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		first, err := h.Quick("pair")
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			attach(t, first, hello(wire.PresenceHere))
		}
		second, err := h.Quick("pair")
		if err != nil || second == first {
			t.Fatalf("a third was sent to a pair: %v", err)
		}
		third, seat := attach(t, first, hello(wire.PresenceHere))
		time.Sleep(interval)
		synctest.Wait()
		if got := first.Info(); got.People != 3 {
			t.Errorf("by the code come %d people, want 3", got.People)
		}
		_, _ = third, seat
		h.close(t)
	})
}

func TestTheListSaysWhatTheWorldLastSaidOfItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		r := h.make(t)
		about := room.About{Mode: "hill", Arena: "Crown", Phase: "playing", Pilots: 3}
		w := h.worlds[r.Code()]
		w.mu.Lock()
		w.step = func(tick uint32, _ []room.Input) (out room.Outcome) {
			if tick == 3 {
				out.About = &about
			}
			return out
		}
		w.mu.Unlock()
		attach(t, r, hello(wire.PresenceHere))
		time.Sleep(4 * interval)
		synctest.Wait()
		if got := h.List()[0].About; got != about {
			t.Errorf("the list says %+v", got)
		}
		h.close(t)
	})
}

func TestQuickGathersPeopleAndMakesARoomWhereNoneFits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		quick := func() *room.Runner {
			r, err := h.Quick("")
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		first := quick()
		h.make(t)
		// Who watches is about to play; who was let in a moment ago counts as well.
		for i := range 8 {
			if got := quick(); i > 0 && got != first {
				t.Fatalf("the %dth was sent to room %s, not to the others in %s", i+1, got.Code(), first.Code())
			}
			c, _ := attach(t, first, hello(wire.PresenceWatching))
			if i%2 == 0 {
				time.Sleep(interval)
			}
			_ = c
		}
		if got := quick(); got == first {
			t.Error("a ninth was sent to a room of eight places")
		}
		time.Sleep(interval)
		synctest.Wait()
		list := h.List()
		i := slices.IndexFunc(list, func(i room.Info) bool { return i.Code == first.Code() })
		if len(list) != 2 || i < 0 || list[i].Watching != 8 || list[i].People != 0 || list[i].Places != 8 || list[i].Seats != 12 {
			t.Errorf("the list is %+v", list)
		}
		h.close(t)
	})
}

func TestACrowdThatComesAtOnceGetsAPlaceEach(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, func(c *room.Config) { c.Random = rand.Reader }) // rooms draw from it at once
		const crowd = 100
		var coming sync.WaitGroup
		for range crowd {
			c := newClient(t)
			coming.Go(func() {
				if _, err := h.AttachQuick("", c.conn, hello(wire.PresenceHere), nil); err != nil {
					t.Error(err)
				}
			})
		}
		coming.Wait()
		time.Sleep(interval)
		synctest.Wait()
		people := 0
		for _, info := range h.List() {
			if info.People > info.Places || info.Watching > 0 {
				t.Errorf("%d people and %d watching in a room of %d places", info.People, info.Watching, info.Places)
			}
			people += info.People
		}
		if rooms := len(h.List()); people != crowd || rooms != (crowd+7)/8 {
			t.Errorf("%d of %d play, in %d rooms of 8", people, crowd, rooms)
		}
		h.close(t)
	})
}

func TestRoomsAreFoundByTheirCodeAndBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, func(c *room.Config) { c.MaxRooms = 2 })
		r := h.make(t)
		if got, err := h.Find(r.Code()[:3] + "-" + r.Code()[3:]); got != r || err != nil {
			t.Errorf("found %v, %v", got, err)
		}
		if _, err := h.Find("BABABA"); !errors.Is(err, room.ErrNoRoom) {
			t.Errorf("a room that is not there: %v", err)
		}
		if _, err := h.Find("nonsense"); !errors.Is(err, room.ErrCode) {
			t.Errorf("no code: %v", err)
		}
		invited, err := h.Open("bababa")
		if err != nil || invited.Code() != "BABABA" {
			t.Errorf("opened %v, %v", invited, err)
		}
		if again, err := h.Open("BABABA"); again != invited || err != nil {
			t.Errorf("opened again: %v, %v", again, err)
		}
		if _, err := h.Make(""); !errors.Is(err, room.ErrTooManyRooms) {
			t.Errorf("a third of two rooms: %v", err)
		}
		h.close(t)
	})
}

func TestARoomThatNobodyIsInMakesPlaceForANewOneTheLongestAsleepFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, func(c *room.Config) { c.MaxRooms, c.Random = 2, rand.Reader }) // rooms draw from it at once
		first := h.make(t)
		time.Sleep(time.Second)
		second := h.make(t)
		time.Sleep(20 * time.Second) // both have fallen asleep, one after the other
		third := h.make(t)
		<-first.Done()
		if _, err := h.Find(second.Code()); err != nil {
			t.Errorf("the room that slept less: %v", err)
		}
		attach(t, third, hello(wire.PresenceHere))
		attach(t, second, hello(wire.PresenceHere))
		time.Sleep(time.Second)
		if _, err := h.Make(""); !errors.Is(err, room.ErrTooManyRooms) {
			t.Errorf("with people in both rooms: %v", err)
		}
		if n := len(h.List()); n != 2 {
			t.Errorf("there are %d rooms", n)
		}
		h.close(t)
	})
}

func TestTwoHundredRoomsHaveDifferentCodes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		for range 200 {
			h.make(t)
		}
		list := h.List()
		for i, info := range list {
			if code, err := room.ParseCode(info.Code); err != nil || code != info.Code {
				t.Errorf("%q is no code: %v", info.Code, err)
			}
			if i > 0 && list[i-1].Code >= info.Code {
				t.Errorf("%s and %s out of order", list[i-1].Code, info.Code)
			}
		}
		if len(list) != 200 {
			t.Errorf("%d rooms", len(list))
		}
		h.close(t)
	})
}

func TestAConfigWithoutRandomOrWithANegativeLimitIsRefused(t *testing.T) {
	if _, err := room.NewRooms(room.Config{}, nil); err == nil {
		t.Error("no source of chance, no error")
	}
	cfg := config()
	cfg.MaxRooms = -1
	if _, err := room.NewRooms(cfg, nil); err == nil {
		t.Error("a negative number of rooms, no error")
	}
	w := newStage()
	w.rates.Divisor = 0
	if _, err := room.New(config(), "BAKOTI", w); err == nil {
		t.Error("a world without an interval, no error")
	}
}
