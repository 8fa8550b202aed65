package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/wire"
)

// TestWhateverDropsWhenNobodyLosesAnythingOrGetsItTwice has people play over connections that are lost at random moments,
// in time that nothing waits for. A failure names its seed: -run 'Whatever.*/seed_7$' tells it again.
func TestWhateverDropsWhenNobodyLosesAnythingOrGetsItTwice(t *testing.T) {
	seeds := 12
	switch {
	case testing.Short():
		seeds = 4
	case os.Getenv("CI") == "true":
		seeds = 30
	}
	drops := 0
	for seed := range seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			c := newChaos(t, uint64(seed))
			for range 20 * game.TickHz {
				c.tick(true)
			}
			c.rest()
			for range 8 * game.TickHz {
				c.tick(false)
			}
			for _, s := range c.souls {
				s.settled()
			}
			for _, th := range c.threads {
				if th.orphan != nil {
					t.Error("a page whose seat was taken over was not told")
				}
			}
			drops += c.drops
		})
	}
	t.Logf("%d connections were lost", drops)
	if drops < 50*seeds {
		t.Error("that was no test")
	}
}

// soul is a person, whatever page and connection they have at the moment.
type soul struct {
	c    *chaos
	name string
	rng  *rand.Rand

	side *predict.Predictor
	// hello is what the link sends first, unread what it holds of lost connections for a page that has not read it yet.
	hello  []byte
	unread []parcel
	conn   *thread
	back   int // the tick at which they connect again, where conn is nil
	asleep int // the tick until which the page is frozen
	out    []byte

	// What the soul knows about its seat. sure says that the server knows that the token arrived.
	seat   game.Seat
	token  wire.Token
	sure   bool
	left   int // the tick of the last drop
	deaths uint16
	round  uint32

	// Events that this page was told, beginning with number first; news is set where a page or connection began.
	last uint32
	news bool
	// since is the newest event when the seat was taken.
	since uint32

	// Commands: issued counts all, mine are those of this page by number, answered those of them that have their reply.
	issued   int
	mine     map[uint32]string
	answered map[uint32]int
}

// page is opened by somebody who comes, or who loads it again.
func (s *soul) page(cfg predict.Config) {
	cfg.Name = s.name
	s.side = predict.New(cfg)
	s.mine, s.answered = map[uint32]string{}, map[uint32]int{}
	s.last, s.news = cfg.LastEvent, true
	s.hello, s.unread = s.side.Hello(nil), nil
}

// screen is one frame of the soul's screen.
func (s *soul) screen() {
	now := s.c.time()
	if s.conn == nil && s.c.now >= s.back {
		s.conn = s.c.connect(s)
	}
	if s.conn == nil || s.c.now < s.asleep {
		return
	}
	old := len(s.unread)
	for i, f := range append(s.unread, s.conn.arrived()...) {
		s.conn.met = s.conn.met || i >= old
		before := s.side.Stats().Connections
		if err := s.side.Frame(f.at, f.data); err != nil {
			s.c.t.Fatalf("%s refuses a frame: %v", s.name, err)
		}
		s.hear(f.by, before)
	}
	s.unread = nil
	if s.conn.closed && len(s.conn.down) == 0 { // the server hung up
		s.conn.lose(0)
		s.conn, s.left, s.back = nil, s.c.now, s.c.now+game.TickHz
		s.c.hungUp++
		return
	}
	s.command()
	s.side.SetInput(game.Input{Thrust: uint8(s.rng.IntN(game.Thrusts)), Aim: uint16(s.rng.IntN(game.AimSteps)), Buttons: game.Buttons(s.rng.IntN(4))})
	s.side.Advance(now)
	if s.out = s.side.Outgoing(now, s.out[:0]); len(s.out) > 0 && s.conn.met {
		s.conn.send(s.out)
	}
	s.hello = s.side.Hello(s.hello[:0])
}

// hear checks what a frame has told.
func (s *soul) hear(by *thread, connections int) {
	if s.side.Token() != s.token { // a seat of their own, now
		if s.sure && s.c.now-s.left < s.c.grace {
			s.c.t.Errorf("%s sat in seat %d, %d ticks later in %d", s.name, s.seat, s.c.now-s.left, s.side.Seat())
		}
		s.token, s.seat, s.sure, s.deaths, s.last, s.news = s.side.Token(), s.side.Seat(), false, 0, 0, true
		s.since = by.since
		s.c.newcomers++
	} else if s.side.Seat() != game.NoSeat && s.seat != s.side.Seat() {
		s.c.t.Errorf("%s was moved from seat %d to %d", s.name, s.seat, s.side.Seat())
	}
	s.news = s.news || s.side.Stats().Connections != connections
	for _, e := range s.side.Feed(nil) {
		if string(e.Data) != s.c.world.events[e.N-1].data {
			s.c.t.Errorf("%s was told another event %d", s.name, e.N)
		}
		if e.N <= s.last {
			s.c.t.Errorf("%s was told event %d after %d", s.name, e.N, s.last)
		}
		if e.N != s.last+1 && !(s.news && s.excused(e.N)) {
			s.c.t.Errorf("%s was told event %d after %d", s.name, e.N, s.last)
		}
		s.last, s.news = e.N, false
	}
	for _, r := range s.side.Replies(nil) {
		s.answered[r.N]++
		if want := s.mine[r.N]; want == "" || s.answered[r.N] > 1 || (r.Error != "") != refuses(want) && r.Error != predict.LostCommand {
			s.c.t.Errorf("%s ordered %q as %d and got %+v, for the %d. time", s.name, want, r.N, r, s.answered[r.N])
		}
	}
}

