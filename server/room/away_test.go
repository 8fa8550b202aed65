package room_test

import (
	"testing"
	"testing/synctest"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestWhoIsAwayForTenMinutesLosesTheSeatAndIsToldWhy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, c, line := inhabited(t, time.Second)
		line.Presence(&wire.SetPresence{Presence: wire.PresenceAway})
		pass(10*time.Minute-time.Second, c, line)
		if len(c.byes) != 0 || r.Info().People != 1 {
			t.Fatalf("after less than ten minutes: %v, %+v", c.byes, r.Info())
		}
		pass(2*time.Second, c, line)
		if len(c.byes) != 1 || c.byes[0].Code != wire.ByeIdle || c.byes[0].RetryMS != 0 || c.conn.closed != wire.ByeIdle {
			t.Errorf("heard %v, closed with %v", c.byes, c.conn.closed)
		}
		// The page does not come back by itself; a click makes it a newcomer, token or not.
		if c.byes[0].Code.MayRetry() {
			t.Error("a forgotten page would come back by itself")
		}
		w := h.worlds[r.Code()]
		if last := w.people[len(w.people)-1]; last.P != room.Gone {
			t.Errorf("the world was told %v", last)
		}
		again := hello(wire.PresenceHere)
		again.Token = c.welcome.Token
		back, line := attach(t, r, again)
		pass(time.Second, back, line)
		if back.welcome.Resumed || back.welcome.Token == c.welcome.Token || r.Info().People != 1 {
			t.Errorf("welcomed by %+v", back.welcome)
		}
		if got := r.Counters(); got.Idle != 1 || got.Silent != 0 {
			t.Errorf("counted %+v", got)
		}
		h.close(t)
	})
}

func TestAHiddenPageWhoseLinkComesAndGoesIsStillOneAbsence(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	b.Presence(c.seat, c.conn, &wire.SetPresence{Presence: wire.PresenceAway})
	for away := 0; away < 10*60; away += 15 { // a hidden page says nothing, and is hung up on every 15 s
		b.run(14*30, c)
		b.Detach(c.seat, c.conn)
		b.run(30)
		if away+15 < 10*60 {
			c = b.resume(c, wire.PresenceAway, 0)
			b.run(1, c)
			if !c.welcome.Resumed {
				t.Fatalf("the seat was gone after %d s", away+15)
			}
		}
	}
	b.run(60)
	if !b.Empty() {
		t.Error("the seat is taken still")
	}
	if got := b.Counters().Idle; got != 1 {
		t.Errorf("%d were counted", got)
	}
}

func TestWhoLooksInNowAndThenIsNotForgotten(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	for range 3 {
		b.Presence(c.seat, c.conn, &wire.SetPresence{Presence: wire.PresenceAway})
		b.run(9*60*30, c)
		b.Presence(c.seat, c.conn, &wire.SetPresence{Presence: wire.PresenceHere})
		b.run(30, c)
	}
	if len(c.byes) != 0 {
		t.Errorf("heard %v", c.byes)
	}
}

func TestHowLongSomebodyMayBeAwayIsTheServersChoice(t *testing.T) {
	cfg := config()
	cfg.AwayTicks = 120
	r, err := room.New(cfg, "BAKOTI", newStage())
	if err != nil {
		t.Fatal(err)
	}
	b := &table{Room: r, t: t, stage: newStage()}
	c := b.join(wire.PresenceAway)
	for range 59 {
		b.Advance(1)
		b.echo(c.read())
	}
	if b.Empty() {
		t.Fatal("gone too soon")
	}
	b.Advance(2)
	if c.read(); !b.Empty() || len(c.byes) != 1 || c.byes[0].Code != wire.ByeIdle {
		t.Errorf("after two seconds: %v", c.byes)
	}
	cfg.AwayTicks = -1
	if _, err := room.New(cfg, "BAKOTI", newStage()); err == nil {
		t.Error("a negative time was taken")
	}
}
