package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/game/wire"
)

// player is a client without a screen: its connection and its prediction are
// the real ones, and a pilot holds the controls.
type player struct {
	t     *testing.T
	link  *link.Link
	side  *predict.Predictor
	pilot brain.Pilot
	chart *brain.Chart
	view  *predict.View
	input game.Input // what the pilot held last
	hello []byte
}

func join(t *testing.T, server, name string) *player {
	t.Helper()
	url, err := link.RoomURL(server, "quick")
	if err != nil {
		t.Fatal(err)
	}
	p := &player{t: t, side: predict.New(predict.Config{Name: name})}
	p.hello = p.side.Hello(nil)
	p.link = link.Dial(link.Config{URL: url, Hello: p.hello})
	return p
}

// frame is one frame of a screen: read, think, predict, send.
func (p *player) frame() {
	p.t.Helper()
	for f, ok := p.link.Poll(); ok; f, ok = p.link.Poll() {
		if err := p.side.Frame(f.At, f.Data); err != nil {
			p.t.Fatalf("a frame of the server is refused: %v", err)
		}
	}
	p.hello = p.side.Hello(p.hello[:0])
	p.link.SetHello(p.hello)

	now := p.link.Now()
	if p.view != nil && p.view.Ready {
		if p.chart == nil {
			p.chart = brain.Survey(p.view.Arena)
			p.pilot = brain.New(p.side.Seat(), brain.Ace, 1)
		}
		p.input = p.pilot.Think(p.side.Replica(), p.chart)
		p.side.SetInput(p.input)
	}
	p.side.Advance(now)
	p.view = p.side.View(now)
	if out := p.side.Outgoing(now, nil); len(out) > 0 {
		p.link.Send(out)
	}
}

// ship is mine as the server has told it.
func (p *player) ship() *game.Ship {
	ships := p.side.Replica().Ships
	for i := range ships {
		if ships[i].Seat == p.side.Seat() {
			return &ships[i]
		}
	}
	return nil
}

// until plays on until something has come true.
func (p *player) until(what string, true func() bool) {
	p.t.Helper()
	screen := time.NewTicker(time.Second / 60)
	defer screen.Stop()
	deadline := time.After(patience)
	for {
		select {
		case <-screen.C:
			if p.frame(); true() {
				return
			}
		case <-deadline:
			p.t.Fatalf("still waiting: %s; %v, %+v", what, p.link.Err(), p.side.Stats())
		}
	}
}

func TestAWholeMatchAgainstTheRealProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays in real time")
	}
	server := start(t)
	p := join(t, server.url, "Ada")
	defer func() {
		p.link.Close()
		<-p.link.Done()
	}()

	p.until("my ship appears, flown by me", func() bool {
		s := p.ship()
		return p.view.Ready && s != nil && s.Alive && !s.Pilot && s.Name == "Ada"
	})
	seat, token, room := p.side.Seat(), p.side.Token(), p.side.Room()

	p.until("others are in sight", func() bool { return len(p.view.Ships) > 1 })

	// My ship's thrust and aim in a snapshot are those of the last input that took effect.
	steered := 0
	p.until("the ship on the server's snapshots does what its pilot wants", func() bool {
		if s := p.ship(); s != nil && s.Alive && s.Thrust != 0 && s.Vel != (game.Vec{}) {
			steered++
		}
		return steered >= 30
	})
	p.until("a shot of mine is on the server's snapshots", func() bool {
		for _, shot := range p.side.Replica().Shots {
			if shot.Owner == seat {
				return true
			}
		}
		return false
	})
	p.until("inputs arrive in time", func() bool { return server.metric(`bankshot_inputs_total{result="accepted"}`) != "0" })

	// The connection breaks. What the player says by himself brings the seat back.
	p.link.Drop(errors.New("a cable is pulled"))
	p.until("the player is back", func() bool { return p.side.Stats().Connections == 1 && p.link.State() == link.Open })
	if p.side.Seat() != seat || p.side.Token() != token || p.side.Room() != room {
		t.Errorf("back in seat %d of %s, was in %d of %s", p.side.Seat(), p.side.Room(), seat, room)
	}
	p.until("the ship is flown by me again", func() bool {
		s := p.ship()
		return s != nil && !s.Pilot && s.Name == "Ada" && p.side.Presence() == wire.PresenceHere
	})
	ticks := p.side.Replica().Tick
	p.until("the match goes on", func() bool { return p.side.Replica().Tick > ticks+2*game.TickHz })

	if got := server.metric(`bankshot_resumes_total{result="resumed"}`); got != "1" {
		t.Errorf("%s seats came back by token, want 1", got)
	}
	if got := server.metric("bankshot_joins_total"); got != "1" {
		t.Errorf("%s seats were taken anew, want 1", got)
	}
	stats := p.side.Stats()
	if got := server.metric("bankshot_desyncs_total"); got != "0" || stats.Desyncs > 0 || stats.Broken > 0 || stats.Gaps > 0 {
		t.Errorf("%s desyncs on the server, client %+v", got, stats)
	}
	if status, body := server.get(server.url + "/api/v1/rooms"); status != 200 || !strings.Contains(body, `"code":"`+room+`"`) {
		t.Errorf("the list of rooms: %d %s", status, body)
	}
	if err := server.stop(); err != nil {
		t.Fatal(err)
	}
	t.Logf("ticks %d, mispredicted %d, surprises %d, corrections %d, starved %d of %d frames, margin %d",
		stats.Ticks, stats.Mispredicted, stats.Surprises, stats.Corrections, stats.Starved, stats.Frames, stats.Margin)
}