// excused says that the events before number n could not have been told: they were before the soul came, or are as old as
// no event is kept.
func (s *soul) excused(n uint32) bool {
	if n-1 <= s.since {
		return true
	}
	missed := s.c.world.events[n-2]
	return s.c.now-missed.tick >= wire.KeepEventsTicks-4*thickest
}

func (s *soul) command() {
	if s.rng.IntN(game.TickHz/2) > 0 {
		return
	}
	text := fmt.Sprintf("%s %d", s.name, s.issued)
	if n, err := s.side.Command([]byte(text)); err == nil {
		s.mine[n] = text
		s.issued++
	}
}

// perish loses the connection in one of many ways.
func (s *soul) perish() {
	s.c.drops++
	th := s.conn
	for _, f := range th.down {
		if f.due <= s.c.now && th.fuse != 0 {
			f.at = time.Duration(f.due) * time.Second / game.TickHz
			s.unread = append(s.unread, f)
		}
	}
	if th.met { // else the seat has been waiting since an earlier drop
		s.left = s.c.now
	}
	switch way := s.rng.IntN(8); {
	case way == 0 && s.sure && th.met: // a second page takes over; the old one must give up
		old := s.side
		s.page(predict.Config{Token: old.Token(), LastEvent: s.last})
		s.conn = s.c.connect(s)
		th.orphan = old
		return
	case way == 1 && s.sure && th.met: // the server notices late, perhaps after the return
		th.lose(s.rng.IntN(5 * game.TickHz))
	case way == 2: // the server notices when it writes
		th.broken = true
		th.lose(game.TickHz)
	default:
		th.lose(0)
	}
	s.conn = nil
	switch s.rng.IntN(8) {
	case 0, 1, 2:
		s.back = s.c.now
	case 3:
		s.back = s.c.now + s.rng.IntN(15*game.TickHz)
	default:
		s.back = s.c.now + s.rng.IntN(game.TickHz)
	}
	if s.rng.IntN(4) == 0 { // the page is loaded again
		last := s.last
		if s.rng.IntN(2) == 0 {
			last = 0
		}
		s.page(predict.Config{Token: s.side.Token(), LastEvent: last})
	}
}

// settled checks what must be true once nothing was lost for a while.
func (s *soul) settled() {
	t := s.c.t
	st := s.side.Stats()
	if s.conn == nil || st.Desyncs > 0 || st.Broken > 0 {
		t.Fatalf("%s: connected %v, %+v", s.name, s.conn != nil, st)
	}
	known, ok := s.c.past[s.side.Replica().Tick]
	if !ok || s.c.now-int(s.side.Replica().Tick) > 2*thickest {
		t.Fatalf("%s holds tick %d at %d", s.name, s.side.Replica().Tick, s.c.now)
	}
	if diff := cmp.Diff(known, *s.side.Replica()); diff != "" {
		t.Errorf("%s holds something else (-server +%s):\n%s", s.name, s.name, diff)
	}
	if i := known.ShipOf(s.seat); i < 0 || known.Ships[i].Name != s.name || known.Ships[i].Pilot {
		t.Errorf("%s does not fly", s.name)
	}
	if n := uint32(len(s.c.world.events)); n-s.last > 20 {
		t.Errorf("%s knows of event %d of %d", s.name, s.last, n)
	}
	for n, text := range s.mine {
		if s.answered[n] != 1 && !slices.Contains(s.recent(), n) {
			t.Errorf("%s was never answered on %q", s.name, text)
		}
	}
}

// recent are the newest commands, which may still be on their way.
func (s *soul) recent() []uint32 {
	var all []uint32
	for n := range s.mine {
		all = append(all, n)
	}
	slices.Sort(all)
	return all[max(0, len(all)-wire.MaxCommandsWaiting):]
}

func (c *chaos) time() time.Duration { return time.Duration(c.now) * time.Second / game.TickHz }
